"""Each slip of the hand gets its own message, at its place, with what to write instead."""

from __future__ import annotations

import pytest

from drafter.readers.yaml import slips
from tests.builders import problems

SLIPS = [
    ("标题：讲话", "fullwidth-colon", 1, 3, "标题: 讲话"),
    ("标题:讲话", "colon-space", 1, 4, "标题: 讲话"),
    ("标题:　讲话", "colon-space", 1, 4, "标题: 讲话"),
    ("称谓:\n  -同志们", "dash-space", 2, 4, "- 同志们"),
    ("成绩:\n\t小标题: 甲", "bad-indent", 2, 1, "小标题: 甲"),
    ("成绩:\n　　小标题: 甲", "bad-indent", 2, 1, "小标题: 甲"),
    ("开头: 办理｛｛ 量 ｝｝件", "fullwidth-braces", 1, 7, "开头: 办理{{ 量 }}件"),
    ("开头: {{ 量 }}件", "unquoted-start", 1, 5, "开头: '{{ 量 }}件'"),
    ("开头: *重点*", "unquoted-start", 1, 5, "开头: '*重点*'"),
    ("开头: &重点", "unquoted-start", 1, 5, "开头: '&重点'"),
    ("开头: %重点", "unquoted-start", 1, 5, "开头: '%重点'"),
    ("开头: @重点", "unquoted-start", 1, 5, "开头: '@重点'"),
    ("开头: !重点", "unquoted-start", 1, 5, "开头: '!重点'"),
    ('开头: "一网通办"改革', "unquoted-start", 1, 5, "开头: '\"一网通办\"改革'"),
    ("开头: [重点]推进", "unquoted-start", 1, 5, "开头: '[重点]推进'"),
    ("称谓: [同志们，各位来宾]", "fullwidth-comma", 1, 9, "称谓: [同志们, 各位来宾]"),
    ("任务:\n  要点:\n    - {标题: 甲，正文: 乙}", "fullwidth-comma", 3, 13, "- {标题: 甲, 正文: 乙}"),
    ("开头: #1楼着火", "cut-short", 1, 5, "开头: '#1楼着火'"),
    ("任务:\n  要点:\n    - 标题：甲", "fullwidth-colon", 3, 9, "- 标题: 甲"),
    ("任务:\n  要点:\n    - 标题:甲", "colon-space", 3, 10, "- 标题: 甲"),
    ("开头: 完成 #1 工程", "cut-short", 1, 8, "开头: '完成 #1 工程'"),
    (
        "任务:\n  要点:\n    - {标题: 甲, 正文: 共{{ 量 }}件}",
        "reference-in-flow",
        3,
        20,
        "- {标题: 甲, 正文: '共{{ 量 }}件'}",
    ),
    ("开头: 会议指出: 要抓实", "inner-colon", 1, 9, "开头: '会议指出: 要抓实'"),
]


@pytest.mark.parametrize(("text", "code", "line", "column", "mended"), SLIPS)
def test_a_slip_is_found_where_it_is_and_mended(text, code, line, column, mended):
    """The message has the right place, and the line as it should be."""
    mended_text, found = slips.find(text, "大纲.yaml")

    assert [(p.code, p.place.line, p.place.column) for p in found] == [(code, line, column)]
    assert found[0].fix.new == mended
    assert found[0].hint
    assert slips.find(mended_text, "大纲.yaml")[1] == []


@pytest.mark.parametrize(("text", "code", "line", "column", "_"), SLIPS)
def test_reading_an_outline_reports_its_slips(text, code, line, column, _):
    """The reader finds the same slip, whatever YAML made of the line."""
    assert (code, line, column) in problems(text)


def test_slips_and_structure_are_reported_in_one_run():
    """First the slips, line by line, then what is wrong with the structure."""
    found = problems("标题：讲话\n数据:\n  量：1\n小标题: x\n标题: 又一个\n")

    assert [code for code, *_ in found] == [
        "fullwidth-colon",
        "fullwidth-colon",
        "unknown-key",
        "repeated-key",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "开头: 会议要求：抓紧抓实",
        "开头: |\n  标题：这是正文\n  #1 工程\n  -短横",
        "开头: 第一行\n  标题：还是正文",
        "任务:\n  要点:\n    - 任务：完成好",
        "标题: 讲话 # 注释",
        "称谓: [同志们, 各位来宾]",
        "称谓: ['同志们，朋友们']",
        "开头: '{{ 量 }}件'",
        '开头: "一网通办"',
        "日期: 2026-03-12 # 周四",
        "# 整行注释：标题：讲话",
        "开头: ——破折号开头",
        "开头: 比例为3:1",
        "数据:\n  量: {数值: 1, 单位: 件}",
        "要点:\n  - 正文:\n      - 甲",
    ],
)
def test_what_is_right_is_left_alone(text):
    """No slip is found in lines that mean what they say."""
    assert slips.find(text, "x") == (text, [])
