"""When, where, what and who of a meeting, as sections of a notice or of an agenda paper."""

from __future__ import annotations

from drafter.model.outline import Occasion, Outline, Part, Point, Section
from drafter.model.words import cut, phrase
from drafter.templating.around import agenda

ROLE = "agenda"


def parts(outline: Outline) -> tuple[Part, ...]:
    """The outline's parts, with one made of its occasion where it has none of its own."""
    if outline.occasion is None or any(part.role == ROLE for part in outline.parts):
        return outline.parts
    sections = _sections(outline.occasion)
    return (*outline.parts, Part(ROLE, sections)) if sections else outline.parts


def _sections(occasion: Occasion) -> tuple[Section, ...]:
    """A section for each thing that is known; a list where it has several items."""
    programme = tuple(agenda.plain(item.who, item.does, item.what) for item in occasion.agenda)
    known = (
        ("会议时间", (occasion.time,)),
        ("会议地点", (occasion.place,)),
        ("会议主持", (occasion.chair,)),
        ("会议议程", programme),
        ("参会人员", occasion.attendance),
    )
    return tuple(_section(heading, lines) for heading, lines in known if any(lines))


def _section(heading: str, lines: tuple[str, ...]) -> Section:
    if len(lines) == 1:
        return Section(heading=heading, lead=(phrase(cut(lines[0], 0, len(lines[0].rstrip("。"))), "。"),))
    return Section(
        heading=heading,
        points=tuple(Point(text=(cut(line, 0, len(line.rstrip("；。"))),)) for line in lines),
    )
