"""Where the open gaps of a draft are, and what is said of them."""

from __future__ import annotations

import pytest

from drafter.drafting import gaps, production
from drafter.drafting.gaps import GapPlace
from drafter.drafting.options import Options
from tests.builders import session

HEAD = "模板: 原样\n标题: 题\n数据: {缺: , 量: ××件, 人: {姓名: 何岸}}\n"


def drafted(yaml, **options):
    return production.from_outline(session(), HEAD + yaml, "大纲.yaml", Options(**options))


def places(yaml, **options):
    """Name, line and column of each open gap."""
    return [(gap.name, gap.line, gap.column) for gap in drafted(yaml, **options).gaps]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由{{ 缺 }}办。", [("缺", 3, 6)]),
        ("由{{ 人.职务 }}办。", [("人.职务", 3, 19)]),
        ("有{{ 量 }}。", [("××", 3, 14)]),
        ("请××办，〔待补：时间〕前。", [("××", 4, 6), ("〔待补：时间〕", 4, 10)]),
        ("请“××”和××办。", [("××", 4, 7), ("××", 4, 11)]),
        ("都好。", []),
    ],
)
def test_a_gap_stands_where_it_was_typed_else_at_its_fact(text, found):
    """One in a fact's value in that value; all in the order of the page."""
    assert places(f"主体: {text}\n") == found


def test_a_gap_of_a_fact_that_only_the_options_name_has_no_line():
    """It has its paragraph."""
    problem = gaps.gap_problems([GapPlace("缺", "〔待补：缺〕", 3, "由〔待补：缺〕办", "稿.md")])[0]

    assert (problem.place.source, problem.place.line, problem.place.paragraph) == ("稿.md", None, 3)
    assert places("主体: 由{{ 新 }}办。\n", settings={"新": ""}) == [("新", None, None)]


def test_a_gap_is_a_problem_with_its_words_around():
    """Where there are any; with a line it needs no paragraph."""
    alone, within = gaps.gap_problems(
        [
            GapPlace("甲", "××", 2, "××", "稿.yaml", 4, 6),
            GapPlace("甲", "××", 2, "请××办", "稿.yaml", 5, 7),
        ]
    )

    assert (alone.message, within.message) == ("还没有补上：××", "还没有补上：××（……请××办……）")
    assert (within.code, within.severity.value, within.excerpt) == ("open-gap", "error", "请××办")
    assert (within.place.line, within.place.column, within.place.paragraph) == (5, 7, None)


def unprinted(yaml):
    draft = drafted(yaml)
    found = gaps.unprinted(draft.loaded.source, draft.bound.gaps)
    assert {(problem.code, problem.severity.value) for problem in found} <= {("gap-unprinted", "warning")}
    return [(problem.message, problem.place.line, problem.place.column) for problem in found]


OCCASION = "场合:\n  名称: 甲××会\n  地点: 〔待补：地点〕，某某楼\n"


def test_a_gap_that_no_draft_prints_is_told_with_its_place():
    """Each, in a fact that nobody asks for, in what the genre has no place for."""
    assert unprinted(f"{OCCASION}主体: 请XX办。\n") == [
        ("还没有填：××", 3, 14),
        ("还没有填：××", 5, 8),
        ("还没有填：〔待补：地点〕", 6, 7),
        ("还没有填：某某", 6, 15),
    ]


def test_a_gap_that_prints_is_told_as_what_it_is():
    """Each by itself: the same words elsewhere are another gap."""
    assert unprinted(f"{OCCASION}主体: 有{{{{ 量 }}}}，请某某办。\n") == [
        ("还没有填：××", 5, 8),
        ("还没有填：〔待补：地点〕", 6, 7),
        ("还没有填：某某", 6, 15),
    ]


def test_what_a_base_leaves_open_is_told_of_the_base(tmp_path, monkeypatch):
    """Not of the outline that stands on it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "基.yaml").write_text("模板: 原样\n场合: {名称: 甲某某会}\n", encoding="utf-8")

    assert unprinted("继承: 基\n主体: 好。\n") == [("还没有填：××", 3, 14)]
