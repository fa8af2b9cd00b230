"""The block rules of our Markdown: headings, paragraphs, pipe tables and `:::` containers, nothing inline."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

CONTAINER = "role"
"""What the parser calls a container, whatever its name."""

_OPENS_A_BLOCK = ("", "#", ":", "|")

_PARSER = MarkdownIt("zero").enable(["heading", "table"]).disable(["inline", "text_join"])
container_plugin(_PARSER, name=CONTAINER, validate=lambda params, markup: True)


def _lone_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block rule for a paragraph on a line of its own, as most are: one token where the rule for
    all paragraphs makes three, after every other rule has looked at the line.
    """
    if silent or (start + 1 < end and not state.isEmpty(start + 1)):
        return False
    content = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    if content[:1] in _OPENS_A_BLOCK:
        return False
    token = state.push("inline", "", 0)
    token.content = content
    token.map = [start, start + 1]
    state.line = start + 1
    return True


_PARSER.block.ruler.before("table", "lone_paragraph", _lone_paragraph)


def parse(text: str) -> list[Token]:
    """The blocks of the text, as the parser's tokens."""
    return _PARSER.parse(text)
