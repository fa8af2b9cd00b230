"""The end of a paper that somebody typed or that is old, put in the form that a genre knows: its day, who signs, whom to
call.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter.model.source import Line
from drafter.outlining.meaning import official
from drafter.readers import dates

_FEWEST, _PAIR, _LONGEST = 3, 2, 20
"""Lines of a text that has an end."""

_DAY = re.compile(
    r"(?:\d{2})?\d{2}[.\-/年]\d{1,2}[.\-/月](?:\s*\d{1,2})?\s*日?|[二一][〇○Ｏ零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_JOINT = re.compile(r"[^，。；：！？、]{3,30}(?:、[^，。；：！？、]{3,30}){1,5}")
_CALLED = re.compile(r"[（(]?联系人[\s：:]+(?P<who>[^（）()]{2,60})[）)]?。?")
_SIGNED = re.compile(
    rf"(?:落款|署名)?[：:\s]*(?P<org>[^，。；：！？、\d\s]{{3,30}})[\s，,]+(?P<day>{_DAY.pattern})"
)
_NAMED = re.compile(r"(?:落款|署名)[：:\s]+(?P<org>[^，。；：！？\d]{3,30})")
_ATTACHED = re.compile(r"附(?:件)?[：:\s]+(?P<names>[^，：]{2,120}?)。?")
_COPIED = re.compile(r"抄送[\s：:]+(?P<copies>[^。：]{2,80})。?")
_ORDER = ("attached", "org", "day", "contact", "copies")
"""The order of what stands under a text (GB/T 9704—2012 7.3.4 to 7.4.3)."""

_ONCE = ("day", "contact", "copies")
"""What one paper has one of."""

_NUMBERED = re.compile(r"(?:^|[\s；;。]+)\d{1,2}\s*[.、．]?\s*(?=[\u4e00-\u9fff《“])")
_FIRST = re.compile(r"1\s*[、.．]?\s*(?=[\u4e00-\u9fff《“])")
_UNNUMBERED = re.compile("[；;、]")
"""What parts the names of attachments, each with its number or without."""

_MOST = 8
"""Lines from the last on among which a hasty hand puts these in any order."""


def put_in_form(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines with the day of a paper as papers have it (二〇二六年四月二十日, 2026.04.20), those who sign jointly each
    on a line; and those who sign, where several do on a line.
    """
    lines = _attachments_apart(_in_order(lines))
    found: list[Line] = []
    joint: tuple[str, ...] = ()
    for at, line in enumerate(lines):
        day = _day(line) if at >= _FEWEST - 1 else ""
        if day and _JOINT.fullmatch(found[-1].text):
            names = found.pop()
            joint = tuple(names.text.split("、"))
            found += [replace(names, text=name) for name in joint]
        found.append(replace(line, text=day) if day else line)
    return found, joint


def _in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines, those at the end that each say one thing of a paper's foot in the form and the order of print."""
    foot: list[tuple[str, Line]] = []
    at = len(lines)
    while at > _FEWEST - 1 and len(lines) - at < _MOST and not lines[at - 1].rows:
        said = _foot(lines[at - 1])
        if not said:
            break
        foot[:0] = said
        at -= 1
    kinds = Counter(kind for kind, _ in foot)
    if "day" not in kinds or any(kinds[kind] > 1 for kind in _ONCE):
        return list(lines)
    return [*lines[:at], *(line for _, line in sorted(foot, key=lambda one: _ORDER.index(one[0])))]


def _foot(line: Line) -> list[tuple[str, Line]]:
    """What a line says of a paper's foot, by kind, each in the form of print; nothing where it is text."""
    text = line.text.strip()
    signed = _SIGNED.fullmatch(text)
    if signed:
        return [
            ("org", replace(line, text=signed["org"], lead=0)),
            ("day", replace(line, text=signed["day"], lead=0)),
        ]
    if attached := _ATTACHED.fullmatch(text):
        return [("attached", replace(line, text=name, lead=0)) for name in _attachments(attached["names"])]
    if called := _CALLED.fullmatch(text):
        return [("contact", replace(line, text=f"（联系人：{called['who']}）", lead=0))]
    if copied := _COPIED.fullmatch(text):
        copies = re.sub("[、；;]", "，", copied["copies"])
        return [("copies", replace(line, text=f"抄送：{copies}。", lead=0))]
    named = _NAMED.fullmatch(text)
    if named or (official.is_signature(line) and len(text) <= _LONGEST):
        return [("org", replace(line, text=named["org"].strip() if named else text, lead=0))]
    return [("day", line)] if _DAY.fullmatch(text) else []


def _attachments(names: str) -> list[str]:
    """The lines of an attachment note, a name on each, numbered where there are several (7.3.4)."""
    parts = (_NUMBERED if _FIRST.match(names) else _UNNUMBERED).split(names)
    bare = [name.strip(" ；;。") for name in parts if name.strip(" ；;。")]
    if len(bare) < _PAIR:
        return [f"附件：{''.join(bare)}"]
    first, *others = (f"{number}.{name}" for number, name in enumerate(bare, 1))
    return [f"附件：{first}", *others]


def _attachments_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, several numbered attachments that one of them lists each on a line."""
    found: list[Line] = []
    for line in lines:
        listed = _ATTACHED.fullmatch(line.text) if not line.rows and line.text.startswith("附件") else None
        several = _attachments(listed["names"]) if listed and _FIRST.match(listed["names"]) else []
        found += [replace(line, text=text, lead=0) for text in several] if several[1:] else [line]
    return found


def _day(line: Line) -> str:
    """The day that a line is, as papers have it; "" where it is none."""
    if line.rows or not _DAY.fullmatch(line.text):
        return ""
    text = line.text.replace("○", "〇").replace("Ｏ", "〇")
    text = re.sub(r"^(\d{2})(?=[.\-/年])", "20\\1", "".join(text.split()))
    return dates.normal(text) or dates.normal(text.removesuffix("日")) or ""
