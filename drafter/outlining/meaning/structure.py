"""The sections and points of an old text, told by its marks, its styles and its short lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter import numerals
from drafter.model.document import Role
from drafter.model.outline import Marks, Point, Section, Tail, Texts
from drafter.model.source import Line
from drafter.numerals import NO_MARK
from drafter.outlining.form import marks
from drafter.outlining.form.enumerations import Detail, as_item, counted, literal
from drafter.outlining.form.tree import Node, scheme_of, tree
from drafter.outlining.meaning.roles import BODY, by_heading, by_lead

_FEWEST, _SHORT_TITLE = 2, 20
_CLOSING = re.compile(
    r"(?:各位(?:[^，！、。]{1,6})?|(?!我|他|她|它|让)[\u4e00-\u9fff]{1,6}们)[，！、]|最后，|让我们|谢谢|(?:预)?祝"
    r"|以上(?:就?是|(?:对照|自我)?(?:汇报|发言|报告|述职|意见|请示|情况|检查|剖析|表态|建议))|(?:我|今天)的?[^，。]{0,4}(?:发言|汇报|讲话|述职|报告|表态)(?:完了|完毕|就?到(?:此|这里)|结束)"
    r"|我?就(?:讲|说|汇报|谈)(?:这些|到这里|到此)|我?要?(?:讲|说|汇报)的就(?:是)?这些|(?:现在，?)?散会|(?:表态|发言|汇报|报告|述职|讲话)完毕|不(?:当|妥)之处|特此|专此|妥否|当否|请予(?:审|批|支持)|此致|敬礼"
)
_BELOW = re.compile(
    r"(?:主送|抄送|报送|抄报|附件|联系人|联系电话|(?:述职|汇报|报告|发言|讲话|表态)人)[：:].{1,40}|(?:\d{4}|[〇零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月.{1,4}日"
)
"""What stands under the text: whom it goes to, a date."""

_TURNS = re.compile(
    r"(?:各位[^，！、。]{1,6}|(?!我|他|她|它)[\u4e00-\u9fff]{1,6}们)[，！]|总之，|这些成绩|在肯定成绩的同时|回顾"
)
"""What opens a paragraph that is about all the points before it."""


def parts(lines: Sequence[Line], detail: Detail) -> list[str | Section]:
    """A stretch as paragraphs and sections; headings keep the marks that they bring."""
    if lines[0].rows:
        return [table(lines[0])]
    if detail is Detail.TEXT:
        return [literal(line.text) for line in lines]
    before, nodes = tree(lines, detail)
    found: list[str | Section] = [as_item(text, detail, opens=not index) for index, text in enumerate(before)]
    row: list[Node] = []
    rows = _rows(nodes)
    for index, node in enumerate(nodes):
        if row and _begins(node, row[0]):
            found += _as_section(row, detail)
            row = []
        if node.alone and (_heads(node) or _stands_over(node, rows[index])):
            found += _as_section(row, detail)
            row = []
            after = _other_matters(node, detail)
            found += _followed(_section(node, detail), detail)
            found += [as_item(text, detail) for text in after]
        else:
            row.append(node)
    return found + _as_section(row, detail)


def _heads(node: Node) -> bool:
    """Whether a line is a heading though nothing stands under it: by its style, or by 一、."""
    return node.line.role is Role.HEADING or 0 < marks.rank(node.scheme) <= marks.TOP


def _begins(node: Node, first: Node) -> bool:
    """Whether a node begins a row of its own beside one that begins with `first`."""
    return node.mark is not None and node.mark.number == 1 and node.scheme != first.scheme


@dataclass(slots=True)
class _Row:
    """Nodes that go on from one another, and whether the titles of some run into their texts."""

    nodes: list[Node] = field(default_factory=list)
    runs_in: bool = False


def _rows(nodes: Sequence[Node]) -> list[_Row]:
    """For each node the row that it is of."""
    found: list[_Row] = []
    for index, node in enumerate(nodes):
        found.append(found[-1] if index and _goes_on(node, nodes[index - 1]) else _Row())
        found[-1].nodes.append(node)
        found[-1].runs_in |= not node.alone
    return found


def _stands_over(node: Node, row: _Row) -> bool:
    """Whether a short line heads what stands under it: it is not the last of a list of short lines,
    where that is about all, nor one of a row whose other titles run in.

    Of headings 一、 and of styles nobody would ask.
    """
    if not (node.texts or node.below):
        return False
    runs_in = row.runs_in and not marks.rank(node.scheme)
    return not runs_in and not (node is row.nodes[-1] and _is_list(row.nodes))


def _goes_on(node: Node, before: Node) -> bool:
    """Whether a node is of one row with the one before it."""
    if node.mark is None or before.mark is None or not node.mark.number:
        return node.scheme == before.scheme
    return node.mark.number == before.mark.number + 1


def _is_list(nodes: Sequence[Node]) -> bool:
    """Whether all nodes of a row are short lines of which only the last has something under it."""
    return (
        len(nodes) >= _FEWEST
        and all(node.alone and not _heads(node) for node in nodes)
        and not any(node.texts or node.below for node in nodes[:-1])
        and bool(nodes[-1].texts or not nodes[-1].below)
    )


def _other_matters(node: Node, detail: Detail) -> list[str]:
    """The paragraphs under a heading from the first on that counts something else, taken off: a
    second row, or what is wanting under what was done.
    """
    if node.below or detail < Detail.TAILS:
        return []
    own = by_heading(node.title)
    already = False
    for index, text in enumerate(node.texts):
        found = counted(text, detail, alone=False)
        if found is not None and (already or (index and by_lead(found.lead) not in (BODY, own))):
            after, node.texts[index:] = node.texts[index:], []
            return after
        already = already or found is not None
    return []


def table(line: Line) -> Section:
    """A table as a section of its own."""
    return Section(table=tuple(tuple(map(literal, row)) for row in line.rows))


def _section(node: Node, detail: Detail) -> Section:
    """A heading of the highest level with all that is below it."""
    heading = (node.mark.text if node.mark else "") + node.title
    if not node.below and detail >= Detail.ENUMERATIONS:
        for index in reversed(range(len(node.texts))):
            announced = not index or node.texts[index - 1].endswith(("：", ":"))
            found = counted(node.texts[index], detail, alone=announced)
            if found is not None:
                own = found.section
                lead, tail = (*node.texts[:index], *own.lead), (*found.after, *node.texts[index + 1 :])
                return replace(own, heading=heading, lead=lead, tail=tail)
    after = _set_apart(node.below, detail)
    points, named, layout = _row(node.below, detail, of_section=True)
    return Section(
        heading=heading, lead=tuple(node.texts), points=points, marks=named, layout=layout, tail=after
    )


def _set_apart(nodes: Sequence[Node], detail: Detail) -> Texts | Tail:
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


def _turn(nodes: Sequence[Node]) -> int | None:
    """The paragraph of the last node from which on all of them are meant; None where there is none."""
    if len(nodes) < _FEWEST:
        return None
    last = nodes[-1]
    if _is_list(nodes):
        return 0 if last.texts else None
    usual = max(len(node.texts) for node in nodes[:-1])
    turn = next((i for i, text in enumerate(last.texts) if i and _TURNS.match(text)), len(last.texts))
    if not last.alone and not any(node.below for node in nodes[:-1]):
        turn = min(turn, max(usual, 1))
    return turn if turn < len(last.texts) else None


def _row(
    nodes: Sequence[Node], detail: Detail, of_section: bool = False
) -> tuple[tuple[Point, ...], Marks, str]:
    """A row of nodes as points, how their marks are named, and the layout that all of them share.

    Where a section says that all titles stand alone, each point may draw a row into its paragraph.
    """
    if not nodes:
        return (), None, ""
    if of_section and all(node.alone and node.texts for node in nodes):
        return tuple(_headed(node, detail) for node in nodes), _marks(nodes), "heading"
    points = tuple(_point(node, detail) for node in nodes)
    named = _marks(nodes)
    if not isinstance(named, str) or numerals.heading_level(named) != 1:  # there a title runs in by itself
        return tuple(replace(p, layout="") if p.layout == "lead" else p for p in points), named, ""
    if any(point.layout != "lead" for point in points):
        return points, named, ""
    return tuple(replace(point, layout="") for point in points), named, "lead"


def _marks(nodes: Sequence[Node]) -> Marks:
    """How the marks of these nodes are named; none where one of them has none."""
    found = [node.mark for node in nodes if node.mark is not None]
    return marks.row(found) if found and len(found) == len(nodes) else NO_MARK


def _as_section(row: list[Node], detail: Detail) -> list[str | Section]:
    """Points of the highest level that stand under no heading, in a section without one."""
    if not row:
        return []
    tail = _set_apart(row, detail)
    points, named, layout = _row(row, detail)
    return _followed(Section(points=points, marks=named, layout=layout, tail=tail), detail)


def _followed(section: Section, detail: Detail) -> list[str | Section]:
    """A section, and what its tail says from the first paragraph on that counts points of its own.

    A second row under no heading is a section too.
    """
    tail = section.tail
    if isinstance(tail, Tail):
        if section.heading:
            return [section]
        second = Section(
            lead=tail.lead, points=tail.points, marks=tail.marks, layout=tail.layout, tail=tail.tail
        )
        return [replace(section, tail=()), *_followed(second, detail)]
    after = [as_item(text, detail) for text in tail]
    own = next((i for i, item in enumerate(after) if isinstance(item, Section)), len(after))
    return [replace(section, tail=tail[:own]), *after[own:]]


def _point(node: Node, detail: Detail) -> Point:
    """A node as a point: its title, its text, an enumeration in its last paragraph, what is below."""
    texts = tuple(node.texts)
    if not (node.title or node.alone or node.below) and _is_title(texts):
        return Point(title=texts[0], text=texts[1:], layout="heading")
    layout = "heading" if node.alone and texts else ("lead" if node.title and not node.alone else "")
    if node.below:
        tail = _set_apart(node.below, detail)
        points, named, _ = _row(node.below, detail)
        return Point(title=node.title, text=texts, points=points, marks=named, layout=layout, tail=tail)
    found = None
    if texts and not node.alone and detail >= Detail.ENUMERATIONS:
        found = counted(texts[-1], detail, alone=len(texts) == 1 and not node.title)
    if found is not None:
        before = (*texts[:-1], *found.section.lead)
        return Point(node.title, before, found.points, found.after, marks=found.marks, layout="inline")
    return Point(title=node.title, text=texts, layout=layout)


def _is_title(texts: Texts) -> bool:
    """Whether the first of several paragraphs is a short sentence: the others are about it."""
    return len(texts) > 1 and texts[0].find("。") == len(texts[0]) - 1 < _SHORT_TITLE


def _headed(node: Node, detail: Detail) -> Point:
    """A point of a section whose titles all stand alone."""
    point = replace(_point(node, detail), layout="")
    if point.points or detail < Detail.ENUMERATIONS:
        return point
    found = counted(point.text[-1], detail, alone=True)
    if found is None:
        return point
    own = found.section
    text = (*point.text[:-1], *own.lead)
    return replace(point, text=text, points=own.points, marks=own.marks, layout="inline", tail=found.after)


def closing(lines: Sequence[Line]) -> int:
    """How many lines at the end close the text: a last call, thanks, a set phrase."""
    count = 0
    for index, line in enumerate(reversed(lines), 1):
        if line.rows or scheme_of(line):
            break
        if _CLOSING.match(line.text) or _BELOW.fullmatch(line.text):
            count = index
        elif index > 2 * (count + 1):
            break
    return count
