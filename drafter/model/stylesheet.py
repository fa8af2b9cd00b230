"""How roles look: page, fonts, sizes, indents. Lengths are twips, sizes half points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from drafter.model.document import Role
from drafter.records import Record


class Page(Record):
    """The paper and its grid. `char_spacing` is added after every character of body size; every so many lines
    (`numbered_lines`) show their number in the margin, 0 for none. `left` is as far as the text stands from the edge, and
    of that `gutter` goes into the binding.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    footer: int
    lines: int
    chars: int
    line: int
    char_spacing: int = 0
    numbered_lines: int = 0
    gutter: int = 0

    @property
    def text_width(self) -> int:
        """The width of the type area."""
        return self.width - self.left - self.right

    @property
    def landscape_width(self) -> int:
        """The width of the type area of a page on its side."""
        return self.height - self.top - self.bottom


class HeaderGeometry(Record):
    """Where the header block and the imprint of an official document stand, in twips.

    `top` and `order_top` are from the type area's upper edge to the banner's ink, `letter_top`
    from the paper's; `rule_gap` from the ink of the number to the red rule, `rule` its width.
    """

    top: int
    order_top: int
    letter_top: int
    rule_gap: int
    rule: int
    imprint_rule: int


class PageNumber(Record):
    """The form of page numbers: {页} is the number, {总页} how many there are; `outer`: right on
    odd pages.
    """

    form: str
    font: str
    size: int
    outer: bool
    indent: int


class ParagraphStyle(Record):
    """The look of one role. Indents are in characters, `before` and `after` in lines."""

    word_name: str
    font: str
    size: int
    bold: bool = False
    color: str = ""
    align: str = "both"
    first_line: float = 0
    left: float = 0
    hanging: float = 0
    right: float = 0
    line: int = 0
    before: float = 0
    after: float = 0
    outline_level: int = 0
    keep_next: bool = False
    keep_lines: bool = False


class CharacterStyle(Record):
    """The look of a passage inside a paragraph; what is empty follows the paragraph."""

    word_name: str
    font: str = ""
    bold: bool = False
    color: str = ""
    highlight: str = ""


class ReadingAids(Record):
    """What a copy to read from carries beside the text: pinyin over rare characters, pause
    marks, minutes in the margin of each part, a list of how figures are said.
    """

    pinyin: bool = False
    pauses: bool = False
    minutes: bool = False
    figures: bool = False


class Stylesheet(Record):
    """A whole look. `paragraphs` and `characters` are keyed by the names of `STYLES` below.

    `copy` is what a file in this look is called beside the draft itself (大字版), or "". `basis` says, by the path of a value, which clause of the standard or which habit it
    follows.
    """

    name: str
    about: str
    aliases: tuple[str, ...]
    fonts: Mapping[str, str]
    page: Page
    page_number: PageNumber
    header: HeaderGeometry
    paragraphs: Mapping[str, ParagraphStyle]
    characters: Mapping[str, CharacterStyle]
    font_set: str = ""
    reading: ReadingAids = ReadingAids()
    copy: str = ""
    basis: Mapping[str, str] = field(default_factory=dict)

    def char_width(self, size: int) -> float:
        """Twips from one full-width character to the next, at a size in half points.

        Body characters fill the line exactly (page.chars of them); others keep proportion.
        """
        body = self.paragraphs["body"].size
        return self.page.text_width / self.page.chars * size / body


LONGEST_KEPT = 6
"""Lines up to which a paragraph that is not to be parted stays on one page: a longer one would
leave too much of a page white.
"""

FONT_SETS = {
    "gb2312": {
        "小标宋": "方正小标宋简体", "黑体": "黑体", "楷体": "楷体_GB2312", "仿宋": "仿宋_GB2312", "宋体": "宋体",
    },
    "windows": {"小标宋": "华文中宋", "黑体": "黑体", "楷体": "楷体", "仿宋": "仿宋", "宋体": "宋体"},
    "gbk": {
        "小标宋": "方正小标宋_GBK", "黑体": "方正黑体_GBK", "楷体": "方正楷体_GBK", "仿宋": "方正仿宋_GBK",
        "宋体": "方正书宋_GBK",
    },
}  # fmt: skip
"""Fonts by role: those that the standard's users write, those of a current Windows, and those
with all the characters of GBK. A set replaces the fonts of the first, never a unit's own.
"""

PARAGRAPH_STYLES = {
    "title": "标题", "subtitle": "副标题", "stage": "稿次", "date": "日期", "speaker": "讲话人",
    "salutation": "称谓", "addressee": "主送", "heading1": "一级标题", "heading2": "二级标题",
    "heading3": "三级标题", "heading4": "四级标题", "body": "正文", "first": "首段",
    "attachment_note": "附件说明", "attachment": "附件", "signature": "落款",
    "signing_date": "成文日期", "note": "附注", "header": "版头", "secrecy": "密级",
    "banner": "发文机关标志", "number": "发文字号", "imprint": "版记", "table": "表格", "table_head": "表头",
    "picture": "图片", "caption": "图名", "margin": "旁注", "contents_title": "目录标题", "contents1": "目录一级", "contents2": "目录二级",
}  # fmt: skip
"""Names of paragraph styles, with their Chinese spelling in stylesheets."""

CHARACTER_STYLES = {
    "lead0": "段首句", "lead1": "一级段首句", "lead2": "二级段首句", "lead3": "三级段首句",
    "lead4": "四级段首句", "signer": "签发人", "added": "代拟", "gap": "待补",
    "pause": "停顿",
}  # fmt: skip
"""Names of character styles, with their Chinese spelling in stylesheets."""

STYLE_OF_ROLE = {
    Role.TITLE: "title", Role.SUBTITLE: "subtitle", Role.STAGE: "stage", Role.DATE: "date",
    Role.SPEAKER: "speaker", Role.SALUTATION: "salutation", Role.ADDRESSEE: "addressee",
    Role.BODY: "body", Role.ATTACHMENT_NOTE: "attachment_note", Role.SIGNATURE: "signature",
    Role.SEALED_SIGNATURE: "signature", Role.SIGNER: "signature", Role.SIGNING_DATE: "signing_date", Role.NOTE: "note", Role.HEADER: "header",
    Role.IMPRINT: "imprint", Role.CAPTION: "caption",
}  # fmt: skip
"""The paragraph style of each role; headings add their level."""


def of_final(sheet: Stylesheet) -> Stylesheet:
    """The look of a final copy: without the styles that tell what a template said and what was open."""
    return replace(
        sheet, characters={name: style for name, style in sheet.characters.items() if name not in _OF_A_DRAFT}
    )


_OF_A_DRAFT = frozenset(("added", "gap"))


def style_name(role: Role, level: int) -> str:
    """The name of the paragraph style of a role at a level."""
    return f"heading{level or 1}" if role is Role.HEADING else STYLE_OF_ROLE[role]
