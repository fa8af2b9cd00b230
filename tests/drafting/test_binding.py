"""Binding: references become figures, what is missing becomes a gap, nothing is doubled."""

from __future__ import annotations

import pytest

from drafter.drafting.binding import bind, filled, find_settled, printed
from drafter.model.document import (
    Added,
    Attachment,
    Count,
    Document,
    Fact,
    Gap,
    Lead,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
    Value,
    text_of,
)
from drafter.model.outline import FactValue
from drafter.problems import InputProblem
from tests.growth import grows_too_fast

FACTS = {
    "量": FactValue("128", "万件", "2025-12-31", "年报"),
    "领导": FactValue(name="何岸", post="副市长"),
    "缺": None,
    "句": FactValue("办完了。"),
}


def bound(*content, redacted=False):
    return bind(Document((Paragraph(Role.BODY, content),)), FACTS, redacted)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (Fact("量"), "128万件"),
        (Fact("量", "数"), "128"),
        (Fact("量", "单位"), "万件"),
        (Fact("量", "来源"), "年报"),
        (Fact("量", "截至"), "2025年12月31日"),
        (Fact("领导"), "何岸副市长"),
        (Fact("领导", "姓名"), "何岸"),
        (Fact("领导", "职务"), "副市长"),
        (Fact("缺"), "〔待补：缺〕"),
        (Fact("缺", "数"), "〔待补：缺〕"),
        (Fact("领导", "来源"), "〔待补：领导.来源〕"),
    ],
)
def test_a_reference_prints_what_it_asks_for(fact, text):
    """A figure with its unit, a person, a part of either, or a gap."""
    assert text_of(bound(fact).document) == text


def test_a_long_post_goes_before_the_name():
    """李某某副市长, but 市政务服务管理局局长李某某."""
    assert printed(FactValue(name="林舟", post="市政务服务管理局局长")) == "市政务服务管理局局长林舟"


def test_an_open_fact_is_a_gap_with_its_name_and_its_place():
    """The paragraph counts from 1, and some words stand around it."""
    (gap,) = bound(Text("请"), Fact("缺"), Text("负责。")).gaps

    assert (gap.name, gap.text, gap.paragraph, gap.excerpt) == (
        "缺",
        "〔待补：缺〕",
        1,
        "请〔待补：缺〕负责。",
    )


@pytest.mark.parametrize("typed", ["××", "XX", "xx", "某某", "___", "〔待补：会议时间〕"])
def test_what_is_left_out_by_hand_is_a_gap_too(typed):
    """Highlighted, listed, and refused by --final."""
    result = bound(Text(f"请{typed}负责。"))

    assert [gap.text for gap in result.gaps] == [typed]
    assert result.document.blocks[0].content == (Text("请"), Gap("", typed), Text("负责。"))


@pytest.mark.parametrize("text", ["3×4米", "MAXX项目", "XXL号", "某单位", "a_b", "2*3"])
def test_what_only_looks_like_a_gap_is_none(text):
    """Signs that stand for themselves."""
    assert bound(Text(text)).gaps == ()


def test_redacted_signs_are_deliberate_but_what_is_to_be_filled_in_is_not():
    """What was typed stays as it is; a fact without a value is still a gap."""
    result = bound(Text("××县和〔待补：乡镇〕"), Fact("缺"), redacted=True)

    assert [gap.text for gap in result.gaps] == ["〔待补：缺〕"]


@pytest.mark.parametrize(
    ("number", "after", "text"),
    [(2, "个方面", "两个方面"), (3, "个方面", "三个方面"), (2, "、三", "二、三"), (12, "项", "十二项")],
)
def test_counts_are_in_han_numerals(number, after, text):
    """Two is 两 before a measure word."""
    assert text_of(bound(Count(number), Text(after)).document) == text


def test_a_count_of_nothing_is_a_problem():
    """Zero points cannot be announced."""
    assert [p.code for p in bound(Count(0), Text("个方面")).problems] == ["count-of-nothing"]


def test_an_unknown_reference_is_a_problem_with_its_paragraph():
    """In a Markdown draft there is no other place to point at."""
    (problem,) = bound(Fact("晾")).problems

    assert (problem.code, problem.place.paragraph) == ("unknown-fact", 1)


def test_unknown_references_are_looked_up_in_time_that_grows_with_them():
    """In a Markdown draft, whose figures are another file's."""

    def made(size):
        content = tuple(Fact(f"数居{number}") for number in range(size // 8))
        return content, {f"数据{number}": None for number in range(size // 8)}

    def act(one):
        bind(Document((Paragraph(Role.BODY, one[0]),)), one[1])

    assert not grows_too_fast(act, made)


@pytest.mark.parametrize(
    ("value", "after", "text"),
    [
        ("办完了。", "。后文", "办完了。后文"),
        ("办完了！", "。后文", "办完了！后文"),
        ("办完没有？", "。", "办完没有？"),
        ("甲；", "。", "甲；"),
        ("甲，", "。", "甲，"),
        ("甲；", "；乙", "甲；乙"),
        ("甲，", "，乙", "甲，乙"),
        ("好！", "！", "好！"),
        ("好？", "？", "好？"),
        ("办完了。", "，后文", "办完了。，后文"),
        ("甲，", "；乙", "甲，；乙"),
        ("办完了", "。后文", "办完了。后文"),
        ("办完了。", "。。", "办完了。。"),
        ("办完了。", "后文。", "办完了。后文。"),
        ("办完了。", "。××", "办完了。××"),
    ],
)
def test_an_end_mark_is_not_doubled_after_a_fact_that_brings_its_own(value, after, text):
    """办完了。 and 。 make one 。; what is no full stop yields to none but itself."""
    content = (Text("甲"), Fact("句"), Text(after))
    found = bind(Document((Paragraph(Role.BODY, content),)), {"句": FactValue(value)})

    assert text_of(found.document) == "甲" + text


def test_an_end_mark_after_text_that_is_no_facts_is_left():
    """What was typed is never changed: only what a fact brings can double."""
    assert text_of(bound(Count(2), Text("。")).document) == "二。"
    assert text_of(bound(Text("甲。"), Fact("缺"), Text("。")).document) == "甲。〔待补：缺〕。"


@pytest.mark.parametrize(
    ("post", "text"), [("四个字长", "何岸四个字长"), ("五个字长的", "五个字长的何岸"), ("", "何岸")]
)
def test_a_post_of_four_characters_follows_its_holder(post, text):
    """A longer one precedes."""
    assert printed(FactValue(name="何岸", post=post)) == text


def test_a_paragraph_without_references_is_left_as_it_is():
    """The very same object: binding a long text costs nothing."""
    block = Paragraph(Role.BODY, (Text("没有引用"),))

    assert bind(Document((block,)), FACTS).document.blocks[0] is block


@pytest.mark.parametrize(
    ("before", "after", "excerpt"),
    [
        (0, 8, "××" + "乙" * 8),
        (0, 9, "××" + "乙" * 8),
        (8, 0, "甲" * 8 + "××"),
        (9, 9, "甲" * 8 + "××" + "乙" * 8),
        (1, 1, "甲××乙"),
    ],
)
def test_eight_characters_stand_around_a_gap(before, after, excerpt):
    """Of its paragraph, on either side."""
    (gap,) = bound(Text("甲" * before + "××" + "乙" * after)).gaps

    assert gap.excerpt == excerpt


def test_what_the_template_says_is_bound_and_listed():
    """Its gaps too; so are those of a title and of a fact's own words."""
    facts = {**FACTS, "甲": FactValue("××件")}
    content = (Lead((Fact("缺"), Text("。")), 2), Added((Text("有"), Fact("量"), Fact("甲"))))
    result = bind(Document((Paragraph(Role.BODY, content),)), facts)

    assert result.added == ("有128万件××件",)
    assert [gap.text for gap in result.gaps] == ["〔待补：缺〕", "××"]
    lead, added = result.document.blocks[0].content
    assert lead == Lead((Gap("缺", "〔待补：缺〕"), Text("。")), 2)
    assert added.content == (
        Text("有"),
        Value((Text("128万件"),)),
        Value((Gap("", "××"), Text("件"))),
    )


def test_paragraphs_are_counted_through_tables_and_attachments():
    """A page break is none; what is no paragraph is left as it is."""
    blocks = (
        Paragraph(Role.TITLE, (Text("题"),)),
        PageBreak(),
        Table((((Text("××"),), (Text("乙"),)),)),
        Attachment((Paragraph(Role.BODY, (Fact("缺"),)),), True),
    )
    result = bind(Document(blocks), FACTS)

    assert [(gap.text, gap.paragraph) for gap in result.gaps] == [("××", 2), ("〔待补：缺〕", 4)]
    assert result.document.blocks[1] is blocks[1] and result.document.blocks[3].landscape


def test_points_that_nobody_can_count_are_a_problem():
    """Where the count stands by itself in a text that is no part's."""
    assert [p.code for p in bound(Fact("条数")).problems] == ["count-of-nothing"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("没有引用 ××", "没有引用 ××"),
        ("办{{ 量 }}。", "办128万件。"),
        ("由{{ 缺 }}。", "由〔待补：缺〕。"),
        ("", ""),
    ],
)
def test_a_line_is_filled_in_as_a_paragraph_is(line, said):
    """For a name, a heading of a file."""
    assert filled(line, FACTS) == said


def test_a_long_fact_is_not_said_without_end():
    """A hundred thousand characters three thousand times are no paper."""
    document = Document(tuple(Paragraph(Role.BODY, (Fact("长"),)) for _ in range(100)))

    with pytest.raises(InputProblem, match="500 万字"):
        bind(document, {"长": FactValue(value="字" * 100_000)})


@pytest.mark.parametrize(("columns", "passes"), [(500, True), (501, False)])
def test_a_table_is_as_wide_as_any_may_be(columns, passes):
    """Word sets 63 columns; what is wider than a wall is no table."""
    document = Document((Table((tuple(((Text("甲"),),) * columns),)),))
    if passes:
        assert bind(document, {}).document.blocks
    else:
        with pytest.raises(InputProblem, match="500 列"):
            bind(document, {})


def test_a_count_behind_an_ordinal_is_one(drafter, tmp_path):
    """第二项, and two of them 两项."""
    text = "模板: 原样\n标题: 题\n主体:\n  导语: 第{{ 条数 }}项，共{{ 条数 }}项。\n  要点: [甲。, 乙。]\n"
    (tmp_path / "稿.yaml").write_text(text, encoding="utf-8")

    assert "第二项，共两项。" in drafter("build", "稿.yaml", "--to", "txt", "-o", "-").out


def test_what_is_settled_is_not_looked_at_again_and_comes_out_the_same():
    """A document bound for row after row: only paragraphs with something to fill in, mark or list are gone through."""
    settled, open_ = (Text("已经定了。"),), (Fact("县"), Text("报××件，"), Text("又一件。"))
    document = Document((Paragraph(Role.BODY, settled), Paragraph(Role.BODY, open_)))
    found = find_settled(document)

    assert found == {id(one) for one in (document.blocks[0], settled, settled[0], open_[2])}
    for county in ("甲县", "乙县"):
        facts = {"县": FactValue(value=county)}
        assert bind(document, facts, settled=found) == bind(document, facts)
