"""Who answers for a task and by when, as people type it."""

from __future__ import annotations

import pytest

from drafter.outlining.assignments import Assignment, in_brackets, on_a_line


@pytest.mark.parametrize(
    ("text", "bare", "owner", "deadline"),
    [
        (
            "查隐患。（责任单位：市应急管理局；完成时限：2026-06-30）",
            "查隐患。",
            "市应急管理局",
            "2026-06-30",
        ),
        ("抓巡查（责任单位:县应急局;时限:11月底前）", "抓巡查", "县应急局", "11月底前"),
        ("进村入户(牵头单位：县林业局，配合单位：各乡镇)。", "进村入户。", "县林业局牵头，各乡镇配合", ""),
        ("抓督查（县政府督查室，12月底前）", "抓督查", "县政府督查室", "12月底前"),
        ("抓督查（县水务局、县住建局）", "抓督查", "县水务局、县住建局", ""),
        ("抓督查（年底前；牵头单位：县水务局）", "抓督查（年底前；牵头单位：县水务局）", "", ""),
        ("抓（县教育局牵头，县公安局配合，6月底前完成）", "抓", "县教育局牵头，县公安局配合", "6月底前"),
        ("抓【责任单位：县消防大队；完成时限：长期坚持】。", "抓。", "县消防大队", "长期坚持"),
        ("抓。[责任单位：县水务局，8月底前完成]。", "抓。", "县水务局", "8月底前"),
        ("抓（县民政局负责）", "抓", "县民政局", ""),
        ("抓（责任单位：县水利局 完成时限：10月底）", "抓", "县水利局", "10月底"),
        (
            "抓(牵头单位:县公安局 配合单位:县交通局、各乡镇 时限:7月15日)",
            "抓",
            "县公安局牵头，县交通局、各乡镇配合",
            "7月15日",
        ),
        ("办结（6月底前）", "办结", "", "6月底前"),
        ("责任到人（责任单位：县教育局（县体育局））", "责任到人", "县教育局（县体育局）", ""),
        ("火情少了（全年12起，同比少5起）", "火情少了（全年12起，同比少5起）", "", ""),
        ("没有括号", "没有括号", "", ""),
        ("轮训一遍（含村干部）", "轮训一遍（含村干部）", "", ""),
        ("抓好示范（试点单位）", "抓好示范（试点单位）", "", ""),
        ("增长一成（全年）", "增长一成（全年）", "", ""),
    ],
)
def test_brackets_at_the_end_say_who_and_when(text, bare, owner, deadline):
    """Full-width or half-width, with names or without; what says something else stays."""
    assert in_brackets(text) == (bare, Assignment(owner, deadline))


@pytest.mark.parametrize(
    ("line", "owner", "deadline"),
    [
        ("责任单位：县消防救援大队", "县消防救援大队", ""),
        ("完成时限：长期坚持。", "", "长期坚持"),
        ("责任单位：县水务局；完成时限：6月底前", "县水务局", "6月底前"),
        ("责任单位要负起责任。", "", ""),
        ("责任单位：", "", ""),
        ("抓落实。责任单位：县水务局", "", ""),
    ],
)
def test_a_line_of_its_own_says_who_and_when(line, owner, deadline):
    """Where it says nothing else."""
    assert on_a_line(line) == Assignment(owner, deadline)
