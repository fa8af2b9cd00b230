"""The stretch of time that a summary looks back on."""

from __future__ import annotations

import pytest

from drafter.model.period import looked_back_on


@pytest.mark.parametrize(
    ("title", "date", "said"),
    [
        ("市档案局2026年上半年工作总结", "2026年7月6日", "2026年上半年"),
        ("2025年度工作总结", "", "2025年"),
        ("二〇二五年工作总结", "", "二〇二五年"),
        ("2021—2025年工作总结", "2026年1月6日", "2021—2025年"),
        ("2021年至2025年工作总结", "", "2021年至2025年"),
        ("2026年第一季度工作总结", "", "2026年第一季度"),
        ("2026年6月份工作总结", "", "2026年6月份"),
        ("上半年工作总结", "2026年7月6日", "2026年上半年"),
        ("下半年工作总结", "2026年1月6日", "2025年下半年"),
        ("半年工作总结", "2026年7月6日", "2026年上半年"),
        ("半年工作总结", "2026年12月6日", ""),
        ("年度工作总结", "2026年1月12日", "2025年"),
        ("年度工作总结", "2026年12月28日", "2026年"),
        ("年度工作总结", "2026年7月28日", ""),
        ("上半年工作总结", "", ""),
        ("工作总结", "2026年1月12日", ""),
        ("百日攻坚行动总结", "2026年1月12日", ""),
    ],
)
def test_the_period_is_said_by_the_title_or_by_title_and_date(title, date, said):
    """Never guessed: a summary in March of what is not said to be yearly names none."""
    assert looked_back_on(title, date) == said
