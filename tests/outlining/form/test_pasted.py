"""What copying a page brings: its title twice, several texts in one, a table of contents, marks in words."""

from __future__ import annotations

import pytest

from drafter.model.source import Line, Source
from drafter.outlining.form import leftovers, pasted

SPEECH = ["同志们：", "今天开个会。", "一、看清难处", "去年雨多。", "二、抓紧干活", "四月底前清完。"]


def lines(*texts):
    return [Line(text, number) for number, text in enumerate(texts, 1)]


def left(*texts, part=1):
    """The lines that stay, and why the others went."""
    found = leftovers.set_aside(Source(tuple(lines(*texts))), part)
    return (
        [line.text for line in found.lines],
        [(one.text, one.reason) for one in found.dropped],
        found.problems,
    )


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["在春耕会上的讲话（全文共1200字）", "在春耕会上的讲话"], "在春耕会上的讲话"),
        (["在春耕会上的讲话", "在春耕会上的讲话"], "在春耕会上的讲话"),
        (["春耕会讲话（精选9篇）"], "春耕会讲话"),
        (["春耕会讲话范文 篇3"], "春耕会讲话"),
        (["春耕会讲话.docx"], "春耕会讲话"),
        (["春耕会讲话(3)"], "春耕会讲话"),
    ],
)
def test_a_title_stands_once_and_without_what_a_site_put_behind_it(above, title):
    """What goes is told."""
    kept, dropped, problems = left(*above, *SPEECH)

    assert kept == [title, *SPEECH] and not problems
    gone = "".join(text for text, _ in dropped).replace(" ", "")
    assert sorted(gone) == sorted("".join(above).replace(title, "", 1).replace(" ", ""))


def test_of_several_texts_the_one_asked_for_is_kept():
    """The first where nobody asks; the others are told, and that there are several."""
    both = ["春耕会讲话 篇1", *SPEECH, "春耕会讲话 篇2", "乡亲们：", "一、换个样子", "种完再说。"]
    first, dropped, problems = left(*both)
    second, _, _ = left(*both, part=2)

    assert first == ["春耕会讲话", *SPEECH]
    assert second == ["春耕会讲话", "乡亲们：", "一、换个样子", "种完再说。"]
    assert ("乡亲们：", "第 2 篇") in dropped
    assert [problem.code for problem in problems] == ["several-texts"]


def test_texts_that_call_and_count_anew_are_several():
    """Without any number; one that only calls again at its end is one."""
    again = ["在护林会上的讲话", *SPEECH]

    assert [len(part) for part in pasted.parted(lines("在春耕会上的讲话", *SPEECH, *again))] == [7, 7]
    assert len(pasted.parted(lines("在春耕会上的讲话", *SPEECH, "同志们：", "让我们动手干。"))) == 1


def test_a_typed_table_of_contents_is_set_aside():
    """Its lines come again below."""
    kept, dropped, _ = left("目录", "一、看清难处", "二、抓紧干活", *SPEECH)

    assert kept == SPEECH
    assert [text for text, reason in dropped if reason == "目录"] == ["目录", "一、看清难处", "二、抓紧干活"]


def test_marks_that_a_site_put_into_words_go():
    """And a stop behind the salutation."""
    kept, dropped, _ = left("同志们:。", "做好进一步的.安排，大家`齐心。")

    assert kept == ["同志们:", "做好进一步的安排，大家齐心。"]
    assert sorted(text for text, _ in dropped) == [".", "`", "。"]


def test_a_text_that_is_cut_off_is_told():
    """The notice goes, and is said."""
    _, _, problems = left(*SPEECH, "（未完，全文共3000字，登录后可查看）")

    assert [problem.code for problem in problems] == ["cut-off"]


def test_a_day_beside_a_sites_name_is_that_of_the_upload():
    """One that stands alone is the text's."""
    assert left("在春耕会上的讲话", "东山范文网", "2024-03-01", *SPEECH)[0] == ["在春耕会上的讲话", *SPEECH]
    assert left("在春耕会上的讲话", "2024-03-01", *SPEECH)[0] == ["在春耕会上的讲话", "2024-03-01", *SPEECH]


@pytest.mark.parametrize(
    "texts",
    [
        ["学习《选读》的心得体会", "同志们：", "一、精读第一篇", "学懂了。", "二、精读第二篇", "学透了。"],
        ["主持词", "同志们：", "今天有两项议程：", "一、传达。", "二、部署。", "同志们：", "会后抓好三条：", "一、学。", "二、干。"],
    ],
)  # fmt: skip
def test_a_number_within_a_text_and_a_second_call_make_no_second_text(texts):
    """Headings may name a chapter that was read; a host calls upon his listeners twice."""
    found, _, problems = left(*texts)

    assert found == texts and problems == ()
