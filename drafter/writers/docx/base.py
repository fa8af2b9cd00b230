"""The Word package that a stylesheet decides: its parts, written over a neutral package.

The neutral package (`drafter/data/word/neutral.docx`) is python-docx's default without what is set
for English text on letter paper: theme fonts that beat named ones, Japanese as the East Asian
language, space after every paragraph. Here every font is named, so that a run that names none still
prints in the right one. Writing strings needs neither python-docx nor lxml.
"""

from __future__ import annotations

from drafter.model import word_styles
from drafter.model.stylesheet import CharacterStyle, Page, ParagraphStyle, Stylesheet
from drafter.wordml import DOCUMENT, STYLES
from drafter.writers.docx import oxml, package

_BLACK = "000000"


def prepare(stylesheet: Stylesheet, neutral: bytes) -> bytes:
    """A Word file without text: styles, page, page numbers and settings of the stylesheet."""
    members = {item.name: item for item in package.members(neutral)}
    document, styles = (members[name].data.decode("utf-8") for name in (DOCUMENT, STYLES))
    written = {
        DOCUMENT: document.replace("</w:sectPr>", _section(stylesheet.page) + "</w:sectPr>"),
        STYLES: _styles(styles, stylesheet),
        "word/settings.xml": oxml.SETTINGS,
        "word/footer1.xml": oxml.page_number(oxml.numbered(stylesheet, "right")),
        "word/footer2.xml": oxml.page_number(oxml.numbered(stylesheet, "left")),
        "word/fontTable.xml": oxml.font_table(dict.fromkeys(stylesheet.fonts.values())),
    }
    return package.pack(
        package.member(name, written[name].encode("utf-8")) if name in written else item
        for name, item in members.items()
    )


def _section(page: Page) -> str:
    """Paper, margins, line numbers, and the grid, which has no columns of its own."""
    numbers = f'<w:lnNumType w:countBy="{page.numbered_lines}" w:restart="newPage"/>'
    return (
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left - page.gutter}"'
        f' w:header="{page.footer}" w:footer="{page.footer}" w:gutter="{page.gutter}"/>'
        f"{numbers if page.numbered_lines else ''}"
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{page.line}"/>'
    )


def _styles(neutral: str, stylesheet: Stylesheet) -> str:
    """The neutral styles with the defaults before them, their Normal in the look of the text, and
    behind them every named style of the stylesheet, each one that a person can change in Word.
    """
    body, page = stylesheet.paragraphs["body"], stylesheet.page
    font = _font(stylesheet, body.font)
    look = oxml.run_properties(font, body.size, spacing=page.char_spacing)
    paragraphs = "".join(_paragraph(name, stylesheet) for name in stylesheet.paragraphs)
    characters = "".join(_character(style, stylesheet) for style in stylesheet.characters.values())
    return (
        neutral.replace("<w:latentStyles", f"{oxml.doc_defaults(font, body.size)}<w:latentStyles", 1)
        .replace(
            "<w:qFormat/></w:style>", f"<w:qFormat/>{oxml.normal_paragraph(page.line)}{look}</w:style>", 1
        )
        .replace("</w:styles>", f"{paragraphs}{characters}</w:styles>", 1)
    )


def _paragraph(name: str, stylesheet: Stylesheet) -> str:
    """A paragraph style; text follows a heading."""
    style = stylesheet.paragraphs[name]
    width = stylesheet.char_width(style.size)
    look = oxml.paragraph_properties(
        align=style.align,
        indent=oxml.indent(width, style.first_line, style.left, style.hanging, style.right),
        spacing=oxml.spacing(
            style.line or stylesheet.page.line, stylesheet.page.line, style.before, style.after
        ),
        outline_level=style.outline_level,
        keep_next=style.keep_next,
        keep_lines=style.keep_lines,
    )
    body = word_styles.style_id(stylesheet.paragraphs["body"].word_name)
    return oxml.style(
        "paragraph",
        style.word_name,
        style.word_name not in word_styles.PARAGRAPHS,
        look + _run(style, stylesheet),
        base="Normal",
        following=body if name.startswith("heading") else "",
    )


def _run(style: ParagraphStyle, stylesheet: Stylesheet) -> str:
    """How the text of a paragraph style looks."""
    body = stylesheet.paragraphs["body"].size
    spacing = stylesheet.page.char_spacing if style.size == body else 0
    return oxml.run_properties(
        _font(stylesheet, style.font), style.size, style.bold, style.color or _BLACK, spacing
    )


def _character(style: CharacterStyle, stylesheet: Stylesheet) -> str:
    """A character style."""
    font = _font(stylesheet, style.font) if style.font else ""
    look = oxml.character_properties(font, style.bold, style.color)
    return oxml.style("character", style.word_name, style.word_name not in word_styles.CHARACTERS, look)


def _font(stylesheet: Stylesheet, role: str) -> str:
    """The font that a stylesheet gives a role (仿宋); a name that is no role is the font."""
    return stylesheet.fonts.get(role, role)
