"""Lists of short texts: a row of points, as people type an outline."""

from __future__ import annotations

from dataclasses import replace

from drafter.model.outline import Outline, Part, Point, Section
from drafter.model.template import Template

_LONGEST = 40
"""Characters of what is still an entry of a list, and no paragraph."""

_ENDED = ("。", "！", "？", "；", "：", "…", "”", "）", "，")
_TOLD = frozenset({"opening", "closing"})
"""Parts whose texts are paragraphs, however short."""


def as_points(outline: Outline, template: Template) -> Outline:
    """The outline with each list of short texts as points; where a template prints everything as it is, they stay.

    A second row runs within its paragraph (一是……；二是……): 一、 would begin again on the same page.
    """
    if template.any_role or template.digest:
        return outline
    parts: list[Part] = []
    listed = False
    for part in outline.parts:
        made = _part(part, "inline" if listed else "")
        listed |= made != part
        parts.append(made)
    return replace(outline, parts=tuple(parts))


def _part(part: Part, layout: str) -> Part:
    if part.role in _TOLD:
        return part
    texts = tuple(item for item in part.items if isinstance(item, str))
    if len(texts) == len(part.items) and _is_list(texts):
        return replace(part, items=(Section(points=_points(texts), layout=layout),))
    return replace(
        part, items=tuple(item if isinstance(item, str) else _section(item, layout) for item in part.items)
    )


def _section(section: Section, layout: str) -> Section:
    if section.points or section.table or not _is_list(section.lead):
        return section
    own = section.layout or ("" if section.heading else layout)
    return replace(section, lead=(), points=_points(section.lead), layout=own)


def _points(texts: tuple[str, ...]) -> tuple[Point, ...]:
    return tuple(Point(text=(text,)) for text in texts)


def _is_list(texts: tuple[str, ...]) -> bool:
    """Whether texts are the entries of a list: several, all short, none ended."""
    return len(texts) > 1 and all(len(text) <= _LONGEST and not text.endswith(_ENDED) for text in texts)
