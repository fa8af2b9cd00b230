"""The characters of a paragraph as a page draws them: each stretch with its classes, and where it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from drafter.model.document import Added, Aid, Gap, Inlines, Lead, Ruby, Text, Value, plain

if TYPE_CHECKING:
    from drafter.model.words import Origin

Run = tuple[str, str, str, int]
"""Characters, the classes that they are set in, the key path of what was typed, and where in it they begin."""


def runs(content: Inlines, classes: str) -> Iterator[Run]:
    """The characters that print, each stretch with its classes and where it was typed."""
    for inline in content:
        match inline:
            case Text(text, origin):
                yield _run(text, classes, origin)
            case Gap(_, text, origin):
                yield _run(text, f"{classes} gap", origin)
            case Ruby(text):
                yield _run(text, classes, None)
            case Aid(mark):
                yield _run(mark, f"{classes} pause", None)
            case Lead(inner, level):
                yield from runs(inner, f"{classes} lead{level}")
            case Added(inner):
                yield from runs(inner, f"{classes} added")
            case Value(inner):
                yield from runs(inner, f"{classes} value")
            case _:
                yield _run(plain((inline,)), classes, None)


def _run(text: str, classes: str, origin: Origin | None) -> Run:
    return text, classes.strip(), origin.passage.key if origin else "", origin.offset if origin else 0


def cut(said: Sequence[Run], spans: Sequence[tuple[int, int]]) -> Iterator[list[Run]]:
    """What stands in each line, line after line; each goes on where the one before ended."""
    number, before = 0, 0  # the run at hand, and the characters before it
    for start, end in spans:
        while number < len(said) and before + len(said[number][0]) <= start:
            before += len(said[number][0])
            number += 1
        out: list[Run] = []
        at, place = before, number
        while place < len(said) and at < end:
            text, classes, key, offset = said[place]
            first, last = max(start - at, 0), min(end - at, len(text))
            if first < last:
                out.append((text[first:last], classes, key, offset + first))
            at += len(text)
            place += 1
        yield out
