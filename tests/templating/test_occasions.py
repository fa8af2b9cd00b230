"""What a genre says on its occasion and of its parts, from sparse outlines."""

from __future__ import annotations

import pytest

from tests.builders import problems
from tests.templating.sparse import ONE, TITLE, TWO, draft


def test_minutes_name_the_first_leader_first():
    """By rank, however they are listed."""
    text = draft(
        "纪要",
        head="标题: 全市档案工作会议纪要\n日期: 2026-03-12\n",
        occasion="名称: 全市档案工作会议, 人员: [{姓名: 叶知微, 职务: 副市长, 排序: 2}, {姓名: 梁溯, 职务: 市长, 排序: 1}], "
        "议程: [{谁: 副市长叶知微, 做: 讲话}, {谁: 市长梁溯, 做: 讲话}]",
        parts="议定事项: {要点: [办好一件事]}\n",
    )

    assert text.index("梁溯") < text.index("叶知微")


def test_a_list_of_short_texts_is_a_row_of_points():
    """With marks and end marks; paragraphs and openings stay."""
    text = draft(
        "通知",
        head="标题: 关于做好防汛工作的通知\n日期: 2026-07-01\n主送: 各科室\n公文: {发文机关: 市档案局, 文号: 澜档〔2026〕3号}\n",
        parts="事项: [加强值守, 备足物资]\n工作要求: [压实责任, 按时报送]\n",
    )

    assert "加强值守。" in text and "按时报送。" in text


def test_a_part_that_is_parked_is_not_printed_or_counted():
    """Nor what refers to it."""
    text = draft(
        "部署讲话",
        parts=f"措辞: {{任务: 1}}\n不足: {{小标题: 差距, 暂不用: 是, 要点: {TWO}}}\n"
        "任务: {小标题: 任务, 要点: [{标题: 甲事, 正文: 一。}, {标题: 乙事, 正文: 二。, 暂不用: 是}, {标题: 丙事, 正文: 三。}]}\n",
    )

    assert "差距" not in text and "针对" not in text and "乙事" not in text
    assert "两" in text and "三项" not in text


def test_a_part_that_the_genre_has_no_place_for_prints_before_the_tasks():
    """Nothing that somebody wrote is refused."""
    text = draft("部署讲话", parts="任务: 抓好落实。\n意义: 意义很大。\n")

    assert text.index("意义很大。") < text.index("抓好落实。")


def test_a_sentence_of_ones_own_is_printed_where_the_template_has_none():
    """No occasion, no opening of the template's; the words are there."""
    text = draft("部署讲话", head="标题: 题\n", parts="措辞: {开头: 我先说一句。}\n任务: 抓好落实。\n")

    assert "我先说一句。" in text


def test_a_place_that_is_left_empty_is_as_if_not_written():
    """The opening does not vanish."""
    occasion = "名称: 全市档案工作会议"

    assert draft("部署讲话", occasion=occasion, parts="措辞:\n  开头:\n任务: 抓好落实。\n") == draft(
        "部署讲话", occasion=occasion, parts="任务: 抓好落实。\n"
    )


@pytest.mark.parametrize("wording", ["0", "甲", "{开头: 0}", "{结为: 1}", "[1]"])
def test_a_choice_that_is_none_is_an_error(wording):
    """It would choose something else, and nobody would know."""
    assert problems(f"模板: 部署讲话\n措辞: {wording}\n任务: 抓好落实。\n")


def test_who_calls_his_text_the_body_is_asked_for_nothing_else():
    """It is all in there."""
    text = draft("致辞", parts="主体: 澜川产茶一千二百年。\n")

    assert "待补" not in text


@pytest.mark.parametrize("genre", ["表态发言", "交流发言", "致辞", "新闻通稿"])
def test_a_guest_does_not_say_why_the_meeting_is_held(genre):
    """The host does."""
    assert "为了贯彻" not in draft(genre, occasion="名称: 全市档案工作会议, 上级精神: 省里的部署", parts="")


@pytest.mark.parametrize("genre", ["通知", "纪要"])
def test_a_paper_says_what_it_carries_out_in_its_first_sentence(genre):
    """为贯彻……，决定召开."""
    text = draft(genre, occasion="名称: 全市档案工作会议, 上级精神: 省里的部署", parts="")

    assert "为贯彻省里的部署，" in text


def test_a_warning_meeting_closes_as_one():
    """Whatever the date."""
    for day in range(10, 26):
        head = TITLE.replace("-12", f"-{day}")
        text = draft("部署讲话", occasion="名称: 全局警示教育大会", parts="任务: 抓好落实。\n", head=head)
        closing = text.splitlines()[-1]
        assert any(word in closing for word in ("案例", "前车之鉴", "警钟", "反面的教训"))
        assert "谢谢大家" not in text


def test_one_gap_is_not_the_reason_of_every_task():
    """针对这个问题 would claim it, and 着眼解决这个问题 is no better."""
    text = draft(
        "部署讲话", parts=f"不足: {{小标题: 差距, 要点: {ONE}}}\n任务: {{小标题: 任务, 要点: {TWO}}}\n"
    )

    assert "这个问题" not in text.partition("任务")[2]


def test_a_heading_that_stands_alone_has_no_number():
    """Its points begin with 一、."""
    text = draft("部署讲话", parts=f"任务: {{小标题: 今年的事, 要点: {TWO}}}\n")

    assert "\n今年的事\n" in text and "\n一、扩建县馆\n" in text and "（一）" not in text


def test_a_transition_of_the_library_stands_before_the_part_that_it_leads_to():
    """Wherever it was put; what the template says, and the count, stay."""
    text = draft(
        "部署讲话",
        parts=f"措辞: {{不足: 2, 任务: 1}}\n成绩: {{小标题: 去年的事, 要点: {TWO}}}\n不足:\n  - {{小标题: 差距, 要点: {TWO}}}\n"
        f"  - {{导语: 另一面也要看。, 来源: 过渡-成绩-不足}}\n任务: {{小标题: 今年的事, 要点: {TWO}}}\n",
    )

    assert text.index("另一面也要看。") < text.index("二、差距")
    assert "针对这些问题，" in text
    assert "两个" in text.partition("二、差距")[2].partition("（一）")[0]


def test_an_opening_of_the_library_leaves_what_was_said_just_now():
    """The library cannot know it."""
    text = draft(
        "部署讲话",
        occasion="名称: 全市档案工作会议, 议程: [{谁: 市长李四, 做: 讲话, 何时: 刚才}]",
        parts=f"开头: {{导语: 会议开得急。, 来源: 开头-部署会}}\n任务: {{小标题: 一件事, 要点: {TWO}}}\n保障: {{小标题: 另一件, 要点: {TWO}}}\n",
    )

    assert "会议开得急。\n刚才，市长李四作了讲话，我们要认真领会、抓好贯彻。" in text
    assert "下面，我讲两点意见。" in text


def test_a_transition_stays_where_it_is_in_a_text_that_is_printed_as_it_is():
    """Somebody wrote it there."""
    text = draft(
        "原样",
        parts="不足:\n  - {小标题: 差距, 导语: 人少。}\n  - {导语: 另一面也要看。, 来源: 过渡-成绩-不足}\n",
    )

    assert text.index("差距") < text.index("另一面也要看。")


def test_an_opening_of_any_library_that_says_it_itself_is_left_alone():
    """Not twice 刚才."""
    occasion = "名称: 全市档案工作会议, 议程: [{谁: 市长李四, 做: 讲话, 何时: 刚才}]"
    opening = "开头: {导语: 刚才，李四市长讲了话。, 来源: 我的-旧稿-2}\n"

    assert draft("部署讲话", occasion=occasion, parts=f"{opening}任务: 抓好落实。\n").count("刚才") == 1
    assert "刚才" in draft(
        "部署讲话",
        occasion=occasion,
        parts=f"{opening.replace('刚才，李四市长讲了话', '开个会')}任务: 抓好落实。\n",
    )


@pytest.mark.parametrize("genre", ["部署讲话", "培训班讲话", "座谈会讲话", "动员讲话"])
def test_a_speaker_who_announces_his_points_himself_is_not_announced_again(genre):
    """Wherever he says it."""
    parts = f"任务: {{小标题: 今年的事, 导语: 借此机会，我讲两点意见。, 要点: {TWO}}}\n保障: {{小标题: 另一件, 要点: {TWO}}}\n"
    text = draft(genre, occasion="名称: 全市档案工作会议", parts=parts)

    assert text.count("我讲") == 1
