"""Tables over a whole outline, for papers that help with it: its figures, who has to do what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from drafter.model import vocabulary
from drafter.model.outline import REFERENCE, Outline, Point, Section, Tail
from drafter.model.words import cut, phrase
from drafter.patterns import pattern
from drafter.quantities import FIGURE

LONGEST_EXCERPT = 60
_HELP = pattern(
    r"[，；\s]+(?:配合|协办|参与)(?:单位|部门)?[：:](?P<named>.+)"
    r"|[，；]\s*(?P<does>[^，；]+?)等?(?:配合|协办|参与)"
    r"|(?<=牵头)[，；]\s*(?P<rest>.+)|(?<=（牵头）)[，；、]\s*(?P<others>.+)"
)
"""Who assists, in an owner that says so."""

_LEAD = pattern(r"(?:(?:牵头|责任)(?:单位|部门)[：:])?(.+?)(?:牵头|（牵头）|负责)?")
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


def typed(outline: Outline, say: Say) -> list[dict[str, str]]:
    """The figures that are typed in the text itself, sentence by sentence."""
    rows: list[dict[str, str]] = []
    for where, text in texts(outline):
        for match in FIGURE.finditer(text):
            row = {"where": say(where), "sentence": say(_around(text, match.start()))}
            figure = say(cut(text, *match.span()))
            if rows and rows[-1] | {"figures": ""} == row | {"figures": ""}:
                rows[-1]["figures"] = phrase(rows[-1]["figures"], "、", figure)
            else:
                rows.append(row | {"figures": figure})
    return rows


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
                    return f"……{clause.strip('，。')}……"
                offset -= len(clause)
    return text[:LONGEST_EXCERPT]


def assignments(outline: Outline, say: Say) -> list[dict[str, str]]:
    """Every point of a row in which somebody answers for one, in order: its number, what, how, who leads and who
    assists, by when; `guessed` where nobody says who leads, and the first is taken for it.
    """
    rows: list[dict[str, str]] = []
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section):
                for point in _assigned(item.points):
                    what = point.title or _first_sentence(point.text[0] if point.text else "")
                    row = {"number": str(len(rows) + 1), "what": say(cut(what, 0, len(what.rstrip("。；"))))}
                    row |= {
                        "section": say(item.heading),
                        "measure": say(_measure(point)),
                        "owner": say(point.owner),
                    }
                    rows.append(row | _led(point.owner, say) | {"deadline": say(point.deadline)})
    return rows


def _measure(point: Point) -> str:
    """How it is done: the first sentence of a text that has a title, the second of one that has none."""
    text = point.text[0] if point.text else ""
    if not point.title:
        text = cut(text, len(_first_sentence(text)))
    first = _first_sentence(text)
    return cut(first, 0, len(first.rstrip("。；")))


def _led(owner: str, say: Say) -> dict[str, str]:
    """Who leads and who assists, by the words that say so, else by their order."""
    said = _HELP.search(owner)
    if said is not None:
        start, end = next(span for group in said.groupdict() if (span := said.span(group)) != (-1, -1))
    elif "牵头" in owner:
        start = end = len(owner)
    else:
        start = next((at + 1 for at, char in enumerate(owner) if char in "、，；"), len(owner))
        end = len(owner)
    lead = cut(owner, 0, said.start() if said else len(owner[:start].rstrip("、，；")))
    bare = _LEAD.fullmatch(lead)
    lead = cut(lead, *bare.span(1)) if bare else lead
    guessed = "是" if said is None and start < end else ""
    return {"lead": say(lead), "help": say(cut(owner, start, end)), "guessed": guessed}


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
