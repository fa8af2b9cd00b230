"""Sections and points of an old text, at every depth that it may be taken apart to."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.outline import Section, Tail
from drafter.model.source import Line
from drafter.outlining.form import tree
from drafter.outlining.form.enumerations import Detail
from drafter.outlining.meaning import structure


def lines(*texts):
    return [Line(text, number) for number, text in enumerate(texts, 1)]


def said(item):
    """Every text of an item, marks left out."""
    if isinstance(item, str):
        return [item]
    own = [
        getattr(item, "heading", ""),
        getattr(item, "title", ""),
        *getattr(item, "text", ()),
        *getattr(item, "lead", ()),
    ]
    below = [text for point in item.points for text in said(point)]
    after = said(item.tail) if isinstance(item.tail, Tail) else list(item.tail)
    return [*own, *below, *after]


THREE_ROWS = (
    "一、总的情况", "（一）甲。很好。", "（二）乙。很好。", "同志们，再说三件事。", "1.丙。要快。", "2.丁。要快。",
    "同志们，还有两句。", "①戊。记住。", "②己。记住。", "同志们，干起来。",
)  # fmt: skip
WORDS = "甲乙丙丁戊己很好快记住"


@pytest.mark.parametrize("detail", Detail)
def test_no_row_is_lost_whatever_follows_it(detail):
    """A third row after a second has no place of its own, and stays where it was."""
    found = "".join(text for item in structure.parts(lines(*THREE_ROWS), detail) for text in said(item))

    assert all(found.count(word) == "".join(THREE_ROWS).count(word) for word in WORDS)


_texts = st.sampled_from(
    [
        "甲。乙丙丁。",
        "同志们，戊己。",
        "一是庚；二是辛。",
        "壬癸",
        "首先，子。其次，丑。下面讲三点意见：",
        "一是寅。其一，卯；其二，辰。二是巳。",
    ]
)
_marked = st.tuples(st.sampled_from(["", "一、", "（一）", "1.", "一是", "——"]), _texts).map("".join)


@given(st.lists(_marked, min_size=1, max_size=10), st.sampled_from(Detail))
def test_every_word_is_kept_at_every_depth(texts, detail):
    """Marks aside: the outline brings those again."""
    found = "".join(
        text
        for stretch in tree.stretches(lines(*texts))
        for item in structure.parts(stretch, detail)
        for text in said(item)
    )
    words = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"

    assert Counter(c for c in found if c in words) == Counter(c for c in "".join(texts) if c in words)


def test_what_follows_a_row_is_about_all_of_it():
    """The last point has no more paragraphs than the others; a row that follows goes with it."""
    (section,) = structure.parts(
        lines("一、总的情况", "——甲。很好。", "——乙。很好。", "这些成绩来之不易。", "一是丙。", "二是丁。"),
        Detail.NESTED,
    )

    assert [point.title for point in section.points] == ["甲", "乙"]
    assert section.tail.lead == ("这些成绩来之不易。",)
    assert [point.text for point in section.tail.points] == [("丙。",), ("丁。",)]


def test_a_paragraph_that_counts_something_else_is_a_section_of_its_own():
    """What is wanting, under what was done."""
    found = structure.parts(
        lines(
            "一、主要成绩", "主要有两点。一是甲。二是乙。", "还存在两个问题。一是丙。二是丁。", "最后一段。"
        ),
        Detail.NESTED,
    )

    assert [item.lead if isinstance(item, Section) else item for item in found] == [
        ("主要有两点。",), ("还存在两个问题。",), "最后一段。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("一、甲", "正文。", "同志们，干起来。", "谢谢大家！"), 2),
        (("正文。", "以上汇报，请指正。"), 1),
        (("正文。", "报送：市委办公室", "二〇二六年三月一日"), 2),
        (("正文。", "接着说。"), 0),
    ],
)
def test_the_last_call_closes_a_text(texts, count):
    """With the thanks, a set phrase, what stands under it."""
    assert structure.closing(lines(*texts)) == count


def sections(*texts):
    """What a text of these lines is taken apart to, paragraphs left out."""
    items = [
        item for stretch in tree.stretches(lines(*texts)) for item in structure.parts(stretch, Detail.NESTED)
    ]
    return [item for item in items if isinstance(item, Section)]


def outlined(points):
    """Titles or first texts, nested."""
    return [
        (point.title or point.text[0], outlined(point.points))
        if point.points
        else point.title or point.text[0]
        for point in points
    ]


def test_marks_that_change_within_a_row_stay_one_row():
    """A number that goes on stands beside the one before it, whatever its mark."""
    row = sections("第一，抓早。要早。", "第二，抓小。要小。", "其三，抓实。要实。")
    below = sections("1.查。要查。", "（1）矿山。查。", "（2）工地。查。", "2、训。要训。")

    assert outlined(row[0].points) == ["抓早", "抓小", "抓实"]
    assert row[0].marks == ("第一，", "第二，", "其三，")
    assert outlined(below[0].points) == [("查", ["矿山", "工地"]), "训"]
    assert below[0].marks == ("1.", "2、")


def test_the_first_of_the_headings_stands_above_lesser_ones():
    """一、 after 1. and 2. is no point of the second."""
    found = sections("1.抓产业。招商。", "2.抓民生。办实事。", "一、强化领导。各级要重视。")

    assert [outlined(section.points) for section in found] == [["抓产业", "抓民生"], ["强化领导"]]


def test_a_list_of_short_lines_stays_together_and_what_follows_is_about_all():
    """Numbered or with bullets; a second list is one of its own, and headings with text are none."""
    once = sections("1.抓项目", "2.抓民生", "3.抓安全", "各单位要认真落实。")
    twice = sections("● 甲事", "● 乙事", "各单位要认真落实。", "1.丙事", "2.丁事")
    headed = sections("1.抓项目", "要抓项目。", "2.抓民生", "要抓民生。")

    assert (outlined(once[0].points), once[0].tail) == (
        ["抓项目", "抓民生", "抓安全"],
        ("各单位要认真落实。",),
    )
    assert [outlined(section.points) for section in twice] == [["甲事", "乙事"], ["丙事", "丁事"]]
    assert twice[1].lead == ("各单位要认真落实。",)
    assert [section.heading for section in headed] == ["1.抓项目", "2.抓民生"]


def test_a_bullet_with_a_colon_is_a_title_and_its_text():
    """As web pages have it; the colon stays with the title."""
    found = sections("- 要点一 :内容", "- 要点二：内容")

    assert [(point.title, point.text) for point in found[0].points] == [
        ("要点一 :", ("内容",)),
        ("要点二：", ("内容",)),
    ]


def test_a_paragraph_counts_three_deep():
    """Each row by its own marks, in the paragraph that opens a text too."""
    text = "我们取得了成绩，主要有两个方面。一是经济增长。其中，一要抓工业：首先，抓大；第二，抓强。二要抓农业。二是民生改善。"
    found = sections(text)

    assert outlined(found[0].points) == [
        ("经济增长", [("抓工业：", ["抓大；", "抓强。"]), "抓农业。"]),
        "民生改善。",
    ]


def test_what_a_meeting_is_for_stays_in_the_paragraph_that_opens_the_text():
    """However it counts it."""
    assert sections("今天的会议有两项任务：一是总结工作；二是部署任务。") == []


def test_parts_stand_above_headings():
    """第一部分 above 一、, 一、 above （一）."""
    found = sections("第一部分 成绩", "一、经济", "经济好。", "第二部分 打算", "一、抓早", "要早。")

    assert [(section.heading, outlined(section.points)) for section in found] == [
        ("第一部分 成绩", ["经济"]),
        ("第二部分 打算", ["抓早"]),
    ]


def test_a_short_line_among_titles_that_run_in_is_one_of_their_row():
    """第二， stands alone, with a list under it."""
    found = sections(
        "第一，要警醒。形势严峻。", "第二，要加强", "1、抓早。", "2、抓小。", "第三，要压实。党政同责。"
    )

    assert [outlined(section.points) for section in found] == [
        ["要警醒", ("要加强", ["抓早。", "抓小。"]), "要压实"]
    ]


def test_under_titles_that_stand_alone_a_paragraph_still_counts():
    """The section says that titles stand alone, each point that its row is in its paragraph."""
    (found,) = sections(
        "一、工作", "（一）抓项目", "开工56个。一是早。二是快。", "（二）抓民生", "一是路；二是水。"
    )

    assert found.layout == "heading"
    assert outlined(found.points) == [("抓项目", ["早。", "快。"]), ("抓民生", ["路；", "水。"])]
    assert {point.layout for point in found.points} == {"inline"}


@pytest.mark.parametrize(
    "last",
    [
        "以上就是我的汇报，请批评指正。",
        "我就讲这些，谢谢大家！",
        "老师们、同志们，教育事业无上光荣。",
        "乡亲们，干起来！",
        "最后，祝大家身体健康！",
        "我要讲的就是这些，谢谢！",
        "我的表态发言完毕，谢谢大家。",
        "以上对照检查，敬请批评指正。",
        "不当之处，敬请批评指正。",
        "预祝大会圆满成功！",
        "述职人：王明",
    ],
)
def test_set_phrases_close_a_text(last):
    """Whatever points stand above them."""
    assert structure.closing(lines("一、抓早", "要早。", last)) == 1
