"""The end of a paper that somebody typed or that is old, put in the form that a genre knows: its day, who signs, whom to
call.
"""

from __future__ import annotations

import re
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
_ATTACHED = re.compile(r"附件[：:]\s*(?P<names>1[、.．]\s*\S.*[\s；;。]2[、.．]\s*\S.*)")
_NEXT = re.compile(r"(?:^|[\s；;。])\d{1,2}[、.．]\s*")
_CALLED = re.compile(r"[（(]?联系人[\s：:]+(?P<who>[^（）()]{2,60})[）)]?。?")
_SIGNED = re.compile(
    rf"(?:落款|署名)?[：:\s]*(?P<org>[^，。；：！？、\d\s]{{3,30}})[\s，,]+(?P<day>{_DAY.pattern})"
)
_NAMED = re.compile(r"(?:落款|署名)[：:\s]+(?P<org>[^，。；：！？\d]{3,30})")
_ATTACHES = re.compile(r"附(?:件)?[：:\s]+(?P<names>[^，。：]{2,80})。?")
_COPIED = re.compile(r"抄送[\s：:]+(?P<copies>[^。：]{2,80})。?")
_ORDER = ("attached", "org", "day", "contact", "copies")
"""The order of what stands under a text (GB/T 9704—2012 7.3.4 to 7.4.3)."""

_NUMBERED = r"(?:^|[\s；;。]+)\d{1,2}\s*[.、．]?\s*(?=[\u4e00-\u9fff《“])"
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
    kinds = [kind for kind, _ in foot]
    if "day" not in kinds or len(set(kinds) - {"org"}) < len([kind for kind in kinds if kind != "org"]):
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
    forms = (
        ("attached", _ATTACHES, "附件：{}"),
        ("contact", _CALLED, "（联系人：{}）"),
        ("copies", _COPIED, "抄送：{}。"),
    )
    for kind, form, printed in forms:
        if match := form.fullmatch(text):
            return [(kind, replace(line, text=printed.format(_listed(kind, match[1])), lead=0))]
    named = _NAMED.fullmatch(text)
    if named or (official.is_signature(line) and len(text) <= _LONGEST):
        return [("org", replace(line, text=named["org"].strip() if named else text, lead=0))]
    return [("day", line)] if _DAY.fullmatch(text) else []


def _listed(kind: str, names: str) -> str:
    """Names as print lists them: attachments by number, offices with commas."""
    if kind == "copies":
        return re.sub("[、；;]", "，", names)
    if kind != "attached":
        return names
    numbered = re.search(r"\d\s*[.、．]", names) is not None
    several = re.split(_NUMBERED if numbered else "[；;、]", names)
    bare = [name.strip() for name in several if name.strip()]
    if len(bare) < _PAIR:
        return bare[0]
    return "".join(f"{n}.{name}；" for n, name in enumerate(bare, 1)).rstrip("；")


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
    text = line.text.replace("○", "〇").replace("Ｏ", "〇")
    text = re.sub(r"^(\d{2})(?=[.\-/年])", "20\\1", "".join(text.split()))
    return dates.normal(text) or dates.normal(text.removesuffix("日")) or ""
