"""Headings that bring no mark: set bold, standing alone on a short line, or worded like their neighbours."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.model.document import Role
from drafter.model.source import Guess, Line
from drafter.outlining.form import marks

LEVEL = 5
"""Below the levels that a file itself names: what it calls a heading goes before a guess."""

_LONGEST, _SHORTEST = 30, 4
_PARAGRAPH = 40
"""A heading stands over a paragraph of at least so many characters."""

_LONGEST_SENTENCE = 70
_FEWEST, _FEWEST_ALIKE = 2, 3
_BETWEEN = 3
"""How many more paragraphs each of a row of words of order may have."""

_SHARED = 0.3
"""The share of a sentence that its neighbours' wording makes up where they are parallel."""

_ENDS = tuple("。！？；：，…、”）)")
_STOPS = re.compile(r"[。！？]")
_SAID = re.compile(r"[。！？：；]")
"""How a paragraph before a heading ends: 现将情况汇报如下：, the last of a list."""


def told(lines: Sequence[Line], guesses: list[Guess]) -> list[Line]:
    """The lines, those that head others told so, and parallel first sentences set apart."""
    found = [_whole(line, guesses) for line in _ordered(lines)]
    return _parallel(_alone(found, guesses), guesses)


def _ordered(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that open with words of order (首先，第二，最后，) marked as a row."""
    found = list(lines)
    for row in _rows_of_order(lines):
        if any(marks.opening(text) is None for _, text in row):  # else they are marks by themselves
            for index, text in row:
                found[index] = replace(found[index], mark=text)
    return found


def _rows_of_order(lines: Sequence[Line]) -> list[list[tuple[int, str]]]:
    """Rows that begin with a word of order and count from one, each with its line, a few paragraphs apart."""
    rows: list[list[tuple[int, str]]] = []
    for index, line in enumerate(lines):
        if line.role not in (None, Role.BODY) or line.rows:
            continue
        word = marks.order(line.text) or marks.opening(line.text)
        if word is None or marks.rank(word.scheme):
            continue
        goes_on = bool(rows) and index - rows[-1][-1][0] <= _BETWEEN
        if goes_on and word.number in (len(rows[-1]) + 1, marks.LAST):
            rows[-1].append((index, word.text))
        elif word.scheme == marks.ORDERED and word.number == 1:
            rows.append([(index, word.text)])
    return [row for row in rows if len(row) >= _FEWEST]


def _plain(line: Line) -> bool:
    """Whether a line says nothing of itself and brings no mark."""
    return line.role in (None, Role.BODY) and not line.rows and marks.opening(line.text) is None


def _whole(line: Line, guesses: list[Guess]) -> Line:
    """A short line that is bold as a whole is a heading; a long one is just bold."""
    if not line.lead or not _plain(line):
        lead = line.lead if line.lead < len(line.text) else 0
        return replace(line, lead=lead, level=0) if line.lead else line
    if line.lead < len(line.text):
        ends = line.text[line.lead - 1] in "。！？：" or line.text[line.lead : line.lead + 1] in tuple(
            "。！？："
        )
        return line if ends else replace(line, lead=0)
    if not 1 < len(line.text) <= _LONGEST or line.text.endswith(_ENDS):
        return replace(line, lead=0)
    guesses.append(Guess("小标题", line.number, "加粗或换了字体，独立成行"))
    return replace(line, role=Role.HEADING, level=LEVEL + line.level, lead=0)


def _alone(lines: list[Line], guesses: list[Guess]) -> list[Line]:
    """Short lines over paragraphs are headings, where there are several and no others."""
    if any(line.role is Role.HEADING for line in lines):
        return lines
    found = [
        index
        for index, line in enumerate(lines[:-1])
        if _plain(line)
        and _SHORTEST <= len(line.text) <= _LONGEST
        and not line.text.endswith(_ENDS)
        and not _STOPS.search(line.text)
        and _is_paragraph(lines[index + 1])
        and (not index or _SAID.search(lines[index - 1].text[-2:]))
    ]
    if len(found) < _FEWEST:
        return lines
    heads = set(found)
    guesses += [Guess("小标题", lines[index].number, "短，独立成行，没有句号") for index in found]
    return [
        replace(line, role=Role.HEADING, level=LEVEL) if index in heads else line
        for index, line in enumerate(lines)
    ]


def _is_paragraph(line: Line) -> bool:
    return not line.rows and (len(line.text) >= _PARAGRAPH or marks.opening(line.text) is not None)


def _parallel(lines: list[Line], guesses: list[Guess]) -> list[Line]:
    """Paragraphs in a row whose first sentences are worded alike have those as their titles;
    sentences worded alike that stand alone over paragraphs are headings.
    """
    found = list(lines)
    for row in _alike([_first_sentence(line) for line in lines], together=True):
        for index in row:
            guesses.append(Guess("小标题", lines[index].number, "几段的第一句句式相同"))
            found[index] = replace(lines[index], lead=len(_first_sentence(lines[index])))
    if any(line.role is Role.HEADING for line in lines):
        return found
    over = [_over(lines, index) for index in range(len(lines))]
    for row in _alike(over, together=False):
        for index in row:
            guesses.append(Guess("小标题", lines[index].number, "独立成行，几处句式相同"))
            found[index] = replace(lines[index], role=Role.HEADING, level=LEVEL)
    return found


def _alike(sentences: Sequence[str], together: bool) -> Iterator[list[int]]:
    """Rows of sentences that are worded alike; `together` where nothing may stand between them."""
    row: list[int] = []
    shared: list[str] = []
    for index, sentence in enumerate([*sentences, ""]):
        if not sentence and not together and index < len(sentences):
            continue
        kept = _common(shared, sentence) if row and sentence else []
        if not kept:
            if len(row) >= _FEWEST_ALIKE:
                yield row
            row, kept = [], [sentence]
        if sentence:
            row.append(index)
            shared = kept


def _over(lines: Sequence[Line], index: int) -> str:
    """A line of one sentence that stands over a paragraph; "" for any other."""
    line = lines[index]
    if index + 1 == len(lines) or not _plain(line) or line.lead or not _is_over(line, lines[index + 1]):
        return ""
    return line.text


def _is_over(line: Line, after: Line) -> bool:
    """Whether a line is one sentence, and what follows it is a longer text of several."""
    stop = _STOPS.search(line.text)
    alone = _SHORTEST <= len(line.text) <= _LONGEST_SENTENCE and (
        stop is None or stop.end() == len(line.text)
    )
    several = len(_STOPS.findall(after.text)) > 1 or len(after.text) > len(line.text)
    return alone and _plain(after) and several and after.text.endswith(("。", "！", "？", "："))


def _first_sentence(line: Line) -> str:
    """The first of several sentences of a paragraph that nothing marks; "" where it has none."""
    stop = _STOPS.search(line.text) if _plain(line) and not line.lead else None
    if stop is None or stop.end() > _LONGEST_SENTENCE or stop.end() == len(line.text):
        return ""
    return line.text[: stop.end()]


def _common(shared: list[str], sentence: str) -> list[str]:
    """The pieces of wording that a sentence shares with those before it, in order; none where they
    make up too little of it.
    """
    joined = "\0".join(shared)
    matcher = difflib.SequenceMatcher(None, joined, sentence, autojunk=False)
    pieces = [
        piece
        for block in matcher.get_matching_blocks()
        for piece in joined[block.a : block.a + block.size].split("\0")
        if len(piece.strip("。，！？")) > 1 or (block.a == block.b == 0 and piece)
    ]
    return pieces if sum(map(len, pieces)) >= _SHARED * len(sentence) and len(pieces) > 1 else []
