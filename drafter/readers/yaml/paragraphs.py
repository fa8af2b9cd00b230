"""A YAML scalar as the paragraphs that its writer meant.

YAML folds line ends into spaces, which is right for English and wrong between Han
characters, and its block styles treat line ends each in its own way. In an outline all
styles mean the same: lines of one text are joined, without a space where Han characters or
full-width marks meet; a blank line parts paragraphs.
"""

from __future__ import annotations

import re

from drafter.patterns import pattern
from drafter.readers.yaml.nodes import Scalar

_BLANK_LINE = pattern(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def joined(text: str) -> str:
    """The lines of the text as one, with a space only between two that are not wide."""
    if "\n" not in text:
        return text.strip()
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    parts = lines[:1]
    for line in lines[1:]:
        if not (_is_wide(parts[-1][-1]) or _is_wide(line[0])):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _is_wide(char: str) -> bool:
    """Whether no space belongs beside the character: Han, full-width, or a mark that both use."""
    return char >= "\u2e80" or char in "—‘’“”…" or "\u2460" <= char <= "\u24ff"


def paragraphs(scalar: Scalar) -> tuple[str, ...]:
    """The paragraphs of the scalar, trimmed; none where it is empty."""
    if scalar.empty:
        return ()
    if scalar.raw is None:
        text = scalar.text
        if "\n" not in text:
            text = text.strip()
            return (text,) if text else ()
        return tuple(part for part in map(joined, _BLANK_LINE.split(text)) if part)
    return tuple(part for part in _from_source(scalar, scalar.raw) if part)


def line(scalar: Scalar) -> str:
    """The scalar as one line, whatever its form."""
    return "".join(paragraphs(scalar))


def _from_source(scalar: Scalar, raw: str) -> list[str]:
    """The paragraphs of a text that was written over several lines, from its own source."""
    quote = raw[0]
    if quote in "|>" and not scalar.plain:
        return [joined(part) for part in _BLANK_LINE.split(scalar.text if quote == "|" else _body(raw))]
    if quote == "'" and not scalar.plain:
        return [joined(part).replace("''", "'") for part in _BLANK_LINE.split(raw[1:-1])]
    if quote == '"' and not scalar.plain:
        return [_unescaped(joined(part)) for part in _BLANK_LINE.split(_unbroken(raw[1:-1]))]
    return [joined(part) for part in _BLANK_LINE.split(raw)]


def _body(raw: str) -> str:
    """The text of a `>` block without its header line."""
    return raw.partition("\n")[2]


def _unbroken(text: str) -> str:
    """The source of a double-quoted text, its escaped line ends joined."""
    return re.sub(r"\\\n[^\S\n]*", "", text)


def _unescaped(text: str) -> str:
    """One line of double-quoted source with its escapes carried out."""
    if "\\" not in text:
        return text
    from drafter.readers.yaml import parser  # brings PyYAML, which most texts do without

    return parser.unescaped(text)
