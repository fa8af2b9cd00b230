"""What a hasty hand types, as a draft has it: full-width marks, stops where only a space parts sentences, notes to oneself
taken out or left open. For a genre alone; a text that is printed as it is keeps all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from drafter.model.source import Dropped, Line, Source, size
from drafter.outlining.form import marks
from drafter.outlining.form.pasted import is_call
from drafter.outlining.form.view import widened
from drafter.outlining.meaning import about

_HAN = "\u4e00-\u9fff"
_STOP = re.compile(rf"(?<=[{_HAN}%％）)”])\.(?=[{_HAN}“（(\d]|$)")
_ROUND = re.compile(rf"\((?=[^()]*[{_HAN}])([^()]*)\)")
_STRAIGHT = re.compile(r'"([^"“”]{1,40})"')
_GAP = re.compile(rf"(?P<before>[{_HAN}，、]{{2,}})\s+(?P<after>[{_HAN}][^\s]{{4,}}|[{_HAN}]{{3}}$)")
_SHORT_TITLE = 8
"""Characters of a title that a space parts from its text."""

_OFFICE_ENDS = tuple("局委办部院府会司团镇乡县区市科处室队站所社校馆")

_ASKS = r"核(?:一下|实|对|准)?$|核[一实对].{0,6}|查(?:一下|证|实|对|清)?.{0,4}$|[?？]|找.{1,4}[核问要]|待(?:定|核|查|补)|没想好|先空|要不要|补(?:上|一下|个).{0,8}|再(?:核|问|查)|出数|缺数"
"""What a note says that asks for something."""

_PRIVATE = r"(?:先?别|不要?|勿)(?:写|说|讲|点|提|念|印).{0,16}|给.{1,6}看|[初草二三]稿|每[家人位].{0,4}分钟|\d+分钟(?:以?内)?|略讲|展开讲?|脱稿|可以不讲|备用|自己看"
"""What a note says that nobody else is to read."""

_IN_BRACKETS = re.compile(
    rf"[（【](?P<note>[^（）【】]{{0,30}}?(?:{_ASKS}|{_PRIVATE})[^（）【】]{{0,20}})[）】]"
)
_TAIL = re.compile(
    rf"(?:——|[，。；])(?P<note>[{_HAN}、]{{0,12}}[?？]?\s*(?:先?别|不要)(?:写|说|讲|点名?|提)[^，。；]{{0,10}}|[^，。；]{{2,16}}(?:说|讲|提|交代)一[句下])(?=[。；]?$)"
)
_IS_ASKED, _IS_PRIVATE = re.compile(f"{_ASKS}|[说讲提]一[句下]|交代一[句下]"), re.compile(_PRIVATE)
_NEAR = 4
"""Lines from the first on among which the title stands, and who speaks."""

_NAMED = re.compile(r"（(?P<who>[^（）]{2,40}\s[^（）\s]{2,4})）")
_SENTENCES = re.compile("[。；]")
"""What a line holds that is sentences, and ends as one."""

_REASON = "给自己看的话，没有印"


@dataclass(slots=True)
class Tidied:
    """The source as a draft has it, and by how many characters it is longer than what was typed."""

    source: Source
    added: int = 0
    dropped: list[Dropped] = field(default_factory=list)


def tidied(source: Source) -> Tidied:
    """The source with full-width marks, and without the notes of who typed it: what asks for something is a gap at its
    place, what is for nobody else is left out, and said.
    """
    found = Tidied(source)
    lines = []
    for at, line in enumerate(source.lines):
        if line.rows:
            lines.append(line)
            continue
        text = _full_width(line.text)
        if at < _NEAR and (named := _NAMED.fullmatch(text)) and about.speaker(named["who"]):
            text, found.added = named["who"], found.added - 2
        text = "".join(_noted(text, line.number, found))
        if _SENTENCES.search(text) and text[-1:].isalnum():
            text += "。"
            found.added += 1
        lines.append(replace(line, text=text, lead=line.lead if text == line.text else 0))
    kept = tuple(_joined(_ended(lines, found)))
    found.source = replace(source, lines=kept, dropped=(*source.dropped, *found.dropped))
    return found


def _ended(lines: list[Line], found: Tidied) -> Iterator[Line]:
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
            found.added += 1
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
    text = widened(text)
    mark = marks.opening(text)
    start = len(mark.text) if mark else 0
    rest = text[start:]
    if '"' in rest:
        rest = _STRAIGHT.sub("“\\1”", rest)
    if "(" in rest:
        rest = _ROUND.sub("（\\1）", rest)
    rest = _STOP.sub("。", rest)
    return text[:start] + (_GAP.sub(_stopped, rest) if mark else rest)


def _stopped(match: re.Match[str]) -> str:
    """Two clauses that a space parts, with a mark between; names of offices in a row stay as they are."""
    before, after = match["before"], match["after"]
    if before.endswith(_OFFICE_ENDS) and after.endswith(_OFFICE_ENDS):
        return match[0]
    return f"{before}{'。' if len(before) <= _SHORT_TITLE < len(after) else '，'}{after}"


def _noted(text: str, number: int, found: Tidied) -> Iterator[str]:
    """A line without its notes."""
    at = 0
    for match in (*_IN_BRACKETS.finditer(text), *filter(None, [_TAIL.search(text)])):
        if match.start() < at:
            continue
        yield text[at : match.start()]
        at = match.end("note") if match.re is _TAIL else match.end()
        note = match["note"]
        if _IS_ASKED.search(note) and not _IS_PRIVATE.search(note):
            sign = "，" if match.re is _TAIL else ""
            opened = f"{sign}〔待补：{note.rstrip('？?')}〕"
            found.added += size(opened) - size(text[match.start() : at])
            yield opened
        else:
            found.dropped.append(Dropped(number, text[match.start() : at], _REASON))
    yield text[at:]
