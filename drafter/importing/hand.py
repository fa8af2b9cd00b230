"""What a hasty hand types, as a draft has it: full-width marks, stops where only a space parts sentences, notes to oneself
taken out or left open. For a genre alone; a text that is printed as it is keeps all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter import numerals
from drafter.importing import notes
from drafter.model.source import Dropped, Line, Source
from drafter.outlining.form import marks
from drafter.outlining.form.pasted import is_call
from drafter.outlining.form.view import widened
from drafter.outlining.meaning import about, assignments

_HAN = "\u4e00-\u9fff"
_STOP = re.compile(rf"(?<=[{_HAN}%％）)”])\.(?=[{_HAN}“（(\d]|$)")
_ROUND = re.compile(rf"\((?=[^()]*[{_HAN}])([^()]*)\)")
_STRAIGHT = re.compile(r'"([^"“”]{1,40})"')
_GAP = re.compile(
    rf"(?<![{_HAN}，、])(?P<before>[{_HAN}，、]{{2,}}+)\s+(?P<after>[{_HAN}][^\s]{{4,}}|[{_HAN}]{{3}}$)"
)
_SHORT_TITLE = 8
"""Characters of a title that a space parts from its text."""

_OFFICE_ENDS = tuple("局委办部院府会司团镇乡县区市科处室队站所社校馆")

_ROW, _MIXED = 4, 3
"""Points that are counted through, and kinds of marks among them, from which on nobody meant the kinds."""

_NEAR = 4
"""Lines from the first on among which the title stands, and who speaks."""

_NAMED = re.compile(r"（(?P<who>[^（）]{2,40}\s[^（）\s]{2,4})）")
_DIGIT_IS = re.compile(rf"(?<![\d.年月])([1-9])是(?=[{_HAN}])")
_DASHES = re.compile(r"^\s*-{2,}\s*(?=[\u4e00-\u9fff“《])")
_SENTENCES = re.compile("[。；]")
"""What a line holds that is sentences, and ends as one."""

_ASIDE = re.compile(
    r"(?:\s+|\s*(?:-{2,}|—+|[→=]+>?)\s*)(?P<said>[^\s。；，—→=-]{2,40}(?:(?:\s+|，)[^\s。；，]{2,20})?)。?$"
)
"""What stands apart at the end of a line, where people type who does it and by when."""


def tidied(source: Source) -> Source:
    """The source with full-width marks, and without the notes of who typed it: what asks for something is a gap at its
    place, what is for nobody else is left out, and said.
    """
    dropped: list[Dropped] = []
    lines = []
    for at, line in enumerate(source.lines):
        if line.rows:
            lines.append(line)
            continue
        text = _full_width(line.text)
        if at < _NEAR and (named := _NAMED.fullmatch(text)) and about.speaker(named["who"]):
            text = named["who"]
        mark = marks.opening(text)
        text = notes.without(text, len(mark.text) if mark else 0, line.number, dropped)
        if _SENTENCES.search(text) and text[-1:].isalnum():
            text += "。"
        lines.append(replace(line, text=text, lead=line.lead if text == line.text else 0))
    return replace(
        source, lines=tuple(_joined(_ended(_in_one_row(lines)))), dropped=(*source.dropped, *dropped)
    )


def _in_one_row(lines: list[Line]) -> list[Line]:
    """The lines; where points are counted through from the first to the last by whatever mark came to hand (1、 (2) ③ 4.),
    they have one kind of mark, and what stands between two of them belongs to the one before.
    """
    found = [(at, marks.opening(line.text)) for at, line in enumerate(lines) if not line.rows]
    row = [(at, mark) for at, mark in found if mark is not None and mark.number]
    numbers = [mark.number for _, mark in row]
    kinds = {mark.scheme for _, mark in row}
    if len(row) < _ROW or numbers != list(range(1, len(row) + 1)) or len(kinds) < _MIXED:
        return lines
    texts = {at: f"{mark.number}、{lines[at].text[len(mark.text) :].lstrip()}" for at, mark in row}
    out: list[Line] = []
    for at, line in enumerate(lines):
        if at in texts:
            out.append(replace(line, text=texts[at], lead=0))
        elif row[0][0] < at < row[-1][0] and not line.rows and not out[-1].rows:
            before = out[-1].text
            stop = "。" if before[-1:].isalnum() else ""
            out[-1] = replace(out[-1], text=f"{before}{stop}{line.text}")
        else:
            out.append(line)
    return out


def _ended(lines: list[Line]) -> Iterator[Line]:
    """The lines that say something; of a row of points some of which end as sentences all that are sentences do."""
    rows = [marks.opening(line.text) if not line.rows else None for line in lines]
    ending = {
        mark.scheme
        for line, mark in zip(lines, rows, strict=True)
        if mark and line.text.endswith(("。", "；"))
    }
    for line, mark in zip(lines, rows, strict=True):
        if (
            mark
            and mark.scheme in ending
            and marks.rank(mark.scheme) != marks.TOP
            and "，" in line.text
            and line.text[-1].isalnum()
        ):
            yield replace(line, text=line.text + "。")
        elif line.text or line.rows:
            yield line


def _joined(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines, one that ends in the middle of a sentence with the next that brings no mark."""
    before: Line | None = None
    for line in lines:
        goes_on = (
            before is not None
            and not before.rows
            and before.text.endswith(("，", "、"))
            and len(before.text) > 1
        )
        if (
            before is not None
            and goes_on
            and not line.rows
            and marks.opening(line.text) is None
            and not is_call(before.text)
        ):
            before = replace(before, text=before.text + line.text, lead=0)
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _full_width(text: str) -> str:
    """A line with the marks of print: 。 and （） and “” for ., () and "", a stop for a lone space between clauses. The
    mark that opens it stays as it is.
    """
    text = _DASHES.sub("——", widened(text))
    mark = marks.opening(text)
    start = len(mark.text) if mark else 0
    rest = _bracketed(text[start:]) if mark else text[start:]
    if '"' in rest:
        rest = _STRAIGHT.sub("“\\1”", rest)
    if "(" in rest:
        rest = _ROUND.sub("（\\1）", rest)
    if "1是" in rest and "2是" in rest:
        rest = _DIGIT_IS.sub(lambda match: f"{numerals.han(int(match[1]))}是", rest)
    rest = _STOP.sub("。", rest)
    return text[:start] + (_GAP.sub(_stopped, rest) if mark else rest)


def _bracketed(text: str) -> str:
    """A line's end that says who and when behind a space or a dash, in brackets."""
    for at in (match.start() for match in re.finditer(r"[\s—=→-]+", text)):
        aside = _ASIDE.match(text, at)
        said = "，".join(aside["said"].split()) if aside else ""
        if said and assignments.in_note_form(said):
            return f"{text[:at].rstrip('，、')}（{said}）"
    return text


def _stopped(match: re.Match[str]) -> str:
    """Two clauses that a space parts, with a mark between; names of offices in a row stay as they are."""
    before, after = match["before"], match["after"]
    if before.endswith(_OFFICE_ENDS) and after.endswith(_OFFICE_ENDS):
        return match[0]
    return f"{before}{'。' if len(before) <= _SHORT_TITLE < len(after) else '，'}{after}"
