"""Figures with what they count."""

from __future__ import annotations

import pytest

from drafter.quantities import FIGURE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("投资3.2亿，惠及17.4万亩、3000多人", ["3.2亿", "17.4万", "3000多"]),
        ("增长5.2%，提高2.5个百分点", ["5.2%", "2.5个百分点"]),
        ("2026年3月31日9时30分，5月份", []),
        ("澜政〔2026〕5号，第3次会议，12345热线", []),
        ("10个月、40分钟、90秒、128毫米", ["10个月", "40分钟", "90秒", "128毫米"]),
    ],
)
def test_a_figure_is_a_number_with_what_it_counts(text, found):
    """Dates, times and numbers of documents are none."""
    assert [figure.rstrip("亩") for figure in FIGURE.findall(text)] == found
