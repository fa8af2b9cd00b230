"""How figures are said."""

from __future__ import annotations

import pytest

from drafter.speaking import figures, syllables


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("占87.3%。", {"87.3%": "百分之八十七点三"}),
        ("办理286.4万件", {"286.4万": "二百八十六点四万"}),
        ("共1460个", {"1460个": "一千四百六十个"}),
        ("共2120项", {"2120项": "两千一百二十项"}),
        ("20000户", {"20000户": "两万户"}),
        ("增长5%～8%", {"5%～8%": "百分之五到百分之八"}),
        ("30—45字", {"30—45": "三十到四十五"}),
        ("上午9:00到10:30", {"9:00": "九点", "10:30": "十点半"}),
        ("拨打12345热线", {"12345": "一二三四五"}),
        ("千分之比0.5‰", {"0.5‰": "千分之零点五"}),
        ("提高2.3个百分点", {"2.3个百分点": "二点三个百分点"}),
        ("2025—2026年度", {"2025—2026": "二〇二五到二〇二六"}),
        ("同比-3.5%", {"-3.5%": "负百分之三点五"}),
        ("电话6620031", {"6620031": "六六二〇〇三一"}),
        ("占1/3，比例3:7", {"1/3": "三分之一", "3:7": "三比七"}),
        ("14℃～24℃", {"14℃～24℃": "十四摄氏度到二十四摄氏度"}),
        ("投资1234567.5元", {"1234567.5元": "一百二十三万四千五百六十七点五元"}),
        ("澜政发〔2026〕3号", {}),
        ("2026年3月12日，128件", {}),
    ],
)
def test_hard_figures_are_listed_with_how_they_are_said(written, said):
    """What anybody reads at sight is left out."""
    assert figures.said(written) == said


@pytest.mark.parametrize("number", ["7", "12", "128", "1001", "2120", "20000", "1234567", "12.5", "0.05"])
def test_a_figure_is_said_in_as_many_syllables_as_its_time_is_reckoned_with(number):
    """The list and the clock agree."""
    assert len(figures.spoken(number)) == syllables.spoken(number)


def test_a_number_of_more_than_twelve_digits_is_said_digit_by_digit():
    """Nobody counts in higher units."""
    assert figures.spoken("100000000000") == "一千亿"
    assert figures.spoken("1000000000000") == figures.digits("1000000000000")
