"""The inlines of one line of Markdown text: a lead sentence, references, the template's words."""

from __future__ import annotations

import re

from drafter import numerals, shield
from drafter.model.document import Added, Count, Fact, Gap, Inline, Inlines, Lead, Text

_REFERENCE = re.compile(r"\{\{\s*(?:条数=(\d+)|待补=([^{}]+?)|(\w+)(?:\.(\w+))?)\s*\}\}")
_TOKEN = re.compile(
    f"(?P<literal>\\\\\\{{\\{{)|(?P<open>{shield.ADDED_OPEN})|(?P<close>{shield.ADDED_CLOSE})"
    f"|{_REFERENCE.pattern}"
)
_STARS = re.compile(r"(?<!\\)\*\*")
_ESCAPE = re.compile(rf"\\(?=[{re.escape(shield.ESCAPED)}])")


def inlines(text: str) -> Inlines:
    """The inlines of a paragraph: its lead sentence, if it opens with one, and the rest."""
    if text.startswith("**"):
        end = _STARS.search(text, 2)
        if end and end.start() > 2:
            inner = _plain(text[2 : end.start()].replace("\\*", "*"))
            lead = Lead(inner, numerals.heading_level(_opening(inner)))
            return (lead, *_plain(text[end.end() :]))
    return _plain(_bare(text))


def literal(text: str) -> Inlines:
    """The inlines of a heading, a cell or a line in a container: no lead sentence."""
    return _plain(_bare(text))


def _bare(text: str) -> str:
    """The text without the backslash that makes the sign at its start literal."""
    return text[1:] if _ESCAPE.match(text) else text


def _opening(content: Inlines) -> str:
    """The first characters of the inlines, where they are text."""
    return content[0].text if content and isinstance(content[0], Text) else ""


def _plain(text: str) -> Inlines:
    """Text, references and fenced passages; moved characters are back in their places."""
    if not text:
        return ()
    if "{{" not in text and text.isprintable():
        return (Text(text),)
    outer: list[Inline] = []
    inside: list[Inline] | None = None
    position = 0
    for token in _TOKEN.finditer(text):
        here = outer if inside is None else inside
        _say(here, text[position : token.start()])
        position = token.end()
        if token["open"]:
            inside = []
        elif token["close"]:
            if inside:
                outer.append(Added(tuple(inside)))
            inside = None
        elif token["literal"]:
            _say(here, "{{")
        else:
            here.append(_reference(token))
    _say(outer if inside is None else inside, text[position:])
    if inside:
        outer.append(Added(tuple(inside)))
    return tuple(outer)


def _reference(token: re.Match[str]) -> Inline:
    number, gap, name, attribute = token.group(4, 5, 6, 7)
    if number is not None:
        return Count(int(number))
    if gap is not None:
        return Gap(gap, f"〔待补：{gap}〕")
    return Fact(name, attribute or "")


def _say(content: list[Inline], text: str) -> None:
    """Adds text, joined to text that stands there already."""
    if not text:
        return
    text = _unshielded(text)
    if content and isinstance(content[-1], Text):
        text = content.pop().text + text  # type: ignore[union-attr]
    content.append(Text(text))


def _unshielded(text: str) -> str:
    """The text with moved characters back. They are private, so printable text has none."""
    return text if text.isprintable() else shield.unshield(shield.PART_MARKS.sub("", text))
