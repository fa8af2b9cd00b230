"""Texts of cells that are what a program left of a value: error values, figures in scientific notation, rows of #.

A table that was saved as text holds what the cells showed, not what they held.
"""

from __future__ import annotations

import re

from drafter.patterns import pattern
from drafter.readers.tables.formats.shown import Fault

_ERROR = pattern(
    r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BUSY!|名称[?？]|值!|数字!|引用!)",
    re.IGNORECASE,
)
_SCIENTIFIC = pattern(r"[-+]?\d(?:\.\d+)?E[-+]?\d{1,3}", re.IGNORECASE)
_NARROW = pattern(r"#{3,}")


def find_spoilt(text: str) -> Fault | None:
    """Why the text of a cell is no value any more, and the way back to it; None where it may be one."""
    if "#" not in text and "E" not in text and "e" not in text and "\ufffd" not in text:
        return None
    if _ERROR.fullmatch(text):
        return Fault(f"里是错误值 {text[:20]}", "在表里改好公式，或填上数再来")
    if _NARROW.fullmatch(text):
        return Fault("里是一串 #，列太窄，存成文字时数没有了", "在原来的 Excel 表里把列拉宽，再存一次")
    if _SCIENTIFIC.fullmatch(text):
        message = f"是科学计数法 {text[:20]}，后面的位数没有了"
        return Fault(message, "在原来的 Excel 表里把这一列设成文本或数值，重填以后再存")
    if "\ufffd" in text:
        return Fault("里有乱码 U+FFFD", "换一种编码另存，或把这一格重打")
    return None
