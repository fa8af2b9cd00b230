"""What the shipped templates say on an occasion: which wording, and the faults that were found, each put right."""

from __future__ import annotations

import pytest

from tests.templating.sparse import ONE, TITLE, TWO, draft


def test_one_gap_is_this_problem_and_one_task_has_no_phrase():
    """针对这些问题 needs several."""
    text = draft(
        "部署讲话", parts=f"不足: {{小标题: 差距, 要点: {ONE}}}\n任务: {{小标题: 任务, 要点: {ONE}}}\n"
    )

    assert "针对这个问题，" in text
    assert "这些问题" not in text and "（一）" not in text
    assert "抓紧抓实" not in text


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("全市档案工作会议", "召开"),
        ("档案业务培训班", "举办"),
        ("新馆启动仪式", "举行"),
        ("档案馆开放日", "举办"),
    ],
)
def test_a_meeting_is_held_by_the_verb_of_its_kind(name, verb):
    """召开 is for meetings."""
    text = draft("部署讲话", occasion=f"名称: {name}, 主办: 市档案局", parts="任务: 抓好落实。\n")

    assert f"{verb}{name}" in text or f"{verb}的{name}" in text


def test_a_host_inside_the_meetings_name_is_said_once():
    """集团公司召开集团公司安全生产工作会议."""
    for genre in ("部署讲话", "主持词", "动员讲话", "总结讲话"):
        occasion = "名称: 集团公司安全生产工作会议, 主办: 集团公司"
        assert draft(genre, occasion=occasion, head="标题: 讲话\n日期: 2026-03-12\n").count("集团公司") <= 3
        assert "集团公司召开集团公司" not in draft(genre, occasion=occasion)


def test_a_speech_takes_the_meeting_from_its_title():
    """And begins with an opening; no 下一步 where nothing went before."""
    text = draft("部署讲话", parts=f"任务: {{小标题: 任务, 要点: {ONE}}}\n")

    assert "召开" in text and "全市档案工作会议" in text.split("\n", 3)[3]
    assert "下一步" not in text


def test_causes_without_gaps_refer_to_none():
    """出现这些问题 needs them."""
    text = draft("部署讲话", parts="原因: [{导语: 人手偏紧。}]\n任务: 抓好落实。\n")

    assert "这些问题" not in text and "这个问题" not in text


def test_a_superior_who_has_spoken_is_answered():
    """大家认真领会, in a speech; whoever only reported is not."""
    spoken = "名称: 全市档案工作会议, 议程: [{谁: 市长李四, 做: 讲话, 何时: 刚才}]"
    told = "名称: 全市档案工作会议, 议程: [{谁: 王五, 做: 通报, 什么: 检查情况, 何时: 刚才}]"

    assert "认真领会" in draft("部署讲话", occasion=spoken, parts="任务: 抓好落实。\n")
    assert "认真领会" not in draft("部署讲话", occasion=told, parts="任务: 抓好落实。\n")


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("省政府关于档案工作的部署", "贯彻省政府关于档案工作的部署"),
        ("落实省政府关于档案工作的部署", "是落实省政府关于档案工作的部署"),
        ("3月2日，省政府召开了档案工作会议。", "。3月2日，省政府召开了档案工作会议。"),
        ("", "〔待补：上级精神〕"),
    ],
)
def test_what_comes_from_above_stands_in_the_opening(basis, said):
    """As it is given; a gap where it is empty on purpose."""
    occasion = f"名称: 全市档案工作会议, 上级精神: {basis}"

    assert said in draft("部署讲话", occasion=occasion, parts="任务: 抓好落实。\n")


def test_what_comes_from_above_stands_beside_an_opening_of_ones_own():
    """It is not lost there."""
    text = draft(
        "部署讲话",
        occasion="名称: 全市档案工作会议, 上级精神: 3月2日，省政府召开了档案工作会议。",
        parts="开头: 今天开个会。\n任务: 抓好落实。\n",
    )

    assert "3月2日，省政府召开了档案工作会议。" in text


def test_wordings_are_of_the_occasion_and_never_of_the_title():
    """The title is being typed."""
    parts = f"任务: {{小标题: 任务, 要点: {TWO}}}\n"
    occasion = "名称: 全市档案工作会议"
    renamed = TITLE.replace("在全市档案工作会议上的讲话", "抓好今年的档案工作")

    one, other = (draft("部署讲话", occasion=occasion, parts=parts, head=head) for head in (TITLE, renamed))

    assert one.split("\n")[1:] == other.split("\n")[1:]


def test_eight_days_later_it_does_not_close_with_the_same_words():
    """Of the wordings that a work speech draws unasked; the dates are those of the trial."""
    closings = {
        draft(
            "部署讲话",
            occasion="名称: 全市档案工作会议",
            parts="任务: 抓好落实。\n",
            head=TITLE.replace("12", f"{day}"),
        ).split("\n", 5)[-1]
        for day in range(10, 26)
    }

    assert len(closings) >= 4


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_outline_chooses_a_wording(number):
    """By its number, whatever the date."""
    texts = {
        draft(
            "部署讲话",
            occasion="名称: 全市档案工作会议",
            parts=f"措辞: {number}\n任务: 抓好落实。\n",
            head=TITLE.replace("-12", f"-{day}"),
        ).replace(f"3月{day}日", "")
        for day in (12, 13, 20)
    }

    assert len(texts) == 1


def test_the_outline_gives_the_sentence_itself():
    """A confirmed one stays whatever changes."""
    text = draft("部署讲话", parts="措辞: {结尾: 散会以后马上办。}\n任务: 抓好落实。\n")

    assert text.endswith("散会以后马上办。")
