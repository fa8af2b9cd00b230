"""A picture in Markdown: `![图名](文件)` on a line of its own, with a width as pandoc writes it: `{width=10cm}`."""

from __future__ import annotations

from drafter.model.document import Pictured
from drafter.model.words import Origin
from drafter.patterns import pattern

_FORM = pattern(
    r"!\[(?P<name>[^\[\]]{0,200})\]\((?![a-zA-Z][a-zA-Z0-9+.-]+:)(?P<file>[^()\s]{1,400})(?:\s+\"[^\"]*\")?\)"
    r"(?:\{[^{}]*?width=(?P<width>[0-9.]{1,8}\s?(?:%|mm|cm|毫米|厘米)?)[^{}]*\})?"
)
"""Its file is at hand: what the web has is not fetched."""


def alone(line: str, origin: Origin | None = None) -> Pictured | None:
    """The picture that a line asks for, and nothing else."""
    found = _FORM.fullmatch(line.strip()) if "![" in line else None
    return Pictured(found["file"], found["name"], found["width"] or "", origin) if found else None
