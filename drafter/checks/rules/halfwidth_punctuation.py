"""Half-width punctuation in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft, within
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_NEAR = re.compile(f"[{HAN}]")
_SURE = ",."
"""Marks that nobody prints half-width on purpose; brackets and colons some houses do."""

_OPENING = tuple("、，。；：（“《")
"""After which no question can end."""

_RUNS_ON = tuple("的地得和与及把被将")
"""Characters that end no sentence: a stop behind one was put in by a page that marks what is copied from it."""

_SIDE = rf"{HAN}”’）》〉】〕。，；：！？、％%"
_MARK = re.compile(
    rf"[,;:?!](?:(?<=[{_SIDE}].)(?=[{HAN}“‘（《〈【〔A-Za-z0-9 \u3000\n]|$)(?!//)|(?<=[A-Za-z0-9].)(?=[{HAN}“‘（《]))"
    rf"|\.(?<=[{HAN}”’）》].)(?=[ \t\u3000]*(?:\n|$)|[{HAN}“”])"
)
_BRACKETS = re.compile(
    rf"\((?=[^()\n]{{0,60}}\))(?P<inner>[^()\n]*[{HAN}][^()\n]*)\)|(?<=[{HAN}])\((?P<plain>[^()\n{HAN}]{{1,20}})\)(?=[{HAN}，。；])"
)
_ADDRESS = re.compile(r"(?<![A-Za-z0-9._-])[A-Za-z0-9._-]*(?:://|www\.|@)[^\s，。；）]*")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such mark, with the full-width one in its place; addresses and figures are left alone."""
    text = draft.text
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "://" in text or "www." in text else []
    for match in _MARK.finditer(text):
        start = match.start()
        if (
            within(addresses, start)
            or _is_figure(text, start)
            or not _NEAR.search(text, max(start - 12, 0), start + 2)
        ):
            continue
        yield _mark(text, start)
    for match in _BRACKETS.finditer(text):
        start, end = match.span()
        if within(addresses, start):
            continue
        yield Finding(start, start + 1, "半角括号“(”", "改成“（”", "（", WARNING)
        yield Finding(end - 1, end, "半角括号“)”", "改成“）”", "）", WARNING)


def _mark(text: str, at: int) -> Finding:
    """What is wrong with a half-width mark: it stands for a character that was lost, a page put it in, or it ought to
    be full-width.
    """
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "?" and before in _OPENING:
        return Finding(at, at + 1, "像是丢了一个字，只剩“?”", "对照原文补上", None, WARNING)
    if mark == "." and before in _RUNS_ON and _NEAR.match(after):
        return Finding(at, at + 1, f"“{before}”后面夹了一个点", "删去", "", ERROR)
    sure = ERROR if mark in _SURE else WARNING
    return Finding(at, at + 1, f"半角标点“{mark}”", f"改成“{_WIDE[mark]}”", _WIDE[mark], sure)


def _is_figure(text: str, at: int) -> bool:
    """Whether the mark stands between digits (9:30, 3,000), after a percent sign too."""
    return text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()


RULE = Rule(
    code="halfwidth-punctuation",
    name="半角标点",
    family=Family.PUNCTUATION,
    severity=ERROR,
    why="中文里用全角标点。半角逗号、括号是换输入法时留下的，排出来挤在一起。逗号、句号是错误，冒号、括号等有的单位习惯用半角，只作提醒。",
    source="GB/T 15834—2011 5.1（标点占一个字的位置）",
    basis=Basis.RULED,
    bad=(
        "今年,我们完成了全部任务。",
        "同志们:",
        "印发实施方案(试行)。",
        "会议到此结束.",
        "一是抓落实;二是强督查。",
        "为什么?因为有底气!",
        "要作出进一步的.安排。",
        "水库加固二期、?水灌区开工。",
    ),
    good=(
        "今年，我们完成了全部任务。",
        "增长3,000万元，上午9:30开会。",
        "网址：https://a.com/b,c",
        "用Python(3.11)开发，COVID-19.",
        "A.B两个方案，3.5%。",
    ),
    find=find,
)
