"""Inlines parted in lines: a title holds references, whose words stay whole, and is broken all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.model.document import Added, Gap, Inline, Inlines, Lead, Text, Value, plain

_PARTED = (Text, Value, Gap, Added, Lead)


def can_be_parted(content: Inlines) -> bool:
    """Whether the inlines print as so many characters, and nothing over or between them."""
    return all(isinstance(inline, _PARTED) for inline in content)


def wholes(content: Inlines) -> Iterator[tuple[int, int]]:
    """Where what a reference printed, or its gap, begins and ends in the text."""
    at = 0
    for inline in content:
        end = at + len(plain((inline,)))
        if isinstance(inline, Value | Gap):
            yield at, end
        at = end


def parted(content: Inlines, rows: Sequence[str]) -> list[Inlines]:
    """The inlines of each of the rows into which their text was broken."""
    found: list[Inlines] = []
    for row in rows[:-1]:
        before, content = _split(content, len(row))
        found.append(before)
    return [*found, content]


def _split(content: Inlines, at: int) -> tuple[Inlines, Inlines]:
    """The inlines before a character of their text, and those from it on."""
    for index, inline in enumerate(content):
        size = len(plain((inline,)))
        if at < size:
            before, after = _cut(inline, at) if at else ((), (inline,))
            return (*content[:index], *before), (*after, *content[index + 1 :])
        at -= size
    return content, ()


def _cut(inline: Inline, at: int) -> tuple[Inlines, Inlines]:
    match inline:
        case Text(text, origin):
            return (Text(text[:at], origin),), (Text(text[at:], origin and origin.later(at)),)
        case Gap(name, text, origin):
            return (Gap(name, text[:at], origin),), (Gap(name, text[at:], origin),)
        case Value(inner):
            before, after = _split(inner, at)
            return (Value(before),), after  # a figure is known by its beginning
        case Added(inner):
            before, after = _split(inner, at)
            return (Added(before),), (Added(after),)
        case Lead(inner, level):
            before, after = _split(inner, at)
            return (Lead(before, level),), (Lead(after, level),)
        case _:
            return (inline,), ()
