"""Rows of names in the order of the unit's roster, where a draft has them in another."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.text.people import Named, are_in_row, named, ranks
from drafter.suggesting.suggestion import Suggestion

_SOURCE = "名册"


def suggest(draft: Draft) -> list[Suggestion]:
    """Each row whose people the roster all ranks, as it would order them; what stands between them stays."""
    known = ranks(draft)
    found = []
    for row in _rows(draft):
        ordered = sorted(row, key=lambda one: known.get(one.name, 0))
        if len(row) < 2 or ordered == row or not all(one.name in known for one in row):
            continue
        text = ""
        for place, one in zip(row, ordered, strict=True):
            after = next((other.start for other in row if other.start > place.start), place.end)
            text += draft.text[one.start : one.end] + draft.text[place.end : after]
        found.append(Suggestion(draft.text[row[0].start : row[-1].end], 1, text, _SOURCE))
    return found


def _rows(draft: Draft) -> Iterator[list[Named]]:
    """People who are named one after another."""
    row: list[Named] = []
    for one in named(draft):
        if row and not are_in_row(draft, row[-1], one):
            yield row
            row = []
        row.append(one)
    if row:
        yield row
