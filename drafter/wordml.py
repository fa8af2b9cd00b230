"""What readers and writers of Word files both call by name (ECMA-376 part 1), and how both walk a text.

The walk asks an element for its tag, its attributes and its children only, so that it goes over the trees of the
standard library, which readers use, and over those of lxml, which writers need.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
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
TABLE, ROW, CELL = f"{W}tbl", f"{W}tr", f"{W}tc"

_EDGES = {"firstRow": ("firstRow", 0x20), "lastRow": ("lastRow", 0x40), "firstCol": ("firstColumn", 0x80), "lastCol": ("lastColumn", 0x100)}  # fmt: skip
"""The edges of a table that its style may dress, and how a `w:tblLook` (17.4.55) says in either way that it does."""

_PARTS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("wholeTable", "band1Vert", "band2Vert", "band1Horz", "band2Horz"), frozenset()),
    **{edge: frozenset({edge}) for edge in ("firstCol", "lastCol", "firstRow", "lastRow")},
    "neCell": frozenset({"firstRow", "lastCol"}), "nwCell": frozenset({"firstRow", "firstCol"}),
    "seCell": frozenset({"lastRow", "lastCol"}), "swCell": frozenset({"lastRow", "firstCol"}),
}  # fmt: skip
"""The parts of a table (17.18.89), the later over the earlier, and at which edges a cell of each stands. A stripe is any
cell: nobody hides every other row of what is to be read.
"""

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

_IN_LINE = frozenset({"{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline", f"{W}object", "{urn:schemas-microsoft-com:vml}shape"})  # fmt: skip
_OFF = frozenset({"0", "false", "off"})


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


class Hidden(NamedTuple):
    """What of one part its styles hide: these paragraphs, and the runs of these styles."""

    lines: Set[Any] = frozenset()
    styles: Set[str] = frozenset()


NOTHING = Hidden()


@dataclass(frozen=True, slots=True)
class Hiding:
    """Whether the styles of a file hide their text (17.7.2), None where one says neither, with what it is based on.

    `tables` are the styles of tables by the parts of a table of which they say it; `default` and `default_table` are the
    styles of what names none, and `always` is what holds where no style says anything.
    """

    styles: Mapping[str, bool | None] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    default: str = ""
    default_table: str = ""
    always: bool = False

    def of(self, root: Any) -> Hidden:
        """What is hidden of a part."""
        named = frozenset(style_id for style_id, hides in self.styles.items() if hides)
        if (
            not named
            and not self.always
            and not any(True in parts.values() for parts in self.tables.values())
        ):
            return NOTHING
        lines: set[Any] = set()
        cells: dict[Any, bool | None] = {}
        pending: list[tuple[Any, bool | None]] = [(root, None)]
        while pending:
            element, table = pending.pop()
            if element.tag == PARAGRAPH and self._hides(element, table):
                lines.add(element)
            elif element.tag == TABLE:
                cells.update(self._cells(element))
            elif element.tag in (CELL, BOX):
                table = cells.get(element)
            pending += [(child, table) for child in element]
        return Hidden(lines, named)

    def _hides(self, paragraph: Any, table: bool | None) -> bool:
        """Whether the style of a paragraph hides it, else that of the table in which it stands."""
        own = self.styles.get(
            _value(paragraph.find(f"{W}pPr/{W}pStyle")) or self.default, self.styles.get(self.default)
        )
        said = table if own is None else own
        return self.always if said is None else said

    def _cells(self, table: Any) -> Iterator[tuple[Any, bool | None]]:
        """The cells of a table of which its style says whether their text is hidden."""
        style = _value(table.find(f"{W}tblPr/{W}tblStyle"))
        style = style if style in self.styles else self.default_table
        whole, parts = self.styles.get(style), self.tables.get(style, {})
        if whole is None and not parts:
            return
        dressed = _dressed(table.find(f"{W}tblPr/{W}tblLook"))
        rows = list(_within(table, ROW))
        for row in rows:
            cells = list(_within(row, CELL))
            for cell in cells:
                stands = {"firstRow": row is rows[0], "lastRow": row is rows[-1], "firstCol": cell is cells[0], "lastCol": cell is cells[-1]}  # fmt: skip
                edges = {edge for edge in dressed if stands[edge]}
                said = [parts[part] for part, needed in _PARTS.items() if part in parts and needed <= edges]
                yield cell, said[-1] if said else whole


def _dressed(look: Any) -> frozenset[str]:
    """The edges that a table has of its style; all where it does not say, since programs differ in what that means."""
    if look is None:
        return frozenset(_EDGES)
    try:
        bits = int(_value(look), 16)
    except ValueError:
        bits = 0
    said = {edge: look.get(W + name) for edge, (name, _) in _EDGES.items()}
    return frozenset(
        edge
        for edge, (_, bit) in _EDGES.items()
        if (bits & bit if said[edge] is None else said[edge] not in _OFF)
    )


def _within(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, the cells of a row, in content controls too; not those of tables in them."""
    pending = list(reversed(parent))
    while pending:
        element = pending.pop()
        if element.tag == tag:
            yield element
        elif element.tag not in (TABLE, CELL):
            pending += reversed(element)


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


def pieces(paragraph: Any, hidden_by: Hidden = NOTHING) -> Iterator[Piece]:
    """Everything in a paragraph that has characters or holds paragraphs, in order; what was deleted and what is
    hidden (ECMA-376 17.3.2.41) too. `hidden_by` is what the styles hide of the part in which it stands.
    """
    hides = paragraph in hidden_by.lines
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
            run, hidden = element, is_hidden(element.find(f"{W}rPr"), hidden_by, hides)
        elif tag in (_SYM, _DENOMINATOR):
            yield Piece(element, _symbol(element), run, inserted, deleted, hidden)
        elif tag in (BOX, PARAGRAPH):
            yield Piece(element, "", run, inserted, deleted, hidden)
            continue
        inserted, deleted = inserted or tag in _INSERTED, deleted or tag in _DELETED
        pending += [(child, run, inserted, deleted, hidden) for child in reversed(children(element))]


def shown(paragraph: Any, hidden_by: Hidden = NOTHING) -> Iterator[tuple[Any, str]]:
    """The elements of a paragraph that print, changes accepted, each with its characters."""
    for piece in pieces(paragraph, hidden_by):
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


def stands_in_line(paragraph: Any) -> bool:
    """Whether something as high as it likes stands in the lines of a paragraph: a picture, an object, a shape."""
    return any(element.tag in _IN_LINE for element in paragraph.iter())


def is_on(toggle: Any) -> bool:
    """Whether a toggle (`w:b`, `w:vanish`) is set; None is one that is not there."""
    return toggle is not None and toggle.get(f"{W}val", "1") not in _OFF


def is_hidden(look: Any, hidden_by: Hidden, hides: bool) -> bool:
    """Whether a run with these properties does not print, in a paragraph that styles hide or not."""
    if look is None:
        return hides
    own = look.find(f"{W}vanish")
    if own is not None:
        return is_on(own)
    return hides or _value(look.find(f"{W}rStyle")) in hidden_by.styles


def _value(element: Any) -> str:
    return element.get(f"{W}val", "") if element is not None else ""


def _symbol(element: Any) -> str:
    """The character of a `w:sym`. Over what a formula divides by stands the line of its fraction."""
    if element.tag == _DENOMINATOR:
        return "/"
    return equations.symbol(element.get(f"{W}font", ""), element.get(f"{W}char", ""))
