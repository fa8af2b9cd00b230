"""Which of the entries found comes first, and the words of it to show."""

from __future__ import annotations

from drafter.model.library import Entry, Query
from drafter.searching.words import folded, head

_TITLE, _ABOUT, _TOGETHER = 3.0, 1.2, 1.5
_FARTHER = 0.25
"""What stands in a farther folder is worth so much less: one's own words go before shipped ones."""

_SATURATION = 1.2
_USUAL_LENGTH = 160
"""Characters: a longer text has to say a word more often to be as much about it."""

_NEAREST_YEAR = 2000
_YEARS = 200.0
"""A year is worth so small a part of a word that it only parts what is alike otherwise."""

OPEN, CLOSE = "【", "】"
"""Stand around the words searched for in an excerpt."""

EXCERPT = 60
"""Characters of an excerpt, marks not counted."""


def score(entry: Entry, query: Query) -> float:
    """How much an entry is about the query's words; more is better."""
    title, about, text = folded(entry.title), folded(head(entry)), folded(entry.text)
    terms = [folded(term) for term in query.terms]
    long = _SATURATION * (0.25 + 0.75 * len(text) / _USUAL_LENGTH)
    total = 0.0
    for term in terms:
        count = text.count(term)
        total += 2 * count / (count + long)
        if term in title:
            total += _TITLE * (0.5 + 0.5 * len(term) / len(title))
        elif term in about:
            total += _ABOUT
    if len(terms) > 1 and ("".join(terms) in text or _near(text, terms)):
        total += _TOGETHER
    total -= _FARTHER * entry.shelf
    return total + (int(entry.year) - _NEAREST_YEAR) / _YEARS if entry.year else total


def _near(text: str, terms: list[str]) -> bool:
    """Whether the words stand within one excerpt of each other."""
    first = text.find(terms[0])
    return first >= 0 and all(
        text.find(term, max(first - EXCERPT, 0), first + EXCERPT) >= 0 for term in terms[1:]
    )


def excerpt(entry: Entry, query: Query) -> str:
    """Some words of the entry around the first that was searched for, the words marked."""
    text = " ".join(entry.text.split("\n")) or entry.title
    low = folded(text)
    terms = sorted((folded(term) for term in query.terms), key=len, reverse=True)
    found = [place for place in (low.find(term) for term in terms) if place >= 0]
    start = max(min(found, default=0) - EXCERPT // 4, 0)
    cut = text[start : start + EXCERPT]
    shown = _marked(cut, folded(cut), terms)
    return ("…" if start else "") + shown + ("…" if start + EXCERPT < len(text) else "")


def _marked(text: str, low: str, terms: list[str]) -> str:
    """The text with every term in brackets; where two overlap the longer one holds."""
    inside = bytearray(len(text))
    for term in terms:
        at = low.find(term)
        while at >= 0:
            if not any(inside[at : at + len(term)]):
                inside[at : at + len(term)] = b"\2" + b"\1" * (len(term) - 1)
            at = low.find(term, at + len(term))
    pieces: list[str] = []
    for place, character in enumerate(text):
        if inside[place] == 2:
            pieces.append(OPEN)
        pieces.append(character)
        if inside[place] and (place + 1 == len(text) or inside[place + 1] != 1):
            pieces.append(CLOSE)
    return "".join(pieces)
