"""What of an old Word file is written as markup of today (ECMA-376 part 1): properties, and characters that XML holds."""

from __future__ import annotations

import html
from collections.abc import Sequence

from drafter.readers.intake import characters
from drafter.readers.old_word import sprms
from drafter.readers.old_word.sprms import Code, Sprms
from drafter.wordml import NAMESPACE

_VML = "urn:schemas-microsoft-com:vml"
HEAD = f'xmlns:w="{NAMESPACE}" xmlns:v="{_VML}"'
PICTURE, OBJECT, FORM_FIELD = "<w:pict><v:imagedata/></w:pict>", "<w:object/>", "<w:ffData/>"

_ALIGNS = ("left", "center", "right", "both", "distribute")
_NO_LIST = (0, 0xF801)
"""Numbers of a list that say: none (2.6.2, sprmPIlfo)."""

_NUMBERED_ONCE = range(0xF802, 0x10000)
"""The same list, written as less than nothing: it keeps an indent of its own."""


def part(name: str, inside: str) -> bytes:
    """A part of a Word file with this root element."""
    return f"<w:{name} {HEAD}>{inside}</w:{name}>".encode()


def attribute(text: str) -> str:
    """A text as the value of an attribute, with its quotation marks."""
    return f'"{html.escape(clean(text))}"'


def clean(text: str) -> str:
    """The text without what XML forbids; pairs of UTF-16's units are one character again."""
    if not text.isprintable():
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return characters.usable(text)


def style_id(number: int) -> str:
    """What a style of this number is called by those that name it."""
    return f"s{number}"


_RAISED = ("baseline", "superscript", "subscript")
"""Where characters stand (2.9.88)."""


def look(of: Sprms, fonts: Sequence[str], style: Sprms = sprms.NONE) -> str:
    """The properties of a run (17.3.2), without their element: its style, font, whether it is bold or hidden, its size.

    `style` is what the paragraph's style sets, for switches that go against it.
    """
    said = ""
    named, font, size = of.number(Code.STYLE), of.number(Code.FONT), of.number(Code.SIZE)
    if named is not None:
        said += f'<w:rStyle w:val="{style_id(named)}"/>'
    if font is not None and font < len(fonts):
        said += f"<w:rFonts w:eastAsia={attribute(fonts[font])}/>"
    for code, tag in ((Code.BOLD, "b"), (Code.HIDDEN, "vanish")):
        said += _switch(of.number(code), tag, style.flag(code))
    said += f'<w:sz w:val="{size}"/>' if size is not None else ""
    moved = int.from_bytes(of.of.get(Code.MOVED, b"")[:2], "little", signed=True)
    said += f'<w:position w:val="{moved}"/>' if moved else ""
    where = of.number(Code.RAISED) or 0
    return said + (f'<w:vertAlign w:val="{_RAISED[where]}"/>' if where < len(_RAISED) and where else "")


def _switch(value: int | None, tag: str, in_style: bool) -> str:
    if value is None or value == sprms.AS_STYLE:
        return ""
    on = not in_style if value == sprms.AGAINST_STYLE else value == 1
    return f'<w:{tag} w:val="{int(on)}"/>'


def paragraph(of: Sprms) -> str:
    """The properties of a paragraph (17.3.1), without their element: its list, how it is set."""
    level, use, align = of.number(Code.LEVEL), of.number(Code.LIST), of.number(Code.ALIGN)
    said = ""
    if level is not None or use is not None:
        said = "<w:numPr>"
        said += f'<w:ilvl w:val="{level}"/>' if level is not None else ""
        said += f'<w:numId w:val="{_list(use)}"/>' if use is not None else ""
        said += "</w:numPr>"
    align = align if align is not None else of.number(Code.OLD_ALIGN)
    if align is not None and align < len(_ALIGNS):
        said += f'<w:jc w:val="{_ALIGNS[align]}"/>'
    return said + _indent(of) + _pitch(of)


def _list(use: int) -> int:
    if use in _NO_LIST:
        return 0
    return 0x10000 - use if use in _NUMBERED_ONCE else use


def _indent(of: Sprms) -> str:
    chars, twips = of.signed(Code.FIRST_CHARS), of.signed(Code.FIRST_LINE)
    twips = twips if twips is not None else of.signed(Code.OLD_FIRST_LINE)
    said = f' w:firstLineChars="{chars}"' if chars else ""
    said += f' w:firstLine="{twips}"' if twips else ""
    return f"<w:ind{said}/>" if said else ""


def _pitch(of: Sprms) -> str:
    """The space between lines ([MS-DOC] 2.9.128): of its own where it is below nothing, else at least, or by halves."""
    said = of.of.get(Code.PITCH, b"")
    if len(said) < 4:
        return ""
    line, by_lines = int.from_bytes(said[:2], "little", signed=True), said[2] != 0
    rule = "auto" if by_lines else "exact" if line < 0 else "atLeast"
    return f'<w:spacing w:line="{abs(line)}" w:lineRule="{rule}"/>'


def page(of: Sprms) -> str:
    """The page of a section (17.6.13, 17.6.11); what the file does not say is left out."""

    def said(**codes: int) -> str:
        found = {name: of.number(code) for name, code in codes.items()}
        return "".join(
            f' w:{name}="{number & 0x7FFF}"' for name, number in found.items() if number is not None
        )

    size = said(w=Code.PAGE_WIDTH, h=Code.PAGE_HEIGHT)
    sides = said(left=Code.LEFT, right=Code.RIGHT, top=Code.TOP, bottom=Code.BOTTOM, footer=Code.FOOTER)
    return f"<w:sectPr><w:pgSz{size}/><w:pgMar{sides}/></w:sectPr>"
