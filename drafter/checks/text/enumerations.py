"""The rows in which a draft counts: 一、二、三 at the head of paragraphs, 一是……二是 within them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafter import numerals
from drafter.checks.draft import Draft, within

_N = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(
    r"(?=[一二三四五六七八九十（(\d第其①-⑳])"  # most characters begin no mark, and are passed by at once
    rf"(?:(?P<running>{_N})(?:(?P<is>是)(?![否非]|(?P=running))|(?P<must>要)(?![素求点闻件务义紧害领塞]))"
    rf"|(?P<top>{_N})、(?!{_N}[、季级类期批产线层者方]|第)"
    rf"|[（(](?P<second>{_N})[）)]|(?P<third>\d{{1,2}})[.．、](?![\d%．.])|[（(](?P<fourth>\d{{1,2}})[）)]"
    rf"|第(?P<th>{_N})[，、](?!第|[二三四五六七八九十]、)|其(?P<its>{_N})[，、]|(?P<circled>[①-⑳]))"
)
_SCHEMES = {
    "top": "一、", "second": "（一）", "third": "1.", "fourth": "（1）", "th": "第一，", "its": "其一，", "circled": "①",
}  # fmt: skip
RANKS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4}
"""The levels of headings (GB/T 9704—2012 7.3.3)."""

_BEFORE = frozenset("：:，,。；;！？”’）》、")
_BEFORE_DIGITS = frozenset("：:。；;")
_BLANK = frozenset(" \t\u3000")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that counts: its number, where it begins and ends, and whether it opens its paragraph."""

    number: int
    start: int
    end: int
    opens: bool


@dataclass(slots=True)
class Row:
    """The marks of one scheme that belong together; `above` is the scheme that they stand below.

    `inside`: marks of headings' schemes that stand within paragraphs, a row of their own.
    """

    scheme: str
    above: str = ""
    marks: list[Mark] = field(default_factory=list)
    inside: bool = False
    end: int = 0


def rows(draft: Draft) -> list[Row]:
    """Every row of the draft, in the order of their first marks. A row ends where one above it goes
    on, or where it begins again from one.
    """
    found: list[Row] = []
    open_rows: list[Row] = []
    for scheme, mark in _marks(draft):
        inside = scheme in RANKS and not mark.opens
        kinds = [(row.scheme, row.inside) for row in open_rows]
        if (scheme, inside) in kinds:
            while (open_rows[-1].scheme, open_rows[-1].inside) != (scheme, inside):
                open_rows.pop().end = mark.start
            if mark.number == 1 or _is_other_text(draft, open_rows[-1].marks[-1], mark):
                open_rows.pop().end = mark.start
                _begin(found, open_rows, Row(scheme, inside=inside))
        else:
            _close(open_rows, scheme, mark)
            _begin(found, open_rows, Row(scheme, inside=inside))
        open_rows[-1].marks.append(mark)
    for row in open_rows:
        row.end = len(draft.text)
    return found


def _begin(found: list[Row], open_rows: list[Row], row: Row) -> None:
    """Puts a row below the one that is open."""
    row.above = open_rows[-1].scheme if open_rows else ""
    found.append(row)
    open_rows.append(row)


def _close(open_rows: list[Row], scheme: str, mark: Mark) -> None:
    """Ends the rows that a heading of a higher level leaves behind."""
    rank = RANKS.get(scheme, 9) if mark.opens else 9
    while open_rows and RANKS.get(open_rows[-1].scheme, 9 if not open_rows[-1].marks[0].opens else 8) > rank:
        open_rows.pop().end = mark.start


def _is_other_text(draft: Draft, last: Mark, mark: Mark) -> bool:
    """Whether a running mark stands in another paragraph and does not carry on the row."""
    if mark.opens and last.opens:
        return False
    return mark.number != last.number + 1 and draft.index(last.start) != draft.index(mark.start)


def _marks(draft: Draft) -> list[tuple[str, Mark]]:
    """Every mark that counts, with its scheme; those in tables are left out."""
    text = draft.text
    noted = draft.once(_noted)
    found = []
    for match in _MARK.finditer(text):
        kind = match.lastgroup or ""
        start = match.start()
        before = start
        while before and text[before - 1] in _BLANK:
            before -= 1
        opens = before == 0 or text[before - 1] == "\n"
        if not opens and not _may_run(kind, text[before - 1], before == start):
            continue
        if kind == "top" and not opens and text[before - 1] not in _BEFORE_DIGITS:
            continue
        if draft.paragraph(start).cell or within(noted, start):
            continue
        scheme = _SCHEMES.get(kind) or ("一是" if match["is"] else "一要")
        found.append((scheme, Mark(_number(match, kind), start, match.end(), opens)))
    return found


def _may_run(kind: str, before: str, close: bool) -> bool:
    """Whether a mark of this kind may stand in a paragraph after this character."""
    if kind in ("third", "fourth", "second", "circled"):
        return before in (_BEFORE_DIGITS if kind == "third" else _BEFORE) and close
    return before in _BEFORE


def _number(match: re.Match[str], kind: str) -> int:
    if kind == "circled":
        return ord(match["circled"]) - ord("①") + 1
    digits = match["third"] or match["fourth"]
    if digits:
        return int(digits)
    han = match["running"] or match["top"] or match["second"] or match["th"] or match["its"]
    return numerals.value(han)


def _noted(draft: Draft) -> list[tuple[int, int]]:
    """Where notes of attachments stand, whose numbers go on with no row before them."""
    found: list[tuple[int, int]] = []
    inside = False
    for one in draft.paragraphs:
        words = draft.words(one)
        inside = bool(_NOTE.match(words)) or (inside and bool(_NUMBERED.match(words)))
        if inside:
            found.append((one.start, one.end))
    return found


_NOTE, _NUMBERED = re.compile(r"\s*+附\s*+(?:件\s*+)?[：:]"), re.compile(r"\s*\d{1,2}\s*[.．、]")
