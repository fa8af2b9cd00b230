"""A quote that is not closed, not opened, or turned the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft, Paragraph
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.wrapped import are_one

_QUOTES = re.compile("[“”]")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such quote. A quotation of several paragraphs opens each of them and closes the last; one that goes
    on in another line of a broken paragraph is closed there.
    """
    pending: Finding | None = None
    for opened, finding in _halves(draft):
        if opened:
            if pending is not None:
                yield pending
            pending = finding
        elif pending is not None and are_one(draft, draft.index(pending.start), draft.index(finding.start)):
            pending = None
        else:
            yield finding
    if pending is not None:
        yield pending


def _halves(draft: Draft) -> Iterator[tuple[bool, Finding]]:
    """Each quote without its other half in its paragraph, and whether it is one that opens."""
    for paragraph in _quoting(draft):
        words = draft.words(paragraph)
        open_at = -1
        for match in _QUOTES.finditer(words):
            at = paragraph.start + match.start()
            if match[0] == "“":
                if open_at >= 0:
                    yield False, _same_way(words, match.start(), at, open_at)
                open_at = at
            elif open_at >= 0:
                open_at = -1
            else:
                yield False, Finding(at, at + 1, "只有后引号，没有前引号", "补上“，或删去这个引号")
        if open_at >= 0 and not _goes_on(draft, paragraph, open_at):
            yield True, Finding(open_at, open_at + 1, "引号只有一半：有“没有”", "补上后引号")


def _quoting(draft: Draft) -> list[Paragraph]:
    """The paragraphs that hold a quote."""
    found: list[Paragraph] = []
    last = -1
    for match in _QUOTES.finditer(draft.text):
        number = draft.index(match.start())
        if number != last:
            found.append(draft.paragraphs[number])
            last = number
    return found


def _same_way(words: str, at: int, place: int, open_at: int) -> Finding:
    """Two opening quotes: the second closes the first where a mark or the end follows it."""
    closes = at + 1 >= len(words) or words[at + 1] in "，。；：！？、）的等是和"
    if closes:
        return Finding(place, place + 1, "引号的方向反了：该用后引号", "改成”", "”")
    return Finding(
        open_at, open_at + 1, "引号只有一半，或引号里又用了双引号", "补上”；引号里再用引号，用单引号‘’"
    )


def _goes_on(draft: Draft, paragraph: Paragraph, open_at: int) -> bool:
    """Whether an open quotation opens its paragraph and the next one begins with a quote again."""
    number = draft.index(paragraph.start)
    if number + 1 >= len(draft.paragraphs):
        return False
    after = draft.words(draft.paragraphs[number + 1]).lstrip()
    return after.startswith("“") and draft.once(_last_closed) > paragraph.end


def _last_closed(draft: Draft) -> int:
    """Where the last closing quote stands, -1 where there is none."""
    return draft.text.rfind("”")


RULE = Rule(
    code="quote-unmatched",
    name="引号不成对",
    family=Family.PUNCTUATION,
    severity=ERROR,
    why="引号只有一半，引到哪里为止就说不清；两个都是前引号，是输入法的毛病。",
    source="GB/T 15834—2011 4.8",
    basis=Basis.RULED,
    bad=(
        "坚持“四个意识，做到实处。",
        "坚持“四个意识“，做到“两个维护“。",
        "坚持四个意识”，做到实处。",
        "要发扬“钉钉子精神，抓出“实效”。",
    ),
    good=(
        "坚持“四个意识”，做到“两个维护”。",
        "“第一段引文很长。\n“第二段引文到此为止。”",
        "他说：“这叫‘一盘棋’。”",
        "要发扬“钉钉\n子精神”，抓出实效。",
    ),
    find=find,
)
