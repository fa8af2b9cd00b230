"""Straight quotes in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_HAN = re.compile(f"[{HAN}]")
_INCH = re.compile(r"\d[\"']")
_CORNERS = re.compile("[「」『』]")
_ROUND = {"「": "“", "」": "”", "『": "‘", "』": "’"}
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=[A-Za-z])")


def find(draft: Draft) -> Iterator[Finding]:
    """Each straight quote of a paragraph in Chinese; fixed where they pair off with no other quote between."""
    text = draft.text
    for match in _CORNERS.finditer(text):
        fix = _ROUND[match[0]]
        yield Finding(*match.span(), f"直角引号 {match[0]}", f"简体横排用“{fix}”", fix, WARNING)
    for mark, pair in (('"', "“”"), ("'", "‘’"), ("＂", "“”")):
        at = text.find(mark)
        while at >= 0:
            paragraph = draft.paragraph(at)
            yield from _in_paragraph(draft.words(paragraph), paragraph.start, mark, pair)
            at = text.find(mark, paragraph.end)


def _in_paragraph(words: str, start: int, mark: str, pair: str) -> Iterator[Finding]:
    if not _HAN.search(words):
        return
    inches = {match.end() - 1 for match in _INCH.finditer(words)} if words.count(mark) % 2 else set()
    skipped = _outside(words, inches, pair)
    skipped |= {match.start() for match in _APOSTROPHE.finditer(words)}
    places = [i for i, char in enumerate(words) if char == mark and i not in skipped]
    safe = len(places) % 2 == 0 and not (set(pair) & set(words)) and not _is_nested(words, places)
    for number, place in enumerate(places):
        wide = pair[number % 2]
        hint = f"改成“{wide}”" if safe else f"改成全角引号 {pair}"
        yield Finding(start + place, start + place + 1, f"半角引号 {mark}", hint, wide if safe else None)


def _outside(words: str, places: Iterable[int], pair: str) -> set[int]:
    """The places that stand between no quotes of this pair."""
    found, depth, last = set(), 0, 0
    for at in sorted(places):
        depth += words.count(pair[0], last, at) - words.count(pair[1], last, at)
        last = at
        if depth <= 0:
            found.add(at)
    return found


def _is_nested(words: str, places: Sequence[int]) -> bool:
    """Whether a quote that begins after a colon would end in the middle of its sentence: others stand within it."""
    for opened, closed in zip(places[::2], places[1::2], strict=True):
        spoken = words[opened - 1 : opened] in ("：", ":")
        if spoken and len(places) > _PAIR and _HAN.match(words[closed + 1 : closed + 2]):
            return True
    return False


_PAIR = 2

RULE = Rule(
    code="quote-halfwidth",
    name="半角引号",
    family=Family.PUNCTUATION,
    severity=ERROR,
    why="中文的引号分前后，半角引号不分，排出来也不是中文的样子。",
    source="GB/T 15834—2011 4.8、5.1",
    basis=Basis.RULED,
    bad=(
        '要弘扬"钉钉子"精神。',
        '坚持“四个意识"，做到“两个维护”。',
        "要有'一盘棋'思想。",
        "要弘扬「钉钉子」精神。",
    ),
    good=("要弘扬“钉钉子”精神。", "It's a plan.", '采购55"显示屏一台。'),
    find=find,
)
