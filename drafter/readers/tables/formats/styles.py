"""Which format each cell has: the styles of a workbook, and the formats that go without saying."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.readers.tables.stream import walk

GENERAL = "General"
_CHINESE_DAY = 'yyyy"年"m"月"d"日"'
_CHINESE_MONTH = 'yyyy"年"m"月"'
_MONTH_DAY = 'm"月"d"日"'
_HOURS = 'h"时"mm"分"'
_SECONDS = 'h"时"mm"分"ss"秒"'
_HALVES = '上午/下午h"时"mm"分"'
_HALVES_SECONDS = '上午/下午h"时"mm"分"ss"秒"'

BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;"¥"-#,##0.00',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: _CHINESE_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: _CHINESE_DAY, 32: _HOURS, 33: _SECONDS,
    34: _HALVES, 35: _HALVES_SECONDS, 36: _CHINESE_MONTH,
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: _CHINESE_MONTH, 51: _MONTH_DAY, 52: _CHINESE_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY, 55: _HALVES,
    56: _HALVES_SECONDS, 57: _CHINESE_MONTH, 58: _MONTH_DAY,
}  # fmt: skip
"""Formats that a file names by number alone, as a Chinese Excel has them (ISO/IEC 29500-1, 18.8.30)."""


def formats_of(data: bytes) -> list[str]:
    """The format of each style that cells name by number.

    Raises:
        BrokenPart: the part cannot be read.

    """
    own: dict[int, str] = {}
    used: list[int] = []
    inside = ""

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal inside
        if name in ("numFmts", "cellXfs", "cellStyleXfs", "dxfs"):
            inside = name
        elif name == "numFmt" and inside == "numFmts":
            own[int(attributes.get("numFmtId", ""))] = attributes.get("formatCode", GENERAL)
        elif name == "xf" and inside == "cellXfs":
            used.append(int(attributes.get("numFmtId", "0")))

    walk(data, start)
    return [own.get(number) or BUILT_IN.get(number, GENERAL) for number in used]
