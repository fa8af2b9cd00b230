"""The Word package that a stylesheet decides: python-docx's default, made into ours.

What python-docx ships is set for English text on letter paper: theme fonts that beat named
ones, Japanese as the East Asian language, space after every paragraph. All of it is
replaced here, so that a run that names no font still prints in the right one.
"""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips

from drafter.model.stylesheet import CharacterStyle, PageNumber, ParagraphStyle, Stylesheet
from drafter.writers.docx import oxml

_KEPT_STYLES = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "No List"})
_COMPATIBILITY = "15"
_BLACK = "000000"


def prepare(stylesheet: Stylesheet) -> bytes:
    """A Word file without text: styles, page, page numbers and settings of the stylesheet."""
    document = docx.Document()
    _drop_what_is_not_ours(document)
    _defaults(document, stylesheet)
    _styles(document, stylesheet)
    _page(document, stylesheet)
    _settings(document)
    _font_table(document, stylesheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _drop_what_is_not_ours(document: Any) -> None:
    """Removes the default's other styles, its thumbnail and the parts that only they need."""
    styles = document.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in _KEPT_STYLES:
            styles.remove(style)
    package = document.part.package
    for rels, tail in (
        (package.rels, "/thumbnail"),
        (document.part.rels, "/stylesWithEffects"),
        (document.part.rels, "/numbering"),
        (document.part.rels, "/customXml"),
    ):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(tail)]:
            rels.pop(key)


def _defaults(document: Any, stylesheet: Stylesheet) -> None:
    """Document defaults: every font named, Chinese as the language, no space of its own."""
    styles = document.styles.element
    body = stylesheet.paragraphs["body"]
    font = _font(stylesheet, body.font)
    defaults = styles.find(qn("w:docDefaults"))
    defaults.getparent().replace(defaults, parse_xml(oxml.doc_defaults(font, body.size)))
    normal = document.styles["Normal"].element
    for tag in ("w:pPr", "w:rPr"):
        for old in normal.findall(qn(tag)):
            normal.remove(old)
    page = stylesheet.page
    normal.append(parse_xml(oxml.normal_paragraph(page.line)))
    normal.append(parse_xml(oxml.run_properties(font, body.size, spacing=page.char_spacing)))


def _styles(document: Any, stylesheet: Stylesheet) -> None:
    """Every named style of the stylesheet, each a style that a person can change in Word."""
    for style in stylesheet.paragraphs.values():
        made = document.styles.add_style(style.word_name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = document.styles["Normal"]
        made.quick_style = True
        made.element.append(parse_xml(_paragraph_xml(style, stylesheet)))
        made.element.append(parse_xml(_run_xml(style, stylesheet)))
    body = document.styles[stylesheet.paragraphs["body"].word_name]
    for name, style in stylesheet.paragraphs.items():
        if name.startswith("heading"):
            document.styles[style.word_name].next_paragraph_style = body
    for character in stylesheet.characters.values():
        made = document.styles.add_style(character.word_name, WD_STYLE_TYPE.CHARACTER)
        made.quick_style = True
        made.element.append(parse_xml(_character_xml(character, stylesheet)))


def _paragraph_xml(style: ParagraphStyle, stylesheet: Stylesheet) -> str:
    width = stylesheet.char_width(style.size)
    return oxml.paragraph_properties(
        align=style.align,
        indent=oxml.indent(width, style.first_line, style.left, style.hanging, style.right),
        spacing=oxml.spacing(
            style.line or stylesheet.page.line, stylesheet.page.line, style.before, style.after
        ),
        outline_level=style.outline_level,
        keep_next=style.keep_next,
        keep_lines=style.keep_lines,
    )


def _run_xml(style: ParagraphStyle, stylesheet: Stylesheet) -> str:
    body = stylesheet.paragraphs["body"].size
    spacing = stylesheet.page.char_spacing if style.size == body else 0
    return oxml.run_properties(
        _font(stylesheet, style.font), style.size, style.bold, style.color or _BLACK, spacing
    )


def _character_xml(style: CharacterStyle, stylesheet: Stylesheet) -> str:
    font = _font(stylesheet, style.font) if style.font else ""
    return oxml.character_properties(font, style.bold, style.color)


def _page(document: Any, stylesheet: Stylesheet) -> None:
    """Paper, margins, grid, and the page numbers of odd and even pages."""
    page = stylesheet.page
    section = document.sections[0]
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.top_margin, section.bottom_margin = Twips(page.top), Twips(page.bottom)
    section.left_margin, section.right_margin = Twips(page.left), Twips(page.right)
    section.header_distance, section.footer_distance = Twips(page.footer), Twips(page.footer)
    section.gutter = Twips(0)
    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")) + properties.findall(qn("w:cols")):
        properties.remove(old)
    if page.numbered_lines:
        numbers = f'<w:lnNumType {nsdecls("w")} w:countBy="{page.numbered_lines}" w:restart="newPage"/>'
        properties.append(parse_xml(numbers))
    properties.append(parse_xml(f'<w:cols {nsdecls("w")} w:space="425"/>'))
    properties.append(parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{page.line}"/>'))
    document.settings.odd_and_even_pages_header_footer = True
    for footer, align in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]._p
        paragraph.getparent().replace(paragraph, _page_number(stylesheet, align))


def _page_number(stylesheet: Stylesheet, align: str) -> Any:
    """The paragraph of a footer. GB/T 9704—2012 7.5: odd pages right, even pages left."""
    number: PageNumber = stylesheet.page_number
    return parse_xml(
        oxml.page_number(
            form=number.form,
            font=_font(stylesheet, number.font),
            size=number.size,
            align=align if number.outer else "center",
            chars=number.indent if number.outer else 0,
        )
    )


def _settings(document: Any) -> None:
    """Settings of current Word for Chinese; see `oxml.SETTINGS` for what each is for."""
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for child in parse_xml(oxml.settings(_COMPATIBILITY)):
        settings.append(child)


def _font_table(document: Any, stylesheet: Stylesheet) -> None:
    """The fonts in use, each with the one to take where it is missing.

    A current Windows has 仿宋 and 楷体 where the standard's users write 仿宋_GB2312 and
    楷体_GB2312; without the hint Word takes any font it likes.
    """
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            part._blob = oxml.font_table(dict.fromkeys(stylesheet.fonts.values())).encode("utf-8")


def _font(stylesheet: Stylesheet, role: str) -> str:
    """The font that a stylesheet gives a role (仿宋); a name that is no role is the font."""
    return stylesheet.fonts.get(role, role)
