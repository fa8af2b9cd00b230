"""A picture in Markdown: `![图名](文件)` on a line of its own, with a width as pandoc writes it: `{width=10cm}`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.model.document import Pictured
from drafter.model.words import Origin
from drafter.patterns import pattern

_FORM = pattern(
    r"!\[(?P<name>(?:[^\[\]\\]|\\.){0,200})\]\((?![a-zA-Z][a-zA-Z0-9+.-]+:)(?P<file>[^()\s]{1,400})(?:\s+\"[^\"]*\")?\)"
    r"(?:\{[^{}]*?width=(?P<width>[0-9.]{1,8}\s?(?:%|mm|cm|毫米|厘米)?)[^{}]*\})?"
)
"""Its file is at hand: what the web has is not fetched."""


_ESCAPED = pattern(r"\\(.)")
_CODED = pattern("%(20|28|29|25|09)")


def alone(line: str, origin: Origin | None = None) -> Pictured | None:
    """The picture that a line asks for, and nothing else."""
    found = _FORM.fullmatch(line.strip()) if "![" in line else None
    if not found:
        return None
    name = _ESCAPED.sub(r"\1", found["name"])
    return Pictured(_decoded(found["file"]), name, found["width"] or "", origin)


def apart(pieces: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The texts, each with the line it begins on, and a picture on a line among others by itself."""
    for first, text in pieces:
        held: list[str] = []
        for number, line in enumerate(text.split("\n"), first):
            if not alone(line):
                held.append(line)
                continue
            if held:
                yield number - len(held), "\n".join(held)
            held = []
            yield number, line
        if held:
            yield first + text.count("\n") + 1 - len(held), "\n".join(held)


def _decoded(file: str) -> str:
    return _CODED.sub(lambda match: chr(int(match[1], 16)), file)
