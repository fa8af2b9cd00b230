"""What the shipped templates say on an occasion: the faults that were found in drafts, each put right."""

from __future__ import annotations

import pytest

from tests.builders import lines, problems

TWO = "[{标题: 扩建县馆, 正文: 9月底前开工3个。}, {标题: 配齐人员, 正文: 6月底前配齐。}]"
ONE = "[{标题: 扩建县馆, 正文: 9月底前开工3个。}]"
TITLE = "标题: 在全市档案工作会议上的讲话\n日期: 2026-03-12\n称谓: [同志们]\n"


def draft(genre, *, occasion="", parts="", head=TITLE):
    """The draft's whole text."""
    meeting = f"场合: {{{occasion}}}\n" if occasion else ""
    return "\n".join(lines(f"模板: {genre}\n{head}{meeting}{parts}"))


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
    """Of four wordings; the dates are those of the trial."""
    closings = {
        draft(
            "部署讲话",
            occasion="名称: 全市档案工作会议",
            parts="任务: 抓好落实。\n",
            head=TITLE.replace("12", f"{day}"),
        ).split("\n", 5)[-1]
        for day in range(10, 26)
    }

    assert len(closings) == 4


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
        parts=f"不足: {{小标题: 差距, 暂不用: 是, 要点: {TWO}}}\n"
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
    for day in range(10, 20):
        head = TITLE.replace("-12", f"-{day}")
        assert "以案为鉴、引以为戒" in draft(
            "部署讲话", occasion="名称: 全局警示教育大会", parts="任务: 抓好落实。\n", head=head
        )


def test_one_gap_is_not_the_reason_of_every_task():
    """针对这个问题 would claim it."""
    text = draft(
        "部署讲话", parts=f"不足: {{小标题: 差距, 要点: {ONE}}}\n任务: {{小标题: 任务, 要点: {TWO}}}\n"
    )

    assert "着眼解决这个问题、把工作往前推，" in text


def test_a_heading_that_stands_alone_has_no_number():
    """Its points begin with 一、."""
    text = draft("部署讲话", parts=f"任务: {{小标题: 今年的事, 要点: {TWO}}}\n")

    assert "\n今年的事\n" in text and "\n一、扩建县馆\n" in text and "（一）" not in text


def test_a_transition_of_the_library_stands_before_the_part_that_it_leads_to():
    """Wherever it was put; what the template says, and the count, stay."""
    text = draft(
        "部署讲话",
        parts=f"成绩: {{小标题: 去年的事, 要点: {TWO}}}\n不足:\n  - {{小标题: 差距, 要点: {TWO}}}\n"
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

    assert "会议开得急。\n刚才，市长李四作了讲话，请大家认真领会，结合实际抓好落实。" in text
    assert "下面，我讲两点意见。" in text
