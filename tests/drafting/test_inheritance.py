"""Outlines that stand on others: where these are looked for, and what is said where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.drafting.inheritance import lay_over_bases
from drafter.readers.outline import outline as outline_yaml
from tests.builders import ROLES, session

BASE = "模板: 原样\n标题: 旧题\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A workspace with a folder of its own for the outline."""
    (tmp_path / "稿").mkdir()
    monkeypatch.chdir(tmp_path / "稿")
    return tmp_path


def lay(text, name="大纲.yaml"):
    """The outline over its bases, whether it has any, and what is wrong."""
    source, problems = outline_yaml.parse(text, name)
    assert source is not None, problems
    found = []
    laid, inherited = lay_over_bases(session(), source, ROLES, found)
    return (
        laid,
        inherited,
        [(one.code, one.place.source, one.place.line, one.message + one.hint) for one in found],
    )


def test_an_outline_without_a_base_is_left_as_it_is():
    """The very same."""
    source, _ = outline_yaml.parse(BASE, "大纲.yaml")

    assert lay_over_bases(session(), source, ROLES, []) == (source, False)


@pytest.mark.parametrize("name", ["基", "基.yaml", "./基.yaml", "子/基", "../稿/基"])
def test_a_base_is_named_by_its_path_with_or_without_suffix(name):
    """From the folder of the outline on, wherever the program runs."""
    Path("子").mkdir()
    for path in ("基.yaml", "子/基.yaml"):
        Path(path).write_text(BASE, encoding="utf-8")
    laid, inherited, found = lay(f"继承: {name}\n")

    assert (laid.field("title"), inherited, found) == ("旧题", True, [])


def test_each_base_is_looked_for_beside_the_one_that_names_it(here):
    """Not beside the first."""
    Path("子").mkdir()
    Path("子/父.yaml").write_text("继承: 祖\n", encoding="utf-8")
    Path("子/祖.yaml").write_text(BASE, encoding="utf-8")
    Path("祖.yaml").write_text("标题: 别的祖\n", encoding="utf-8")

    assert lay("继承: 子/父.yaml\n")[0].field("title") == "旧题"


def test_a_base_of_the_users_folder_is_named_by_its_name(home):
    """It goes before a file of this folder."""
    (home / "outlines").mkdir()
    (home / "outlines" / "基.yaml").write_text(BASE, encoding="utf-8")
    Path("基.yaml").write_text("标题: 这里的\n", encoding="utf-8")

    assert lay("继承: 基\n")[0].field("title") == "旧题"
    assert lay("继承: 基.yaml\n")[0].field("title") == "这里的"


def test_a_workspace_is_open_to_its_outlines(here):
    """All of it; what lies outside is not."""
    (here / "drafter.toml").write_text("", encoding="utf-8")
    (here / "基.yaml").write_text(BASE, encoding="utf-8")
    assert lay("继承: ../基.yaml\n")[0].field("title") == "旧题"

    (here / "drafter.toml").unlink()
    laid, inherited, found = lay("标题: 新\n继承: ../基.yaml\n")
    assert (laid.field("title"), inherited) == ("新", True)
    assert [(code, line) for code, _, line, _ in found] == [("unknown-outline", 2)] and "复制" in found[0][3]


def test_a_base_that_is_not_there_is_told_at_the_key_that_names_it():
    """With what may be written; in a chain, in the file that names it."""
    Path("父.yaml").write_text("标题: 父题\n继承: 没有\n", encoding="utf-8")
    laid, _, found = lay("继承: 父.yaml\n")

    assert laid.field("title") == "父题"
    assert [one[:3] for one in found] == [("unknown-outline", "父.yaml", 2)]
    assert "编号" in found[0][3]
    assert [one[:3] for one in lay("\n继承: 没有\n")[2]] == [("unknown-outline", "大纲.yaml", 2)]


def test_an_outline_that_extends_itself_goes_round_in_a_circle():
    """By whatever path; said at the key."""
    Path("大纲.yaml").write_text("继承: ./大纲.yaml\n", encoding="utf-8")

    for name in ("大纲", "./大纲.yaml", "../稿/大纲.yaml"):
        assert [one[:3] for one in lay(f"标题: 甲\n继承: {name}\n")[2]] == [
            ("endless-extends", "大纲.yaml", 2)
        ]


def test_a_base_that_cannot_be_read_says_so_itself():
    """What stands on it is read all the same."""
    Path("坏.yaml").write_text("标题: [\n", encoding="utf-8")
    laid, inherited, found = lay("标题: 新\n继承: 坏\n")

    assert (laid.field("title"), inherited) == ("新", True)
    assert {source for _, source, _, _ in found} == {"坏.yaml"}


def test_slips_of_the_base_come_after_those_of_the_outline():
    """And it counts as mended, since its nodes are of two files."""
    Path("基.yaml").write_text("标题：旧题\n", encoding="utf-8")
    laid, _, found = lay("继承: 基\n稿次：讨论稿\n")

    assert found == [] and laid.mended
    assert [(problem.code, problem.place.source) for problem in laid.problems] == [
        ("fullwidth-colon", "大纲.yaml"),
        ("fullwidth-colon", "基.yaml"),
    ]


@pytest.mark.parametrize(("length", "whole"), [(40, True), (41, False)])
@pytest.mark.parametrize("folder", ["", "../"])
def test_forty_characters_of_a_name_are_shown(here, folder, length, whole):
    """Of one that is not there, and of one that may not be read."""
    name = folder + "长" * (length - len(folder) - len(".yaml")) + ".yaml"
    if folder:
        (here / name.removeprefix(folder)).write_text(BASE, encoding="utf-8")
    ((code, _, _, said),) = lay(f"继承: {name}\n")[2]

    assert (code, f"“{name[:40]}”" in said, "“" + name + "”" in said) == ("unknown-outline", True, whole)
    assert ("文件夹之外" in said) == bool(folder)


def test_what_is_wrong_with_a_base_stands_at_its_key():
    """Not at its name."""
    found = []
    lay_over_bases(session(), outline_yaml.parse("继承: 没有\n", "大纲.yaml")[0], ROLES, found)

    assert [(one.place.line, one.place.column) for one in found] == [(1, 1)]


def test_a_chain_that_is_too_long_is_no_ring(drafter, tmp_path):
    """It is told as what it is."""
    for at in range(12):
        more = f"继承: 件{at - 1}.yaml\n" if at else "模板: 原样\n标题: 题\n"
        (tmp_path / f"件{at}.yaml").write_text(more, encoding="utf-8")

    said = drafter("build", "件11.yaml", "--to", "txt", "-o", "-").err
    assert "太长了" in said and "绕成了圈" not in said
