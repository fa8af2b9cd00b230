"""Plain data as YAML, quoted only where it must be: lists in blocks, what is in them in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model import vocabulary
from drafter.model.tree import Tree

_NEEDS_QUOTES = re.compile(
    r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|:(?:\s|$)|\s\#|\s$|｛｛|｝｝|[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]"""
    r"""|^(?:null|~|<<|=|\.\.\.|---.*)$|^$"""
)
_LIKE_A_KEY = re.compile(
    rf"(?:{'|'.join(sorted(vocabulary.spellings((*vocabulary.POINT, *vocabulary.SECTION)), reverse=True))})\s?[:：]"
)
"""An item of a list that begins so would be taken for a key whose colon is wrong."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}


def dumped(tree: Tree) -> str:
    """The YAML of an outline that is plain data, a text a line."""
    return "\n".join(_lines(tree, 0)) + "\n"


def quoted(text: str) -> str:
    """The text as a YAML scalar on one line, in quotes only where it needs them."""
    if "｛｛" in text or "｝｝" in text:  # our reader looks for these before it looks for quotes
        return '"' + "".join(map(_escaped, text)).replace("｛", "\\uff5b").replace("｝", "\\uff5d") + '"'
    if not _NEEDS_QUOTES.search(text) and not _LIKE_A_KEY.match(text):
        return text
    if "'" not in text and not _CONTROL.search(text):
        return f"'{text}'"
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return f"\\u{ord(char):04x}" if _CONTROL.match(char) else char


def in_brackets(text: str) -> str:
    """A text inside brackets or braces: there a comma, a bracket or a quote could part it."""
    plain = not set(text) & set(",[]{}，#\"'") and quoted(text) == text
    return text if plain and text else '"' + "".join(map(_escaped, text)) + '"'


def _inline(tree: Tree) -> str:
    """A tree in brackets and braces, on one line."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{in_brackets(key)}: {_inline(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(_inline, tree)) + "]"
    return in_brackets(tree or "")


def _lines(tree: Tree, depth: int) -> Iterable[str]:
    """The lines of a mapping, each indented by two spaces a level."""
    pad = "  " * depth
    for key, value in tree.items():
        if value is None:
            yield f"{pad}{quoted(key)}:"
        elif isinstance(value, str):
            yield f"{pad}{quoted(key)}: {quoted(value)}"
        else:
            yield f"{pad}{quoted(key)}:"
            yield from _lines(value, depth + 1) if isinstance(value, dict) else _items(value, depth + 1)


def _items(items: list[Tree], depth: int) -> Iterable[str]:
    """The lines of a list; a mapping begins on its dash's own line."""
    pad = "  " * depth
    for item in items:
        if isinstance(item, str):
            yield f"{pad}- {quoted(item)}"
            continue
        if isinstance(item, list):
            yield f"{pad}- {_inline(item)}"
            continue
        lines = list(_lines(item, depth + 1))
        if not lines:
            yield f"{pad}- {{}}"
            continue
        yield f"{pad}- {lines[0].lstrip()}"
        yield from lines[1:]
