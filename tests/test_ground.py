"""The ground floor: numerals, measures, the shield, problems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import measures, numerals, shield
from drafter.problems import Place, Problem, place_in_source


@pytest.mark.parametrize(
    ("number", "han"),
    [(0, "零"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"),
     (101, "一百零一"), (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十"), (9999, "九千九百九十九"),
     (10000, "10000")],
)  # fmt: skip
def test_numbers_read_as_they_are_counted(number, han):
    """Numbers come out as a person counts them: in figures from ten thousand on."""
    assert numerals.han(number) == han


@given(st.integers(1, 99))
def test_a_numeral_reads_back_as_its_number(number):
    """Marks and dates count below a hundred."""
    assert numerals.value(numerals.han(number)) == number


@pytest.mark.parametrize("text", ["", "甲", "一二", "十十", "一百"])
def test_what_is_no_such_numeral_is_nought(text):
    """Nothing is read into it."""
    assert numerals.value(text) == 0


def test_a_number_below_nought_is_refused():
    """Nothing is counted so."""
    with pytest.raises(ValueError):
        numerals.han(-1)


@pytest.mark.parametrize(
    ("scheme", "third"),
    [("一、", "三、"), ("（一）", "（三）"), ("1.", "3."), ("（1）", "（3）"), ("①", "③"), ("一是", "三是"),
     ("一要", "三要"), ("第一，", "第三，"), ("其一，", "其三，"), ("首先，", "再次，"), ("甲、", "丙、"),
     ("——", "——"), ("none", "")],
)  # fmt: skip
def test_a_scheme_is_named_by_its_first_mark(scheme, third):
    """Every scheme of the contract counts on from its first mark."""
    assert numerals.mark(scheme, 3, 4) == third


def test_words_of_order_end_with_the_last_and_do_not_mix_with_numbers():
    """首先…最后 up to five items; beyond that all are numbered, for 首先…第六 is wrong."""
    assert [numerals.mark("首先，", n, 3) for n in (1, 2, 3)] == ["首先，", "其次，", "最后，"]
    assert [numerals.mark("首先，", n, 6) for n in (1, 6)] == ["第一，", "第六，"]


@pytest.mark.parametrize(
    ("text", "level"),
    [("一、总", 1), ("一、一年来", 1), ("一、二、三产业", 0), ("十二、总", 1), ("（三）分", 2), ("(三)分", 2), ("3.分", 3), ("3．分", 3), ("（3）分", 4),
     ("3.5亿元", 0), ("一是分", 0), ("一般", 0), ("第一，", 0), ("（三期）", 0)],
)  # fmt: skip
def test_the_level_of_a_heading_is_told_by_its_mark(text, level):
    """GB/T 9704—2012 7.3.3: 一、 （一） 1. （1） are levels 1 to 4."""
    assert numerals.heading_level(text) == level


@given(st.integers(1, 99), st.sampled_from(["一、", "（一）", "1.", "（1）"]))
def test_a_printed_mark_is_recognised(number, scheme):
    """What the marks print, the recogniser knows, at the scheme's own level."""
    printed = numerals.mark(scheme, number, 99)

    assert numerals.heading_level(printed + "标题") == numerals.heading_level(scheme)


@pytest.mark.parametrize(
    ("text", "twips"),
    [("37mm", 2098), ("28mm", 1587), ("35mm", 1984), ("26mm", 1474), ("25mm", 1417), ("210mm", 11906),
     ("297mm", 16838), ("28.95磅", 579), ("-0.25磅", -5), ("2.5厘米", 1417), ("579缇", 579), ("37", None), ("三号", None)],
)  # fmt: skip
def test_lengths_become_twips(text, twips):
    """The values of GB/T 9704 come out as Word keeps them."""
    assert measures.twips(text) == twips


@pytest.mark.parametrize(
    ("text", "halves"), [("三号", 32), ("二号", 44), ("小四", 24), ("16磅", 32), ("号", None)]
)
def test_sizes_go_by_name_or_by_points(text, halves):
    """字号 names stand for their points."""
    assert measures.half_points(text) == halves


@given(st.text().filter(lambda text: not shield.RESERVED.search(text) and "\\{{" not in text))
def test_what_is_shielded_comes_back(text):
    """unshield∘shield is the identity on any text."""
    assert shield.unshield(shield.shield(text)) == text


@given(st.text())
def test_no_markup_character_is_left(text):
    """Nothing that the Markdown reader would obey survives the shield."""
    assert not set(shield.shield(text)) & set("#*:|\\\n")


def test_a_backslash_makes_braces_literal():
    """`\\{{` stands for two braces, not for a reference."""
    assert "{{" not in shield.shield(r"\{{ 名称 }}")
    assert shield.unshield(shield.shield(r"\{{ 名称 }}")) == "{{ 名称 }}"


def test_a_problem_without_a_source_is_placed_in_the_file_that_was_read():
    """What names a source of its own (a base, a table of facts) keeps it, and the line stays."""
    typed, elsewhere = Problem("a", "甲", Place(line=3)), Problem("b", "乙", Place("数据.yaml", 1))

    assert [Place("讲话.yaml", 3), Place("数据.yaml", 1)] == [
        problem.place for problem in place_in_source([typed, elsewhere], "讲话.yaml")
    ]
