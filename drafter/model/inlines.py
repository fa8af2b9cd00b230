"""The inlines of one line of text: a lead sentence, references, the template's words, the outline's.

A line of Markdown may hold slots: marks in whose place the outline's own words stand, which never were
Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter import numerals, shield
from drafter.model.document import Added, Count, Fact, Gap, Inline, Inlines, Lead, Pictured, Text, plain
from drafter.model.outline import FACT_NAME
from drafter.model.words import Markup, Origin, Words, pieces_of
from drafter.patterns import pattern

Slots = Sequence[object]
"""What stands in the slots of a text, by number; what is to stand in a line is a string."""

STARS = Markup("**")
"""Stands on either side of a title that runs into its paragraph."""


def pictured(file: str, caption: str = "", width: str = "") -> str:
    """What stands for a picture among texts."""
    said = ".".join(word.encode("utf-8").hex() for word in (file, caption, width))
    return f"{{{{ 图片={said} }}}}"


def picture_of(text: str) -> Pictured | None:
    """The picture that a text stands for, and nothing else."""
    match = _REFERENCE.fullmatch(text)
    return _picture(match, None) if match and match["picture"] else None


def gap(name: str) -> str:
    """What stands for something that is still to be written."""
    return f"{{{{ 待补={name} }}}}"


_HEX = "(?:[0-9a-f]{2})*"
_BRACES = (
    rf"\{{\{{ 图片=(?P<picture>{_HEX}\.{_HEX}\.{_HEX}) \}}\}}|"
    r"(?P<literal>\\\{\{)|\{\{\s*(?:条数=(?P<count>\d{1,9})|待补=(?P<gap>(?:\s*[^{}\s])+|\s)|(?P<name>"
    rf"{FACT_NAME})(?:\.(?P<of>\w+))?)\s*\}}\}}"
)
_REFERENCE = pattern(_BRACES)
_TOKEN = pattern(
    f"(?P<open>{shield.ADDED_OPEN})|(?P<close>{shield.ADDED_CLOSE})|(?P<slot>{shield.SLOT.pattern})|{_BRACES}"
)
_STARS = pattern(r"(?<!\\)\*\*")
_ESCAPE = pattern(rf"\\(?=[{re.escape(shield.ESCAPED)}])")


def inlines(text: str, slots: Slots = (), origin: Origin | None = None) -> Inlines:
    """The inlines of a paragraph: its lead sentence, if it opens with one, and the rest."""
    if text.startswith("**"):
        end = _STARS.search(text, 2)
        if end and end.start() > 2:
            title = text[2 : end.start()]
            bare = title.replace("\\*", "*")
            led = _read(bare, slots, origin.later(2) if origin and bare == title else None)
            return _led(led, _read(text[end.end() :], slots, origin and origin.later(end.end())))
    return literal(text, slots, origin)


def literal(text: str, slots: Slots = (), origin: Origin | None = None) -> Inlines:
    """The inlines of a heading, a cell or a line in a container: no lead sentence."""
    if _ESCAPE.match(text):
        return _read(text[1:], slots, origin and origin.later(1))
    return _read(text, slots, origin)


def spoken(words: str) -> Inlines:
    """The inlines of words that are no Markdown: an outline's, each with its origin."""
    if type(words) is Words and "{{" not in words:  # most are
        return (Text(words, words.origin),)
    parts: list[list[Inline]] = [[]]
    for piece, origin in pieces_of(words):
        if type(piece) is Markup:
            parts.append([])
        elif "{{" in piece:
            parts[-1] += _referring(piece, origin)
        elif piece:
            parts[-1].append(Text(piece, origin))
    if len(parts) == 3 and not parts[0]:  # ** title ** text
        return _led(tuple(parts[1]), tuple(parts[2]))
    return tuple(inline for part in parts for inline in part)


def run_in(title: str, text: str) -> Inlines:
    """The inlines of a paragraph that begins with its title."""
    return _led(spoken(title), spoken(text))


def _led(title: Inlines, rest: Inlines) -> Inlines:
    return (Lead(title, numerals.heading_level(plain(title))), *rest)


def _referring(text: str, origin: Origin | None) -> Iterator[Inline]:
    """The inlines of a text whose only markup are references."""
    at = 0
    for token in _REFERENCE.finditer(text):
        if at < token.start():
            yield Text(text[at : token.start()], origin and origin.later(at))
        if token["literal"]:
            yield Text("{{", origin and origin.later(token.start() + 1))
        else:
            yield _reference(token, origin and origin.later(token.start()))
        at = token.end()
    if at < len(text):
        yield Text(text[at:], origin and origin.later(at))


def _read(text: str, slots: Slots, origin: Origin | None) -> Inlines:
    """Text, references, fenced passages and what stands in slots; moved characters are back in their places.

    `origin` is that of the text, where a person typed it.
    """
    if not text:
        return ()
    if "{{" not in text and text.isprintable():
        return (Text(text, origin),)
    outer: list[Inline] = []
    inside: list[Inline] | None = None
    position = 0
    for token in _TOKEN.finditer(text):
        here = outer if inside is None else inside
        _say(here, text[position : token.start()], origin and origin.later(position))
        position = token.end()
        if token["open"]:
            inside = []
        elif token["close"]:
            if inside:
                outer.append(Added(tuple(inside)))
            inside = None
        elif token["literal"]:
            _say(here, "{{", origin and origin.later(token.start() + 1))
        elif token["slot"]:
            here += _in_slot(token["slot"], slots)
        else:
            here.append(_reference(token, origin and origin.later(token.start())))
    _say(outer if inside is None else inside, text[position:], origin and origin.later(position))
    if inside:
        outer.append(Added(tuple(inside)))
    return tuple(outer)


def _in_slot(mark: str, slots: Slots) -> Inlines:
    """The words that stand in a slot; nothing where it holds none."""
    number = shield.slot_number(mark)
    words = slots[number] if number < len(slots) else ""
    return spoken(words) if isinstance(words, str) else ()


def _reference(token: re.Match[str], origin: Origin | None) -> Inline:
    if token["count"] is not None:
        return Count(int(token["count"]), origin)
    if token["gap"] is not None:
        return Gap(token["gap"], f"〔待补：{token['gap']}〕", origin)
    if token["picture"] is not None:
        return _picture(token, origin)
    return Fact(token["name"], token["of"] or "", origin)


def _picture(token: re.Match[str], origin: Origin | None) -> Pictured:
    said = (bytes.fromhex(word).decode("utf-8", "replace") for word in token["picture"].split("."))
    file, caption, width = said
    return Pictured(file, caption, width, origin)


def _say(content: list[Inline], text: str, origin: Origin | None) -> None:
    """Adds text, joined to what stands there already where that was typed right before it, or by nobody."""
    if not text:
        return
    text = _unshielded(text)
    last = content[-1] if content else None
    if isinstance(last, Text) and (last.origin and last.origin.later(len(last.text))) == origin:
        text, origin = last.text + text, last.origin
        content.pop()
    content.append(Text(text, origin))


def _unshielded(text: str) -> str:
    """The text with moved characters back. They are private, so printable text has none."""
    return text if text.isprintable() else shield.unshield(shield.PART_MARKS.sub("", text))
