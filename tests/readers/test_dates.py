"""Dates in every form in which they are typed."""

from __future__ import annotations

import pytest

from drafter.readers.dates import normal


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2026-03-12", "2026年3月12日"),
        ("2026 年 3 月 12 日", "2026年3月12日"),
        ("二〇二六年三月十二日", "2026年3月12日"),
        ("二零二六年十一月", "2026年11月"),
        ("２０２６年３月", "2026年3月"),
        ("2026年3月12日至13日", "2026年3月12日至13日"),
        ("〔待补：日期〕", "〔待补：日期〕"),
        ("20××年×月", "20××年×月"),
        ("2024-13-01", None),
        ("2026年2月30日", None),
        ("2026年13月中旬", None),
        ("0000年3月", None),
        ("明天", None),
    ],
)
def test_a_date_prints_in_one_form_or_is_refused(typed, printed):
    """Arabic numerals, no padding; a day that does not exist is none."""
    assert normal(typed) == printed
