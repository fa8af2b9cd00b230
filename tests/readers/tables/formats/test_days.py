"""Days and times as their cells show them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.tables.formats.test_shown import refused, shown


@pytest.mark.parametrize(
    "code", ["yyyy/m/d", "yyyy-mm-dd", "yyyy.mm.dd", "m/d/yy", "dd/mm/yyyy", "[$-804]yyyy/m/d"]
)
def test_a_whole_date_in_figures_is_said_as_an_office_writes_it(code):
    """No day is taken for a month."""
    assert shown(code, "46115") == "2026年4月3日"
    assert shown(f"{code} h:mm", "46115.3958333333") == "2026年4月3日 9:30"


@pytest.mark.parametrize(
    ("code", "stored", "printed"),
    [
        ('yyyy"年"m"月"d"日"', "46115", "2026年4月3日"),
        ('yyyy"年"mm"月"dd"日"', "46115", "2026年04月03日"),
        ('yyyy"年"m"月"', "46115", "2026年4月"),
        ("m月d日", "46115.39583333334", "4月3日"),
        ("yyyymmdd", "46115", "20260403"),
        ("m/d", "46115", "4/3"),
        ("e年", "46115", "2026年"),
        ("aaaa", "46115", "星期五"),
        ('"周"aaa', "46115", "周五"),
        ("ddd mmm", "46115", "Fri Apr"),
        ("h:mm", "0.6041666666666666", "14:30"),
        ("hh:mm:ss", "0.0001234", "00:00:11"),
        ("mm:ss.0", "0.0001234", "00:10.7"),
        ("h:mm AM/PM", "0", "12:00 AM"),
        ('上午/下午h"时"mm"分"', "0.75", "下午6时00分"),
        ("[h]:mm", "1.5", "36:00"),
        ("[mm]:ss", "1.5", "2160:00"),
        ("h:mm", "0.9999999", "0:00"),
        ("[DBNum1][$-804]yyyy年m月d日", "46137", "二○二六年四月二十五日"),
        ("[DBNum1]m月", "46300", "十月"),
        ("[$-F800]dddd, mmmm dd, yyyy", "46115", "2026年4月3日"),
        ("[$-F400]h:mm:ss", "0.5", "12:00:00"),
        ("yyyy年m月d日", "59", "1900年2月28日"),
        ("yyyy年m月d日", "61", "1900年3月1日"),
        ("yyyy年m月d日", "2958465", "9999年12月31日"),
    ],
)
def test_a_moment_is_laid_out_as_its_format_says(code, stored, printed):
    assert shown(code, stored) == printed


@pytest.mark.parametrize("stored", ["-1", "0", "0.5", "60", "2958466"])
def test_what_is_no_day_is_refused(stored):
    """29 February 1900 too, which Excel alone has."""
    assert "不是哪一天" in refused("yyyy年m月d日", stored).what


def test_days_may_be_counted_from_1904():
    """As Excel for Macintosh did."""
    assert shown("yyyy/m/d", "44653", from_1904=True) == "2026年4月3日"
    assert shown("yyyy/m/d", "0", from_1904=True) == "1904年1月1日"


@given(st.dates(datetime.date(1900, 3, 1)))
def test_every_day_of_the_calendar_is_itself(day):
    serial = (day - datetime.date(1899, 12, 30)).days

    assert shown("yyyy-mm-dd", str(serial)) == f"{day.year}年{day.month}月{day.day}日"
