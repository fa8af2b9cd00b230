"""Labels by which a typed outline names its parts (学习：……, 希望：……), turned into the headings and points that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter import numerals
from drafter.model.outline import Outline, Section
from drafter.model.source import Dropped, Line
from drafter.model.template import Template
from drafter.outlining.form import marks
from drafter.outlining.meaning import assignments, head
from drafter.outlining.meaning.roles import BODY, by_heading

_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,6})：(?P<text>.*)")
_BARE = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,5})(?P<text>)")
"""A word by itself that says what a part is for: 成绩, 问题."""

_FEWEST, _PAIR = 3, 2
_NAMED_PART = re.compile(
    r"(?P<mark>[一二三四五六七八九十]{1,3}[、，,.．]|[（(][一二三四五六七八九十]{1,3}[）)])\s*(?P<name>[\u4e00-\u9fff]{2,6})[：:]\s*(?P<text>\S{4}.*)?"
)
"""A marked line that says which part it is, and then the part."""
_OF_MEETING = frozenset(
    (
        "参会",
        "与会",
        "出席",
        "参加",
        "列席",
        "参会人员",
        "视频",
        "分会场",
        "议程",
        "会议议程",
        "程序",
        "联系人",
        "抄送",
        "报送",
        "电话",
        "附件",
    )
)
"""Labels of a meeting and of what stands below a text."""

_URGES = re.compile("(?:最后)?(?:再)?(?:强调|要求|提要求)(?:一下)?：")
_INDEX = re.compile(r"(?:\d{1,2}[.．、]\s*(?P<name>[\u4e00-\u9fff]{2,6})[。；，]?\s*)")
_COUNTED = re.compile(r"(?P<heading>[^。；：，]{2,16})：(?P<text>一是.*二是.*)")
"""A heading that its points follow on the line: 六、请省里支持两件事：一是……；二是……"""


@dataclass(slots=True)
class Labelled:
    """The lines with headings and points for labels."""

    lines: list[Line]
    names: frozenset[str] = frozenset()
    """The labels that became headings of the first level."""


def read(lines: Sequence[Line], known: frozenset[str]) -> Labelled:
    """The lines with what labels stand for; `known` are those that say something of the whole (时间, 地点)."""
    apart = list(_apart(_headed(lines)))
    found = _as_headings(apart, known) or _as_points(apart, known)
    found.lines = _urged(found.lines)
    return found


def _headed(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that name a part before they say it (三、请求：请县里安排8万) as a heading and its text."""
    found = [_NAMED_PART.fullmatch(line.text) if not line.rows else None for line in lines]
    if sum(match is not None for match in found) < _PAIR or not any(
        match is not None and by_heading(match["name"]) != BODY for match in found
    ):
        return list(lines)
    parted: list[Line] = []
    for line, match in zip(lines, found, strict=True):
        if match is None:
            parted.append(line)
        else:
            parted.append(replace(line, text=match["mark"] + match["name"], lead=0))
            parted += [replace(line, text=match["text"], lead=0)] if match["text"] else []
    return parted


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a heading apart from the points that follow it on its line."""
    for line in lines:
        mark = marks.opening(line.text) if not line.rows else None
        counted = (
            _COUNTED.fullmatch(line.text[len(mark.text) :])
            if mark and marks.rank(mark.scheme) == marks.TOP
            else None
        )
        if mark and counted:
            yield replace(line, text=mark.text + counted["heading"], lead=0)
            yield replace(line, text=counted["text"], lead=0)
        else:
            yield line


def _urged(lines: list[Line]) -> list[Line]:
    """The lines, one that only says 强调： over a row as the sentence that counts the row."""
    for at, line in enumerate(lines):
        if line.rows or not _URGES.fullmatch(line.text):
            continue
        count = 0
        while at + count + 1 < len(lines) and _number(lines[at + count + 1]) == count + 1:
            count += 1
        if count > 1:
            lines[at] = replace(line, text=f"我再强调{numerals.counted(count)}点：", lead=0)
    return lines


def _label(line: Line, known: frozenset[str]) -> re.Match[str] | None:
    """The label that opens a line; None for others, and for one that says something of the whole."""
    if line.rows or marks.opening(line.text) is not None:
        return None
    bare = _BARE.fullmatch(line.text)
    found = bare if bare and by_heading(line.text) != BODY else _LABEL.fullmatch(line.text)
    if found is None or found["label"] in known | _OF_MEETING or _URGES.match(line.text):
        return None
    return None if head.calls(line) or assignments.on_a_line(line.text) else found


def _as_headings(lines: list[Line], known: frozenset[str]) -> Labelled | None:
    """Labels of the first level as headings, where the outline has no others; what counts under one is its points."""
    first = next((at for at, line in enumerate(lines) if _label(line, known)), len(lines))
    if (
        any(_top(line) for line in lines[:first])
        or sum(_label(line, known) is not None for line in lines) < _FEWEST
    ):
        return None
    names: list[str] = []
    found: list[Line] = []
    for line in lines:
        label = _label(line, known)
        mark = marks.opening(line.text) if not line.rows else None
        if label:
            names.append(label["label"])
            found.append(replace(line, text=f"{numerals.han(len(names))}、{label['label']}", lead=0))
            found += [replace(line, text=label["text"], lead=0)] if label["text"] else []
        elif mark and _top(line) and names:
            found.append(
                replace(line, text=f"（{numerals.han(mark.number)}）{line.text[len(mark.text) :]}", lead=0)
            )
        else:
            found.append(line)
    return Labelled(found, names=frozenset(names))


def _as_points(lines: list[Line], known: frozenset[str]) -> Labelled:
    """Rows of labels under a heading as points of it; a line that only lists them first is left out."""
    found: list[Line] = []
    row: list[Line] = []
    under = False
    for line in lines:
        if line.rows or marks.opening(line.text) is not None or not under:
            found += _points(row, found, known)
            row = []
            under = under or _top(line)
            found.append(line)
        else:
            row.append(line)
    return Labelled(found + _points(row, found, known))


def _points(row: list[Line], above: list[Line], known: frozenset[str]) -> list[Line]:
    """A row of lines, those that open with labels as points; as they are where few do."""
    labels = [_label(line, known) for line in row]
    if not row or labels[0] is None or sum(label is not None for label in labels) < _FEWEST:
        return row
    names = [label["label"] for label in labels if label]
    if above and _INDEX.findall(above[-1].text) == names and not _INDEX.sub("", above[-1].text).strip():
        above.pop()
    number = 0
    found: list[Line] = []
    for line, label in zip(row, labels, strict=True):
        if label is None:
            found.append(line)
            continue
        number += 1
        said = f"。{label['text']}" if label["text"] else ""
        found.append(replace(line, text=f"（{numerals.han(number)}）{label['label']}{said}", lead=0))
    return found


def _number(line: Line) -> int:
    """The number that opens a line; 0 where none does."""
    mark = marks.opening(line.text) if not line.rows else None
    return mark.number if mark is not None else 0


def _top(line: Line) -> bool:
    mark = marks.opening(line.text) if not line.rows else None
    return mark is not None and marks.rank(mark.scheme) == marks.TOP


def without(outline: Outline, names: frozenset[str], genre: Template) -> tuple[Outline, list[Dropped]]:
    """The outline without labels for headings, for a genre whose parts run on as paragraphs."""
    roles = [role for role in genre.roles if role.name not in ("opening", "closing")]
    inline = sum(role.layout == "inline" for role in roles)
    if not names or 2 * inline <= len(roles):
        return outline, []
    dropped: list[Dropped] = []
    parts = tuple(
        replace(part, items=tuple(_bare(item, names, dropped) for item in part.items))
        for part in outline.parts
    )
    return replace(outline, parts=parts), dropped


def _bare(item: str | Section, names: frozenset[str], dropped: list[Dropped]) -> str | Section:
    if not isinstance(item, Section) or item.heading not in names:
        return item
    dropped.append(Dropped(0, item.heading, "提纲里的标签，这个文体不印"))
    return replace(item, heading="")
