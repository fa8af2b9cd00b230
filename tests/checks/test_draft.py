"""A draft as rules see it: paragraphs by form, sentences, the date it gives itself, quick search for words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.checks.draft import Draft, Said, Setting
from drafter.model.document import Role
from tests.builders import found, make_draft


def roles(text):
    return [paragraph.role for paragraph in make_draft(text).paragraphs]


def test_title_heading_and_body_are_told_by_form():
    """The first short line is the title; a short line with a mark is a heading."""
    assert roles("在会议上的讲话\n同志们：\n一、提高认识\n要想清楚。") == [
        Role.TITLE, Role.BODY, Role.HEADING, Role.BODY,
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["一、提高认识，要想清楚。", "同志们：", "今天开会，任务很重，请大家坐好"])
def test_a_sentence_is_no_heading_and_no_title(line):
    """Nor is a line that ends in a colon."""
    assert roles(line) == [Role.BODY]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("讲话\n（2026年3月12日）\n同志们：", (2026, 3, 12)),
        ("通知\n各县区：\n正文。\n澜川市人民政府\n2026年3月12日", (2026, 3, 12)),
        ("讲话\n今年是2026年，任务很重。", (2026, 0, 0)),
        ("讲话\n2019年的事，不算日期。", (0, 0, 0)),
    ],
)
def test_a_text_dates_itself(text, date):
    """Under its title, at its foot, or in so many words."""
    assert make_draft(text).date == date


def test_a_date_that_is_given_goes_first():
    """Whatever the text says."""
    draft = Draft([Said("讲话"), Said("（2020年1月1日）")], Setting(date=(2026, 3, 12)))

    assert draft.year == 2026


def test_a_sentence_stays_in_its_paragraph():
    """；ends one too."""
    draft = make_draft("甲。乙；丙\n丁。")

    assert [draft.text[slice(*draft.sentence(at))] for at in (0, 2, 4, 6)] == ["甲", "乙", "丙", "丁"]


WORDS = st.text(alphabet="甲乙丙丁", min_size=1, max_size=3)


@given(st.text(alphabet="甲乙丙丁\n", max_size=40), st.lists(WORDS, max_size=5, unique=True))
def test_words_are_found_where_they_stand(text, words):
    """Every one of them, and nothing else: the quick look at pairs leaves nothing out."""
    expected = sorted((at, word) for word in words for at in range(len(text)) if text.startswith(word, at))

    assert make_draft(text).find_words(words) == expected


@given(st.text(alphabet="甲乙a😀\ud800\n", max_size=12))
def test_every_two_characters_that_stand_together_are_known(text):
    """Of any plane, and half of one."""
    assert make_draft(text).pairs == {text[at : at + 2] for at in range(len(text) - 1)}


@given(st.lists(st.text(alphabet="甲乙。\u3000 ", max_size=8), min_size=1, max_size=6))
def test_every_character_belongs_to_one_paragraph(lines):
    """And the paragraphs say the text again."""
    draft = make_draft("\n".join(lines))

    assert [draft.words(paragraph) for paragraph in draft.paragraphs] == lines
    for number, paragraph in enumerate(draft.paragraphs):
        assert all(draft.index(at) == number for at in range(paragraph.start, paragraph.end))


@pytest.mark.parametrize("date", ["2026年2月30日", "2026年13月1日", "2026年0月0日", "9999年12月31日"])
def test_a_date_that_no_calendar_has_stops_nothing(date):
    """It is told, and the rest is checked."""
    text = f"讲话\n（{date}）\n要扎实开展党纪学习教育，喜迎党的二十大，确保2025年底前完成。"

    assert ("event-misdated", "") not in found(text)


@pytest.mark.parametrize(
    ("foot", "date", "sure"),
    [
        ("2026年3月20日", (2026, 3, 20), True),
        ("2026年3月20号", (2026, 3, 20), True),
        (" 2026 年 3 月 20 日 ", (2026, 3, 20), True),
        ("二〇二六年三月二十日", (2026, 3, 20), True),
        ("（2026年3月）", (2026, 3, 0), True),
        ("今年是2026年。", (2026, 0, 0), False),
        ("2026年做了，2026年还做。", (2026, 0, 0), False),
        ("1998年建成。", (0, 0, 0), False),
    ],
)
def test_a_date_at_the_foot_may_be_typed_in_any_form(foot, date, sure):
    """At its foot in any form, else likely by the year that it speaks of."""
    draft = make_draft(f"在会上的讲话\n同志们：\n今天开会。\n{foot}")

    assert (draft.date, draft.is_dated) == (date, sure)


def test_the_year_in_a_heading_is_likely_that_of_the_text():
    """The latest of them."""
    draft = make_draft("在会上的讲话\n一、2025年工作回顾\n做了很多。\n二、2026年工作安排\n还做很多。")

    assert draft.date == (2026, 0, 0)


@pytest.mark.parametrize(("length", "role"), [(45, Role.HEADING), (46, Role.BODY)])
def test_a_paragraph_with_a_mark_of_up_to_45_characters_is_a_heading(length, role):
    """A longer one is text."""
    draft = make_draft("标题\n一、" + "字" * (length - 2) + "\n正文。")

    assert draft.paragraphs[1].role is role


@pytest.mark.parametrize(("length", "role"), [(60, Role.TITLE), (61, Role.BODY)])
def test_a_first_paragraph_of_up_to_60_characters_is_the_title(length, role):
    """A longer one is text."""
    assert make_draft("字" * length + "\n正文。").paragraphs[0].role is role
