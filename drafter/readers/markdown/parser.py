"""The block rules of our Markdown: headings, paragraphs, pipe tables and `:::` containers, nothing inline.

Any text is read, as a person may have typed it.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.container import container_plugin

from drafter.readers.markdown.tokens import Kind, Token

_CONTAINER = "role"  # what the parser calls a container, whatever its name
_KINDS = {
    "inline": Kind.TEXT,
    "heading_open": Kind.HEADING,
    "table_open": Kind.TABLE,
    "tr_open": Kind.ROW,
    "table_close": Kind.TABLE_END,
    f"container_{_CONTAINER}_open": Kind.OPEN,
    f"container_{_CONTAINER}_close": Kind.CLOSE,
}
"""The parser's tokens that say something of their own."""

_OPENS_A_BLOCK = ("", "#", ":", "|")

_PARSER = MarkdownIt("zero").enable(["heading", "table"]).disable(["inline", "text_join"])
container_plugin(_PARSER, name=_CONTAINER, validate=lambda params, markup: True)


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
    """The tokens of the text."""
    found: list[Token] = []
    heading: Token | None = None
    for token in _PARSER.parse(text):
        kind = _KINDS.get(token.type)
        line, end = token.map or (0, 0)
        if heading is not None and kind is Kind.TEXT:
            heading.content, heading = token.content, None
        elif kind is Kind.HEADING:
            heading = Token(kind, line, end, level=len(token.markup))
            found.append(heading)
        elif kind is Kind.OPEN:
            found.append(Token(kind, line, end, token.info.strip(), len(token.markup)))
        elif kind is not None:
            found.append(Token(kind, line, end, token.content))
    return found
