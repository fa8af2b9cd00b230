"""An imported outline fitted to a genre."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model.outline import Outline, Part, Point, Section
from drafter.model.source import Guess
from drafter.model.template import Template

_ASSIGNED = re.compile(
    r"[（(](?:(?:责任单位|牵头单位|责任人)[：:](?P<owner>[^；;，（）()]+?))?[；;，]?\s*"
    r"(?:(?:完成)?时限[：:](?P<deadline>[^；;（）()]+?))?[）)](?P<end>[。；]?)$"
)


def for_template(outline: Outline, template: Template) -> tuple[Outline, list[Guess]]:
    """The outline for a template: parts that a genre does not take are body, owners and deadlines
    in brackets are fields of their points. What adds nothing takes everything as it is.
    """
    if template.any_role:
        whole = _answered_for(outline) if template.digest else outline
        return replace(whole, template=template.name), []
    taken = set(template.role_spellings().values()) | {"opening", "closing"}
    guesses = []
    parts = []
    for number, part in enumerate(_answered_for(outline).parts, 1):
        role = part.role if part.role in taken else "body"
        if role != part.role:
            guesses.append(Guess("角色 body", number, f"{template.name}没有“{part.role}”这一部分"))
        items = tuple(replace(item, role=role) if isinstance(item, Section) else item for item in part.items)
        parts.append(Part(role, items))
    return replace(outline, template=template.name, numbering=(), parts=tuple(parts)), guesses


def _answered_for(outline: Outline) -> Outline:
    """The outline with what the brackets of its points say of owners and deadlines."""
    parts = (
        replace(
            part, items=tuple(_assigned(item) if isinstance(item, Section) else item for item in part.items)
        )
        for part in outline.parts
    )
    return replace(outline, parts=tuple(parts))


def _assigned(section: Section) -> Section:
    return replace(section, points=tuple(map(_with_owner, section.points)))


def _with_owner(point: Point) -> Point:
    """The point with what its brackets say of who answers for it and by when."""
    point = replace(point, points=tuple(map(_with_owner, point.points)))
    text = point.text[-1] if point.text else point.title
    match = _ASSIGNED.search(text)
    if match is None:
        return point
    bare = text[: match.start()] + match["end"]
    whole = replace(point, owner=match["owner"] or "", deadline=match["deadline"] or "")
    return replace(whole, text=(*point.text[:-1], bare)) if point.text else replace(whole, title=bare)
