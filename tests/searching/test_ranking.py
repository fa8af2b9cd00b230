"""Which entry comes first, and the words of it that are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.library import Entry, Query
from drafter.searching import ranking
from tests.searching.test_words import TEXTS


def score(entry, *terms):
    return ranking.score(entry, Query(terms=terms))


def entry(title="", text="", **more):
    return Entry("甲", "point", title, text, **more)


def excerpt(text, *terms, title=""):
    return ranking.excerpt(entry(title, text), Query(terms=terms))


def test_what_has_the_word_in_its_title_comes_first():
    """Before what says it in passing."""
    titled = Entry("甲", "point", "督查要见人见事", "见人见事。" * 8)
    passing = Entry("乙", "point", "别的事", "这里说到督查一次。" + "见人见事。" * 8)
    query = Query(terms=("督查",))

    assert ranking.score(titled, query) > ranking.score(passing, query)


def test_of_two_alike_the_newer_comes_first():
    """A year parts what is alike otherwise."""
    old = Entry("甲", "point", "督查", "督查。", date="2019年3月1日")

    assert ranking.score(replace(old, date="2025年3月1日"), Query(terms=("督查",))) > ranking.score(
        old, Query(terms=("督查",))
    )


def test_an_excerpt_marks_the_words():
    """Each of them, the longer one where two overlap."""
    entry = Entry("甲", "point", "", "先说别的事情，" * 20 + "老旧小区的电梯要更新，电梯钱从哪里来。")
    shown = ranking.excerpt(entry, Query(terms=("电梯", "小区", "旧小区")))

    assert "老【旧小区】的【电梯】要更新，【电梯】钱" in shown
    assert shown.startswith("…")


@given(TEXTS, st.lists(TEXTS.filter(bool), min_size=1, max_size=3))
def test_an_excerpt_without_its_marks_is_the_text(text, terms):
    """Nothing is lost or added between the brackets."""
    shown = ranking.excerpt(Entry("甲", "point", "", text), Query(terms=tuple(terms)))

    assert shown.strip("…").replace("【", "").replace("】", "") in text


def test_ones_own_words_come_before_shipped_ones():
    """Of two alike the one in the nearer folder; each folder farther costs the same."""
    own = entry("督查", "督查。")
    scores = [score(replace(own, shelf=shelf), "督查") for shelf in range(4)]

    assert scores == sorted(scores, reverse=True)
    assert scores[0] - scores[1] == pytest.approx(0.25)
    assert scores[2] - scores[3] == pytest.approx(0.25)


def test_a_farther_folder_costs_less_than_a_title():
    """What is about the word is shown before one's own that says it in passing."""
    shipped = entry("督查", "督查。", shelf=3)

    assert score(shipped, "督查") > score(entry("别的事", "督查。"), "督查")


def test_the_title_counts_most_then_what_stands_around_then_the_text():
    """Of a title the larger the share that the word takes."""
    text = "说到督查。"
    alone, part = score(entry("督查", text), "督查"), score(entry("督查工作会", text), "督查")
    around = score(entry("会", text, occasion="督查会"), "督查")
    plain = score(entry("会", text), "督查")

    assert alone - plain == pytest.approx(3)
    assert part - plain == pytest.approx(3 * (0.5 + 0.5 * 2 / 5))
    assert around - plain == pytest.approx(1.2)


def test_a_longer_text_has_to_say_a_word_more_often():
    """Twice in a short one is more; each time more counts less."""
    once, twice, thrice = (score(entry("", "督查。" * n + "甲" * (3 * (3 - n))), "督查") for n in (1, 2, 3))

    assert thrice - twice < twice - once
    assert score(entry("", "督查。" + "甲" * 500), "督查") < once
    assert score(entry("", "督查" + "甲" * 158), "督查") == pytest.approx(2 / 2.2)
    assert score(entry("", "督查"), "督查") == pytest.approx(2 / (1 + 1.2 * (0.25 + 0.75 * 2 / 160)))
    assert score(entry("", "无关"), "督查") == 0


def test_words_that_stand_together_count_more():
    """Side by side, or within one excerpt; a lone word has nothing to stand with."""
    far = "督查" + "甲" * 58 + "台账"
    near = "督查" + "甲" * 56 + "台账"
    before = "台账" + "甲" * 58 + "督查"
    side = "督查台账" + "甲" * 56

    assert score(entry("", near), "督查", "台账") - score(entry("", far), "督查", "台账") > 1.4
    assert score(entry("", before), "督查", "台账") - score(entry("", far), "督查", "台账") == pytest.approx(
        1.5
    )
    assert score(entry("", side), "督查", "台账") - score(entry("", near), "督查", "台账") == pytest.approx(0)
    assert score(entry("", "督查" * 2), "督查") == pytest.approx(4 / (2 + 1.2 * (0.25 + 0.75 * 4 / 160)))
    assert score(entry("督查", "台账"), "督查", "台账") == pytest.approx(
        3 + 2 / (1 + 1.2 * (0.25 + 0.75 * 2 / 160))
    )


def test_all_the_words_have_to_stand_together():
    """Before the first or after it; wherever they stand side by side."""
    far, other = "甲" * 70, "乙" * 70

    def together(text, *terms):
        alone = sum(score(entry("", text), term) for term in terms)
        return score(entry("", text), *terms) - alone == pytest.approx(1.5)

    assert together("台账和督查和会", "督查", "台账", "会")
    assert not together("台账和督查" + far + "会", "督查", "台账", "会")
    assert not together("台账" + far + "督查", "督查", "台账")
    assert together("督查" + far + other + "督查台账", "督查", "台账")


def test_a_year_is_worth_a_little():
    """The hundredth part of what a word can be; without a date nothing."""
    plain = score(entry("督查"), "督查")

    assert score(entry("督查", date="2026年3月"), "督查") - plain == pytest.approx(0.13)
    assert score(entry("督查", date="2000年"), "督查") == pytest.approx(plain)
    assert score(entry("督查", date="今年"), "督查") == pytest.approx(plain)


def test_latin_letters_are_found_in_every_form():
    """Full-width or small."""
    assert score(entry("ＧＤＰ"), "gdp") == score(entry("gdp"), "GDP") == 3


@pytest.mark.parametrize(
    ("text", "terms", "shown"),
    [
        ("督查。", ("督查",), "【督查】。"),
        ("甲" * 15 + "督查", ("督查",), "甲" * 15 + "【督查】"),
        ("甲" * 16 + "督查", ("督查",), "…" + "甲" * 15 + "【督查】"),
        ("督查" + "甲" * 58, ("督查",), "【督查】" + "甲" * 58),
        ("督查" + "甲" * 59, ("督查",), "【督查】" + "甲" * 58 + "…"),
        ("甲" * 30 + "督查" + "乙" * 43, ("督查",), "…" + "甲" * 15 + "【督查】" + "乙" * 43),
        ("甲" * 30 + "督查" + "乙" * 44, ("督查",), "…" + "甲" * 15 + "【督查】" + "乙" * 43 + "…"),
        ("甲" * 30 + "台账" + "督查", ("督查", "台账"), "…" + "甲" * 15 + "【台账】【督查】"),
        ("别的\n督查", ("督查",), "别的 【督查】"),
        ("别的", ("督查",), "别的"),
        ("督查督查", ("督查",), "【督查】【督查】"),
        ("督督督", ("督督",), "【督督】督"),
        ("督查组", ("督", "查组"), "【督】【查组】"),
        ("督查组", ("督查", "查组"), "【督查】组"),
        ("甲督查组乙", ("查", "督查组"), "甲【督查组】乙"),
        ("ＧＤＰ", ("gdp",), "【ＧＤＰ】"),
        ("甲", (), "甲"),
        ("督查" + "甲" * 58 + "台账", ("台账", "督查"), "【督查】" + "甲" * 58 + "…"),
        ("甲" * 16 + "督查", ("督查", "没有"), "…" + "甲" * 15 + "【督查】"),
    ],
)
def test_an_excerpt_is_sixty_characters_around_the_first_word(text, terms, shown):
    """A quarter of them before it, dots where something was left out."""
    assert excerpt(text, *terms) == shown


def test_an_entry_without_text_shows_its_title():
    """With the word marked."""
    assert excerpt("", "督查", title="督查要点") == "【督查】要点"
