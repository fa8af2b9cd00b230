"""The places of a letterhead filled in the text they stand in, without the shells of those that stay empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from drafter.patterns import pattern
from drafter.wordml import W
from drafter.writers.word_files.cuts import SPACE

PLACE = pattern(r"\{\{\s*([^{}]*?)\s*\}\}")
_LABEL = pattern(r"(?:[\u4e00-\u9fff][ \u3000]*){1,8}[:：][ \u3000]*\Z")
"""What is said before a place: 抄送：, also 抄　送：."""

_BEFORE = pattern(r"[^\s{}]{0,8}\Z")
_AFTER = pattern(r"[^\s{}]{0,8}")
"""Up to eight characters belong to a place: what is longer is a sentence."""

_STOPS = tuple("。：；，")
_LONGEST_LABEL = 8
_MORE = tuple(W + name for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "br", "sectPr"))


def own_texts(paragraph: Any) -> Iterator[Any]:
    """The elements with text that belong to this paragraph, and not to one in a text box inside it."""
    pending = list(reversed(paragraph))
    while pending:
        element = pending.pop()
        if element.tag == f"{W}t":
            yield element
        elif element.tag != f"{W}p":
            pending += reversed(element)


def text_of(paragraph: Any) -> str:
    """The text of a paragraph alone."""
    return "".join(node.text or "" for node in own_texts(paragraph))


def fill(paragraph: Any, values: Mapping[str, str]) -> bool:
    """Puts the values where the names of their places stand. Whether nothing is left of the paragraph, since no place of
    it has a value.
    """
    _put(list(own_texts(paragraph)), list(_spans(text_of(paragraph), values)))
    return not text_of(paragraph).strip()


def _spans(whole: str, values: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """What is replaced, from where to where, and what stands there then; in order, none over another."""
    matches = list(PLACE.finditer(whole))
    edges = {0, len(whole)} | {at for one in matches if not values[one[1]] for at in one.span()}
    last = 0
    for number, match in enumerate(matches, 1):
        right = matches[number].start() if number < len(matches) else len(whole)
        value = values[match[1]]
        start, last = match.span() if value else _shell(whole, match.span(), (last, right), edges)
        yield start, last, _fitted(value, whole[max(start - 1, 0) : start], whole[last : last + 1])


def _fitted(value: str, before: str, after: str) -> str:
    """A value without the brackets, or the stop, that stand around its place already."""
    if (
        value[:1] in tuple("（(")
        and before in tuple("（(")
        and value[-1:] in tuple("）)")
        and after in tuple("）)")
    ):
        value = value[1:-1]
    return value[:-1] if value[-1:] == after and after in _STOPS else value


def _shell(whole: str, place: tuple[int, int], bounds: tuple[int, int], edges: set[int]) -> tuple[int, int]:
    """An empty place with the few words that belong to it, up to the next space or empty place (`edges`): its label, or
    what stands on both sides of it. Within a sentence it is the place alone.
    """
    start, end = place
    if whole[start - 1 : start] in tuple("（(") and whole[end : end + 1] in tuple("）)"):
        return start - 1, end + 1
    label = _LABEL.search(whole, bounds[0], start)
    before = label or _BEFORE.search(whole, bounds[0], start)
    after = _AFTER.match(whole, end, bounds[1])
    begin, close = before.start() if before else start, after.end() if after else end
    is_open = begin in edges or whole[begin - 1].isspace()
    is_shut = close in edges or whole[close].isspace()
    if label or (is_open and is_shut):
        return begin, close if is_shut else end
    return place


def _put(nodes: Sequence[Any], spans: Sequence[tuple[int, int, str]]) -> None:
    """Replaces spans of the texts of all nodes together; what comes stands where its span begins."""
    whole = "".join(node.text or "" for node in nodes)
    at = number = 0
    for node in nodes:
        end = at + len(node.text or "")
        said, done = [], at
        while number < len(spans) and spans[number][0] < end:
            start, stop, value = spans[number]
            if start >= at:  # else the value stands where the place began
                said += [whole[done:start], value]
            done = min(stop, end)
            if stop > end:
                break
            number += 1
        if said or done > at:
            _say(node, "".join((*said, whole[done:end])))
        at = end


def _say(node: Any, text: str) -> None:
    """The text in a node; where it has several lines, line breaks part them."""
    first, *more = text.split("\n")
    node.text = first
    node.set(SPACE, "preserve")
    parent = node.getparent()
    index = parent.index(node)
    for offset, line in enumerate(more):
        following = etree.Element(f"{W}t")
        following.text = line
        following.set(SPACE, "preserve")
        parent.insert(index + 1 + 2 * offset, etree.Element(f"{W}br"))
        parent.insert(index + 2 + 2 * offset, following)


def drop(paragraphs: Sequence[Any]) -> None:
    """Takes paragraphs away of which nothing is left; a table's row goes where nothing but their labels stands in it."""
    cells = {cell for one in paragraphs for cell in one.iterancestors(f"{W}tc")}
    for paragraph in paragraphs:
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        if row is not None:
            if row.getparent() is not None and _is_empty(row, cells):
                _remove_row(row)
        elif paragraph.getparent().tag == f"{W}body" and not _holds(paragraph):
            paragraph.getparent().remove(paragraph)


def _is_empty(row: Any, emptied: set[Any]) -> bool:
    """Whether a row holds nothing but cells that were emptied, and before each its label at the most."""
    cells = row.findall(f"{W}tc")
    gone = [cell in emptied and not _holds(cell) and not said(cell) for cell in cells]
    return all(
        is_gone
        or (
            number < len(cells)
            and gone[number]
            and not _holds(cell)
            and 0 < len(said(cell)) <= _LONGEST_LABEL
        )
        for number, (cell, is_gone) in enumerate(zip(cells, gone, strict=True), 1)
    )


def _remove_row(row: Any) -> None:
    """A row; with its table where it is the last."""
    table = row.getparent()
    table.remove(row)
    if table.find(f"{W}tr") is None and table.getparent() is not None:
        table.getparent().remove(table)


def said(element: Any) -> str:
    """All the text in an element, also that of boxes in it."""
    return "".join(node.text or "" for node in element.iter(f"{W}t")).strip()


def _holds(element: Any) -> bool:
    """Whether there is more in it than text: a picture, a field, a break, the end of a section."""
    return next(element.iter(*_MORE), None) is not None
