"""The sections and points of an old text, told by its marks, its styles and its short lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from drafter import numerals
from drafter.model.document import Role
from drafter.model.outline import Marks, Part, Point, Section
from drafter.model.source import Guess, Line
from drafter.numerals import NO_MARK
from drafter.outlining import marks
from drafter.outlining.marks import Mark

LONGEST_HEADING = 45
LONGEST_TITLE = 40
_STOPS = "。！？"
_ENDS = (*_STOPS, "；", "：", "，", "…")
_CLOSING = re.compile(
    r"(?:同志们|各位|朋友们)[，！、]|最后，|让我们|谢谢|以上(?:汇报|发言|报告|述职|意见)|发言完毕|汇报完毕|特此|妥否|祝"
)
_ROLES = (
    ("overview", "基本情况|概况"),
    ("gaps", "问题|不足|差距|困难|短板"),
    ("causes", "原因|根源"),
    ("situation", "形势|机遇|挑战"),
    ("experience", "体会|经验|启示|认识"),
    ("goals", "总体要求|目标|指导思想|总体思路"),
    ("guarantee", "保障|组织领导|加强领导|工作要求|有关要求"),
    ("tasks", "任务|打算|下一步|下步|安排|重点工作|措施|对策|今后|努力方向"),
    ("achievements", "成绩|成效|回顾|工作情况|主要工作|做法|开展情况|完成情况"),
)


class Detail(IntEnum):
    """How far a stretch of text is taken apart; less, where more would change what it prints."""

    TEXT = 0
    HEADINGS = 1
    POINTS = 2
    ENUMERATIONS = 3


@dataclass(slots=True)
class _Node:
    """A marked or styled paragraph, the paragraphs that follow it, and what is below it."""

    mark: Mark | None
    title: str
    alone: bool
    line: Line
    scheme: str
    texts: list[str] = field(default_factory=list)
    below: list[_Node] = field(default_factory=list)


def stretches(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in stretches that can be understood alone: from one heading of the highest level
    to the next, each table by itself.
    """
    top = _top_scheme(lines)
    found: list[list[Line]] = [[]]
    for line in lines:
        scheme, alone = _scheme(line), _is_alone(line)
        if line.rows or (found[-1] and found[-1][-1].rows) or (scheme and scheme == top and alone):
            found.append([])
        found[-1].append(line)
    return [stretch for stretch in found if stretch]


def _scheme(line: Line) -> str:
    """What groups a line with its like: the scheme of its mark, else its style's level."""
    mark = marks.opening(line.text)
    if mark is not None:
        return mark.scheme
    return f"style {line.level}" if line.role is Role.HEADING else ""


def _top_scheme(lines: Sequence[Line]) -> str:
    """The scheme of the first heading that stands alone: no other is above it."""
    return next((_scheme(line) for line in lines if _scheme(line) and _is_alone(line)), "")


def _is_alone(line: Line) -> bool:
    """Whether the line is a heading by itself: short, and no sentence."""
    if line.role is Role.HEADING:
        return True
    text = line.text
    return (
        len(text) <= LONGEST_HEADING and not text.endswith(_ENDS) and not any(stop in text for stop in _STOPS)
    )


def parts(lines: Sequence[Line], detail: Detail) -> list[str | Section]:
    """A stretch as paragraphs and sections; headings keep the marks that they bring."""
    if lines[0].rows:
        return [Section(table=lines[0].rows)]
    if detail is Detail.TEXT:
        return [literal(line.text) for line in lines]
    before, nodes = _tree(lines, detail)
    found: list[str | Section] = list(before)
    row: list[_Node] = []
    for node in nodes:
        if node.alone and (node.texts or node.below or node.line.role is Role.HEADING):
            found += _as_section(row, detail)
            row = []
            found.append(_section(node, detail))
        else:
            row.append(node)
    return found + _as_section(row, detail)


def literal(text: str) -> str:
    r"""The text as an outline has it: braces that are no reference are `\{{`."""
    return text.replace("{{", "\\{{")


def _tree(lines: Sequence[Line], detail: Detail) -> tuple[list[str], list[_Node]]:
    """The paragraphs before the first node, and the nodes of the highest level."""
    before: list[str] = []
    top: list[_Node] = []
    path: list[_Node] = []
    for line in lines:
        scheme = _scheme(line)
        counted = detail is Detail.ENUMERATIONS and path and _enumeration(line.text, alone=True) is not None
        if not scheme or (detail is Detail.HEADINGS and path) or (counted and not _is_heading(scheme)):
            (path[-1].texts if path else before).append(literal(line.text))
            continue
        node = _node(line, scheme)
        while path and scheme in [above.scheme for above in path]:
            path.pop()
        (path[-1].below if path else top).append(node)
        path.append(node)
    return before, top


def _is_heading(scheme: str) -> bool:
    """Whether a scheme is one of headings (一、 or a style), not one that runs on in a text."""
    return scheme.startswith("style") or bool(numerals.heading_level(scheme))


def _node(line: Line, scheme: str) -> _Node:
    """A line as a node: a heading alone, or a title that runs into its paragraph."""
    mark = marks.opening(line.text)
    rest = literal(line.text[len(mark.text) if mark else 0 :].strip())
    if _is_alone(line):
        return _Node(mark, rest, True, line, scheme)
    for index, char in enumerate(rest[: LONGEST_TITLE + 1]):
        if char in _STOPS and rest[index + 1 :].strip():
            title = rest[: index + (char != "。")]
            return _Node(mark, title, False, line, scheme, [rest[index + 1 :].strip()])
    return _Node(mark, "", False, line, scheme, [rest])


def _section(node: _Node, detail: Detail) -> Section:
    """A heading of the highest level with all that is below it."""
    heading = (node.mark.text if node.mark else "") + node.title
    if not node.below and detail is Detail.ENUMERATIONS:
        for index in reversed(range(len(node.texts))):
            found = _enumeration(node.texts[index], alone=index == 0)
            if found is not None:
                lead, named, points = found
                before = (*node.texts[:index], *([lead] if lead else []))
                return Section(
                    role=role_of(heading), heading=heading, lead=before, points=points, marks=named,
                    layout="inline", tail=tuple(node.texts[index + 1 :]),
                )  # fmt: skip
    points, named, layout = _row(node.below, detail)
    return Section(
        role=role_of(heading),
        heading=heading,
        lead=tuple(node.texts),
        points=points,
        marks=named,
        layout=layout,
    )


def _row(nodes: Sequence[_Node], detail: Detail) -> tuple[tuple[Point, ...], Marks, str]:
    """A row of nodes as points, how their marks are named, and the layout that all of them share."""
    if not nodes:
        return (), None, ""
    points = tuple(_point(node, detail) for node in nodes)
    named = _marks(nodes)
    if any(point.layout != "lead" for point in points):
        return points, named, ""
    top = isinstance(named, str) and numerals.heading_level(named) == 1
    return tuple(replace(point, layout="") for point in points), named, "lead" if top else ""


def _marks(nodes: Sequence[_Node]) -> Marks:
    """How the marks of these nodes are named; none where one of them has none."""
    found = [node.mark for node in nodes if node.mark is not None]
    return marks.row(found) if found and len(found) == len(nodes) else NO_MARK


def _as_section(row: list[_Node], detail: Detail) -> list[str | Section]:
    """Points of the highest level that stand under no heading, in a section without one."""
    if not row:
        return []
    points, named, layout = _row(row, detail)
    return [Section(points=points, marks=named, layout=layout)]


def _point(node: _Node, detail: Detail) -> Point:
    """A node as a point: its title, its text, an enumeration in its last paragraph, what is below."""
    texts = tuple(node.texts)
    layout = "heading" if node.alone and texts else ("lead" if node.title and not node.alone else "")
    if node.below:
        points, named, _ = _row(node.below, detail)
        return Point(title=node.title, text=texts, points=points, marks=named, layout=layout)
    found = None
    if texts and not node.alone and detail is Detail.ENUMERATIONS:
        found = _enumeration(texts[-1], alone=len(texts) == 1 and not node.title)
    if found is not None:
        lead, named, points = found
        before = (*texts[:-1], *([lead] if lead else []))
        return Point(title=node.title, text=before, points=points, marks=named, layout="inline")
    return Point(title=node.title, text=texts, layout=layout)


def _enumeration(text: str, alone: bool) -> tuple[str, Marks, tuple[Point, ...]] | None:
    """A paragraph that counts its points, as what stands before them, their marks, and them.

    One that begins with the first of them must stand `alone`: its points would run on in the
    paragraph before.
    """
    found = marks.enumeration(text)
    if found is None:
        return None
    lead, named, items = found
    if (not lead and not alone) or (lead and not lead.endswith(_ENDS)) or not items[-1].endswith(_ENDS):
        return None
    return lead, named, tuple(Point(text=(item,)) for item in items)


def role_of(heading: str) -> str:
    """The role that a heading's words tell; `body` where they tell none."""
    return next((role for role, words in _ROLES if re.search(words, heading)), "body")


def closing(lines: Sequence[Line]) -> int:
    """How many lines at the end close the text: a last call, thanks, a set phrase."""
    count = 0
    for index, line in enumerate(reversed(lines), 1):
        if line.rows or _scheme(line):
            break
        if _CLOSING.match(line.text):
            count = index
        elif index > 2 * (count + 1):
            break
    return count


def as_parts(items: Sequence[tuple[Line, str | Section]], guesses: list[Guess]) -> tuple[Part, ...]:
    """Sections and texts in order as the parts of an ordered outline, each with its role."""
    found = []
    for line, item in items:
        role = item.role or "body" if isinstance(item, Section) else "body"
        if role != "body":
            guesses.append(Guess(f"角色 {role}", line.number, "小标题的用词"))
        found.append(Part(role, (item,)))
    return tuple(found)
