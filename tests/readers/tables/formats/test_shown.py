"""Numbers as their cells show them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.tables.formats import codes
from drafter.readers.tables.formats.shown import Shower, Unshown


def shown(code, stored, from_1904=False):
    return Shower([code], from_1904).number(stored, 0)


def refused(code, stored):
    with pytest.raises(Unshown) as said:
        shown(code, stored)
    return said.value.fault


@pytest.mark.parametrize(
    ("stored", "printed"),
    [
        ("13800000001", "13800000001"),
        ("100000000000", "100000000000"),
        ("1E-05", "0.00001"),
        ("12345678.9", "12345678.9"),
        ("123456789.12", "123456789.12"),
        ("0.30000000000000004", "0.3"),
        ("0.3333333333333333", "0.333333333"),
        ("-0", "0"),
        ("-98.50", "-98.5"),
        ("999999999999999", "999999999999999"),
    ],
)
def test_a_number_without_a_format_has_all_digits_that_were_typed(stored, printed):
    """Never an exponent; what a formula gave without end is cut where Excel cuts it."""
    assert shown("General", stored) == printed
    assert shown("@", stored) == printed


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_no_digit_of_a_whole_number_is_lost(number):
    for stored in (str(number), f"{number:.1f}", f"{number:E}" if number % 10**6 == 0 else str(number)):
        assert shown("General", stored) == str(number)
        assert shown("0", stored) == str(number)


@pytest.mark.parametrize("code", ["0", "General", "#,##0", "@", "0.00E+00", "[DBNum1]General"])
def test_a_number_of_more_digits_than_excel_keeps_is_refused(code):
    """Fifteen are kept (Excel's specifications); the file's own digits do not matter."""
    for stored in ("3.301021990010154e+17", "330102199001015433", "1000000000000000"):
        assert "Excel 只存得下 15 位" in refused(code, stored).what
    assert "18 位数字" in refused("0", "330102199001015433").what


@pytest.mark.parametrize(
    ("code", "stored", "printed"),
    [
        ("000", "7", "007"),
        ("0.00", "2", "2.00"),
        ("0.00", "1.005", "1.01"),
        ("#,##0", "1234567", "1,234,567"),
        ("#,##0", "-999999.5", "-1,000,000"),
        ("#,##0.00", "1234567.5", "1,234,567.50"),
        ("#,##0;(#,##0)", "-1234", "(1,234)"),
        ("0%", "1", "100%"),
        ("0.0%", "0.6599999999999999", "66.0%"),
        ("0.0%;-0.0%", "-0.05", "-5.0%"),
        ("0", "-0.05", "0"),
        ("[<>0]#,##0;0", "-1286", "-1,286"),
        ('0!.0,"万"', "12345", "1.2万"),
        ('0\\.0,"万"', "123456789", "12345.7万"),
        ("0.00,,", "1234567890", "1234.57"),
        ("#,##0.0,", "1234567", "1,234.6"),
        ("0.00E+00", "138000", "1.38E+05"),
        ("##0.0E+0", "12345", "12.3E+3"),
        ("# ?/?", "1.5", "1 1/2"),
        ("# ?/4", "0.25", "1/4"),
        ('# ?/?"亩"', "1.5", "1 1/2亩"),
        ('"约"# ?/?', "1.5", "约1 1/2"),
        (".00", "12.5", "12.50"),
        ('"约".0"万"', "3.25", "约3.3万"),
        ("?/?", "1.5", "3/2"),
        ("# ??/??", "3", "3"),
        ("000-0000-0000", "13800000001", "138-0000-0001"),
        ("0.##", "5.5", "5.5"),
        ("#", "0", ""),
        ("[红色]0", "5", "5"),
        ("[Red]-0;[Color 3]0", "-5", "5"),
        ("[$¥-804]#,##0.00", "5.5", "¥5.50"),
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0", "-"),
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-1234.5", "-1,234.50"),
        ('[>=10000]0\\.0,"万";0', "12345", "1.2万"),
        ('[>=10000]0\\.0,"万";0', "-3", "-3"),
        ('[<0]"负"0;0', "-3", "负3"),
        ('[=1]"男";[=2]"女";', "2", "女"),
        (";;;", "5", ""),
        ('General"元"', "5.5", "5.5元"),
        ('"第"@"号"', "5", "5"),
        ("[DBNum1][$-804]General", "123", "一百二十三"),
        ("[DBNum1][$-804]General", "10005", "一万○五"),
        ('[DBNum2][$-804]General"元整"', "100200", "壹拾万零贰佰元整"),
        ("[DBNum1]0", "2026", "二○二六"),
        ("[DBNum1]General", "-12", "-一十二"),
        ("[DBNum2]General", "0", "零"),
        ("# ?????????/?????????", "0.5", "1/2"),
    ],
)
def test_a_number_is_laid_out_as_its_format_says(code, stored, printed):
    assert shown(code, stored) == printed


@pytest.mark.parametrize(
    "code",
    [
        "bbbb",
        '[=1]"男";[=2]"女"',
        "# ??????????/??????????",
        "[$-2010000]0",
        "[未知]0",
        "0;0;0;@;0",
        "元" * 256,
        "0." + "0" * 60,
    ],
)
def test_a_format_that_we_do_not_know_is_refused_and_named(code):
    """Not shown otherwise in silence."""
    fault = refused(code, "5")

    assert code[:30] in fault.what and "常规" in fault.way


@pytest.mark.parametrize("stored", ["abc", "nan", "inf", "1e400", "1e-400", "1e99999999999999999999"])
def test_what_is_no_number_is_refused(stored):
    assert "不是数字" in refused("0", stored).what


def test_a_text_stands_in_the_words_of_its_format():
    """Most formats say nothing of texts."""
    shower = Shower(["@", '"第"@"号"', "0.00", '0;0;0;"（"@"）"'])

    assert [shower.text("甲", style) for style in range(5)] == ["甲", "第甲号", "甲", "（甲）", "甲"]


@given(
    st.text('0#?,.%E+-/\\"_*[];@yhmsd元 !年红', max_size=14), st.floats(allow_nan=False, allow_infinity=False)
)
def test_any_format_prints_something_or_is_refused(code, value):
    """Whatever a file may say."""
    try:
        assert isinstance(shown(code, repr(value)), str)
    except Unshown as said:
        assert said.fault.what and said.fault.way


def test_a_format_may_be_as_long_as_excel_takes_it():
    """255 characters, 60 of them places for digits."""
    assert shown("0" + "元" * 254, "5") == "5" + "元" * 254
    assert shown("0" * 60, "5") == "5".zfill(60)
    assert refused("0" * 61, "5")


def test_a_format_without_end_is_looked_at_once():
    """It is refused for each of its cells, and taken apart for the first."""
    shower = Shower(["m:" * 120])
    taken_apart, sections = [], codes.sections
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "sections", lambda code: taken_apart.append(code) or sections(code))
        for at in range(20):
            with pytest.raises(Unshown):
                shower.number(f"40000.{at}", 0)

    assert len(taken_apart) == 1


@given(
    st.decimals(min_value=0, max_value=10**9, places=4),
    st.sampled_from(["", "#", "0", "##0", "#,##0", "?0"]),
    st.sampled_from([".0", ".00", ".#", ".??", ""]),
    st.sampled_from(["", "%"]),
)
def test_no_digit_before_the_point_is_lost(value, whole, part, percent):
    """Wherever the places of a format stand."""
    code = f'"约"{whole or "0" * (not part)}{part}{percent}"万"'
    printed = shown(code, str(value)).removeprefix("约").removesuffix("万").replace(",", "").replace(" ", "")
    number = Decimal(printed.removesuffix("%").rstrip(".") or "0")

    exact = value * 100 if percent else value
    assert abs(number - exact) <= Decimal(5).scaleb(-1 - len(part.removeprefix(".")))
