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


def test_a_list_of_attachments_is_no_table_of_contents():
    """Though each of them stands again below as the title of one."""
    text = [
        "关于做好开学工作的通知", "各中心校：", "请抓好落实。", "附件：1.检查清单", "2.排查台账", "3.秋季校历",
        "兰川县教育局", "2026年8月12日", "附件1", "检查清单", "查校舍。", "附件2", "排查台账", "按月报。", "附件3", "秋季校历", "九月一日开学。",
    ]  # fmt: skip

    assert left(*text)[0] == text


@pytest.mark.parametrize("numbered", ["篇一：", "第一篇：", "【篇一】", "范文1："])
def test_texts_that_are_numbered_before_their_titles_are_several(numbered):
    """Whether the second counts 一、 or 一是."""
    other = numbered.replace("一", "二").replace("1", "2")
    both = [
        f"{numbered}在春耕会上的讲话",
        *SPEECH,
        f"{other}在座谈会上的讲话",
        "同志们：",
        "一是感谢。二是希望。",
    ]
    kept, _, problems = left(*both, part=2)

    assert kept == ["在座谈会上的讲话", "同志们：", "一是感谢。二是希望。"]
    assert [problem.code for problem in problems] == ["several-texts"]


def test_a_text_of_several_by_itself_says_nothing_of_the_others():
    """For `--each`, where they are outlines of their own."""
    source = Source(tuple(lines("篇1：在春耕会上的讲话", *SPEECH, "篇2：在座谈会上的讲话", *SPEECH)))
    alone = pasted.by_itself(leftovers.set_aside(source, 2))

    assert not alone.problems
    assert [one.text for one in alone.dropped] == ["篇2："]


def test_a_sentence_that_ends_like_a_title_keeps_its_stop():
    text = ["工作会议纪要", "会议听取了县住建局的汇报。", "一、议定事项", "抓紧办。"]

    assert left(*text)[0] == text
