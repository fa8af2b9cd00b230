"""The raw WordprocessingML of styles, settings and footers. Element order is the schema's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.model.stylesheet import Stylesheet
from drafter.model.word_styles import style_id
from drafter.wordml import NAMESPACE
from drafter.writers.docx.escaping import escape, quoted

NAMESPACES = (
    f'xmlns:w="{NAMESPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HINT = '<w:rFonts w:hint="eastAsia"/>'
"""Makes “ ” — … take the East Asian font: Word counts them as Latin otherwise."""

PAGE_NUMBER_CHARS = 280
"""Twips of one 四号 character (GB/T 9704—2012 7.5: 空一字)."""


def fonts(font: str) -> str:
    """One font for every script, so that none falls back to a theme's."""
    name = quoted(font)
    return f'<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name} w:hint="eastAsia"/>'


def run_properties(font: str, size: int, bold: bool = False, color: str = "", spacing: int = 0) -> str:
    """`w:rPr` of a paragraph style. `size` in half points, `spacing` in twips."""
    return (
        f"<w:rPr>{fonts(font)}"
        f'<w:b w:val="{int(bold)}"/><w:bCs w:val="{int(bold)}"/>'
        + (f'<w:color w:val="{escape(color)}"/>' if color else "")
        + f'<w:spacing w:val="{spacing}"/><w:kern w:val="0"/>'
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def character_properties(font: str, bold: bool, color: str = "") -> str:
    """`w:rPr` of a character style; what is not set follows the paragraph.

    A highlight cannot stand in a style (ECMA-376 17.7.5 has no place for it): runs carry it.
    """
    return (
        "<w:rPr>"
        + (fonts(font) if font else "")
        + ("<w:b/><w:bCs/>" if bold else "")
        + (f'<w:color w:val="{escape(color)}"/>' if color else "")
        + "</w:rPr>"
    )


ALTERNATIVES = {
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "方正小标宋简体": "华文中宋",
    "方正小标宋_GBK": "华文中宋",
}
"""What to take where a font is missing."""


def font_table(names: Iterable[str]) -> str:
    """`word/fontTable.xml`: every font, what stands in for it, and that it is Chinese."""
    listed = "".join(
        f"<w:font w:name={quoted(name)}>"
        + (f"<w:altName w:val={quoted(ALTERNATIVES[name])}/>" if name in ALTERNATIVES else "")
        + '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name in names
    )
    return f"{_HEAD}<w:fonts {NAMESPACES}>{listed}</w:fonts>"


def doc_defaults(font: str, size: int) -> str:
    """`w:docDefaults`: the font of every script, and Chinese as the language."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(font)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def normal_paragraph(line: int) -> str:
    """`w:pPr` of the base style.

    Lines may part anywhere (no widow control), or pages would hold 21 lines; digits and Han
    characters stand without extra space, as official documents have them.
    """
    return (
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/>'
        '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
        '<w:jc w:val="both"/></w:pPr>'
    )


def indent(width: float, first_line: float = 0, left: float = 0, hanging: float = 0, right: float = 0) -> str:
    """`w:ind`, in characters and in twips: LibreOffice and older Word read only the twips.

    `width` is the twips of one character; the others count characters.
    """
    values = (("left", left), ("right", right), ("hanging", hanging), ("firstLine", first_line))
    attributes = "".join(
        f' w:{name}Chars="{round(chars * 100)}" w:{name}="{round(chars * width)}"'
        for name, chars in values
        if chars
    )
    return f"<w:ind{attributes}/>" if attributes else ""


def spacing(line: int, grid: int, before: float, after: float) -> str:
    """`w:spacing`: an exact pitch, and space before and after in lines of the grid."""
    return (
        f'<w:spacing w:before="{round(before * grid)}" w:after="{round(after * grid)}"'
        f' w:line="{line}" w:lineRule="exact"/>'
    )


def paragraph_properties(
    align: str, indent: str, spacing: str, outline_level: int, keep_next: bool, keep_lines: bool = False
) -> str:
    """`w:pPr` of a paragraph style. `outline_level` counts from 1; 0 is body text."""
    return (
        "<w:pPr>"
        + ("<w:keepNext/>" if keep_next else "")
        + ("<w:keepLines/>" if keep_next or keep_lines else "")
        + spacing
        + indent
        + f"<w:jc w:val={quoted(align)}/>"
        + (f'<w:outlineLvl w:val="{outline_level - 1}"/>' if outline_level else "")
        + "</w:pPr>"
    )


def style(kind: str, name: str, is_ours: bool, properties: str, base: str = "", following: str = "") -> str:
    """`w:style` of a kind (paragraph, character) that people are shown; `base` and `following` are
    identifiers. `is_ours` marks one that Word does not bring itself.
    """
    own = ' w:customStyle="1"' if is_ours else ""
    return (
        f'<w:style w:type="{kind}"{own} w:styleId={quoted(style_id(name))}><w:name w:val={quoted(name)}/>'
        + (f"<w:basedOn w:val={quoted(base)}/>" if base else "")
        + (f"<w:next w:val={quoted(following)}/>" if following else "")
        + f"<w:qFormat/>{properties}</w:style>"
    )


_FIELDS = {"{页}": "PAGE", "{总页}": "NUMPAGES"}


def page_number(paragraph: str) -> str:
    """The part of a footer that holds this paragraph."""
    return f"{_HEAD}<w:ftr {NAMESPACES}>{paragraph}</w:ftr>"


def turned_page_number(paragraph: str, left: int, top: int, width: int, height: int) -> str:
    """The part of a footer whose paragraph runs from above to below, in a box at this place of the page, in twips."""
    place = ";".join(
        f"{name}:{twips / 20:g}pt"
        for name, twips in (("margin-left", left), ("margin-top", top), ("width", width), ("height", height))
    )
    return (
        f'{_HEAD}<w:ftr {NAMESPACES} xmlns:v="urn:schemas-microsoft-com:vml"><w:p><w:pPr>'
        '<w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:pict>'
        f'<v:rect style="position:absolute;{place};mso-position-horizontal-relative:page;'
        'mso-position-vertical-relative:page" filled="f" stroked="f"><v:textbox style="layout-flow:vertical" '
        f'inset="0,0,0,0"><w:txbxContent>{paragraph}</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p></w:ftr>'
    )


def numbered(sheet: Stylesheet, align: str) -> str:
    """The paragraph of a page number in the form of a stylesheet, {页} and {总页} as fields with a result in them: without
    one Word reports unreadable content. Outside, odd pages have it right and even ones left (GB/T 9704—2012 7.5).
    """
    number = sheet.page_number
    font, size = sheet.fonts.get(number.font, number.font), number.size
    align, chars = (align, number.indent) if number.outer else ("center", 0)
    look = f'<w:rPr>{fonts(font)}<w:spacing w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    side = "right" if align == "right" else "left"
    shift = round(chars * PAGE_NUMBER_CHARS)
    place = f'<w:ind w:{side}Chars="{round(chars * 100)}" w:{side}="{shift}"/>' if shift else ""

    def run(inner: str) -> str:
        return f"<w:r>{look}{inner}</w:r>"

    def text(words: str) -> str:
        return run(f'<w:t xml:space="preserve">{escape(words)}</w:t>') if words else ""

    def field(name: str) -> str:
        return (
            run('<w:fldChar w:fldCharType="begin"/>')
            + run(f'<w:instrText xml:space="preserve"> {name} </w:instrText>')
            + run('<w:fldChar w:fldCharType="separate"/>')
            + run("<w:t>1</w:t>")
            + run('<w:fldChar w:fldCharType="end"/>')
        )

    parts = re.split(r"(\{页\}|\{总页\})", number.form)
    content = "".join(field(_FIELDS[part]) if part in _FIELDS else text(part) for part in parts)
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>{place}<w:jc w:val={quoted(align)}/></w:pPr>'
        f"{content}</w:p>"
    )


SETTINGS = (
    f'{_HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
    '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:drawingGridVerticalSpacing w:val="156"/><w:displayHorizontalDrawingGridEvery w:val="0"/>'
    '<w:displayVerticalDrawingGridEvery w:val="2"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
    "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
    'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
    'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
    'w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)
"""The part of the settings, those of current Word for Chinese.

Odd and even pages differ (GB/T 9704—2012 7.5); punctuation is not squeezed, so that 28 characters a
line stay 28; the East Asian language is Chinese; Word does not fall back to an old mode.
"""
