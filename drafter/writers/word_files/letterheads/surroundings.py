"""What stands about the places of a letterhead: beside that of the body, and where nothing can be filled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.wordml import BOX, W
from drafter.writers.word_files.trees import local

DRAWN = "艺术字、图形或公式"
"""What people call that whose text is none of Word's paragraphs."""

RANGES = (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}permStart", f"{W}permEnd")
"""Ends of ranges, which may stand between paragraphs as well as within one."""

_LOOKS = frozenset(W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
_BARE = frozenset(
    (*RANGES, *_LOOKS, *(W + name for name in (
        "r", "t", "tab", "softHyphen", "noBreakHyphen", "proofErr", "lastRenderedPageBreak", "hyperlink", "smartTag",
        "sdt", "sdtContent", "customXml", "bdo", "dir",
    )))
)  # fmt: skip
"""What goes with a paragraph and leaves no hole: its text, its look, what holds them."""

_CALLED = {
    "drawing": "图片或图形", "pict": "图片或图形", "object": "图片或图形", "AlternateContent": "图片或图形",
    "footnoteReference": "脚注", "endnoteReference": "尾注", "fldChar": "域", "fldSimple": "域", "instrText": "域",
    "oMath": "公式", "oMathPara": "公式",
}  # fmt: skip
_BREAKS = {"page": "分页符", "column": "分栏符"}
_DRAWN_TEXTS = frozenset(
    f"{{http://schemas.openxmlformats.org/{dialect}}}t"
    for dialect in ("drawingml/2006/main", "officeDocument/2006/math")
)
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"


def beside_body(paragraph: Any) -> str:
    """What people call the first thing in the paragraph of the body that its text would take the place of; "" where
    the place stands alone.
    """
    pending = list(reversed(paragraph))
    while pending:
        element = pending.pop()
        if element.tag == f"{W}br":
            if found := _BREAKS.get(element.get(f"{W}type", "")):
                return found
        elif element.tag not in _BARE:
            is_box = next(element.iter(BOX), None) is not None
            return "文本框" if is_box else _CALLED.get(local(element), "别的内容")
        elif element.tag not in _LOOKS:
            pending += reversed(element)
    return ""


def drawn_texts(root: Any) -> Iterator[str]:
    """The texts of shapes, of formulas and of WordArt."""
    for element in root.iter(*_DRAWN_TEXTS, _WORD_ART):
        yield element.get("string", "") if element.tag == _WORD_ART else element.text or ""
