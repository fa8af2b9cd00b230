"""The marks that open paragraphs and stand inside them: which scheme each is of."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter import numerals
from drafter.model.outline import Marks
from drafter.outlining.form.view import seen

_HAN = "一二三四五六七八九十"
_NUMBER = f"(?P<han>[{_HAN}]{{1,3}})"
_DIGITS = r"(?P<digits>\d{1,2})"
_BE = r"是[，：]?"
_MUST = r"要(?!素(?!质)|求(?!真|实|新|是)|点(?!面)|闻)[，：]?"
BULLETS = "•●▪■◆◇➢➤►▶√✓★☆※"
"""Bullets that are nothing else."""

_NOT_NAMED = rf"(?![和与及至、，]?[（(][{_HAN}\d]|中(?:提到|所|的))"
"""After a mark in brackets: else it is named and counts nothing (（1）和（2）是并列关系)."""

_OPENING = [
    re.compile(rf"第{_NUMBER}(?:部分|章)[：:、，\s]?(?![，。；的和与、])"),
    re.compile(rf"{_NUMBER}[ \u3000]?[、．.](?![{_HAN}]{{1,3}}、)[ \u3000]?"),
    re.compile(
        rf"第{_NUMBER}(?:个(?:问题|希望|建议|感受|体会|关键词|要求|认识|变化|任务|坚持)|句话|点(?:意见|要求)?|件事|个?方面)[，：:是]"
    ),
    re.compile(rf"[（(][ \u3000]?{_NUMBER}[ \u3000]?[）)][ \u3000]?[、，]?{_NOT_NAMED}"),
    re.compile(rf"{_DIGITS}[.．、](?:(?!\d)|(?=\d{{1,2}}月(?!份|\d*[日号]?[—～~至])|\d{{4}}年))\s*"),
    re.compile(rf"[（(]{_DIGITS}[）)][、，]?{_NOT_NAMED}|{_DIGITS.replace('digits', 'half')}[)）]\s*"),
    re.compile(rf"(?:第|其){_NUMBER}[，、：]"),
    re.compile(rf"{_NUMBER}(?:[，：]|[ \u3000]+(?=[\u4e00-\u9fff]{{2}}))(?![，：])"),
    re.compile(rf"{_DIGITS}[，：](?=[\u4e00-\u9fff])"),
    re.compile(rf"{_NUMBER}[）)][ \u3000]?"),
    re.compile(
        rf"{_DIGITS}[ \u3000]+(?=[\u4e00-\u9fff]{{4}})(?!\d|[年月日时点分个名项条次家人户亩万亿元届周季天位件层楼米台座处])"
    ),
    re.compile(rf"{_NUMBER}(?:{_BE}|{_MUST})"),
    re.compile(r"[①-⑳㈠-㈩⑴-⒇⒈-⒛]"),
    re.compile(
        rf"(?P<sign>[{''.join(''.join(row) for row in numerals.ROWS[:3])}]|(?:I{{1,3}}|IV|VI{{0,3}}|IX|X)(?![A-Za-z]))(?:\s?[、．.：]|[ \u3000]+(?=[\u4e00-\u9fff]))\s*"
    ),
    re.compile(r"(?P<digits>0\d)(?:[ \u3000、．.]+|(?=[\u4e00-\u9fff]{2}))"),
    re.compile(r"——(?=[\u4e00-\u9fff])"),
    re.compile(rf"[-*·][ \u3000]+|[{BULLETS}][ \u3000]*"),
]
_FINALLY = "最后(?![，、](?:预?祝|让我们|谢谢|感谢|衷心|再次|给大家))"
"""A last point; what wishes well or gives thanks is the end of the text and none of its points."""

_RUNNING = re.compile(
    rf"{_NUMBER}(?P<kind>{_BE}|{_MUST})|(?P<counted>[第其])(?P<nth>[{_HAN}]{{1,3}})[，、：]"
    rf"|(?P<word>首先|其次|再次|{_FINALLY}|(?:另|再)?一个?方面)[，、是]|(?P<sign>[①-⑳⑴-⒇])|[（(](?P<round>\d{{1,2}})[）)]{_NOT_NAMED}"
    rf"|(?:(?<=[。；：])|^)(?P<arabic>\d{{1,2}})[、．.](?![\d、])"
)
"""The marks that can stand inside a paragraph: 一是, 一要, 第一，, 其一，, 首先，, 一方面，, ①, （1）."""

_SECOND = re.compile("[二2②⑵]|其次|另一")
"""What a text holds that counts to two."""

_FIRSTS = {"round": "（1）", "arabic": "1."}
_ORDER = re.compile(
    rf"(?:首先|其次|再次|{_FINALLY})[，、是]|[第其][{_HAN}]{{1,3}}[，、：]|(?:另|再)?一(?:个)?方面[，、是]"
)
"""Words of order as people mix them: 首先, 第二, 第三; 一方面, 另一方面."""

_ORDINALS = {"首先": 1, "其次": 2, "再次": 3, "一方面": 1, "另一方面": 2, "再一方面": 3}
_LAST, LAST = "最后", -1
ORDERED = "首先，"
"""The scheme of a row of words of order."""

_PARTS = re.compile("第一[部章]")
_SPACED = re.compile(r"一\s?[、．.]\s?|[（(]\s?一\s?[）)]\s?[、，]?")
"""Marks into which a scanner puts spaces: 一 、, ( 一 )."""

_AS_TYPED = re.compile(r"[一1][，,：:．.]|[一1] |一[)）]|一[ \u3000]+|[壹甲ⅠI][、．.：]?|01")
_DIGITAL = 4
TOP = 2
"""The rank of 一、: from here up marks are those of headings, and of nothing else."""

_BEFORE = frozenset("：，。；！？”’）、 ")
_SIGNS = "①㈠⑴⒈"
"""The first of each row of signs that are numbers in themselves; up to twenty of each follow."""

_ROW = 20
_FEWEST = 2
_WORDS = frozenset({ORDERED, "第", "其"})
"""The kinds of marks that can be mixed with words of order."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as it stands, the scheme that it is of, named by its first mark, and its number."""

    text: str
    scheme: str
    number: int


# Each line is asked some ten times; a cache that holds fewer lines than a text has is of no use at all, since
# they are asked from first to last again and again.
@functools.lru_cache(maxsize=1 << 14)
def opening(text: str) -> Mark | None:
    """The mark that opens the text; None where it opens with none."""
    looked = seen(text)
    for pattern in _OPENING:
        match = pattern.match(looked)
        if match:
            mark = _mark(match, text[: match.end()])
            return mark if mark.number or not match.lastgroup else None  # 第一二， counts nothing
    return None


def _mark(match: re.Match[str], text: str) -> Mark:
    """The mark that was found, as it stands in the text."""
    groups = {name: found for name, found in match.groupdict().items() if found}
    if not groups:
        return _sign(text) or Mark(text, text, 0)
    name, found = next(iter(groups.items()))
    if name == "sign":
        return _of_row(text, found)
    first = "一" if name == "han" else "1"
    number = numerals.value(found) if name == "han" else int(found)
    if found.startswith("0"):
        return Mark(text, numerals.PADDED, number)
    scheme = text.replace(found, first, 1)
    return Mark(text, "".join(scheme.split()) if _SPACED.fullmatch(scheme) else scheme, number)


def _of_row(text: str, found: str) -> Mark:
    """A mark whose numeral is a sign of a row: 贰、, 乙、, III."""
    row = next(row for row in numerals.ROWS if found in row)
    return Mark(text, "".join(text.replace(found, row[0], 1).split()), row.index(found) + 1)


def _sign(text: str) -> Mark | None:
    """A sign that is a number in itself (③); None for any other."""
    first = next((first for first in _SIGNS if 0 <= ord(text[0]) - ord(first) < _ROW), "")
    return Mark(text, first, ord(text[0]) - ord(first) + 1) if first else None


def rank(scheme: str) -> int:
    """How high a scheme of headings stands: 1 for parts (第一部分), 2 for 一、 to 5 for （1）; 0 for one
    that runs on in a text.
    """
    if _PARTS.match(scheme):
        return 1
    if _AS_TYPED.fullmatch(scheme):
        return _DIGITAL if scheme[0] == "1" else TOP
    level = numerals.heading_level(scheme)
    return level + 1 if level else 0


def order(text: str) -> Mark | None:
    """The word of order that opens a text (首先，第二，最后，), numbered; None where none does."""
    match = _ORDER.match(seen(text))
    if match is None:
        return None
    word = match[0][:-1]
    number = numerals.value(word[1:]) if word[0] in "第其" and word not in _ORDINALS else _ordinal(word)
    return Mark(text[: match.end()], ORDERED, number) if number else None


def _ordinal(word: str) -> int:
    """The number of a word of order."""
    return LAST if word == _LAST else _ORDINALS[word.replace("个", "")]


def row(marks: Sequence[Mark]) -> Marks:
    """How an outline names the marks of a row: by their scheme, else one by one."""
    scheme = marks[0].scheme
    total = len(marks)
    if all(mark.text == numerals.mark(scheme, n, total) for n, mark in enumerate(marks, 1)):
        return scheme
    return tuple(mark.text for mark in marks)


def enumeration(text: str) -> tuple[str, Marks, list[str]] | None:
    """What stands before the first of several running marks (often nothing), the marks, and each
    item after its mark; None where the text holds no row that counts from one.

    A row may change its marks as it goes (首先, 第二, 三是). Where rows of several kinds stand
    inside one another, the outer one begins first.
    """
    found = _rows(text) if _SECOND.search(text) else ()
    row_ = next((row for row in found if len(row) >= _FEWEST), None)
    if row_ is None:
        return None
    ends = [match.start() for match in row_[1:]] + [len(text)]
    items = [text[match.end() : end].strip() for match, end in zip(row_, ends, strict=True)]
    if not all(items):
        return None
    return text[: row_[0].start()].strip(), row([_running(match) for match in row_]), items


@dataclass(slots=True)
class _Row:
    """Running marks that count on from one another, and the kinds of marks that they are of."""

    kinds: set[str]
    places: list[re.Match[str]]


@functools.lru_cache(maxsize=256)  # a paragraph is asked by each way of taking its section apart
def _rows(text: str) -> list[list[re.Match[str]]]:
    """The rows of running marks in a text, in the order in which they begin.

    A mark goes on with the row of its kind; one of a new kind with the innermost row that wants
    its number.
    """
    begun: list[_Row] = []
    open_: list[_Row] = []
    for match in _RUNNING.finditer(text):
        if not _begins(text, match.start()):
            continue
        number, kind = _numbered(match), _kind(match)
        own = next((at for at, row in enumerate(open_) if kind in row.kinds), None)
        if number == 1:
            if own is not None:
                del open_[own:]
            open_.append(_Row({kind}, [match]))
            begun.append(open_[-1])
            continue
        if own is None or number == LAST:
            own = next((at for at, row in reversed([*enumerate(open_)]) if _wants(row, number)), None)
        if own is not None and _wants(open_[own], number):
            del open_[own + 1 :]
            open_[own].kinds.add(kind)
            open_[own].places.append(match)
    return [row.places for row in begun]


def _wants(row: _Row, number: int) -> bool:
    """Whether a row goes on with this number; only words of order end with a last one (最后)."""
    if number == LAST:
        return len(row.places) >= _FEWEST and row.kinds <= _WORDS and _numbered(row.places[-1]) != LAST
    return number == len(row.places) + 1


def _kind(match: re.Match[str]) -> str:
    """What a running mark counts with: 是, 要, 第, 其, 方面, words, signs."""
    if match["word"]:
        return "方面" if match["word"].endswith("方面") else ORDERED
    return (
        (match["kind"] or "")[:1]
        or match["counted"]
        or next((first for name, first in _FIRSTS.items() if match[name]), "①")
    )


def _numbered(match: re.Match[str]) -> int:
    """The number of a running mark; 0 where its numeral is none."""
    if match["word"]:
        return _ordinal(match["word"])
    if match["round"] or match["arabic"]:
        return int(match["round"] or match["arabic"])
    sign = _sign(match[0])
    return sign.number if sign else numerals.value(match["han"] or match["nth"])


def _running(match: re.Match[str]) -> Mark:
    """A running mark by its scheme."""
    if match["word"]:
        return Mark(match[0], ORDERED, _numbered(match))
    digits = match["round"] or match["arabic"]
    if digits:
        return Mark(match[0], match[0].replace(digits, "1", 1), _numbered(match))
    sign = _sign(match[0])
    return sign or Mark(match[0], match[0].replace(match["han"] or match["nth"], "一", 1), _numbered(match))


def _begins(text: str, at: int) -> bool:
    """Whether a mark may stand here: at the start, or after another mark."""
    return not at or text[at - 1] in _BEFORE
