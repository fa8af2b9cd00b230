"""An imported outline fitted to a genre."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.model import vocabulary
from drafter.model.outline import Marks, Outline, Part, Point, Section, Tail, Texts
from drafter.model.source import Guess
from drafter.model.template import Template
from drafter.outlining.form import marks as forms
from drafter.outlining.meaning import assignments, task_tables
from drafter.outlining.meaning.assignments import Assignment

_LONGEST_BARE = 10
"""Characters of a title that may stand alone beside others that run into their texts."""

_FEWEST = 2
"""Points of a row that say who answers for them: then the others' brackets say that too."""

UNFIT = "角色 主体"
"""What a guess is called that a part does not fit the genre."""

_SENTENCE = re.compile("^(?:散会|妥否|当否|特此|以上|请予|请[审批]|此致|谢谢)|，")
_DECIMAL = re.compile(
    r"^\d{1,2}(?:\.\d{1,2}){0,3}[.．、\s]*(?=[\u4e00-\u9fff])(?![月年日个件项家名次户号条类大小天周点级万亿元])"
)
"""A number of headings as technical papers have them: 1, 1.1."""

_NEAREST = {"requests": "matters", "matters": "requests", "situation": "overview", "overview": "situation"}
"""What a genre calls a part that it knows by another name: a 请示 asks for its 请示事项."""

_NAMES = vocabulary.chinese(vocabulary.ROLES)


def for_template(outline: Outline, template: Template) -> tuple[Outline, list[Guess]]:
    """The outline for a template: parts that a genre does not take are body, owners and deadlines
    in brackets are fields of their points. What adds nothing takes everything as it is.
    """
    if template.any_role:
        whole = _answered_for(outline) if template.digest else outline
        return replace(whole, template=template.name), []
    taken = set(template.role_spellings().values()) | {"opening", "closing"}
    guesses: list[Guess] = []
    parts: list[Part] = []
    unsaid: list[int] = []
    for part in _in_one(_answered_for(outline).parts):
        unsaid += [len(parts)] if part.role == "body" else []
        role = part.role if part.role in taken else _NEAREST.get(part.role, "body")
        role = role if role in taken else "body"
        if role != part.role:
            heading = next((item.heading for item in part.items if isinstance(item, Section)), "")
            name = _NAMES.get(part.role, part.role)
            guesses.append(
                Guess(
                    UNFIT, 0, f"{template.name}没有“{name}”，放进了主体" + (f"：{heading}" if heading else "")
                )
            )
        own = _in_role(part, role)
        items = tuple(_numbered(item) if isinstance(item, Section) else _closed(item) for item in own.items)
        parts.append(Part(role, items))
    fitted = _required(parts, unsaid, template, guesses)
    return replace(outline, template=template.name, numbering=(), parts=tuple(fitted)), guesses


def _required(
    parts: list[Part], unsaid: Sequence[int], template: Template, guesses: list[Guess]
) -> list[Part]:
    """The parts, those in places `unsaid`, whose role nothing told, in the one that the genre cannot do
    without, or all that it has no role for; of tasks only the last that nothing told, since what comes
    before them is often something else.

    Where it misses several, only a person can say which is which.
    """
    there = {part.role for part in parts}
    missing = [role for role in template.roles if role.required and role.name not in there]
    if len(missing) != 1:
        return parts
    role = missing[0]
    if not unsaid and role.name != "tasks":
        unsaid = [at for at, part in enumerate(parts) if part.role == "body"]
    if not unsaid:
        return parts
    guesses.append(Guess(f"角色 {role.chinese}", 0, f"{template.name}要有这一部分，稿子里没有别的像它"))
    changed = unsaid[-1:] if role.name == "tasks" else unsaid
    return [_in_role(part, role.name) if at in changed else part for at, part in enumerate(parts)]


def _in_one(parts: Sequence[Part]) -> list[Part]:
    """The parts; points without a heading of their own, which nothing told to be anything else, go on with the points before
    them.
    """
    found: list[Part] = []
    for part in parts:
        before = (
            found[-1].items[-1]
            if found and found[-1].role not in ("opening", "closing") and found[-1].items
            else None
        )
        bare = part.items[0] if part.role == "body" and len(part.items) == 1 else None
        if (
            isinstance(before, Section) and isinstance(bare, Section)
            and before.points and not before.tail and bare.points and not bare.heading and not bare.lead
        ):  # fmt: skip
            joined = replace(before, points=(*before.points, *bare.points), tail=bare.tail)
            found[-1] = Part(found[-1].role, (*found[-1].items[:-1], joined))
        else:
            found.append(part)
    return found


def _in_role(part: Part, role: str) -> Part:
    items = (replace(item, role=role) if isinstance(item, Section) else item for item in part.items)
    return Part(role, tuple(items))


def _numbered(section: Section) -> Section:
    """The section without the marks that it was typed with: a genre numbers in its own way. Rows inside
    a paragraph keep theirs, but for figures: nobody says 1. aloud.
    """
    marks, layout = _own(section.marks, section.layout)
    points = _said_whole(tuple(map(_unmarked, section.points)))
    tail = section.tail if isinstance(section.tail, Tail) else _ended(section.tail)
    typed = forms.opening(section.heading)
    given = len(typed.text) if typed and forms.rank(typed.scheme) else 0
    heading = _DECIMAL.sub("", section.heading[given:].strip())
    return replace(
        section,
        heading=heading,
        marks=marks,
        layout=layout,
        points=points,
        lead=_ended(section.lead),
        tail=tail,
    )


def _unmarked(point: Point) -> Point:
    marks, layout = _own(point.marks, point.layout)
    points = _said_whole(tuple(map(_unmarked, point.points)))
    tail = point.tail if isinstance(point.tail, Tail) else _ended(point.tail)
    title = _DECIMAL.sub("", point.title)
    return replace(
        point, title=title, marks=marks, layout=layout, points=points, text=_ended(point.text), tail=tail
    )


def _own(marks: Marks, layout: str) -> tuple[Marks, str]:
    """The marks and the layout that a row keeps."""
    if layout != "inline" or (isinstance(marks, str) and marks[:1] in "1（("):
        return None, "" if layout == "inline" else layout
    return marks, layout


def _said_whole(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points, those of a row that has sentences for titles and no texts as texts: they take end marks, and no
    heading is a whole sentence.
    """
    bare = [point for point in points if point.title and not (point.text or point.points)]
    mixed = 0 < len(bare) < len(points)
    if not any("，" in point.title or (mixed and len(point.title) > _LONGEST_BARE) for point in bare):
        return points
    return tuple(
        replace(point, title="", text=_ended((point.title,)), layout="") if point in bare else point
        for point in points
    )


def _closed(text: str) -> str:
    """A paragraph by itself with a mark at its end where it is a sentence; a name or a day is none."""
    return _ended((text,))[0] if _SENTENCE.search(text) else text


def _ended(texts: Texts) -> Texts:
    """The texts, each with a mark at its end: a draft ends its sentences."""
    return tuple(f"{text}。" if text[-1:].isalnum() or text[-1:] in "）%％〕" else text for text in texts)


def _answered_for(outline: Outline) -> Outline:
    """The outline with what tables, brackets and lines of their own say of owners and deadlines."""
    parts = (
        replace(
            part, items=tuple(_assigned(item) if isinstance(item, Section) else item for item in part.items)
        )
        for part in task_tables.as_points(outline.parts)
    )
    return replace(outline, parts=tuple(parts))


def _assigned(section: Section) -> Section:
    """The section with who answers for its points, as they say themselves, lines below the last say of
    that, and the heading says of all.
    """
    points = [*map(_with_owner, section.points)]
    if sum(bool(point.owner) for point in points) >= _FEWEST:
        points = [_with_office(point) for point in points]
    tail = section.tail
    if points and not isinstance(tail, Tail):
        own = next((at for at, text in enumerate(tail) if not assignments.on_a_line(text)), len(tail))
        _, said = _lines_of(tail[:own])
        points[-1] = _answered(points[-1], said)
        tail = tail[own:]
    heading, of_all = assignments.apart(section.heading)
    if not of_all or all(point.owner or point.deadline for point in points):
        return replace(section, points=tuple(points), tail=tail)
    answered = (point if point.owner or point.deadline else _answered(point, of_all) for point in points)
    return replace(section, heading=heading, points=tuple(answered), tail=tail)


def _with_office(point: Point) -> Point:
    """The point with the offices that brackets name at the end of its title, where others of the row have theirs."""
    title, named = ("", "") if point.owner else assignments.offices(point.title)
    return replace(point, title=title, owner=named) if named else point


def _answered(point: Point, said: Assignment) -> Point:
    """The point with what else is said of who answers for it."""
    both = Assignment(point.owner, point.deadline).joined(said)
    return replace(point, owner=both.owner, deadline=both.deadline)


def _with_owner(point: Point) -> Point:
    """The point with who answers for it and by when, as brackets or lines of its own say."""
    point = replace(point, points=tuple(map(_with_owner, point.points)))
    texts, found = _lines_of(point.text)
    tail = point.tail
    if not isinstance(tail, Tail):
        after, said = _lines_of(tail)
        tail, found = tuple(after), found.joined(said)
    if texts:
        texts[-1], bracketed = assignments.apart(texts[-1])
        found = found.joined(bracketed)
    title, titled = assignments.apart(point.title)
    found = found.joined(titled)
    if not found:
        return point
    kept = tuple(text for text in texts if text)
    layout = "" if not kept and point.layout == "heading" else point.layout
    return _answered(replace(point, title=title, text=kept, tail=tail, layout=layout), found)


def _lines_of(texts: Texts) -> tuple[list[str], Assignment]:
    """The texts that say something else, and what the others say of who and when."""
    said = [text for text in texts if assignments.on_a_line(text)]
    found = assignments.on_a_line("；".join(text.rstrip("；;。") for text in said))
    for text in said if not found else ():
        found = found.joined(assignments.on_a_line(text))
    return [text for text in texts if text not in said], found
