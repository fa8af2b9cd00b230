"""Numerals out of style: 二零二六年, 26年, 3月12号, full-width digits, 几 percent points wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from drafter.checks.draft import DIGITS, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.problems import Severity

_ZERO = re.compile(r"[一二][一二三四五六七八九零〇○０O0]{3}年")
_SHORT = re.compile(r"年(?<=[012]\d年)(?=\d{1,2}月|底|初|度|[一二三四]季度|全年|工作)")
_COUNTS = frozenset("0123456789.年—～~-第近约满用花了过共")
"""What stands before a number of years, or inside a longer number."""

_DAY = re.compile(r"(?<=月)\d{1,2}号")
_WIDE = re.compile("[０-９．％]+(?<=[０-９％])")
_NARROW = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９．％", "0123456789.%", strict=True)}
_POINTS = re.compile(r"\d(?<![\d.]\d)\d{0,7}(?:\.\d{1,8})?[%％](?=个?百分点)")
_WIDE_PERCENT = re.compile(r"％(?<=\d％)")
_MIXED = re.compile(
    r"[\d一二三四五六七八九十](?<![\d一二三四五六七八九十].)(?:(?<!\d)[一二三四五六七八九十]{0,2}月\d{1,2}日"
    r"|(?<=\d)\d{3}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)"
)

_SPOKEN_PERCENT = re.compile(r"百分之\d++(?:\.\d++)?+(?!个)")
_BROKEN = re.compile(r"\d(?<![\d.]\d)\d{0,7}(?:\.\d{1,8})?[万亿]\d{1,8}[千百]")
"""A number that changes its way of counting on the way: 3万5千."""


_HAN_DIGITS = "〇一二三四五六七八九十"
_SLIPS: tuple[tuple[re.Pattern[str], tuple[str, str], str, Callable[[str], str], Severity], ...] = (
    (_DAY, (DIGITS, "号"), "日期用“日”，不用“号”", lambda said: said[:-1] + "日", WARNING),
    (_WIDE, ("", ""), "数字用半角", lambda said: said.translate(_NARROW), WARNING),
    (_WIDE_PERCENT, (DIGITS, "％"), "百分号用半角", lambda said: "%", WARNING),
    (_POINTS, ("%％", "百个"), "百分点前面不用 %", lambda said: said[:-1], ERROR),
    (
        _SPOKEN_PERCENT,
        ("之", DIGITS),
        "阿拉伯数字的百分数用 %",
        lambda said: said.removeprefix("百分之") + "%",
        WARNING,
    ),
)
"""What is written otherwise: how it is found, which characters then stand side by side, what is said, how it is mended."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each numeral that is not written as the standard has it."""
    text = draft.text
    for match in _ZERO.finditer(text) if draft.beside(_HAN_DIGITS, "零○０O0") else ():
        right = re.sub("[零○０O0]", "〇", match[0])
        if right != match[0]:
            yield Finding(*match.span(), "年份里的零用“〇”", f"写成 {right}", right, ERROR)
    for match in _SHORT.finditer(text):
        start = match.start() - 2
        if text[start - 1 : start] not in _COUNTS:
            said = text[start : match.end()]
            yield Finding(start, match.end(), "年份要写全四位", f"写成 20{said}")
    for pattern, (before, after), message, mended, severity in _SLIPS:
        may_be = draft.beside(before, after) if before else pattern.search(draft.alphabet) is not None
        for match in pattern.finditer(text) if may_be else ():
            fix = mended(match[0])
            yield Finding(*match.span(), message, f"写成 {fix}", fix, severity)
    for match in _BROKEN.finditer(text) if draft.beside("万亿", DIGITS) else ():
        yield Finding(*match.span(), "一个数里几种写法混用", "只用一个“万”或“亿”，前面写小数；或写全数字")
    may_mix = draft.beside(_HAN_DIGITS, "月") and (
        draft.beside("月", DIGITS) or draft.beside("年", _HAN_DIGITS)
    )
    for match in _MIXED.finditer(text) if may_mix else ():
        yield Finding(*match.span(), "一个日期里汉字数字和阿拉伯数字混用", "统一用阿拉伯数字")


RULE = Rule(
    code="numeral-style",
    name="数字体例",
    family=Family.FIGURES,
    severity=WARNING,
    why="二零二六、26年、3月12号、３０％ 这样的写法，一稿之内几种体例并存，看着就不严谨。",
    source="GB/T 15835—2011 4.1、5.1.2（年份四位）、5.2.3（〇）、5.3（日）；GB/T 9704—2012 7.3.5.4",
    basis=Basis.RULED,
    bad=(
        "二零二六年三月十二日",
        "请于3月12号前报送。",
        "增长３０％。",
        "提高了3.5%个百分点。",
        "2026年三月召开会议。",
        "总结25年工作，谋划26年工作。",
        "占比达到百分之5。",
        "参加活动的有3万5千人。",
    ),
    good=(
        "二〇二六年三月十二日",
        "请于3月12日前报送。",
        "增长30%，提高3.5个百分点。",
        "住在3号楼，坐12号线。",
        "工作了25年。",
        "占百分之五，有3.5万人。",
        "提高了百分之15个百分点。",
    ),
    find=find,
)
