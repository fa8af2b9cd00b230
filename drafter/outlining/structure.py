"""The sections and points of an old text, told by its marks, its styles and its short lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from drafter import numerals
from drafter.model.document import Role
from drafter.model.outline import Marks, Point, Section, Tail, Texts
from drafter.model.source import Line
from drafter.numerals import NO_MARK
from drafter.outlining import marks
from drafter.outlining.marks import Mark
from drafter.outlining.roles import BODY, by_heading, by_lead

LONGEST_HEADING = 45
LONGEST_TITLE = 40
_FEWEST = 2
_STOPS = "。！？"
_ENDS = (*_STOPS, "；", "：", "，", "…")
_CLOSING = re.compile(
    r"(?:同志们|各位(?:[^，！、。]{1,6})?|朋友们)[，！、]|最后，|让我们|谢谢|以上(?:汇报|发言|报告|述职|意见)|发言完毕|汇报完毕|特此|妥否|祝"
)
_BELOW = re.compile(
    r"(?:主送|抄送|报送|抄报|附件|联系人|联系电话)[：:].{1,40}|(?:\d{4}|[〇零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月.{1,4}日"
)
"""What stands under the text: whom it goes to, a date."""

_TURNS = re.compile(r"(?:各位[^，！、。]{1,6}|同志们|朋友们)[，！]|总之，|这些成绩|在肯定成绩的同时|回顾")
"""What opens a paragraph that is about all the points before it."""

_ANNOUNCES = re.compile(
    r"(?<=[。！？.])[^。！？；.]{2,40}[点个项条些](?:意见|要求|希望|建议|方面|工作|问题|体会|措施|想法)[：:]$"
)
"""A last sentence that announces what comes next: 借此机会，我讲三点意见："""

_BULLETS = frozenset("-*•·●▪■◆◇")


class Detail(IntEnum):
    """How far a stretch of text is taken apart; less, where more would change what it prints."""

    TEXT = 0
    HEADINGS = 1
    POINTS = 2
    ENUMERATIONS = 3
    TAILS = 4
    NESTED = 5


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


def _mark_of(line: Line) -> Mark | None:
    """The mark that opens a line; a word of order only where it is one of a row."""
    return marks.order(line.text) if line.mark else marks.opening(line.text)


def _scheme(line: Line) -> str:
    """What groups a line with its like: the scheme of its mark, else its style's level."""
    mark = _mark_of(line)
    if mark is not None:
        return mark.scheme if line.text[len(mark.text) :].strip() else ""
    if line.role is Role.HEADING:
        return f"style {line.level}"
    return "lead" if line.lead else ""


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
        return [table(lines[0])]
    if detail is Detail.TEXT:
        return [literal(line.text) for line in lines]
    before, nodes = _tree(lines, detail)
    found: list[str | Section] = [
        _counted_text(text, detail) if index else text for index, text in enumerate(before)
    ]
    row: list[_Node] = []
    for node in nodes:
        if node.alone and (node.texts or node.below or _heads(node)):
            found += _as_section(row, detail)
            row = []
            after = _other_matters(node, detail)
            found += _followed(_section(node, detail), detail)
            found += [_counted_text(text, detail) for text in after]
        else:
            row.append(node)
    return found + _as_section(row, detail)


def _heads(node: _Node) -> bool:
    """Whether a line is a heading though nothing stands under it: by its style, or by 一、."""
    return node.line.role is Role.HEADING or numerals.heading_level(node.scheme) == 1


def _other_matters(node: _Node, detail: Detail) -> list[str]:
    """The paragraphs under a heading from the first on that counts something else, taken off: a
    second row, or what is wanting under what was done.
    """
    if node.below or detail < Detail.TAILS:
        return []
    own = by_heading(node.title)
    counted = False
    for index, text in enumerate(node.texts):
        found = _enumeration(text, detail, alone=False)
        if found is not None and (counted or (index and by_lead(found[0]) not in (BODY, own))):
            after, node.texts[index:] = node.texts[index:], []
            return after
        counted = counted or found is not None
    return []


def table(line: Line) -> Section:
    """A table as a section of its own."""
    return Section(table=tuple(tuple(map(literal, row)) for row in line.rows))


def literal(text: str) -> str:
    r"""The text as an outline has it: trimmed, and braces that are no reference are `\{{`."""
    return text.strip().replace("{{", "\\{{")


def _tree(lines: Sequence[Line], detail: Detail) -> tuple[list[str], list[_Node]]:
    """The paragraphs before the first node, and the nodes of the highest level."""
    before: list[str] = []
    top: list[_Node] = []
    path: list[_Node] = []
    for line in lines:
        scheme = _scheme(line)
        counted = detail >= Detail.ENUMERATIONS and path and _counts_itself(line.text, detail)
        if not scheme or (detail is Detail.HEADINGS and path) or (counted and not _is_heading(scheme)):
            (path[-1].texts if path else before).append(literal(line.text))
            continue
        node = _node(line, scheme)
        while path and scheme in [above.scheme for above in path]:
            path.pop()
        (path[-1].below if path else top).append(node)
        path.append(node)
    return before, top


def _counts_itself(text: str, detail: Detail) -> bool:
    """Whether a paragraph opens with the first of its own points, and with no point of a row."""
    found = _enumeration(text, detail, alone=True, within=True)
    return found is not None and not found[0]


def _is_heading(scheme: str) -> bool:
    """Whether a scheme is one of headings (一、 or a style), not one that runs on in a text."""
    return scheme.startswith("style") or bool(numerals.heading_level(scheme))


def _node(line: Line, scheme: str) -> _Node:
    """A line as a node: a heading alone, or a title that runs into its paragraph."""
    mark = _mark_of(line)
    given = len(mark.text) if mark else 0
    rest = literal(line.text[given:].strip())
    if _is_alone(line):
        return _Node(mark, rest, True, line, scheme)
    stops = (*_STOPS, "：", ":") if scheme[:1] in _BULLETS else _STOPS
    longest = max(LONGEST_TITLE, line.lead - given)
    title, text = _titled(rest, longest, stops)
    return _Node(mark, title, False, line, scheme, [text])


def _section(node: _Node, detail: Detail) -> Section:
    """A heading of the highest level with all that is below it."""
    heading = (node.mark.text if node.mark else "") + node.title
    if not node.below and detail >= Detail.ENUMERATIONS:
        for index in reversed(range(len(node.texts))):
            found = _enumeration(node.texts[index], detail, alone=index == 0)
            if found is not None:
                lead, named, points, after = found
                before = (*node.texts[:index], *([lead] if lead else []))
                return Section(
                    heading=heading, lead=before, points=points, marks=named, layout="inline",
                    run_on=bool(after), tail=(*after, *node.texts[index + 1 :]),
                )  # fmt: skip
    tail = _set_apart(node.below, detail)
    points, named, layout = _row(node.below, detail)
    return Section(
        heading=heading, lead=tuple(node.texts), points=points, marks=named, layout=layout, tail=tail
    )


def _set_apart(nodes: Sequence[_Node], detail: Detail) -> Texts | Tail:
    """What follows a row of points and is about all of them, taken off its last point.

    It is what that point has more paragraphs than any before it, from the first on that turns to
    the listeners or looks back; a row that follows in its turn goes with it.
    """
    if detail < Detail.TAILS:
        return ()
    last = nodes[-1] if nodes else None
    turn = _turn(nodes)
    if last is None or turn is None:
        return ()
    third = _turn(last.below)
    if third is not None and last.below[-1].below:
        return ()  # a third row has no place of its own in an outline
    after, last.texts[turn:] = last.texts[turn:], []
    if not last.below:
        return tuple(after)
    below, last.below = last.below, []
    rest = _set_apart(below, detail)
    points, named, layout = _row(below, detail)
    return Tail(tuple(after), points, rest if isinstance(rest, tuple) else (), named, layout)


def _turn(nodes: Sequence[_Node]) -> int | None:
    """The paragraph of the last node from which on all of them are meant; None where there is none."""
    if len(nodes) < _FEWEST:
        return None
    last = nodes[-1]
    usual = max(len(node.texts) for node in nodes[:-1])
    turn = next((i for i, text in enumerate(last.texts) if i and _TURNS.match(text)), len(last.texts))
    if not last.alone and not any(node.below for node in nodes[:-1]):
        turn = min(turn, max(usual, 1))
    return turn if turn < len(last.texts) else None


def _row(nodes: Sequence[_Node], detail: Detail) -> tuple[tuple[Point, ...], Marks, str]:
    """A row of nodes as points, how their marks are named, and the layout that all of them share."""
    if not nodes:
        return (), None, ""
    points = tuple(_point(node, detail) for node in nodes)
    named = _marks(nodes)
    if not isinstance(named, str) or numerals.heading_level(named) != 1:  # there a title runs in by itself
        return tuple(replace(p, layout="") if p.layout == "lead" else p for p in points), named, ""
    if any(point.layout != "lead" for point in points):
        return points, named, ""
    return tuple(replace(point, layout="") for point in points), named, "lead"


def _marks(nodes: Sequence[_Node]) -> Marks:
    """How the marks of these nodes are named; none where one of them has none."""
    found = [node.mark for node in nodes if node.mark is not None]
    return marks.row(found) if found and len(found) == len(nodes) else NO_MARK


def _as_section(row: list[_Node], detail: Detail) -> list[str | Section]:
    """Points of the highest level that stand under no heading, in a section without one."""
    if not row:
        return []
    tail = _set_apart(row, detail)
    points, named, layout = _row(row, detail)
    return _followed(Section(points=points, marks=named, layout=layout, tail=tail), detail)


def _followed(section: Section, detail: Detail) -> list[str | Section]:
    """A section, and what its tail says from the first paragraph on that counts points of its own."""
    if isinstance(section.tail, Tail):
        return [section]
    after = [_counted_text(text, detail) for text in section.tail]
    own = next((i for i, item in enumerate(after) if isinstance(item, Section)), len(after))
    return [replace(section, tail=section.tail[:own]), *after[own:]]


def _point(node: _Node, detail: Detail) -> Point:
    """A node as a point: its title, its text, an enumeration in its last paragraph, what is below."""
    texts = tuple(node.texts)
    layout = "heading" if node.alone and texts else ("lead" if node.title and not node.alone else "")
    if node.below:
        tail = _set_apart(node.below, detail)
        points, named, _ = _row(node.below, detail)
        return Point(title=node.title, text=texts, points=points, marks=named, layout=layout, tail=tail)
    found = None
    if texts and not node.alone and detail >= Detail.ENUMERATIONS:
        found = _enumeration(texts[-1], detail, alone=len(texts) == 1 and not node.title)
    if found is not None:
        lead, named, points, after = found
        before = (*texts[:-1], *([lead] if lead else []))
        return Point(title=node.title, text=before, points=points, marks=named, layout="inline", tail=after)
    return Point(title=node.title, text=texts, layout=layout)


def _counted_text(text: str, detail: Detail) -> str | Section:
    """A paragraph under no heading; one that counts its points is a section without a heading."""
    found = _enumeration(text, detail, alone=False) if detail >= Detail.TAILS else None
    if found is None:
        return text
    lead, named, points, after = found
    return Section(lead=(lead,), points=points, marks=named, layout="inline", run_on=bool(after), tail=after)


_Enumeration = tuple[str, Marks, tuple[Point, ...], Texts]


def _enumeration(text: str, detail: Detail, alone: bool, within: bool = False) -> _Enumeration | None:
    """A paragraph that counts its points, as what stands before them, their marks, them, and the
    sentence at its end that announces what follows.

    One that begins with the first of them must stand `alone`: its points would run on in the
    paragraph before. A point `within` another needs no end mark.
    """
    found = marks.enumeration(text)
    if found is None:
        return None
    lead, named, items = found
    if (not lead and not alone) or (lead and not lead.endswith((*_ENDS, "."))):
        return None
    if not items[-1].endswith(_ENDS) and not within:
        return None
    announced = _ANNOUNCES.search(items[-1]) if detail >= Detail.TAILS else None
    after: Texts = (announced[0],) if announced else ()
    if announced:
        items[-1] = items[-1][: announced.start()]
    return lead, named, tuple(_item(item, detail) for item in items), after


def _item(text: str, detail: Detail) -> Point:
    """One item of an enumeration, with a row of its own in it where it has one."""
    found = _enumeration(text, detail, alone=False, within=True) if detail is Detail.NESTED else None
    if found is not None:
        lead, named, points, after = found
        title, rest = _titled(lead, LONGEST_TITLE)
        return Point(title=title, text=(rest,) if rest else (), points=points, marks=named, tail=after)
    title, rest = _titled(text, LONGEST_TITLE)
    return Point(title=title, text=(rest,))


def _titled(text: str, longest: int, stops: Sequence[str] = _STOPS) -> tuple[str, str]:
    """A short first sentence as the title, without its full stop, and the rest; "" and the whole
    text where there is none.
    """
    for index, char in enumerate(text[: longest + 1]):
        if char in stops and text[index + 1 :].strip():
            return text[: index + (char != "。")].strip(), text[index + 1 :].strip()
    return "", text


def closing(lines: Sequence[Line]) -> int:
    """How many lines at the end close the text: a last call, thanks, a set phrase."""
    count = 0
    for index, line in enumerate(reversed(lines), 1):
        if line.rows or _scheme(line):
            break
        if _CLOSING.match(line.text) or _BELOW.fullmatch(line.text):
            count = index
        elif index > 2 * (count + 1):
            break
    return count
