"""Paragraphs of an old Word file that say themselves which table they stand in."""

from __future__ import annotations

import struct

import pytest

from drafter.readers.old_word.sprms import Code
from tests.readers.old_word.by_hand import piece, source, sprm, streams

STYLE = b"\0\0"
IN = STYLE + sprm(Code.IN_TABLE, 1)
PLAIN = STYLE


def row_end(edges, merged=()):
    cells = b"".join(
        (b"\1\0" if number in merged else b"\0\0").ljust(20, b"\0") for number in range(len(edges) - 1)
    )
    said = bytes([len(edges) - 1]) + struct.pack(f"<{len(edges)}h", *edges) + cells
    return IN + sprm(Code.ROW_END, 1) + sprm(Code.TABLE) + struct.pack("<H", len(said) + 1) + said


def made(*paragraphs):
    """A file of paragraphs, each with its text, the mark that ends it and its properties."""
    stretches, at = [], 0
    for text, row in paragraphs:
        stretches.append((at, at + 2 * len(text), row))
        at += 2 * len(text)
    return streams(piece("".join(text for text, _ in paragraphs)), paragraphs=stretches)


def lines(monkeypatch, *paragraphs):
    return [line.rows or line.text for line in source(monkeypatch, made(*paragraphs)).lines]


def test_a_cell_takes_the_columns_that_its_edges_span(monkeypatch):
    """Edges of other rows nearby are the same column's."""
    found = lines(
        monkeypatch,
        *[("甲\a", IN), ("乙\a", IN), ("丙\a", IN), ("\a", row_end([0, 1000, 2000, 3000]))],
        *[("丁\a", IN), ("戊\a", IN), ("\a", row_end([-10, 2015, 3000]))],
        ("表后\r", PLAIN),
    )

    assert found == [(("甲", "乙", "丙"), ("丁", "", "戊")), "表后"]


@pytest.mark.parametrize(("beside", "columns"), [(20, 2), (21, 3)])
def test_edges_are_near_up_to_a_limit(monkeypatch, beside, columns):
    """Twenty twips."""
    (rows,) = lines(
        monkeypatch,
        *[("甲\a", IN), ("乙\a", IN), ("\a", row_end([0, 1000, 2000]))],
        *[("丙\a", IN), ("丁\a", IN), ("\a", row_end([0, 1000 + beside, 2000]))],
    )

    assert len(rows[0]) == columns


def test_cells_that_a_row_merges_are_one(monkeypatch):
    """With all that stands in them."""
    (rows,) = lines(
        monkeypatch,
        *[("甲\a", IN), ("乙\a", IN), ("丙\a", IN), ("\a", row_end([0, 1000, 2000, 3000], merged=[1]))],
    )

    assert rows == (("甲 乙", "", "丙"),)


def test_a_row_whose_definition_does_not_fit_has_a_column_a_cell(monkeypatch):
    """Too few cells for its edges, or none defined."""
    found = lines(
        monkeypatch,
        *[("甲\a", IN), ("\a", row_end([0, 1000, 2000]))],
        *[("乙\a", IN), ("丙\a", IN), ("\a", IN + sprm(Code.ROW_END, 1))],
    )

    assert found == [(("甲", ""), ("乙", "丙"))]


def test_a_table_may_stand_in_a_cell_and_end_without_its_rows(monkeypatch):
    """The depth of a paragraph says where it stands; a row without an end is one all the same."""
    inner = IN + sprm(Code.DEPTH, 2, 0, 0, 0)
    found = lines(
        monkeypatch,
        ("外\r", IN),
        ("内甲\r", inner + sprm(Code.INNER_CELL, 1)),
        ("内乙\r", inner + sprm(Code.INNER_CELL, 1)),
        ("\r", inner + sprm(Code.INNER_ROW_END, 1)),
        ("\a", IN),
        ("末格\a", IN),
        ("后\r", PLAIN),
    )

    assert found == [(("外 内甲内乙", "末格"),), "后"]


@pytest.mark.parametrize(("less", "found"), [(0, [(("甲",),)]), (0xFF, ["甲"])])
def test_a_paragraph_may_be_taken_out_of_its_table(monkeypatch, less, found):
    """By so many depths, as a file that was saved fast says it."""
    deeper = sprm(Code.DEEPER, *[less] * 4)

    assert lines(monkeypatch, ("甲\a", IN + deeper), ("\a", IN + sprm(Code.ROW_END, 1) + deeper)) == found
