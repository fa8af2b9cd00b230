"""Characters that the fonts of a stylesheet do not have, and fonts that this computer does not."""

from __future__ import annotations

from drafter.model.document import Document, text_of
from drafter.model.stylesheet import Stylesheet
from drafter.office import fonts as office_fonts
from drafter.patterns import pattern
from drafter.problems import Place, Problem, Severity

_HAN = pattern(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_OF_GB2312 = pattern(r".+(?:_GB2312|简体)")
"""Fonts with the 6763 characters of GB/T 2312 and no more."""

_NAMED = 20
"""Characters that a warning names; where there are more, it counts them."""


def missing(document: Document, sheet: Stylesheet, name: str) -> tuple[Problem, ...]:
    """A warning that names the characters which will come out in another font, some of many; none where all are there."""
    named = [*(look.font for look in sheet.paragraphs.values()), *(c.font for c in sheet.characters.values())]
    used = dict.fromkeys(sheet.fonts.get(font, font) for font in named if font)
    fonts = [font for font in used if _OF_GB2312.fullmatch(font)]
    text = text_of(document)
    if not fonts or _fits(text):
        return ()
    rare = [char for char in dict.fromkeys(_HAN.findall(text)) if not _fits(char)]
    if not rare:
        return ()
    more = f"等 {len(rare)} 个字" if len(rare) > _NAMED else ""
    message = f"“{'”“'.join(rare[:_NAMED])}”{more}不在{'、'.join(fonts)}里，Word 会换成别的字体"
    hint = '在版式里写 字体集: windows（或 gbk），或在 drafter.toml 的 [defaults] 里写 fonts = "windows"'
    return (Problem("rare-characters", message, Place(name), Severity.WARNING, hint),)


def missing_fonts(sheet: Stylesheet, name: str) -> tuple[Problem, ...]:
    """A warning that names the fonts which are not here: a PDF shows whatever there was, a Word file only names them."""
    installed = office_fonts.installed()
    wanted = dict.fromkeys(sheet.fonts.values())
    missing = [font for font in wanted if installed is not None and font not in installed]
    if not missing:
        return ()
    hint = "正式印发的 PDF 请在装有这些字体的电脑上生成，或用 Word、WPS 打开 .docx 另存"
    message = f"这台电脑没有 {'、'.join(missing)}，PDF 里换成了别的字体"
    return (Problem("missing-fonts", message, Place(name), Severity.WARNING, hint),)


def _fits(text: str) -> bool:
    """Whether GB/T 2312 has every character of the text."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
