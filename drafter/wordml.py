"""What readers and writers of Word files both call by name (ECMA-376 part 1), and how both walk a text.

The walk asks an element for its tag, its attributes and its children only, so that it goes over the trees of the
standard library, which readers use, and over those of lxml, which writers need.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any, NamedTuple

from drafter import equations

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
"""Stands before an element's name, as ElementTree and lxml write it."""

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
"""The usual names of the parts that every Word file has."""

LINE_END = "\u2028"
"""A line end within a paragraph."""

PARAGRAPH, RUN, BOX = f"{W}p", f"{W}r", f"{W}txbxContent"

NO_STYLES: frozenset[str] = frozenset()

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULA_TEXT, _DENOMINATOR = f"{_MATH}t", f"{_MATH}den"
_DELETED_TEXT = f"{W}delText"
_TEXTS = frozenset({f"{W}t", _DELETED_TEXT, _FORMULA_TEXT})
_SIGNS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": LINE_END, f"{W}cr": LINE_END, f"{W}noBreakHyphen": "-",
}  # fmt: skip
_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_SILENT = frozenset(
    W + name for name in ("rt", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "rubyPr", "softHyphen")
)
_FIELD, _CODE, _SYM = f"{W}fldChar", f"{W}instrText", f"{W}sym"
_HOLDERS = frozenset(W + name for name in ("r", "ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent"))  # fmt: skip
"""What runs stand in, and with them the ends of a field."""

_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "a14", "v", "o"})
"""Dialects whose texts are found as any other is. (Of `w16se`, symbols, the text is in the other way.)"""

_OFF = frozenset({"0", "false", "off"})
_WINGDINGS = {
    0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0xA3: "□", 0x52: "☑", 0xFC: "√", 0xFB: "×", 0x6C: "●", 0x6E: "■",
    0xD8: "➢", 0x76: "❖",
}  # fmt: skip
"""The symbols that forms and lists take from Wingdings."""

_SYMBOL = {
    **dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x41)), **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x61)),
    0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB9: "≠", 0xBB: "≈", 0xD7: "·", 0xE5: "∑",
}  # fmt: skip
"""The characters of the font Symbol that texts and formulas take from it."""

_PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the characters of fonts that have an order of their own."""


class Piece(NamedTuple):
    """What one element of a paragraph says, and how it stands there.

    `run` is the `w:r` that holds it, None outside runs (a formula). A text box, and a paragraph that stands
    inside another, come as pieces without text: what they hold is not this paragraph's.
    """

    element: Any
    text: str
    run: Any = None
    inserted: bool = False
    deleted: bool = False
    hidden: bool = False


class _Field:
    """A field that is open here (17.16.18): whether this is still its code, which never prints, and that in pieces."""

    def __init__(self) -> None:
        self.is_code = True
        self.code: list[str] = []


class _Fields:
    """The fields that are open here, one in another, and how many of them are still code."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.codes = 0

    def follow(self, element: Any) -> str:
        """Takes note of where a field begins, what its code is, where its result begins, and where that ends; what
        shows there of a field that has no result.
        """
        if element.tag == _CODE:
            self._open[-1].code.append(element.text or "")
        kind = element.get(f"{W}fldCharType", "")
        if kind == "begin":
            self._open.append(_Field())
            self.codes += 1
        elif self._open and kind in ("separate", "end"):
            field = self._open[-1] if kind == "separate" else self._open.pop()
            was_code, field.is_code = field.is_code, False
            self.codes -= was_code
            if kind == "end" and was_code and not self.codes:
                return equations.shown("".join(field.code))
        return ""


def pieces(paragraph: Any, hidden_styles: Set[str] = NO_STYLES) -> Iterator[Piece]:
    """Everything in a paragraph that has characters or holds paragraphs, in order; what was deleted and what is
    hidden (ECMA-376 17.3.2.41) too. `hidden_styles` are the ids of the styles that hide their text.
    """
    hides = bool(hidden_styles) and _names_one(paragraph.find(f"{W}pPr/{W}pStyle"), hidden_styles)
    pending: list[tuple[Any, Any, bool, bool, bool]] = [
        (child, None, False, False, hides) for child in reversed(paragraph)
    ]
    fields = _Fields()

    while pending:
        element, run, inserted, deleted, hidden = pending.pop()
        tag = element.tag
        if tag == _FIELD or (tag not in _HOLDERS and fields.codes):
            if text := fields.follow(element):
                yield Piece(element, text, run, inserted, deleted, hidden)
            continue
        if tag in _TEXTS:
            yield Piece(element, element.text or "", run, inserted, deleted or tag == _DELETED_TEXT, hidden)
            continue
        if tag in _SIGNS:
            yield Piece(element, _SIGNS[tag], run, inserted, deleted, hidden)
            continue
        if tag in _SILENT or not isinstance(tag, str):
            continue
        if tag == RUN:
            run, hidden = element, _is_hidden(element.find(f"{W}rPr"), hidden_styles, hides)
        elif tag in (_SYM, _DENOMINATOR):
            yield Piece(element, _symbol(element), run, inserted, deleted, hidden)
        elif tag in (BOX, PARAGRAPH):
            yield Piece(element, "", run, inserted, deleted, hidden)
            continue
        inserted, deleted = inserted or tag in _INSERTED, deleted or tag in _DELETED
        pending += [(child, run, inserted, deleted, hidden) for child in reversed(children(element))]


def shown(paragraph: Any, hidden_styles: Set[str] = NO_STYLES) -> Iterator[tuple[Any, str]]:
    """The elements of a paragraph that print, changes accepted, each with its characters."""
    for piece in pieces(paragraph, hidden_styles):
        if piece.text and not piece.deleted and not piece.hidden:
            yield piece.element, piece.text


def children(element: Any) -> list[Any]:
    """An element's children; of something that is written in several ways, for new and for older programs, the
    first that asks for nothing that is unknown here (ECMA-376 part 3, 10.2.1).
    """
    if element.tag != f"{_MC}AlternateContent":
        return list(element)
    ways = [child for child in element if child.tag in (f"{_MC}Choice", f"{_MC}Fallback")]
    known = (way for way in ways if _UNDERSTOOD.issuperset(way.get("Requires", "").split()))
    return [next(known, ways[0])] if ways else []


def is_on(toggle: Any) -> bool:
    """Whether a toggle (`w:b`, `w:vanish`) is set; None is one that is not there."""
    return toggle is not None and toggle.get(f"{W}val", "1") not in _OFF


def _is_hidden(look: Any, hidden_styles: Set[str], hides: bool) -> bool:
    """Whether a run with these properties does not print, in a paragraph whose style hides its text or not."""
    if look is None:
        return hides
    own = look.find(f"{W}vanish")
    if own is not None:
        return is_on(own)
    return hides or _names_one(look.find(f"{W}rStyle"), hidden_styles)


def _names_one(named: Any, styles: Set[str]) -> bool:
    return named is not None and named.get(f"{W}val", "") in styles


def _symbol(element: Any) -> str:
    """The character of a `w:sym` (ECMA-376 17.3.3.30), as near as Unicode has it; □ for one that is not known. Over what a
    formula divides by stands the line of its fraction.
    """
    if element.tag == _DENOMINATOR:
        return "/"
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return "□"
    if code not in _PRIVATE and (0xFF < code < 0xD800 or 0xDFFF < code <= 0x10FFFF):
        return chr(code)
    table = _SYMBOL if element.get(f"{W}font", "").lower() == "symbol" else _WINGDINGS
    return table.get(code & 0xFF, "□")
