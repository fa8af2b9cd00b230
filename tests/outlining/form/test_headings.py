"""Headings that bring no mark."""

from __future__ import annotations

import pytest

from drafter.model.document import Role
from drafter.model.source import Line
from drafter.outlining.form import headings, unbroken

LONG = "各县区各部门把这件事放在心上、抓在手上，一件一件往前推，到年底全部见到了实实在在的成效。"


def told(*texts, lead=0):
    return headings.told([Line(text, n, lead=lead) for n, text in enumerate(texts, 1)], [])


def test_short_lines_over_paragraphs_head_them():
    """Where there are several, and no full stop in them."""
    roles = [line.role for line in told("去年的工作", LONG, "今年的打算", LONG)]

    assert roles == [Role.HEADING, None, Role.HEADING, None]


def test_one_short_line_is_no_heading():
    """Nor are lines one under another, or sentences."""
    assert all(line.role is None for line in told("去年的工作", LONG, LONG))
    assert all(line.role is None for line in told("会议时间", "会议地点", "会议主持"))
    assert all(line.role is None for line in told("我来讲讲。", LONG, "大家听听！", LONG))


def test_a_line_that_is_bold_as_a_whole_is_a_heading():
    """A long one, or one that ends as a sentence, is just bold."""
    assert told("去年的工作", LONG, lead=5)[0].role is Role.HEADING
    assert told("工作很好。", LONG, lead=5)[0].role is None
    assert told(LONG, lead=len(LONG))[0] == Line(LONG, 1)


def test_a_bold_first_sentence_is_set_apart():
    """It is the title that runs into its paragraph; bold up to the middle of a sentence is not."""
    text = "把路修好。" + LONG

    assert told(text, lead=5)[0].lead == 5
    assert told(text, lead=4)[0].lead == 4
    assert told(text, lead=3)[0].lead == 0


def test_paragraphs_whose_first_sentences_are_worded_alike_have_titles():
    """Three or more in a row."""
    alike = [f"提升{what}质量，就是要聚焦“{word}”字，在{how}上下功夫。{LONG}" for what, word, how in
             (("办文", "准", "精益求精"), ("办会", "细", "环环相扣"), ("办事", "快", "马上就办"))]  # fmt: skip

    assert [line.lead for line in told(*alike)] == [line.text.index("。") + 1 for line in told(*alike)]
    assert [line.lead for line in told(*alike[:2])] == [0, 0]
    assert [line.lead for line in told(LONG + "甲。", LONG[::-1] + "。乙。", "另一段话。" + LONG)] == [
        0,
        0,
        0,
    ]


def test_words_of_order_that_open_paragraphs_are_a_row():
    """Mixed as people mix them; one alone, or one that calls upon the listeners, is none."""
    row = [line.mark for line in told("首先，" + LONG, "接着说。" + LONG, "第二，" + LONG, "最后，" + LONG)]

    assert row == ["首先，", "", "第二，", "最后，"]
    assert [line.mark for line in told("首先，祝贺大会召开。" + LONG, LONG)] == ["", ""]
    assert [line.mark for line in told(LONG, "最后，谢谢大家。")] == ["", ""]


def test_looks_are_levels():
    """What is set in the font of the first level heads what is bold."""
    lines = [Line("去年的工作", 1, level=1, lead=5), Line("路修好了", 2, level=3, lead=4), Line(LONG, 3)]
    found = headings.told(lines, [])

    assert found[0].level < found[1].level
    assert {line.role for line in found[:2]} == {Role.HEADING}


def test_a_text_that_lost_its_breaks_is_broken_where_a_thought_opens():
    """Before marks that count from one, and before calls; nothing is lost, and it is said."""
    guesses = []
    body = LONG * 12
    text = f"{body}第一，抓紧干。{body}第二，抓实干。{body}同志们！让我们干起来。"
    found = unbroken.parted([Line(text, 1)], guesses)

    assert [line.text[:4] for line in found] == [LONG[:4], "第一，抓", "第二，抓", "同志们！"]
    assert "".join(line.text for line in found) == text
    assert "分成了 4 段" in guesses[0].why


def test_a_paragraph_of_usual_length_stays_whole():
    """Whatever it counts."""
    line = Line(f"{LONG}第一，抓紧干。第二，抓实干。", 1)

    assert unbroken.parted([line], []) == [line]


@pytest.mark.parametrize("end", ["", "。"])
def test_sentences_worded_alike_that_stand_alone_over_paragraphs_are_headings(end):
    """Longer than a heading is, some with several paragraphs under them."""
    texts = []
    for what, where in (("转变作风", "真抓实改"), ("强化担当", "落地见效"), ("从严管理", "严管厚爱")):
        texts += [f"{what}，就是要聚焦突出问题、回应群众关切，始终做到在{where}上下功夫{end}", LONG + LONG]
    found = told(*texts[:4], LONG, *texts[4:])

    assert [line.role is Role.HEADING for line in found] == [True, False, True, False, False, True, False]


def test_first_sentences_of_two_words_alike_are_parallel():
    """讲政治，做……的表率。 four times."""
    texts = [
        f"讲{what}，做{how}的表率。{LONG}"
        for what, how in (
            ("政治", "对党忠诚"),
            ("发展", "担当实干"),
            ("服务", "一心为民"),
            ("规矩", "清正廉洁"),
        )
    ]

    assert all(line.lead for line in told(*texts))


def test_a_text_on_one_line_is_broken_where_it_counts_its_parts():
    """Title, date and salutation too; headings whose breaks became spaces stand alone again."""
    body = "各级要高度重视，切实把思想和行动统一起来，一项一项抓好落实。"
    text = f"在会上的讲话（2026年3月5日）同志们：今天开会。一、提高认识 {body}二、狠抓落实。（一）抓项目。{body}谢谢大家！"
    found = [line.text for line in unbroken.parted([Line(text, 1)], [])]

    assert found == [
        "在会上的讲话", "（2026年3月5日）", "同志们：", "今天开会。", "一、提高认识", body,
        "二、狠抓落实。", f"（一）抓项目。{body}", "谢谢大家！",
    ]  # fmt: skip


def test_a_paragraph_among_others_stays_whole_whatever_it_counts():
    """It is not most of the file."""
    line = Line("有两件事。一、抓紧干。二、抓实干。", 1)

    assert unbroken.parted([line, Line(LONG, 2)], []) == [line, Line(LONG, 2)]


def test_a_heading_may_follow_the_colon_that_announces_it():
    """现将情况汇报如下：, and no number."""
    found = told("今年以来，我局认真履职，现将情况汇报如下：", "工作完成情况", LONG, "存在的问题", LONG)

    assert [line.role is Role.HEADING for line in found] == [False, True, False, True, False]


def test_words_of_order_and_other_marks_are_one_row():
    """首先, 二是, 第三."""
    found = told("首先，" + LONG, "二是" + LONG, "第三，" + LONG)

    assert [line.mark for line in found] == ["首先，", "二是", "第三，"]


@pytest.mark.parametrize(("length", "heading"), [(3, False), (4, True), (30, True), (31, False)])
def test_a_short_line_over_a_paragraph_has_four_to_thirty_characters(length, heading):
    """Several of them, and no others."""
    heads = ["甲" * length, "乙" * length]
    long = "字" * 200 + "。"
    read = told(heads[0], long, heads[1], long)

    assert [line.role is Role.HEADING for line in read] == [heading, False, heading, False]


@pytest.mark.parametrize(("length", "parted"), [(1200, False), (1201, True)])
def test_a_paragraph_of_1200_characters_may_be_meant(length, parted):
    """A longer one lost its breaks; so did a shorter one that is most of a file and counts its parts."""
    end = "。（二）乙。"
    text = "头。（一）甲" + "字" * (length - 6 - len(end)) + end
    whole = [Line(text, 1), Line("字" * 2000, 2)]

    assert len(unbroken.parted(whole, [])) == (4 if parted else 2)


@pytest.mark.parametrize(("others", "parted"), [(41, False), (39, True)])
def test_a_shorter_one_that_is_most_of_a_file_lost_its_breaks_too(others, parted):
    """Six tenths of it, and a count of its parts."""
    text = "字" * 30 + "。一、甲" + "字" * 15 + "。二、乙" + "字" * 5
    assert len(text) == 58

    assert (len(unbroken.parted([Line(text, 1), Line("字" * (others - 2), 2)], [])) > 2) is parted
