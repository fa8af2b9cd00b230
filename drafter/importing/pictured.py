"""Where in an outline the pictures of an old file belong: behind the text that stood before each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from drafter.model.inlines import picture_of, pictured
from drafter.model.outline import Outline, Part, Point, Section, Tail, Texts
from drafter.model.source import Line
from drafter.patterns import pattern

Put = Callable[[str], Texts]
"""What stands behind a text; asked once for each, in the order in which they print."""

_NEAR = 40
"""Texts within which a line of the file is looked for, from where the one before was found."""

_KNOWN_BY = 24
"""Characters at its end by which a line is known."""

_TITLE = 4
"""Characters from which on a text within a line is known to be of it."""

_BARE = pattern(r"[^\w]+")
_CAPTION = pattern(
    r"图\s?[\d一二三四五六七八九十]{1,3}(?:[-.—－]\d{1,3})?[\s:：.．、]*[^\s。；！？][^。；！？]{0,38}"
)
"""What stands below a picture and names it, by its number."""


def inserted(outline: Outline, lines: Sequence[Line], shown: Iterable[tuple[int, str]]) -> Outline:
    """The outline with pictures behind the texts that stood before them. `shown` are the paragraphs in which they stood,
    in order, each with what stands for the picture.
    """
    said: list[str] = []
    _rebuilt(outline, lambda text: said.append(_bare(text)) or ())  # type: ignore[func-returns-value]
    behind: dict[int, list[str]] = {}
    at = -1  # before them all
    left = list(shown)
    for line in lines:
        while left and left[0][0] < line.number:
            behind.setdefault(at, []).append(left.pop(0)[1])
        at = _place(_bare(line.text), said, at)
    behind.setdefault(at, []).extend(token for _, token in left)
    number = -1

    def put(_: str) -> Texts:
        nonlocal number
        number += 1
        return tuple(behind.get(number, ()))

    made = _rebuilt(outline, put)
    first = tuple(behind.get(-1, ()))
    return _captioned(_opened(made, first) if first else made)


def _captioned(outline: Outline) -> Outline:
    """The outline with names that stood below pictures in a line of their own as these pictures' names."""
    parts = tuple(replace(part, items=_named(part.items)) for part in outline.parts)
    attached = tuple(replace(one, items=_named(one.items)) for one in outline.attachments)
    return replace(outline, parts=parts, attachments=attached)


def _named(items: Sequence[str | Section]) -> tuple[str | Section, ...]:
    found: list[str | Section] = []
    for item in items:
        before = found[-1] if found else ""
        if isinstance(item, Section):
            found.append(
                replace(
                    item,
                    lead=_named_texts(item.lead),
                    points=tuple(map(_named_point, item.points)),
                    tail=_named_tail(item.tail),
                )
            )
        elif isinstance(before, str) and (both := _joined(before, item)):
            found[-1] = both
        else:
            found.append(item)
    return tuple(found)


def _named_point(point: Point) -> Point:
    points = tuple(map(_named_point, point.points))
    return replace(point, text=_named_texts(point.text), points=points, tail=_named_tail(point.tail))


def _named_tail(tail: Texts | Tail) -> Texts | Tail:
    if not isinstance(tail, Tail):
        return _named_texts(tail)
    points = tuple(map(_named_point, tail.points))
    return replace(tail, lead=_named_texts(tail.lead), points=points, tail=_named_texts(tail.tail))


def _named_texts(texts: Texts) -> Texts:
    found: list[str] = []
    for text in texts:
        both = _joined(found[-1], text) if found else ""
        if both:
            found[-1] = both
        else:
            found.append(text)
    return tuple(found)


def _joined(before: str, text: str) -> str:
    """The picture with its name, where the first is a picture without one and the second a name; else ""."""
    shown = picture_of(before)
    if shown is None or shown.caption or not _CAPTION.fullmatch(text.strip()):
        return ""
    return pictured(shown.file, text.strip(), shown.width)


def _bare(text: str) -> str:
    return _BARE.sub("", text)


def _place(line: str, said: Sequence[str], at: int) -> int:
    """The last of the texts, from `at` on, that a line says; `at` where none is. A title and what follows it in its
    paragraph are two.
    """
    end, stop = line[-_KNOWN_BY:], min(at + _NEAR, len(said))
    for number in range(max(at, 0), stop):
        text = said[number]
        if (
            text
            and end
            and (text.endswith(end) or line.endswith(text) or (len(text) >= _TITLE and text in line))
        ):
            while number + 1 < stop and said[number + 1] and line.endswith(said[number + 1]):
                number += 1
            return number
    return at


def _opened(outline: Outline, first: Texts) -> Outline:
    """The outline with pictures above all its texts."""
    if not outline.parts:
        return replace(outline, parts=(Part("body", first),))
    opening, *rest = outline.parts
    return replace(outline, parts=(replace(opening, items=(*first, *opening.items)), *rest))


def _rebuilt(outline: Outline, put: Put) -> Outline:
    parts = tuple(replace(part, items=_items(part.items, put)) for part in outline.parts)
    attached = tuple(replace(one, items=_items(one.items, put)) for one in outline.attachments)
    return replace(outline, parts=parts, attachments=attached)


def _items(items: Sequence[str | Section], put: Put) -> tuple[str | Section, ...]:
    found: list[str | Section] = []
    for item in items:
        if isinstance(item, Section):
            found.append(_section(item, put))
        else:
            found += (item, *put(item))
    return tuple(found)


def _section(section: Section, put: Put) -> Section:
    opening = put(section.heading) if section.heading else ()
    lead = (*opening, *_texts(section.lead, put))
    points = tuple(_point(point, put) for point in section.points)
    return replace(section, lead=lead, points=points, tail=_tail(section.tail, put))


def _point(point: Point, put: Put) -> Point:
    """Behind its title a picture stands above its text, behind its last text above the tail, so that what runs into one
    another still does.
    """
    titled = put(point.title) if point.title else ()
    *before, last = point.text or ("",)
    text = (*_texts(tuple(before), put), last) if point.text else ()
    below = put(last) if point.text else ()
    points = tuple(_point(one, put) for one in point.points)
    tail = _tail(point.tail, put)
    if not text:
        below, titled = titled, ()
    if points and below:
        return replace(point, text=(*titled, *text, *below), points=points, tail=tail)
    tail = replace(tail, lead=(*below, *tail.lead)) if isinstance(tail, Tail) else (*below, *tail)
    return replace(point, text=(*titled, *text), points=points, tail=tail)


def _tail(tail: Texts | Tail, put: Put) -> Texts | Tail:
    if not isinstance(tail, Tail):
        return _texts(tail, put)
    lead = _texts(tail.lead, put)
    points = tuple(_point(point, put) for point in tail.points)
    return replace(tail, lead=lead, points=points, tail=_texts(tail.tail, put))


def _texts(texts: Texts, put: Put) -> Texts:
    return tuple(one for text in texts for one in (text, *put(text)))
