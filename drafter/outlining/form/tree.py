"""The lines of a text as a tree: what is marked or styled, and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.model.document import Role
from drafter.model.source import Line
from drafter.outlining.form import marks
from drafter.outlining.form.enumerations import (
    ENDS,
    LONGEST_TITLE,
    STOPS,
    Detail,
    counts_itself,
    literal,
    titled,
)
from drafter.outlining.form.marks import Mark

LONGEST_HEADING = 45
_MARKED_HIGH = 3
"""To this rank (（一）) a mark that opens a paragraph is a heading's, whatever the paragraph counts."""

_OF_TASK = re.compile("(?:单位|部门|时限|时间|责任人|领导)[：:]$")
"""What names who answers for a task, and ends no title."""

_BEFORE_COLON = re.compile(r"[^。！？；，：:]{2,14}[：:].{8}")
_BULLETS = frozenset("-*·" + marks.BULLETS)


@dataclass(slots=True)
class Node:
    """A marked or styled paragraph, the paragraphs that follow it, and what is below it."""

    mark: Mark | None
    title: str
    alone: bool
    line: Line
    scheme: str
    texts: list[str] = field(default_factory=list)
    below: list[Node] = field(default_factory=list)


def stretches(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in stretches that can be understood alone: from one heading of the highest level
    to the next, each table by itself. Short lines in a row are a list and stay together.
    """
    top = _top_scheme(lines)
    found: list[list[Line]] = [[]]
    listed = False
    for line in lines:
        heads = bool(top) and scheme_of(line) == top and is_alone(line)
        if line.rows or (found[-1] and found[-1][-1].rows) or (heads and not listed):
            found.append([])
        found[-1].append(line)
        listed = heads and not (line.role is Role.HEADING or 0 < marks.rank(top) <= marks.TOP)
    return [stretch for stretch in found if stretch]


def _mark_of(line: Line) -> Mark | None:
    """The mark that opens a line; a word of order only where it is one of a row."""
    return (marks.order(line.text) if line.mark else None) or marks.opening(line.text)


def scheme_of(line: Line) -> str:
    """What groups a line with its like: the scheme of its mark, else its style's level."""
    mark = _mark_of(line)
    if mark is not None:
        return mark.scheme if line.text[len(mark.text) :].strip() else ""
    if line.role is Role.HEADING:
        return f"style {line.level}"
    return "lead" if line.lead else ""


def _top_scheme(lines: Sequence[Line]) -> str:
    """The scheme of the first heading that stands alone: no other is above it. One whose marks also run
    into texts (第一，) heads nothing.
    """
    runs_in = {scheme_of(line) for line in lines if not is_alone(line)}
    schemes = (scheme_of(line) for line in lines if is_alone(line))
    return next(
        (scheme for scheme in schemes if scheme and (_is_heading(scheme) or scheme not in runs_in)), ""
    )


def is_alone(line: Line) -> bool:
    """Whether the line is a heading by itself: short, and no sentence."""
    if line.role is Role.HEADING:
        return True
    text = line.text
    return (
        len(text) <= LONGEST_HEADING and not text.endswith(ENDS) and not any(stop in text for stop in STOPS)
    )


def tree(lines: Sequence[Line], detail: Detail) -> tuple[list[str], list[Node]]:
    """The paragraphs before the first node, and the nodes of the highest level."""
    before: list[str] = []
    top: list[Node] = []
    path: list[Node] = []
    sets_apart = any(line.lead for line in lines)
    colons = _with_colons(lines)
    for line in lines:
        scheme = scheme_of(line)
        itself = detail >= Detail.ENUMERATIONS and path and counts_itself(line.text, detail)
        if not scheme or (detail is Detail.HEADINGS and path) or (itself and not _is_high(scheme)):
            (path[-1].texts if path else before).append(literal(line.text))
            continue
        node = _node(line, scheme, sets_apart, scheme in colons)
        del path[_depth(path, node) :]
        (path[-1].below if path else top).append(node)
        path.append(node)
    return before, top


def _depth(path: Sequence[Node], node: Node) -> int:
    """How many of the nodes above a new one stay above it.

    It stands beside the last of its scheme; where that is new, a number that goes on beside the
    innermost one that it follows (1. then 2、), and the first of its kind below all but lesser
    headings (一、 after 1.).
    """
    schemes = [above.scheme for above in path]
    if node.scheme in schemes:
        return schemes.index(node.scheme)
    number = _number(node)
    if number > 1:
        return next((at for at in reversed(range(len(path))) if _number(path[at]) == number - 1), len(path))
    rank = marks.rank(node.scheme)
    lesser = (at for at, above in enumerate(path) if rank and marks.rank(above.scheme) > rank)
    return next((at for at in lesser if not _is_bare(path[at])), len(path))


def _number(node: Node) -> int:
    return node.mark.number if node.mark else 0


def _is_bare(node: Node) -> bool:
    """Whether a heading has nothing under it yet, so that what follows belongs there."""
    return node.alone and not node.texts and not node.below


def _is_high(scheme: str) -> bool:
    """Whether a scheme is of headings alone, whatever the paragraph counts that its mark opens."""
    return scheme.startswith("style") or 0 < marks.rank(scheme) <= _MARKED_HIGH


def _is_heading(scheme: str) -> bool:
    """Whether a scheme is one of headings (一、 or a style), not one that runs on in a text."""
    return scheme.startswith("style") or bool(marks.rank(scheme))


def _with_colons(lines: Sequence[Line]) -> set[str]:
    """The schemes of headings whose lines all have a short title before a colon: 1.建好一张网：……"""
    rows: dict[str, list[str]] = {}
    for line in lines:
        if mark := _mark_of(line):
            rows.setdefault(scheme_of(line), []).append(line.text[len(mark.text) :])
    return {
        scheme
        for scheme, texts in rows.items()
        if marks.rank(scheme) and len(texts) > 1 and all(_BEFORE_COLON.match(text) for text in texts)
    }


def _node(line: Line, scheme: str, sets_apart: bool, colon: bool) -> Node:
    """A line as a node: a heading alone, or a title that runs into its paragraph. Where the file `sets_apart` titles
    by their look, a short sentence after 一是 that looks like the rest is none; `colon`: titles of this row end in one.
    """
    mark = _mark_of(line)
    given = len(mark.text) if mark else 0
    rest = literal(line.text[given:].strip())
    bulleted = scheme[:1] in _BULLETS
    longest = max(LONGEST_TITLE, line.lead - given)
    title, text = titled(rest, longest, (*STOPS, "：", ":") if bulleted or colon else STOPS)
    if bulleted and _OF_TASK.search(title):
        title, text = "", rest
    if is_alone(line) and not (bulleted and title):
        return Node(mark, rest, True, line, scheme)
    if sets_apart and not line.lead and not marks.rank(scheme):
        title, text = "", rest
    return Node(mark, title, False, line, scheme, [text])
