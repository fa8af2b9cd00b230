"""What a typed outline says of itself, and that nothing of it is lost on the way to a genre."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.importing import recasting, typed
from drafter.readers import lines
from drafter.writers import outline_yaml
from tests.builders import session

POOL = (
    "在会上的讲话", "（2026年3月5日）", "2026年3月5日 星期四", "县委书记 王建国 2026年3月5日", "同志们：", "各位领导：",
    "称谓：同志们", "称谓：各位代表", "时间：2026年3月", "日期：3月10日", "标题：在动员会上的讲话", "讲话人：市长 赵明",
    "单位：全县规上企业", "副标题：关于{{ 工期 }}的事", "开头：总结前段", "结尾：号召大家", "3.收尾：十月验收。", "一、任务",
    "二、成绩（责任单位：县财政局）", "（一）抓早（市水务局，6月底）", "（二）抓小", "1.抓项目。要抓。", "2、抓民生", "其次，抓小。",
    "第一二，抓好。", "● 要点", "责任单位：县商务局", "牵头单位：县教育局；责任单位：县公安局；责任人：李四", "不能只靠公安局负责。",
    "县林业局负责，6月底前", "今天开会，一是早；二是小。其中，一要快；二要准。", "谢谢大家！", "——在会上的讲话提纲", "附件1",
    "（根据录音整理，档案号2026-31）", "主要有三点：", "一 成绩", "2 项目", "时长：半小时", "（提纲）", "提纲", "第一部分 总体",
)  # fmt: skip
LABELS = set(
    "称谓时间日期标题讲话人单位副开头结尾收时长半小时提纲责任牵负部分第一二三四首先其次再最后是要号召"
)


def han(text):
    return set(re.findall("[\u4e00-\u9fff]", text))


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(POOL), min_size=2, max_size=12),
    st.sampled_from(["部署讲话", "通知", "责任分工表"]),
)
def test_every_word_is_in_the_outline_or_said_to_be_left_out(texts, genre):
    """Whatever stands where, however often; labels and marks aside."""
    at = session()
    template = at.templates.named(genre)
    found = recasting.recast(at, lines.split_text("\n".join(texts)), template)
    written = outline_yaml.write(found.outline, template=template)
    told = [dropped.text for dropped in found.dropped] + [guess.why for guess in found.guessed]

    assert han("".join(texts)) - LABELS <= han(written + "".join(told))


def source(*texts):
    return lines.split_text("\n".join(texts))


def test_a_label_that_comes_again_is_text_and_salutations_come_together():
    """The first of two dates is the date."""
    found = typed.taken(
        source(
            "在会上的讲话",
            "称谓：各位代表",
            "称谓：同志们",
            "日期：2026年3月",
            "会议时间：2026年4月",
            "一、任务",
        )
    )

    assert found.said == {"audience": "各位代表\n同志们", "date": "2026年3月"}
    assert [line.text for line in found.source.lines] == ["在会上的讲话", "会议时间：2026年4月", "一、任务"]


def test_what_stands_below_the_salutation_is_text():
    """时间： and 地点： of a notice are what it says."""
    texts = ["关于开会的通知", "各单位：", "时间：2026年4月2日", "地点：二楼会议室"]

    assert [line.text for line in typed.taken(source(*texts)).source.lines] == texts


def test_a_closing_is_the_last_of_all():
    """收尾 in the middle of a list is a point."""
    texts = ["在会上的讲话", "一、任务", "1.开工：三月。", "2.收尾：十月验收。", "3.移交：年底。"]

    assert typed.taken(source(*texts)).closing == []
    assert typed.taken(source(*texts, "结尾：号召大家", "谢谢大家！")).closing == ["号召大家。", "谢谢大家！"]


@pytest.mark.parametrize(
    ("value", "minutes"), [("15分钟左右", 15), ("半小时", 30), ("约一个小时", 60), ("很久", None)]
)
def test_a_time_is_minutes(value, minutes):
    """What is no time stays text."""
    found = typed.taken(source("在会上的讲话", f"时长：{value}", "一、任务"))

    assert ("minutes" in found.said) == (minutes is not None)
    assert (
        minutes is None
        or recasting.recast(
            session(),
            source("在会上的讲话", f"时长：{value}", "一、任务"),
            session().templates.named("部署讲话"),
        ).outline.minutes
        == minutes
    )


def test_braces_in_a_label_are_no_reference():
    """They print as they are."""
    found = recasting.recast(
        session(),
        source("在会上的讲话", "副标题：关于{{ 工期 }}的事", "一、任务", "1.抓早。要早。"),
        session().templates.named("部署讲话"),
    )

    assert found.outline.subtitle == "关于\\{{ 工期 }}的事"
