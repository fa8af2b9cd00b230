"""A text as tokens: every character and every pair of neighbours, so that any part of a word is found.

Most Chinese words have two characters, and no dictionary knows where all of them begin. Pairs
of characters find them all. One tokenizer serves every index; where it changes, VERSION does,
and indexes are made anew.
"""

from __future__ import annotations

import re
from operator import add

from drafter.model.library import Entry, Keyed, Query, Wanted
from drafter.searching import fingerprints

VERSION = "3"
"""Of the tokens and the fingerprints: an index of another version is made anew."""

EVERY = "all:"
"""The token that every entry has."""

_ABOVE = "above"
"""Labels an entry whose mark of secrecy is higher than a rank; most entries have none of these, which costs them nothing."""

_RUN = re.compile(r"[^\W_]+")
_NARROW = {
    **{code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)},
    **{code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F) if chr(code).isalnum()},
}
_ESCAPED = re.compile(r"[\"\\\s\x00-\x1f]")
"""Stands otherwise in what is kept of an entry than in its text."""

_HAS_LATIN = re.compile(r"[A-Za-z0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")


def folded(text: str) -> str:
    """The text with Latin letters and digits in one form: narrow and small. Its length stays."""
    return text.translate(_NARROW) if _HAS_LATIN.search(text) else text


def tokens(text: str) -> set[str]:
    """Every character and every pair of neighbouring characters of the text's runs."""
    found: set[str] = set()
    for run in _RUN.findall(folded(text)):
        found.update(run)
        found.update(map(add, run, run[1:]))
    return found


def needed(term: str) -> set[str]:
    """The tokens that every text holding the term has: its pairs, or a lone character."""
    found: set[str] = set()
    for run in _RUN.findall(folded(term)):
        found.update(map(add, run, run[1:]) if len(run) > 1 else run)
    return found


def _is_exact(term: str) -> bool:
    """Whether a text holds the term exactly where it has the term's one token."""
    return len(term) <= 2 and _RUN.fullmatch(term) is not None


def label(kind: str, value: str) -> str:
    """The token of a filter: `label("role", "tasks")`; no text has one, since it holds a colon."""
    return f"{kind}:{''.join(_RUN.findall(folded(value)))}"


def holds(text: str, term: str) -> bool:
    """Whether the text holds the term, whatever the form of Latin letters and digits."""
    return term in text or (_HAS_LATIN.search(term) is not None and folded(term) in folded(text))


def searchable(entry: Entry) -> str:
    """All that is looked through: the entry's head and its text."""
    return f"{head(entry)}\n{entry.text}"


def head(entry: Entry) -> str:
    """What an entry is known by: title, id, occasion, tags, audience, source, note; a part by its title."""
    if entry.within:
        return entry.title
    about = (entry.title, entry.id, entry.occasion, *entry.tags, entry.audience, entry.source, entry.note)
    return "\n".join(filter(None, about))


def keyed(entry: Entry) -> Keyed:
    """The entry with its tokens, and with fingerprints where it is no part of another."""
    heads = tokens(head(entry))
    words = tokens(entry.text) | heads | _labels(entry)
    prints: list[tuple[int, int]] = []
    if not entry.within:
        for number, paragraph in enumerate(entry.paragraphs[: fingerprints.MOST_PARAGRAPHS]):
            prints += [(mark, number) for mark in sorted(fingerprints.prints(paragraph))]
    return Keyed(entry, frozenset(words), frozenset(heads | _labels(entry)), tuple(prints))


def _labels(entry: Entry) -> set[str]:
    """The tokens of the filters that the entry passes."""
    found = {EVERY, label("kind", entry.kind)}
    found |= {
        label(kind, value)
        for kind, value in (("role", entry.role), ("template", entry.template), ("year", entry.year))
        if value
    }
    found |= {label(_ABOVE, str(rank)) for rank in range(entry.rank)}
    return found | {label("tag", tag) for tag in entry.tags}


def wanted(query: Query) -> Wanted:
    """The query as tokens. Excluded words longer than a pair are left to `passes`.

    Words that have one form only can be looked up by the index itself, which is quicker.
    """
    having: set[str] = set()
    for term in query.terms:
        having |= needed(term)
    filters = ("kind", "role", "template", "year", "tag")
    having |= {label(name, getattr(query, name)) for name in filters if getattr(query, name)}
    lacking = sorted(folded(term) for term in query.without if _is_exact(term))
    above = label(_ABOVE, str(query.cleared))
    having |= {above} if query.hidden else set()
    lacking += [] if query.hidden else [above]
    plain = tuple(
        term
        for term in query.terms
        if not (_is_exact(term) or _HAS_LATIN.search(term) or _ESCAPED.search(term))
    )
    return Wanted(tuple(sorted(having or {EVERY})), tuple(lacking), plain)


def passes(entry: Entry, query: Query) -> bool:
    """Whether the entry's text truly holds every word of the query, and none that it excludes."""
    text = searchable(entry)
    return all(holds(text, term) for term in query.terms) and not any(
        holds(text, term) for term in query.without
    )
