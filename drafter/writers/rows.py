"""The lines 名称：值 of a header block and an imprint, as a page without their layout shows them."""

from __future__ import annotations

from drafter.model.document import Inlines, Paragraph, Role, Text

_BARE = frozenset({"份号", "密级", "紧急程度", "发文机关标志", "发文字号", "电报号", "印发机关"})
"""Names that do not print: what stands there says itself what it is."""

_ASKED, _PRINTED = ("格式", "位置"), "印发日期"


def printed(paragraph: Paragraph) -> Inlines:
    """The inlines of a paragraph as they print; none for a line that only asks for a form."""
    first = paragraph.content[0] if paragraph.content else None
    if paragraph.role not in (Role.HEADER, Role.IMPRINT) or not isinstance(first, Text):
        return paragraph.content
    name, colon, value = first.text.partition("：")
    if name in _ASKED:
        return ()
    if not colon or name not in (*_BARE, _PRINTED):
        return paragraph.content
    rest = (*((Text(value),) if value else ()), *paragraph.content[1:])
    return (*rest, Text("印发")) if name == _PRINTED else rest
