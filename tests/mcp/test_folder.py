"""The folder: nothing beyond it is read or written, whatever names lead there."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from tests.mcp.conftest import OUTLINE
from tests.pictures import png

OUTSIDE = "path-outside"


@pytest.fixture
def beyond(tmp_path_factory):
    """A folder beside, with a draft that nobody here may see."""
    folder = tmp_path_factory.mktemp("别处")
    (folder / "机要.yaml").write_text(OUTLINE.replace("查堤", "密语"), encoding="utf-8")
    (folder / "机要.txt").write_text("关于密语的通知\n\n密语。\n", encoding="utf-8")
    (folder / "版式.yaml").write_text("继承: gbt9704\n", encoding="utf-8")
    return folder


def everything(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


READING = [
    ("build", lambda name: {"files": [name]}),
    ("check", lambda name: {"files": [name]}),
    ("check", lambda name: {"files": ["讲话.yaml"], "against": name}),
    ("stats", lambda name: {"files": [name]}),
    ("import", lambda name: {"files": [name.replace(".yaml", ".txt")], "output": "-"}),
    ("suggest", lambda name: {"kind": "titles", "file": name}),
    ("compare", lambda name: {"old": "讲话.yaml", "new": name}),
    ("compare", lambda name: {"old": name, "new": "讲话.yaml"}),
    ("absorb", lambda name: {"outline": name, "files": ["讲话.yaml"]}),
    ("absorb", lambda name: {"outline": "讲话.yaml", "files": [name]}),
    ("typeset", lambda name: {"files": [name.replace(".yaml", ".txt")]}),
    ("library_take", lambda name: {"id": "x", "into": name, "at": "任务"}),
    ("new", lambda name: {"from": name}),
    ("new", lambda name: {"template": name}),
    ("build", lambda name: {"files": ["讲话.yaml"], "style": name}),
    ("build", lambda name: {"files": ["讲话.yaml"], "template": name}),
    ("build", lambda name: {"files": ["讲话.yaml"], "facts": [name]}),
    ("genres", lambda name: {"name": name}),
    ("schema", lambda name: {"template": name}),
]  # fmt: skip
WRITING = [
    ("build", lambda name: {"files": ["讲话.yaml"], "output": f"{name}.docx"}),
    ("build", lambda name: {"files": ["讲话.yaml"], "output": f"{name}/", "force": True}),
    ("new", lambda name: {"template": "部署讲话", "output": f"{name}.yaml"}),
    ("new", lambda name: {"outline": OUTLINE, "output": f"{name}.yaml"}),
    ("import", lambda name: {"files": ["旧.txt"], "output": f"{name}.yaml"}),
    ("compare", lambda name: {"old": "讲话.yaml", "new": "旧.txt", "output": f"{name}.docx"}),
    ("absorb", lambda name: {"outline": "讲话.yaml", "files": ["讲话.docx"], "output": f"{name}.yaml"}),
    ("absorb", lambda name: {"outline": "讲话.yaml", "files": ["讲话.docx"], "report": f"{name}.docx"}),
    ("typeset", lambda name: {"files": ["旧.txt"], "output": f"{name}.docx"}),
    ("check", lambda name: {"files": ["讲话.docx"], "annotate": f"{name}.docx"}),
]  # fmt: skip


@pytest.fixture
def filled(server, outline, tmp_path):
    """The folder with an outline, its draft and an old text."""
    (tmp_path / "旧.txt").write_text("关于防汛的通知\n\n查堤。\n", encoding="utf-8")
    assert server.call("build", files=["讲话.yaml"])["exit_code"] == 0
    return tmp_path


@pytest.mark.parametrize("how", ["absolute", "up", "link", "folder"])
@pytest.mark.parametrize(("tool", "arguments"), READING)
def test_nothing_beyond_is_read(server, filled, beyond, how, tool, arguments):
    """By an absolute path, by `..`, through a link to it and through one to its folder."""
    os.symlink(beyond / "机要.yaml", filled / "链.yaml")
    os.symlink(beyond / "机要.txt", filled / "链.txt")
    os.symlink(beyond, filled / "夹")
    before = everything(filled)
    name = {
        "absolute": str(beyond / "机要.yaml"),
        "up": f"../{beyond.name}/机要.yaml",
        "link": "链.yaml",
        "folder": "夹/机要.yaml",
    }[how]

    assert server.refusal(tool, **arguments(name)) == OUTSIDE
    assert everything(filled) == before


@pytest.mark.parametrize("how", ["absolute", "up", "folder"])
@pytest.mark.parametrize(("tool", "arguments"), WRITING)
def test_nothing_beyond_is_written(server, filled, beyond, how, tool, arguments):
    """Nor made anew there."""
    os.symlink(beyond, filled / "夹")
    before = everything(beyond)
    name = {"absolute": str(beyond / "新"), "up": f"../{beyond.name}/新", "folder": "夹/新"}[how]

    assert server.refusal(tool, **arguments(name)) == OUTSIDE
    assert everything(beyond) == before


def test_an_output_that_is_named_after_the_input_follows_no_link(server, outline, tmp_path, beyond):
    """Neither to a file that is there, even by force, nor to one that is not."""
    (beyond / "有.docx").write_bytes(b"x")
    for target in ("有.docx", "没有.docx"):
        (tmp_path / "讲话.docx").unlink(missing_ok=True)
        os.symlink(beyond / target, tmp_path / "讲话.docx")
        assert server.refusal("build", files=["讲话.yaml"], force=True) == OUTSIDE
    assert (beyond / "有.docx").read_bytes() == b"x" and not (beyond / "没有.docx").exists()


def test_a_folder_of_older_drafts_is_not_searched_through_a_link(server, outline, tmp_path, beyond):
    """A file of it that is a link is left out; a folder that is one is refused."""
    (tmp_path / "旧稿").mkdir()
    os.symlink(beyond / "机要.yaml", tmp_path / "旧稿" / "链.yaml")
    os.symlink(beyond, tmp_path / "夹")

    assert server.call("check", files=["讲话.yaml"], against="旧稿")["exit_code"] < 2
    assert server.refusal("check", files=["讲话.yaml"], against="夹") == OUTSIDE


@pytest.mark.parametrize(
    "line",
    [
        "模板: 部署讲话\n继承: {}/机要.yaml",
        "模板: 部署讲话\n版式: {}/版式.yaml",
        "模板: {}/x.md.j2",
    ],
)
def test_nothing_beyond_is_named_by_an_outline(server, tmp_path, beyond, line):
    """Not even where a link in the folder leads there; in the folder itself each is taken."""
    template = "---\n名称: 甲\n---\n# {{ title }}\n\n密语。\n"
    (beyond / "x.md.j2").write_text(template, encoding="utf-8")
    shutil.copytree(beyond, tmp_path / "里")
    good = f"标题: 题\n{line.format('里')}\n任务: 好好干。\n"
    (tmp_path / "好.yaml").write_text(good, encoding="utf-8")
    os.symlink(beyond, tmp_path / "夹")
    assert server.call("build", files=["好.yaml"], output="-")["exit_code"] == 0
    for where in (str(beyond), "夹", f"../{beyond.name}"):
        said = f"标题: 题\n{line.format(where)}\n任务: 好好干。\n"
        (tmp_path / "稿.yaml").write_text(said, encoding="utf-8")
        built = server.call("build", files=["稿.yaml"], output="-")
        assert "密语" not in str(built) and built["exit_code"] == 3


def test_a_picture_beyond_is_not_printed(server, tmp_path, beyond):
    """It is a problem of the draft."""
    (beyond / "图.png").write_bytes(png())
    (tmp_path / "里.png").write_bytes(png())
    os.symlink(beyond / "图.png", tmp_path / "图.png")
    for where, refused in (
        ("里.png", False),
        ("图.png", True),
        (f"../{beyond.name}/图.png", True),
        (str(beyond / "图.png"), True),
    ):
        said = f"模板: 部署讲话\n标题: 题\n任务:\n  - 查堤。\n  - 图片: {{路径: {where}}}\n"
        (tmp_path / "稿.yaml").write_text(said, encoding="utf-8")
        built = server.call("build", files=["稿.yaml"])["files"][0]
        assert bool(built["problems"]) is refused, (where, built["problems"])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("-", "no-stream"),
        ("~/讲话.yaml", OUTSIDE),
        ("~root/讲话.yaml", OUTSIDE),
        ("//host/share/讲话.yaml", OUTSIDE),
        ("\\\\host\\share\\讲话.yaml", OUTSIDE),
        (".git/讲话.yaml", "path-hidden"),
        ("a/../.hidden.yaml", "path-hidden"),
        ("没有.yaml", "missing-file"),
        ("长" * 300 + ".yaml", "not-readable"),
        (".", "is-folder"),
        ("", "is-folder"),
    ],
)
def test_names_that_are_no_file_of_the_folder_are_said(server, name, code):
    """Standard input is the protocol's; what is hidden is programs'."""
    assert server.refusal("stats", files=[name]) == code


@pytest.mark.parametrize(
    "name", ["讲话.py", "run.sh", "drafter.toml", ".bashrc", ".git/hooks/x.txt", "讲话.exe", "讲话.docx"]
)
def test_nothing_is_written_that_another_program_obeys(server, outline, tmp_path, name):
    """Outlines are, where outlines go, and drafts where drafts do."""
    said = server.refusal("absorb", outline="讲话.yaml", files=["讲话.yaml"], output=name)

    assert said in ("unknown-format", "path-hidden") and not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("new", {"template": "部署讲话", "output": "稿.docx"}),
        ("import", {"files": ["讲话.yaml"], "output": "稿.txt"}),
        ("build", {"files": ["讲话.yaml"], "output": "稿.yaml"}),
        ("typeset", {"files": ["讲话.yaml"], "output": "稿.pdf"}),
        ("compare", {"old": "讲话.yaml", "new": "讲话.yaml", "output": "稿.yaml"}),
        ("absorb", {"outline": "讲话.yaml", "files": ["讲话.yaml"], "report": "稿.yaml"}),
    ],
)
def test_each_tool_writes_its_own_kinds_of_files(server, outline, tmp_path, tool, arguments):
    """No outline over a draft, no draft over an outline."""
    assert server.refusal(tool, **arguments) == "unknown-format"
    assert [path.name for path in tmp_path.iterdir()] == ["讲话.yaml"]


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("new", {"template": "部署讲话", "output": ".隐/稿.yaml"}),
        ("build", {"files": ["讲话.yaml"], "output": ".隐/稿.docx"}),
        ("build", {"files": ["讲话.yaml"], "style": ".隐/我局.yaml"}),
        ("build", {"files": ["讲话.yaml"], "style": "夹/.我局.yaml"}),
    ],
)
def test_what_is_hidden_is_neither_written_nor_read(server, outline, tmp_path, tool, arguments):
    """Whichever argument names it."""
    assert server.refusal(tool, **arguments) == "path-hidden" and not (tmp_path / ".隐").exists()


def test_a_path_that_is_whole_and_inside_is_taken(server, outline, tmp_path):
    """So is one that goes up and comes back."""
    for name in (str(outline), f"../{tmp_path.name}/讲话.yaml"):
        assert server.call("stats", files=[name])["exit_code"] == 0


def test_what_is_kept_elsewhere_for_drafter_is_still_found(server, outline, tmp_path, home):
    """A template and a style of one's own, by name."""
    (home / "styles").mkdir()
    (home / "styles" / "我局.yaml").write_text("继承: gbt9704\n", encoding="utf-8")

    assert server.call("build", files=["讲话.yaml"], style="我局")["files"][0]["style"] == "我局"


def test_what_is_kept_elsewhere_for_drafter_is_not_read_by_its_path(server, tmp_path, home):
    """Other drafts may lie there: earlier states, what was taken down."""
    (home / "历史").mkdir()
    (home / "历史" / "旧.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "稿.yaml").write_text(f"继承: {home}/历史/旧.yaml\n标题: 题\n", encoding="utf-8")

    built = server.call("build", files=["稿.yaml"], output="-")

    assert built["exit_code"] == 3 and "查堤" not in str(built)


def test_a_workspace_above_gives_its_settings_and_none_of_its_drafts(tmp_path, outline, faults):
    """Its roster and its baseline too."""
    from tests.mcp.conftest import Asked

    (tmp_path / "drafter.toml").write_text('[check]\nbaseline = "基线.json"\n', encoding="utf-8")
    (tmp_path / "基线.json").write_text("{}\n", encoding="utf-8")
    (tmp_path / "名册.yaml").write_text("人员: []\n", encoding="utf-8")
    below = tmp_path / "下面"
    below.mkdir()
    (below / "稿.yaml").write_text("继承: ../讲话.yaml\n标题: 题\n", encoding="utf-8")
    (below / "好.yaml").write_text(OUTLINE, encoding="utf-8")
    asked = Asked(below, faults.append)
    try:
        assert asked.call("check", files=["好.yaml"])["exit_code"] < 2
        assert "查堤" not in str(asked.call("build", files=["稿.yaml"], output="-"))
    finally:
        from drafter.storage import bounds

        bounds.lift()


@pytest.mark.skipif(sys.platform == "win32", reason="links in a circle")
def test_links_in_a_circle_end_nothing(server, tmp_path):
    """They are no file."""
    os.symlink(tmp_path / "甲.yaml", tmp_path / "乙.yaml")
    os.symlink(tmp_path / "乙.yaml", tmp_path / "甲.yaml")

    assert server.call("stats", files=["甲.yaml"])["exit_code"] == 3
