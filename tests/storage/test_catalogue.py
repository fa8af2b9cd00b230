"""Templates, stylesheets and outlines by name: which one wins."""

from __future__ import annotations

import pytest

from drafter.problems import Place
from drafter.storage import catalogue
from drafter.storage.places import Folder, Places, find, shipped

SHIPPED = {"templates": "部署讲话", "styles": "speech", "outlines": "防汛工作会议讲话"}


@pytest.fixture
def places(tmp_path):
    """A workspace, a user's folder and a site, each empty, above what is shipped."""
    return Places(tmp_path / "user", tmp_path / "cache", tmp_path / "site", tmp_path / "work", {})


def put(folder, kind, name):
    """A file of this name in a folder."""
    path = folder / kind / f"{name}{catalogue.SUFFIXES[kind]}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    return path


@pytest.mark.parametrize(("kind", "name"), SHIPPED.items())
def test_the_nearest_of_a_name_wins(places, tmp_path, kind, name):
    """Ones own before shipped ones: workspace, user, site, built in; each may be missing."""
    built_in = shipped(kind) / f"{name}{catalogue.SUFFIXES[kind]}"
    assert catalogue.path_of(places, kind, name) == built_in
    there = []
    for folder, label in (("site", "站点"), ("user", "用户"), ("work", "工作区")):
        there.insert(0, (put(tmp_path / folder, kind, name), label))

        assert catalogue.path_of(places, kind, name) == there[0][0]
        listed = [entry for entry in catalogue.entries(places, kind) if entry.name == name]
        assert [(entry.path, entry.label) for entry in listed] == [*there, (built_in, "内置")]
        assert [entry.hidden for entry in listed] == [False] + [True] * len(there)


def test_a_workspace_may_call_its_folders_otherwise(places, tmp_path):
    """In its settings; without a workspace there is none."""
    named = Places(tmp_path, tmp_path, tmp_path, tmp_path / "work", {"paths": {"styles": "版式"}})

    assert named.folders("styles")[0] == Folder(tmp_path / "work" / "版式", "工作区")
    assert named.folders("templates")[0] == Folder(tmp_path / "work" / "templates", "工作区")
    assert [f.label for f in Places(tmp_path, tmp_path, tmp_path, None, {}).folders("styles")] == [
        "用户",
        "站点",
        "内置",
    ]


def test_what_others_import_and_what_is_hidden_is_not_listed(places, tmp_path):
    """Nor what lies outside through a link, listed or named."""
    put(tmp_path / "user", "styles", "_部件")
    put(tmp_path / "user", "styles", ".藏")
    outside = tmp_path / "外.yaml"
    outside.write_text("", encoding="utf-8")
    (tmp_path / "user" / "styles" / "链接.yaml").symlink_to(outside)
    put(tmp_path / "user", "styles", "好")

    mine = [entry.name for entry in catalogue.entries(places, "styles") if entry.label == "用户"]
    assert mine == ["好"]
    assert catalogue.path_of(places, "styles", "链接") is None
    assert catalogue.path_of(places, "styles", "_部件") is not None


def test_a_template_is_ours_until_somebody_adds_a_partial(places, tmp_path):
    """Names are looked up in people's folders first, so one is enough to run what is not ours."""
    ours = shipped("templates") / "部署讲话.md.j2"
    mine = put(tmp_path / "user", "templates", "部署讲话")

    assert catalogue.is_ours(places, ours) and not catalogue.is_ours(places, mine)
    put(tmp_path / "site", "templates", "_底稿")
    assert not catalogue.is_ours(places, ours)


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("a.yaml", True),
        ("下/a.yaml", True),
        ("../a.yaml", False),
        ("//host/a.yaml", False),
        ("\\\\host\\a", False),
    ],
)
def test_what_a_file_names_stays_inside_the_folders(tmp_path, name, inside):
    """A network path is refused before anything looks at it."""
    assert catalogue.confined(tmp_path / "甲" / name, name, [tmp_path / "甲", tmp_path / "乙"]) is inside
    assert catalogue.confined(tmp_path / "乙" / "a", "a", [tmp_path / "甲", tmp_path / "乙"])


@pytest.mark.parametrize(
    ("kind", "name", "is_path"),
    [
        ("styles", "speech", False),
        ("styles", "speech.yaml", True),
        ("styles", "a/speech", True),
        ("templates", "信.docx", True),
    ],
)
def test_a_name_with_a_separator_or_a_suffix_is_a_path(tmp_path, kind, name, is_path):
    """Below the folder that it is named in."""
    assert catalogue.by_path(kind, name, tmp_path) == (tmp_path / name if is_path else None)


def test_a_missing_name_is_answered_with_the_nearest_or_with_twelve():
    """And no more; the name itself shows its first thirty characters."""
    names = [f"第{n}种" for n in range(13)]
    near = catalogue.missing("styles", "部署讲化", ["部署讲话"]).problems[0]
    far = catalogue.missing("templates", "x" * 31, names, Place("a.yaml")).problems[0]

    assert (near.code, near.hint) == ("unknown-style", "是不是“部署讲话”？")
    assert far.hint.endswith("第11种") and far.hint.count("、") == 11
    assert f"“{'x' * 30}”" in far.message and far.place == Place("a.yaml")


def test_names_are_looked_up_in_the_workspace_first(tmp_path, monkeypatch, home):
    """Workspace, user, site, built in; the list says which one won."""
    (tmp_path / "drafter.toml").write_text("[paths]\ntemplates = '模板'\n", encoding="utf-8")
    for folder in (tmp_path / "模板", home / "templates"):
        folder.mkdir()
        (folder / "部署讲话.md.j2").write_text("---\n说明: 自己的\n---\n", encoding="utf-8")
    below = tmp_path / "下面" / "一层"
    below.mkdir(parents=True)

    found = find(below)

    assert catalogue.path_of(found, "templates", "部署讲话") == tmp_path / "模板" / "部署讲话.md.j2"
    entries = [e for e in catalogue.entries(found, "templates") if e.name == "部署讲话"]
    assert [(e.label, e.hidden) for e in entries] == [("工作区", False), ("用户", True), ("内置", True)]


@pytest.mark.parametrize("name", ["../部署讲话", "..\\部署讲话", "/etc/passwd", ".hidden", ""])
def test_a_name_is_not_a_path(tmp_path, name):
    """A template imports by name, from the folders of templates alone."""
    assert catalogue.path_of(find(tmp_path), "templates", name) is None
