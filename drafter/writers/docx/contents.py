"""A table of contents: a TOC field with its entries filled in (ECMA-376 17.16.5.68)."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model.document import Paragraph, Text, plain
from drafter.writers.docx.pen import Pen

_FIRST_ID = 100_000  # beyond the bookmarks that a unit's own Word file may have
TITLE = "目\u3000录"


def _char(kind: str, dirty: bool = False) -> str:
    mark = ' w:dirty="true"' if dirty else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{mark}/></w:r>'


def _instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'


def block(headings: Sequence[Paragraph], pages: Sequence[int], exact: bool, pen: Pen) -> list[str]:
    """The title and an entry a heading, each with the number of its page.

    Where the numbers are estimates (`exact` is false), the field asks Word to renew them.
    """
    out = [pen.paragraph("contents_title", "", pen.runs((Text(TITLE),), ""))]
    if not headings:
        return out
    room = pen.stylesheet.page.text_width
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs>'
    start = _char("begin", dirty=not exact) + _instruction('TOC \\o "1-2" \\h \\z \\u') + _char("separate")
    for index, (heading, page) in enumerate(zip(headings, pages, strict=True)):
        number = _char("begin") + _instruction(f"PAGEREF {bookmark(index)} \\h") + _char("separate")
        number += f"<w:r><w:t>{page}</w:t></w:r>{_char('end')}"
        entry = (
            f'<w:hyperlink w:anchor="{bookmark(index)}" w:history="1">{pen.runs((Text(plain(heading.content)),), "")}'
            f"<w:r><w:tab/></w:r>{number}</w:hyperlink>"
        )
        end = _char("end") if index == len(headings) - 1 else ""
        style = "contents1" if heading.level == 1 else "contents2"
        out.append(pen.paragraph(style, tab, f"{start if not index else ''}{entry}{end}"))
    return out


def bookmark(index: int) -> str:
    """The name by which an entry finds its heading."""
    return f"_Toc{index + 1:08d}"


def marked(runs: str, index: int) -> str:
    """A heading's runs between the ends of its bookmark."""
    return f'<w:bookmarkStart w:id="{_FIRST_ID + index}" w:name="{bookmark(index)}"/>{runs}<w:bookmarkEnd w:id="{_FIRST_ID + index}"/>'
