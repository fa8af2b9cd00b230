"""Who did what, and who is still to do what, as a speech says it."""

from __future__ import annotations

import pytest

from drafter.model.words import pieces_of
from drafter.templating.around import agenda
from tests.builders import lines, words


@pytest.mark.parametrize(
    ("who", "does", "what", "said"),
    [
        ("市政府办公室", "宣读", "《关于通报表扬的决定》", "市政府办公室宣读了《关于通报表扬的决定》"),
        ("三个县区", "发言", "", "三个县区分别作了发言"),
        ("甲县、乙县", "交流发言", "", "甲县、乙县分别作了交流发言"),
        ("林局长", "讲话", "", "林局长作了讲话"),
        ("林局长", "作讲话", "", "林局长作了讲话"),
        ("林局长", "讲话", "安全生产", "林局长围绕安全生产作了讲话"),
        ("市教育局", "汇报", "全年工作", "市教育局汇报了全年工作"),
        ("市教育局", "通报了", "有关情况", "市教育局通报了有关情况"),
        ("甲县", "介绍经验", "", "甲县介绍了经验"),
        ("林局长", "总结讲话", "", "林局长作了总结讲话"),
        ("甲县、乙县", "汇报发言", "", "甲县、乙县分别作了汇报发言"),
        ("王教授", "授课", "", "王教授作了授课"),
        ("甲县", "表态", "", "甲县作了表态发言"),
        ("甲县", "书面发言", "", "甲县作了书面发言"),
        ("大家", "观看", "警示教育片", "大家观看了警示教育片"),
        ("市政府", "颁奖", "先进单位", "市政府为先进单位颁奖"),
        ("市政府", "颁奖", "", "市政府颁奖了"),
        ("大家", "参观", "", "大家参观了"),
        ("大家", "去参观", "", "大家去参观"),
        ("大家", "看", "", "大家看"),
        ("大家", "去参观", "展馆", "大家去参观了展馆"),
        ("市教育局", "通报", "", "市教育局作了通报"),
        ("各县区", "做了汇报", "", "各县区分别作了汇报"),
        ("12个县", "发言", "", "12个县分别作了发言"),
    ],
)
def test_what_is_over_is_told_as_done(who, does, what, said):
    """The verb takes 了 where Chinese puts it."""
    assert agenda.done(who, does, what) == said


@pytest.mark.parametrize(
    ("who", "does", "what", "said"),
    [("李副市长", "讲话", "", "李副市长还要讲话"), ("市政府", "签订", "责任书", "市政府还要签订责任书"),
     ("李副市长", "讲话", "安全生产", "李副市长还要围绕安全生产讲话")],
)  # fmt: skip
def test_what_is_still_to_come_is_told_so(who, does, what, said):
    """Without 了."""
    assert agenda.to_do(who, does, what) == said


@pytest.mark.parametrize(
    ("who", "does", "what", "said"),
    [
        ("三个县区", "发言", "", "三个县区发言"),
        ("林局长", "讲话了", "", "林局长讲话"),
        ("市政府办公室", "宣读", "《决定》", "市政府办公室宣读《决定》"),
        ("林局长", "讲话", "安全生产", "林局长围绕安全生产讲话"),
        ("市政府", "颁奖", "先进单位", "市政府为先进单位颁奖"),
        ("市政府", "颁奖", "", "市政府颁奖"),
    ],
)
def test_an_agenda_lists_what_is_done(who, does, what, said):
    """Neither over nor to come."""
    assert agenda.plain(who, does, what) == said


@pytest.mark.parametrize("tell", [agenda.plain, agenda.done, agenda.to_do])
@pytest.mark.parametrize("does", ["做了汇报", "讲话了", "宣读", "颁奖", "表态", "参观"])
def test_each_word_keeps_where_it_was_typed(tell, does):
    """Whatever is put around it, or left out of it."""
    pieces = [pair for pair in pieces_of(tell(words("甲县"), words(does), words("全年工作"))) if pair[1]]

    assert {origin.passage.said for _, origin in pieces} == {"甲县", does, "全年工作"}
    assert all(origin.passage.said[origin.offset :].startswith(piece) for piece, origin in pieces)


def test_times_stand_in_sentences_of_their_own_and_the_speaker_is_left_out():
    """刚才 before 待会儿; nobody announces himself."""
    printed = lines(
        "模板: 部署讲话\n标题: 题\n讲话人: {姓名: 林舟}\n场合:\n  名称: 推进会\n  主办: 市政府\n  议程:\n"
        "    - {谁: 甲局, 做: 宣读, 什么: 《决定》, 何时: 刚才}\n    - {谁: 乙县, 做: 发言}\n"
        "    - {谁: 林舟, 做: 讲话, 何时: 现在}\n    - {谁: 何副市长, 做: 讲话, 何时: 待会儿}\n    - {谁: 丙局, 做: 签订, 什么: 责任书, 何时: 会后}\n"
        "任务: 甲。\n结尾: 完。\n"
    )

    assert (
        "刚才，甲局宣读了《决定》，乙县作了发言。待会儿，何副市长还要讲话。会后，丙局还要签订责任书，请大家一并抓好落实。"
        in printed[2]
    )
    assert "林舟作了" not in printed[2]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (
            "什么: 方案, 汇报人: 科长何岸, 讨论: 标准合适, 议定: 原则同意方案",
            "会议听取了科长何岸关于方案的汇报。会议认为，标准合适。会议原则同意方案。",
        ),
        ("做: 研究, 什么: 食堂改造, 议定: 年底前开工。", "会议研究了食堂改造。会议决定，年底前开工。"),
        ("做: 审议, 什么: 《办法》, 讨论: 会议同意修改后印发。", "会议审议了《办法》。会议同意修改后印发。"),
        ("做: 审议, 什么: 规划, 讨论: 规划可行", "会议审议了规划。会议认为，规划可行。〔待补：议定意见〕。"),
        ("什么: 方案, 汇报人: 科长何岸", "会议听取了科长何岸关于方案的汇报。〔待补：议定意见〕。"),
        (
            "做: 传达学习, 什么: 会议精神, 讨论: 要抓好两件事",
            "会议传达学习了会议精神。会议认为，要抓好两件事。",
        ),
    ],
)
def test_an_item_that_was_considered_says_how_and_what_was_decided(item, said):
    """Nothing is agreed that the outline does not say."""
    text = lines(f"模板: 纪要\n标题: 题\n场合:\n  名称: 局党组会\n  议程:\n    - {{{item}}}\n")

    assert said in text
    assert not any("待补：议定事项" in line for line in text)


def test_what_is_studied_comes_first():
    """Whatever its place on the agenda."""
    agenda = "    - {什么: 方案, 汇报人: 何岸, 议定: 同意}\n    - {做: 学习, 什么: 精神, 讨论: 要抓好}\n"
    text = lines(f"模板: 纪要\n标题: 题\n场合:\n  名称: 局党组会\n  议程:\n{agenda}")

    first, second = (next(line for line in text if line.startswith(mark)) for mark in ("一、", "二、"))
    assert "学习了精神" in first and "方案" in second


@pytest.mark.parametrize(
    ("who", "does", "told"),
    [
        ("甲局长、乙主任", "分别发言", "甲局长、乙主任分别作了发言"),
        ("丙、丁", "分别作交流发言", "丙、丁分别作了交流发言"),
    ],
)
def test_what_several_did_is_said_once(who, does, told):
    """However it was typed."""
    assert agenda.done(who, does, "") == told
