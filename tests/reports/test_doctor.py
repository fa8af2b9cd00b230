"""The report of `doctor`."""

from __future__ import annotations

from drafter.actions.doctor import Finding
from drafter.reports.doctor import as_json


def test_what_was_looked_for_is_told_with_advice_where_it_is_missing(plain):
    """In groups, as a person reads it."""
    assert plain(as_json([Finding("可选程序", "LibreOffice", "没有找到", False, "只有生成 PDF 才用得到")])) == {
        "files": [],
        "findings": [
            {
                "group": "可选程序", "name": "LibreOffice", "value": "没有找到", "ok": False,
                "advice": "只有生成 PDF 才用得到",
            }
        ],
    }  # fmt: skip
