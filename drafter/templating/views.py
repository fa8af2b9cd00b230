"""Tables over a whole outline, for papers that help with it: its figures, who has to do what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from drafter.model import vocabulary
from drafter.model.outline import REFERENCE, Outline, Point, Section, Tail
from drafter.model.words import cut
from drafter.patterns import pattern

LONGEST_EXCERPT = 60
_SENTENCE = pattern(r"[^。！？；]*[。！？；]?")
_ROLES = vocabulary.chinese(vocabulary.ROLES)

Say = Callable[[str], str]


def facts(outline: Outline, say: Say) -> list[dict[str, Any]]:
    """Every fact with its source and the sentences that use it; the value stays a reference."""
    uses: dict[str, list[dict[str, str]]] = {}
    for where, text in texts(outline):
        for match in REFERENCE.finditer(text):
            use = {"where": say(where), "sentence": say(_around(text, match.start()))}
            if use not in uses.setdefault(match[1], []):
                uses[match[1]].append(use)
    return [
        {
            "name": name,
            "reference": f"{{{{ {name} }}}}",
            "source": say(fact.source) if fact else "",
            "as_of": f"{{{{ {name}.截至 }}}}" if fact and fact.as_of else "",
            "uses": uses.get(name, []),
        }
        for name, fact in outline.facts.items()
    ]


def _around(text: str, at: int) -> str:
    """The sentence of the text in which the place lies, shortened where it is long."""
    for match in _SENTENCE.finditer(text):
        if match.start() <= at < match.end():
            sentence = match[0].strip()
            if len(sentence) <= LONGEST_EXCERPT:
                return sentence
            clauses = re.split(r"(?<=，)", sentence)
            offset = at - match.start()
            for clause in clauses:
                if offset < len(clause):
                    return f"……{clause.strip('，')}……"
                offset -= len(clause)
    return text[:LONGEST_EXCERPT]


def assignments(outline: Outline, say: Say) -> list[dict[str, str]]:
    """Every point of a row in which somebody answers for one, in order: its number, what, who, by
    when.
    """
    rows: list[dict[str, str]] = []
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section):
                for point in _assigned(item.points):
                    what = point.title or _first_sentence(point.text[0] if point.text else "")
                    row = {"number": str(len(rows) + 1), "what": say(cut(what, 0, len(what.rstrip("。；"))))}
                    row |= {"section": say(item.heading), "owner": say(point.owner)}
                    rows.append(row | {"deadline": say(point.deadline)})
    return rows


def _assigned(points: tuple[Point, ...]) -> Iterator[Point]:
    """The points of rows in which one names an owner or a deadline, at any depth."""
    named = any(point.owner or point.deadline for point in points)
    for point in points:
        if named:
            yield point
        yield from _assigned(point.points)


def _first_sentence(text: str) -> str:
    end = re.search(r"[。；]", text)
    return cut(text, 0, end.end()) if end else text


def texts(outline: Outline) -> Iterator[tuple[str, str]]:
    """Every text of the outline with the heading under which a reader finds it."""
    yield "标题", outline.title
    for part in outline.parts:
        for item in part.items:
            where = (
                item.heading
                if isinstance(item, Section) and item.heading
                else _ROLES.get(part.role, part.role)
            )
            for text in _said(item):
                yield where, text
    for attachment in outline.attachments:
        for item in attachment.items:
            for text in _said(item):
                yield f"附件《{attachment.title}》", text


def _said(item: str | Section | Point | Tail) -> Iterator[str]:
    """Every text of an item, in the order of the page."""
    if isinstance(item, str):
        yield item
        return
    if isinstance(item, Section):
        yield from item.lead
        yield from (cell for row in item.table for cell in row)
    elif isinstance(item, Point):
        yield from (item.title, *item.text)
    else:
        yield from item.lead
    for point in item.points:
        yield from _said(point)
    if isinstance(item.tail, Tail):
        yield from _said(item.tail)
    else:
        yield from item.tail
