"""The look of a Word file that a unit already uses: its page, and how its paragraphs are set.

Most such files name no styles: everything is Normal, formatted by hand. So what counts is how
a title, a heading, a paragraph of text really come out, styles and formatting together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from drafter import numerals
from drafter.model.stylesheet import Page, ParagraphStyle, Stylesheet
from drafter.readers.word.package import A, Package
from drafter.wordml import DOCUMENT, STYLES, W

_LONGEST_HEADING = 40
_LEAST_TEXT = 15
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

_HEADINGS = ("heading1", "heading2", "heading3", "heading4")


@dataclass(frozen=True, slots=True)
class _Look:
    """How one paragraph comes out. Sizes in half points, lengths in twips, indent in characters."""

    font: str
    size: int
    bold: bool
    align: str
    first_line: float
    line: int


def read(package: Package, base: Stylesheet, name: str) -> Stylesheet:
    """The base stylesheet with the page and the looks that the Word file shows.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    root = package.xml(DOCUMENT)
    styles = _Styles(package)
    found = _looks(root, styles) or styles.named()
    body = found.get("body")
    page = _page(root, base.page, body)
    paragraphs = _with_body(base, body) if body else dict(base.paragraphs)
    for key in ("title", *_HEADINGS):
        look = found.get(key)
        if look:
            own = base.paragraphs[key]
            paragraphs[key] = replace(
                own, font=look.font, size=look.size, bold=look.bold, align=look.align,
                first_line=look.first_line, line=look.line if key == "title" else 0,
            )  # fmt: skip
    characters = dict(base.characters)
    for level, key in enumerate(_HEADINGS, 1):
        characters[f"lead{level}"] = replace(
            base.characters[f"lead{level}"], font=paragraphs[key].font, bold=paragraphs[key].bold
        )
    return replace(
        base, name=name, about=f"照 {name} 的样子", aliases=(), page=page, paragraphs=paragraphs,
        characters=characters, basis={},
    )  # fmt: skip


def at_place(package: Package, place: str, base: Stylesheet) -> Stylesheet:
    """The base stylesheet with its text looking as the paragraph that holds only this place does;
    the very same where that paragraph is not formatted at all.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    for paragraph in package.xml(DOCUMENT).iter(f"{W}p"):
        text = "".join(paragraph.itertext(f"{W}t")).strip()
        if text.strip("{} ") == place and _is_formatted(paragraph):
            look = _Styles(package).look(paragraph)
            body = replace(look, first_line=look.first_line or base.paragraphs["body"].first_line)
            page = replace(base.page, line=body.line, char_spacing=0)
            return replace(base, page=page, paragraphs=_with_body(base, body))
    return base


def _is_formatted(paragraph: Any) -> bool:
    """Whether a paragraph says itself how its text looks."""
    own = ("rPr/sz", "rPr/rFonts", "pPr/spacing", "pPr/pStyle")
    paths = ["/".join(f"{W}{tag}" for tag in path.split("/")) for path in own]
    return any(paragraph.find(f".//{path}") is not None for path in paths)


def _with_body(base: Stylesheet, body: _Look) -> dict[str, ParagraphStyle]:
    """The paragraph styles with the look of the text, in all that looked like text."""
    usual = base.paragraphs["body"]
    paragraphs = dict(base.paragraphs)
    for key, style in base.paragraphs.items():
        if style.size == usual.size:
            font = body.font if style.font == usual.font else style.font
            paragraphs[key] = replace(style, font=font, size=body.size)
    for key in ("body", "first"):
        paragraphs[key] = replace(paragraphs[key], first_line=body.first_line, line=0)
    return paragraphs


def _looks(root: Any, styles: _Styles) -> dict[str, _Look]:
    """The look of each kind of paragraph that the file shows, by the name of our style."""
    seen: dict[str, Counter[_Look]] = {}
    for index, paragraph in enumerate(root.iter(f"{W}p")):
        text = "".join(paragraph.itertext(f"{W}t")).strip()
        if not text:
            continue
        look = styles.look(paragraph)
        level = numerals.heading_level(text)
        if index < 20 and "title" not in seen and look.align == "center" and not level:
            key = "title"
        elif level and len(text) <= _LONGEST_HEADING:
            key = f"heading{level}"
        elif len(text) >= _LEAST_TEXT:
            key = "body"
        else:
            continue
        seen.setdefault(key, Counter())[look] += 1
    return {key: looks.most_common(1)[0][0] for key, looks in seen.items()}


def _page(root: Any, base: Page, body: _Look | None) -> Page:
    """The page of the last section, its grid reckoned from the text; the base's where the file
    gives one that holds no text.
    """
    sections = [s for s in root.iter(f"{W}sectPr") if s.getparent().tag != f"{W}sectPrChange"]
    section = sections[-1] if sections else None
    size, margins = (section.find(f"{W}{tag}") if section is not None else None for tag in ("pgSz", "pgMar"))
    values = {
        "width": _number(size, "w", base.width, _PAPER),
        "height": _number(size, "h", base.height, _PAPER),
        **{
            side: _number(margins, side, getattr(base, side), _MARGIN)
            for side in ("top", "bottom", "left", "right", "footer")
        },
    }
    page = replace(base, **values, char_spacing=0)
    line = body.line if body else base.line
    char = (body.size if body else base.text_width // base.chars // 10) * 10
    room = page.height - page.top - page.bottom
    if page.text_width < _LEAST_CHARS * char or room < _LEAST_LINES * line:
        page, room = replace(base, char_spacing=0), base.height - base.top - base.bottom
    return replace(page, line=line, lines=max(1, room // line), chars=max(1, page.text_width // char))


_Range = tuple[int, int]
_PAPER, _MARGIN, _SIZE, _PITCH, _INDENT = (3000, 32000), (0, 8000), (10, 400), (120, 3000), (0, 8000)
"""What is taken from a file, in twips (sizes in half points): it may come from anywhere."""

_LEAST_CHARS, _LEAST_LINES = 5, 5


def _number(element: Any, name: str, default: int, limits: _Range) -> int:
    """An attribute as a whole number; the default where it has none, or one beyond the limits."""
    value = element.get(f"{W}{name}") if element is not None else None
    try:
        number = round(float(value)) if value else default
    except (ValueError, OverflowError):
        return default
    return number if limits[0] <= number <= limits[1] else default


class _Styles:
    """Resolves what a paragraph looks like: defaults, the chain of its styles, its own formatting."""

    def __init__(self, package: Package) -> None:
        root = package.xml(STYLES)
        self._styles: dict[str, Any] = {}
        self._default = ""
        self._defaults: list[Any] = []
        if root is not None:
            self._defaults = [found for tag in ("rPr", "pPr") for found in root.iter(f"{W}{tag}Default")]
            for style in root.iter(f"{W}style"):
                self._styles[style.get(f"{W}styleId", "")] = style
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                    self._default = style.get(f"{W}styleId", "")
        self._theme = _theme_fonts(package)

    def look(self, paragraph: Any) -> _Look:
        """How the paragraph comes out, by its first run with text."""
        own = paragraph.find(f"{W}pPr")
        named = own.find(f"{W}pStyle") if own is not None else None
        chain = [*self._chain(named.get(f"{W}val") if named is not None else self._default)]
        run = next((r for r in paragraph.iter(f"{W}r") if r.find(f"{W}t") is not None), None)
        return self._of(
            [source for source in (run, paragraph, *chain, *self._defaults) if source is not None]
        )

    def _of(self, values: list[Any]) -> _Look:
        """The look that these sources give, the nearest first."""
        size = _number(_first(values, "rPr", "sz"), "val", 21, _SIZE)
        line, rule = self._spacing(values)
        bold = _first(values, "rPr", "b")
        jc = _first(values, "pPr", "jc")
        return _Look(
            font=self._font(values),
            size=size,
            bold=bold is not None and bold.get(f"{W}val", "1") not in ("0", "false"),
            align=_ALIGN.get(jc.get(f"{W}val"), "both") if jc is not None else "both",
            first_line=_indent(_first(values, "pPr", "ind"), size),
            line=line if rule in ("exact", "atLeast") else _auto(line, size),
        )

    def named(self) -> dict[str, _Look]:
        """The looks of the file's named styles, for one that holds no text: a template."""
        found = {}
        for style_id, style in self._styles.items():
            named = style.find(f"{W}name")
            name = str(named.get(f"{W}val", "")).lower() if named is not None else ""
            key = _NAMED.get(name, "")
            if key and (key not in found or name != "normal"):
                found[key] = self._of([*self._chain(style_id), *self._defaults])
        return found

    def _chain(self, style_id: str) -> Iterator[Any]:
        """The style and those that it is based on."""
        met: set[str] = set()
        while style_id in self._styles and style_id not in met:
            met.add(style_id)
            style = self._styles[style_id]
            yield style
            based = style.find(f"{W}basedOn")
            style_id = based.get(f"{W}val", "") if based is not None else ""

    def _spacing(self, values: list[Any]) -> tuple[int, str]:
        """The pitch and its rule, from the nearest source that gives a pitch."""
        for source in values:
            spacing = _child(source, "pPr", "spacing")
            if spacing is not None and spacing.get(f"{W}line"):
                return _number(spacing, "line", 240, _PITCH), spacing.get(f"{W}lineRule", "auto")
        return 240, "auto"

    def _font(self, values: list[Any]) -> str:
        """The East Asian font; one that a theme names is looked up there."""
        for source in values:
            fonts = _child(source, "rPr", "rFonts")
            if fonts is None:
                continue
            named = fonts.get(f"{W}eastAsia")
            if named:
                return str(named)
            theme = fonts.get(f"{W}eastAsiaTheme")
            if theme:
                return self._theme.get("major" if theme.startswith("major") else "minor", "宋体")
        return "宋体"


def _child(source: Any, properties: str, name: str) -> Any:
    """The property of a run, a paragraph, a style or the defaults; None where it has none."""
    return source.find(f"{W}{properties}/{W}{name}") if source is not None else None


def _first(values: list[Any], properties: str, name: str) -> Any:
    """The property from the nearest source that has it."""
    return next((found for source in values if (found := _child(source, properties, name)) is not None), None)


def _indent(element: Any, size: int) -> float:
    """The indent of the first line in characters."""
    if element is None:
        return 0
    chars = element.get(f"{W}firstLineChars")
    if chars:
        return _number(element, "firstLineChars", 0, _INDENT) / 100
    return round(_number(element, "firstLine", 0, _INDENT) / (size * 10))


def _auto(line: int, size: int) -> int:
    """The pitch of a multiple of single spacing, in twips."""
    return min(max(round(line / 240 * size * 10 * _AUTO_PITCH), _PITCH[0]), _PITCH[1])


def _theme_fonts(package: Package) -> Mapping[str, str]:
    """The Chinese fonts of the theme, for headings (major) and for text (minor)."""
    root = package.xml("word/theme/theme1.xml")
    fonts: dict[str, str] = {}
    if root is not None:
        for kind in ("major", "minor"):
            for font in root.iter(f"{A}{kind}Font"):
                hans = next(
                    (f.get("typeface") for f in font.iter(f"{A}font") if f.get("script") == "Hans"), ""
                )
                east = font.find(f"{A}ea")
                fonts[kind] = (east.get("typeface") if east is not None else "") or hans or "宋体"
    return fonts
