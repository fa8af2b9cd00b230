"""Where each paragraph of a draft comes from."""

from __future__ import annotations

import pytest

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.library.origins import find_origins
from tests.builders import session

COLLECTION = """素材集: 甲
素材:
  - {编号: 甲-要点, 类别: 要点, 标题: 原来的标题, 正文: 要点说到办结率。}
  - {编号: 甲-小节, 类别: 小节, 标题: 一节, 导语: 节里有两条。, 要点: [第一条说了话。, 第二条也说了。]}
"""
HEAD = "模板: 原样\n标题: 题\n层次序号: [一、, （一）]\n"


@pytest.fixture(autouse=True)
def library(tmp_path, monkeypatch):
    """A folder with one collection."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_LIBRARY", str(tmp_path / "库"))
    (tmp_path / "库").mkdir()
    (tmp_path / "库" / "甲.yaml").write_text(COLLECTION, encoding="utf-8")


def origins(yaml, sources=False):
    """Paragraph, what it is, its entry, its line and key, paragraph by paragraph."""
    at = session()
    draft = production.from_outline(at, yaml, "稿.yaml", Options())
    return [
        (one.paragraph, one.what, one.id, one.line, one.key)
        for one in (find_origins(at, draft, True) if sources else find_origins(at, draft))
    ]


def test_what_the_outline_says_stands_at_its_line_and_key():
    """The mark before it is nobody's."""
    assert origins(f"{HEAD}任务:\n  小标题: 干\n  要点: [甲话。, {{标题: 乙题, 正文: 乙话。}}]\n") == [
        (1, "outline", "", 2, "标题"),
        (2, "outline", "", 5, "任务.小标题"),
        (3, "outline", "", 6, "任务.要点[1]"),
        (4, "outline", "", 6, "任务.要点[2].标题"),
    ]


def test_what_the_template_says_is_its_own():
    """Where it says all of a paragraph; an empty cell is no paragraph to tell of, and is counted."""
    yaml = "模板: 部署讲话\n标题: 题\n任务:\n  小标题: 干\n  要点: [甲话。, 乙话。]\n  表格: [[甲, ''], [乙, 丙]]\n"
    found = origins(yaml)

    assert [one[:2] for one in found[:7]] == [
        (1, "outline"), (2, "outline"), (3, "template"), (4, "outline"), (5, "outline"), (6, "outline"), (8, "outline"),
    ]  # fmt: skip
    assert found[2] == (3, "template", "", None, "")


def test_a_paragraph_that_the_template_only_begins_is_the_outlines():
    """Where its first own words stand, whatever comes after them."""
    yaml = (
        "模板: 部署讲话\n标题: 题\n数据: {量: 3件}\n任务:\n  排法: 段内\n  小标题: 干\n  要点:\n"
        "    - 甲话{{ 量 }}。\n    - 乙话。\n"
    )

    assert origins(yaml)[2] == (3, "outline", "", 8, "任务.要点[1]")


def test_what_nobody_typed_is_the_templates_and_has_no_line():
    """A part that is missing prints as a gap."""
    assert {one[1:] for one in origins("模板: 部署讲话\n标题: 题\n")[1:]} == {("template", "", None, "")}


def test_a_paragraph_that_begins_with_a_fact_stands_where_it_was_typed():
    """Not where the fact was; one that is nothing but a fact does."""
    yaml = '模板: 原样\n标题: 题\n数据: {甲: 三件}\n主体:\n  - "{{ 甲 }}办好。"\n  - "{{ 甲 }}"\n'

    assert [one[3:] for one in origins(yaml)[1:]] == [(5, "主体[1]"), (3, "数据.甲")]


def test_what_was_taken_over_names_its_entry_and_the_line_that_takes_it():
    """Every paragraph of it, under a title of the outline's own too."""
    yaml = f"{HEAD}任务:\n  引用: 甲-小节\n保障:\n  小标题: 二\n  要点:\n    - {{引用: 甲-要点, 标题: 我的}}\n    - 自己写的。\n"

    assert [one[:4] for one in origins(yaml)[1:]] == [
        (2, "library", "甲-小节", 5), (3, "library", "甲-小节", 5), (4, "library", "甲-小节", 5),
        (5, "library", "甲-小节", 5), (6, "outline", "", 7), (7, "library", "甲-要点", 9), (8, "outline", "", 10),
    ]  # fmt: skip


NAMED = (
    f"{HEAD}任务:\n  小标题: 干\n  要点:\n    - 来源: 甲-要点\n      标题: 抄题\n      正文: 抄话。\n"
    "    - 标题: 又题\n      正文: 又话。\n      来源: 市政府办\n"
    "    - {标题: 上题, 要点: [{标题: 下题, 正文: 下话。, 来源: 甲-小节}]}\n保障: 一句话。\n"
)


def test_a_source_that_is_an_entry_counts_where_it_is_asked_for():
    """On every level, at its own line; a source of another kind is none."""
    assert {one[1] for one in origins(NAMED)} == {"outline"}
    assert [one[1:4] for one in origins(NAMED, sources=True)] == [
        ("outline", "", 2), ("outline", "", 5), ("library", "甲-要点", 8), ("outline", "", 10), ("outline", "", 13),
        ("library", "甲-小节", 13), ("outline", "", 14),
    ]  # fmt: skip


def test_what_is_taken_over_and_named_is_taken_over():
    """A point that names an entry which stands elsewhere by `use` stays the outline's."""
    yaml = f"{HEAD}任务:\n  小标题: 干\n  要点:\n    - {{引用: 甲-要点}}\n    - {{标题: 抄题, 正文: 抄话。, 来源: 甲-要点}}\n"

    assert [one[1:4] for one in origins(yaml, sources=True)][2:] == [
        ("library", "甲-要点", 7),
        ("outline", "", 8),
    ]


def test_a_draft_in_markdown_says_where_its_paragraphs_stand():
    """It has taken nothing over, whatever is asked."""
    at = session()
    draft = production.from_markdown(at, "# 题\n\n一段。\n\n第二段。\n", "稿.md", Options())

    for sources in (False, True):
        found = find_origins(at, draft, sources)
        assert [(one.what, one.line, one.source, one.key) for one in found] == [
            ("outline", 1, "稿.md", ""), ("outline", 3, "稿.md", ""), ("outline", 5, "稿.md", ""),
        ]  # fmt: skip
        assert [one.text for one in found] == ["题", "一段。", "第二段。"]
