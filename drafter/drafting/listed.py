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
    """The outline with each list of short texts as points; where a template prints everything as it is, they stay."""
    if template.any_role or template.digest:
        return outline
    return replace(outline, parts=tuple(map(_part, outline.parts)))


def _part(part: Part) -> Part:
    if part.role in _TOLD:
        return part
    texts = tuple(item for item in part.items if isinstance(item, str))
    if len(texts) == len(part.items) and _is_list(texts):
        return replace(part, items=(Section(points=tuple(Point(text=(text,)) for text in texts)),))
    return replace(
        part, items=tuple(item if isinstance(item, str) else _section(item) for item in part.items)
    )


def _section(section: Section) -> Section:
    if section.points or section.table or not _is_list(section.lead):
        return section
    return replace(section, lead=(), points=tuple(Point(text=(text,)) for text in section.lead))


def _is_list(texts: tuple[str, ...]) -> bool:
    """Whether texts are the entries of a list: several, all short, none ended."""
    return len(texts) > 1 and all(len(text) <= _LONGEST and not text.endswith(_ENDED) for text in texts)
