"""Where what is found stands in a text, and in a Word file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.checks.draft import Draft, Said, Setting
from drafter.checks.rule import Finding
from drafter.proofreading.positions import LinePlaces, WordPlaces
from drafter.readers.word.paragraphs import Stretch


def test_words_in_two_pieces_stand_where_the_first_begins():
    """They are not there as they are; an end stands behind the last character."""
    places = LinePlaces("稿", "# 甲**乙\n丙", [[(2, "甲"), (5, "乙")], [(7, "丙")]])
    draft = Draft([Said("甲乙"), Said("丙")], Setting())

    def located(start, end):
        found = places.locate(draft, Finding(start, end, "", ""))
        return found.place.line, found.place.column, found.start, found.end

    assert located(0, 2) == (1, 3, None, None)
    assert located(1, 2) == (1, 6, 5, 6)
    assert located(2, 2) == (1, 7, 6, 6)
    assert located(3, 4) == (2, 1, 7, 8)
    assert located(1, 4) == (1, 6, None, None)


def test_the_end_of_a_paragraph_is_behind_its_last_piece():
    """However many there are."""
    places = LinePlaces(
        "稿", "- 甲**乙乙**丙丙丙*\n丁", [[(2, "甲"), (5, "乙乙"), (9, "丙丙丙")], [(14, "丁")]]
    )
    draft = Draft([Said("甲乙乙丙丙丙"), Said("丁")], Setting())

    assert [places.locate(draft, Finding(at, at, "", "")).start for at in (6, 8)] == [12, 15]


def test_a_text_without_words_has_its_first_place():
    """Line and column count from one."""
    empty = LinePlaces("稿", "", []).locate(Draft([], Setting()), Finding(0, 0, "", ""))
    blank = LinePlaces("稿", "\n", [[]]).locate(Draft([Said("")], Setting()), Finding(0, 0, "", ""))

    assert [(one.place.line, one.place.column) for one in (empty, blank)] == [(1, 1), (1, 1)]


@pytest.mark.parametrize(
    ("start", "end", "paragraph", "inside", "beside"),
    [
        (2, 3, 1, (0, 1), ""),
        (1, 3, 1, None, ""),
        (2, 4, 1, (0, 2), ""),
        (2, 6, 1, None, ""),
        (5, 6, 2, (0, 1), ""),
        (7, 8, None, None, "页眉"),
        (9, 10, None, None, "页脚"),
        (11, 12, 5, None, ""),
    ],
)
def test_places_in_a_word_file(start, end, paragraph, inside, beside):
    """An automatic number is no part of its paragraph; margins come behind the last; what is behind all is counted on."""
    draft = Draft([Said(text) for text in ("1.修路", "绿", "眉", "脚", "外")], Setting())
    places = WordPlaces("稿", [[Stretch(2, 4, 1)], [Stretch(0, 1, 2)]], ["页眉", "页脚"])
    found = places.locate(draft, Finding(start, end, "", ""))

    assert (found.place.paragraph, found.beside) == (paragraph, beside)
    assert (found.start, found.end) == (inside or (None, None))


def test_what_is_behind_all_paragraphs_is_counted_on():
    """Where there is nothing beside the text."""
    draft = Draft([Said("甲"), Said("外")], Setting())

    assert WordPlaces("稿", [[Stretch(0, 1, 1)]]).locate(draft, Finding(2, 3, "", "")).place.paragraph == 2


def test_paragraphs_of_an_old_file_have_the_numbers_that_it_gives_them():
    """Cells of one table share theirs."""
    draft = Draft([Said(text) for text in ("甲", "乙", "丙")], Setting())
    places = WordPlaces("稿", [[Stretch(0, 1, number)] for number in (4, 7, 7)])

    assert [places.locate(draft, Finding(at, at + 1, "", "")).place.paragraph for at in (0, 2, 4)] == [
        4,
        7,
        7,
    ]


@pytest.mark.parametrize(
    ("start", "end", "paragraph", "inside"), [(2, 4, 3, (0, 2)), (4, 5, 5, (0, 1)), (3, 5, 3, None)]
)
def test_paragraphs_that_run_on_keep_their_numbers(start, end, paragraph, inside):
    """What stands over both is placed at the first."""
    draft = Draft([Said("1.修路绿化")], Setting())
    places = WordPlaces("稿", [[Stretch(2, 4, 3), Stretch(4, 6, 5)]])
    found = places.locate(draft, Finding(start, end, "", ""))

    assert (found.place.paragraph, found.start, found.end) == (paragraph, *(inside or (None, None)))


@given(st.lists(st.lists(st.text("甲，", max_size=4), max_size=3), min_size=1, max_size=4))
def test_every_character_of_a_text_is_found_in_its_piece(paragraphs):
    """Whatever pieces the paragraphs are in, and whatever stands between these."""
    text, pieces = "", []
    for paragraph in paragraphs:
        pieces.append([])
        for piece in paragraph:
            text += "**"
            pieces[-1].append((len(text), piece))
            text += piece
        text += "\n"
    draft = Draft([Said("".join(paragraph)) for paragraph in paragraphs], Setting())
    places = LinePlaces("稿", text, pieces)
    for number, paragraph in enumerate(pieces):
        at = draft.paragraphs[number].start
        for start, piece in paragraph:
            for offset in range(len(piece)):
                found = places.locate(draft, Finding(at, at + 1, "", ""))
                line = text.count("\n", 0, start + offset) + 1
                column = start + offset - text.rfind("\n", 0, start + offset)
                assert (found.start, found.end) == (start + offset, start + offset + 1)
                assert (found.place.line, found.place.column, found.text_line) == (line, column, line)
                at += 1
