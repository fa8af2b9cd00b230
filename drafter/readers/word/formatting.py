"""How a paragraph of a Word file comes out: defaults, the chain of its styles, its own formatting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from drafter import wordml
from drafter.patterns import pattern
from drafter.readers.word.document import WordParagraph
from drafter.readers.word.package import Package
from drafter.readers.word.styles import Styles
from drafter.wordml import W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_AUTO_PITCH = 1.3
"""What Word makes of “single” spacing, in sizes of a Chinese font."""

_ALIGN = {
    "both": "both",
    "center": "center",
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
}
_NAMED = {
    "title": "title", "heading 1": "heading1", "heading 2": "heading2", "heading 3": "heading3",
    "heading 4": "heading4", "body text": "body", "normal": "body",
}  # fmt: skip
"""Word's names of the styles that are taken over, in lower case."""

_HAN = pattern("[\u4e00-\u9fff]")
_USUAL_FONT = "宋体"
_USUAL_SIZE = 21
_SINGLE = 240
_SIZE, _PITCH, _INDENT, _SPACE = (10, 400), (120, 3000), (0, 8000), (0, 4000)
"""What is taken from a file, in twips (sizes in half points): it may come from anywhere."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one paragraph comes out. Sizes in half points, lengths in twips, indent in characters."""

    font: str
    size: int
    bold: bool
    align: str
    first_line: float
    line: int
    before: int = field(default=0, compare=False)


class Formatting:
    """Resolves what the paragraphs of one file look like."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._styles = styles
        self._theme = _theme_fonts(package)

    def resolve(self, paragraph: WordParagraph) -> Look:
        """How the paragraph comes out, by its first run with text."""
        own = paragraph.element
        chain = self._styles.chain(self._styles.named(own.find(f"{W}pPr")))
        run = next((piece.run for piece in paragraph.runs if piece.run is not None), None)
        return self._resolve(
            [source for source in (run, own, *chain, *self._styles.defaults) if source is not None]
        )

    def faces(self, paragraph: WordParagraph, skip: int = 0) -> Iterator[tuple[str, int]]:
        """The font and the size of each stretch of the paragraph's words, but of its first characters and of those that
        have a style of their own.
        """
        own = paragraph.element
        above = [own, *self._styles.chain(self._styles.named(own.find(f"{W}pPr"))), *self._styles.defaults]
        at = 0
        for piece in paragraph.runs:
            at += len(piece.text)
            if at <= skip or not _HAN.search(piece.text) or piece.run is None:
                continue
            if piece.run.find(f"{W}rPr/{W}rStyle") is None:
                values = [piece.run, *above]
                size = read_number(_first(values, "rPr", "sz"), "val", _USUAL_SIZE, _SIZE)
                yield self._font(values), size

    def _resolve(self, values: Sequence[Element]) -> Look:
        """The look that these sources give, the nearest first."""
        size = read_number(_first(values, "rPr", "sz"), "val", _USUAL_SIZE, _SIZE)
        line, rule = self._spacing(values)
        bold = _first(values, "rPr", "b")
        jc = _first(values, "pPr", "jc")
        return Look(
            font=self._font(values),
            size=size,
            bold=wordml.is_on(bold),
            align=_ALIGN.get(jc.get(f"{W}val", ""), "both") if jc is not None else "both",
            first_line=_indent(_first(values, "pPr", "ind"), size),
            line=line if rule in ("exact", "atLeast") else _auto(line, size),
            before=_before(values),
        )

    def resolve_named(self) -> dict[str, Look]:
        """The looks of the file's named styles, for one that holds no text: a template."""
        found = {}
        for style_id, style in self._styles.known.items():
            name = style.name.lower()
            key = _NAMED.get(name, "")
            if key and (key not in found or name != "normal"):
                found[key] = self._resolve([*self._styles.chain(style_id), *self._styles.defaults])
        return found

    def _spacing(self, values: Sequence[Element]) -> tuple[int, str]:
        """The pitch and its rule, from the nearest source that gives a pitch."""
        for source in values:
            spacing = _child(source, "pPr", "spacing")
            if spacing is not None and spacing.get(f"{W}line"):
                return read_number(spacing, "line", _SINGLE, _PITCH), spacing.get(f"{W}lineRule", "auto")
        return _SINGLE, "auto"

    def _font(self, values: Sequence[Element]) -> str:
        """The East Asian font; one that a theme names is looked up there."""
        for source in values:
            fonts = _child(source, "rPr", "rFonts")
            if fonts is None:
                continue
            named = fonts.get(f"{W}eastAsia")
            if named:
                return named
            theme = fonts.get(f"{W}eastAsiaTheme")
            if theme:
                return self._theme.get("major" if theme.startswith("major") else "minor", _USUAL_FONT)
        return _USUAL_FONT


def _before(values: Sequence[Element]) -> int:
    """The space above, in twips; what Word reckons itself (`beforeAutospacing`) is a line."""
    for source in values:
        spacing = _child(source, "pPr", "spacing")
        if spacing is not None and spacing.get(f"{W}beforeAutospacing") in ("1", "true", "on"):
            return _SINGLE
        if spacing is not None and spacing.get(f"{W}before"):
            return read_number(spacing, "before", 0, _SPACE)
    return 0


def read_number(element: Element | None, name: str, default: int, limits: tuple[int, int]) -> int:
    """An attribute as a whole number; the default where it has none, or one beyond the limits."""
    value = element.get(f"{W}{name}") if element is not None else None
    try:
        number = round(float(value)) if value else default
    except (ValueError, OverflowError):
        return default
    return number if limits[0] <= number <= limits[1] else default


def _child(source: Element, properties: str, name: str) -> Element | None:
    """The property of a run, a paragraph, a style or the defaults; None where it has none."""
    return source.find(f"{W}{properties}/{W}{name}")


def _first(values: Sequence[Element], properties: str, name: str) -> Element | None:
    """The property from the nearest source that has it."""
    return next((found for source in values if (found := _child(source, properties, name)) is not None), None)


def _indent(element: Element | None, size: int) -> float:
    """The indent of the first line in characters."""
    if element is None:
        return 0
    chars = element.get(f"{W}firstLineChars")
    if chars:
        return read_number(element, "firstLineChars", 0, _INDENT) / 100
    return round(read_number(element, "firstLine", 0, _INDENT) / (size * 10))


def _auto(line: int, size: int) -> int:
    """The pitch of a multiple of single spacing, in twips."""
    return min(max(round(line / _SINGLE * size * 10 * _AUTO_PITCH), _PITCH[0]), _PITCH[1])


def _theme_fonts(package: Package) -> Mapping[str, str]:
    """The Chinese fonts of the theme, for headings (major) and for text (minor)."""
    root = next(map(package.xml, package.related("theme")), None)
    fonts: dict[str, str] = {}
    if root is not None:
        for kind in ("major", "minor"):
            for font in root.iter(f"{_A}{kind}Font"):
                hans = next(
                    (f.get("typeface") for f in font.iter(f"{_A}font") if f.get("script") == "Hans"), ""
                )
                east = font.find(f"{_A}ea")
                fonts[kind] = (east.get("typeface") if east is not None else "") or hans or _USUAL_FONT
    return fonts
