"""Words of an outline as inlines: no Markdown, each piece with its own origin."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter import shield
from drafter.model.document import Added, Count, Fact, Gap, Lead, Text, pieces, plain
from drafter.model.inlines import STARS, inlines, literal, run_in, spoken
from drafter.model.words import Origin, phrase, pieces_of
from tests.builders import Passage, words


def offsets(content):
    """Each inline with the offset that it was typed at."""
    return [(one, one.origin.offset) for one in content]


@pytest.mark.parametrize(
    "text", ["**甲**乙", "\\#甲", "\\甲", "# 甲", "甲\n乙", "\\", "*", shield.ADDED_OPEN]
)
def test_what_would_be_markup_elsewhere_is_text(text):
    """Nothing of it is read."""
    assert spoken(words(text)) == (Text(text),)
    assert spoken(text) == (Text(text),)
    assert spoken("") == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("{{ 量 }}", [(Fact("量"), 0)]),
        ("甲{{ 量.数 }}乙", [(Text("甲"), 0), (Fact("量", "数"), 1), (Text("乙"), 10)]),
        ("甲{{ 条数=3 }}", [(Text("甲"), 0), (Count(3), 1)]),
        ("{{ 待补=会 期 }}前", [(Gap("会 期", "〔待补：会 期〕"), 0), (Text("前"), 12)]),
        ("{{ 甲 }}{{ 乙 }}", [(Fact("甲"), 0), (Fact("乙"), 7)]),
        ("甲\\{{ 量 }}", [(Text("甲"), 0), (Text("{{"), 2), (Text(" 量 }}"), 4)]),
        ("甲{{ 县（区） }}", [(Text("甲"), 0), (Fact("县（区）"), 1)]),
        ("甲{{ 量 丙 }}", [(Text("甲{{ 量 丙 }}"), 0)]),
    ],
)
def test_references_are_told_from_text_and_know_their_place(text, content):
    """Each its own; a literal brace without its backslash."""
    assert offsets(spoken(words(text))) == content
    assert [one for one, _ in content] == list(spoken(text))
    assert all(one.origin is None for one in spoken(text))


def test_pieces_stay_pieces():
    """What we supply has no origin."""
    one, other = words("甲"), words("乙")
    content = spoken(phrase("一、", one, other, "。"))

    assert content == (Text("一、"), Text("甲"), Text("乙"), Text("。"))
    assert [text.origin for text in content] == [None, one.origin, other.origin, None]


def test_a_title_between_stars_runs_into_its_text():
    """Where it opens the paragraph, at the level of its mark; stars of the outline's own are none."""
    title = phrase("（一）", words("甲*"), "。")

    assert spoken(phrase(STARS, title, STARS, words("乙{{ 量 }}"))) == (
        Lead((Text("（一）"), Text("甲*"), Text("。")), 2), Text("乙"), Fact("量"),
    )  # fmt: skip
    assert spoken(phrase(STARS, words("甲。"), STARS)) == (Lead((Text("甲。"),)),)
    assert spoken(phrase("前", STARS, words("甲"), STARS, "后")) == (Text("前"), Text("甲"), Text("后"))
    assert spoken(phrase(STARS, words("甲"))) == (Text("甲"),)


def test_a_title_and_its_text_are_a_paragraph():
    """As a point says them."""
    assert run_in(words("1.甲。"), words("乙。")) == (Lead((Text("1.甲。"),), 3), Text("乙。"))
    assert run_in(words("甲。"), "") == (Lead((Text("甲。"),)),)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("**甲。**乙{{ 量 }}", [("甲。", 2), ("乙", 6), ("{{ 量 }}", 7)]),
        ("**{{ 量 }}甲**乙", [("{{ 量 }}", 2), ("甲", 9), ("乙", 12)]),
        ("**甲\\*。**乙", [("甲*。", None), ("乙", 8)]),
        ("\\#甲{{ 量 }}", [("#甲", 1), ("{{ 量 }}", 3)]),
        ("甲\\{{{{ 量 }}乙", [("甲", 0), ("{{", 2), ("{{ 量 }}", 4), ("乙", 11)]),
    ],
)
def test_a_line_of_a_persons_markdown_knows_its_places(text, content):
    """Where stars were escaped inside a title nobody knows."""
    found = [
        (said, origin and origin.offset) for said, origin in _own(inlines(text, (), Origin(Passage(text))))
    ]

    assert found == content


def _own(content):
    for inline in content:
        if isinstance(inline, Lead):
            yield from _own(inline.content)
        else:
            yield plain((inline,)), inline.origin


def test_what_is_read_of_a_line_joins_only_what_was_typed_together():
    """A fence that says nothing parts no text, and what lies between two is not skipped."""
    fence = shield.ADDED_OPEN + shield.ADDED_CLOSE
    text = f"甲{fence}乙"
    (one, other) = literal(text, (), Origin(Passage(text)))

    assert literal(text) == (Text("甲乙"),)
    assert [(each.text, each.origin.offset) for each in (one, other)] == [("甲", 0), ("乙", 3)]


@pytest.mark.parametrize(
    ("number", "printed"),
    [(0, ("前", "甲", "后")), (1, ("前", "后")), (2, ("前", "后")), (9999, ("前", "后"))],
)
def test_a_slot_stands_for_the_words_that_it_holds(number, printed):
    """For nothing where it holds no words, or there is none of its number."""
    slots = ("甲", object())
    found = plain(literal(f"前{shield.slot_mark(number)}后", slots))

    assert found == "".join(printed)


def test_a_slot_within_a_fence_and_a_title_is_read():
    """Its references too, with their places."""
    held = words("甲{{ 量 }}")
    mark = shield.slot_mark(0)

    assert literal(f"{shield.ADDED_OPEN}请{mark}{shield.ADDED_CLOSE}", (held,)) == (
        Added((Text("请"), Text("甲"), Fact("量"))),
    )
    (lead,) = inlines(f"**{mark}**", (held,))
    assert lead == Lead((Text("甲"), Fact("量"))) and offsets(lead.content) == [
        (Text("甲"), 0),
        (Fact("量"), 1),
    ]


def in_one_form(text):
    """Without backslashes before braces, and without blanks inside braces."""
    return re.sub(r"(?<=\{\{) +| +(?=\}\})", "", re.sub(r"\\(?=\{)", "", text))


@example([("{{乙}}", False)])
@example([("\\{", False), ("\\{{", False)])
@given(st.lists(st.tuples(st.text("甲乙*#\\ {}", max_size=6), st.booleans()), max_size=5))
def test_what_is_spoken_prints_as_it_was_typed(parts):
    """But for the blanks within a reference, which is written in one form; and stands where it says; two braces that open no
    reference too.
    """
    said = phrase(*(words(text) if own else text for text, own in parts))
    content = spoken(said)

    assert "\\\\{{" in str(said) or in_one_form(plain(content)) == in_one_form(str(said))
    for text, origin in pieces(content):
        assert origin is None or origin.passage.said[origin.offset :].startswith(text)
    assert sum(origin is not None for _, origin in pieces(content)) >= sum(
        origin is not None for _, origin in pieces_of(said)
    )
