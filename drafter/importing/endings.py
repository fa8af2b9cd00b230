"""The end of a paper that somebody typed or that is old, put in the form that a genre knows: its day, who signs, whom to
call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.model.source import Line
from drafter.readers import dates

_FEWEST = 3
"""Lines of a text that has an end."""

_DAY = re.compile(
    r"\d{4}[.\-/年]\d{1,2}[.\-/月]\d{1,2}日?|[二一][〇○Ｏ零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_JOINT = re.compile(r"[^，。；：！？、]{3,30}(?:、[^，。；：！？、]{3,30}){1,5}")
_ATTACHED = re.compile(r"附件[：:]\s*(?P<names>1[、.．]\s*\S.*[\s；;。]2[、.．]\s*\S.*)")
_NEXT = re.compile(r"(?:^|[\s；;。])\d{1,2}[、.．]\s*")
_CONTACT = re.compile(r"联系人[：:]\s*\S.{1,60}")


def put_in_form(lines: Sequence[Line]) -> tuple[list[Line], str, tuple[str, ...]]:
    """The lines with the day of a paper as papers have it (二〇二六年四月二十日, 2026.04.20), those who sign jointly each
    on a line; whom to call, where the last line says that under the day; and those who sign, where several do on a line.
    """
    lines = _attachments_apart(lines)
    found: list[Line] = []
    joint: tuple[str, ...] = ()
    for at, line in enumerate(lines):
        day = _day(line) if at >= _FEWEST - 1 else ""
        if day and _JOINT.fullmatch(found[-1].text):
            names = found.pop()
            joint = tuple(names.text.split("、"))
            found += [replace(names, text=name) for name in joint]
        found.append(replace(line, text=day) if day else line)
    if len(found) > _FEWEST and _CONTACT.fullmatch(found[-1].text) and _DAY.fullmatch(found[-2].text):
        return found[:-1], found[-1].text, joint
    return found, "", joint


def _attachments_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, several attachments that one of them lists each on a line, with the stops of print (7.3.4)."""
    found: list[Line] = []
    for line in lines:
        listed = _ATTACHED.fullmatch(line.text) if not line.rows else None
        if listed is None:
            found.append(line)
            continue
        names = [name for name in _NEXT.split(listed["names"]) if name.strip()]
        texts = [f"{n}.{name.strip(' ；;。')}" for n, name in enumerate(names, 1)]
        found.append(replace(line, text=f"附件：{texts[0]}", lead=0))
        found += [replace(line, text=text, lead=0) for text in texts[1:]]
    return found


def _day(line: Line) -> str:
    """The day that a line is, as papers have it; "" where it is none."""
    if line.rows or not _DAY.fullmatch(line.text):
        return ""
    return dates.normal(line.text.replace("○", "〇").replace("Ｏ", "〇")) or ""
