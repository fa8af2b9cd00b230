"""Attachments that a paper speaks of, lists and has: three that ought to agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft, Paragraph
from drafter.checks.rule import ERROR, INFO, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper

_NOTE = re.compile(r"\s*+附\s*+(?:件\s*+)?[：:]\s*+(?P<first>.*)")
_ITEM = re.compile(r"\s*(?P<number>\d{1,2})\s*[.．、]\s*(?P<name>\S.*)")
_ANNEX = re.compile(r"\s*+附\s*+件\s*+(?:(?P<number>\d{1,2})\s*+)?")
_NAMED = re.compile(r"\s*附\s*件\s*\d{1,2}\s*[：:]\s*\S")
"""A line that names one attachment by its number."""

_TOLD = re.compile(r"(?:见|按照?|填写|附|详见|对照)\s*“?附件(?P<number>\d{1,2})?")
_ENDS = "。；，、;,."


def find(draft: Draft) -> Iterator[Finding]:
    """What the text refers to and the note does not list; what is wrong in the note; annexes fewer or more."""
    found = draft.once(paper)
    if found is None:
        return
    note = next((one for one in draft.paragraphs if _NOTE.fullmatch(draft.words(one))), None)
    items = _items(draft, note) if note is not None else []
    annexes = [one for one in draft.paragraphs if _ANNEX.fullmatch(draft.words(one))]
    listed = max(
        len(items), len(annexes), sum(_NAMED.match(draft.words(one)) is not None for one in draft.paragraphs)
    )
    for match in _TOLD.finditer(draft.text, found.title.end):
        number = int(match["number"] or 0)
        if not listed:
            yield Finding(
                *match.span(),
                "正文说到附件，没有附件说明",
                "正文下空一行写“附件：名称”，附件附在后面",
                None,
                WARNING,
            )
            return
        if number > listed:
            yield Finding(
                *match.span(),
                f"正文说到附件{number}，只有 {listed} 个附件",
                "补上附件，或改序号",
                None,
                ERROR,
            )
    if items:
        yield from _in_note(draft, items)
        if annexes and len(annexes) != len(items):
            start, end, _ = items[min(len(annexes), len(items) - 1)]
            if len(annexes) < len(items):  # an annex may be a file of its own
                message = f"附件说明列了 {len(items)} 个，后面附了 {len(annexes)} 个：没有“{draft.text[start:end].strip()}”"
                yield Finding(start, end, message, "附在后面；另成一份的不用管", None, INFO)
            else:
                message = f"后面附了 {len(annexes)} 个附件，说明只列了 {len(items)} 个"
                yield Finding(start, end, message, "补上说明里的名称、序号")


def _items(draft: Draft, note: Paragraph) -> list[tuple[int, int, bool]]:
    """Where the name of each attachment of a note stands, and whether it is numbered.

    The first may stand on the next line, a long name goes on in another, and lines may be left free between.
    """
    first = _NOTE.fullmatch(draft.text, note.start, note.end)
    if first is None:
        return []
    found: list[tuple[int, int, bool]] = []
    if first["first"].strip():
        numbered = _ITEM.fullmatch(draft.text, first.start("first"), note.end)
        if numbered is None:
            return [(*first.span("first"), False)]
        found.append((*numbered.span("name"), True))
    gone_on = 0
    for one in draft.paragraphs[draft.index(note.start) + 1 :]:
        match = _ITEM.fullmatch(draft.text, one.start, one.end)
        if match is not None and int(match["number"]) == len(found) + 1:
            found.append((*match.span("name"), True))
            gone_on = 0
        elif draft.words(one).strip():
            gone_on += 1
            if match is not None or gone_on > 1:
                break
    return found


def _in_note(draft: Draft, items: list[tuple[int, int, bool]]) -> Iterator[Finding]:
    """A mark at the end of a name; a number where there is only one."""
    for start, end, _ in items:
        name = draft.text[start:end].rstrip()
        if name[-1] in _ENDS:
            at = start + len(name)
            yield Finding(at - 1, at, "附件名称后面不加标点", "删去", "")
    if len(items) == 1 and items[0][2]:
        yield Finding(items[0][0], items[0][1], "只有一个附件，不编号", "写成“附件：名称”")


RULE = Rule(
    code="attachment-mismatch",
    name="附件说明",
    family=Family.RULES,
    severity=WARNING,
    why="正文说“见附件2”，说明里只列了一个，收文的人就要打电话来问。附件名称后面不加标点；只有一个附件不编号。",
    source="GB/T 9704—2012 7.3.4、7.3.7",
    basis=Basis.RULED,
    bad=(
        "关于报送情况的通知\n各县水务局：\n请按附件2填写。\n附件：报送情况表\n澜川市水务局\n2026年3月5日",
        "关于报送情况的通知。\n各县水务局：\n请自查，详见附件。\n澜川市水务局\n2026年3月5日",
        "关于报送情况的通知\n各县水务局：\n请自查。\n附件：1.报送情况表。\n2.名单；\n澜川市水务局\n2026年3月5日",
        "关于报送情况的通知\n各县水务局：\n请自查。\n附件：1.报送情况表\n澜川市水务局\n2026年3月5日",
        "关于报送情况的通知\n各县水务局：\n请自查。\n附件：1.情况表\n2.名单\n澜川市水务局\n2026年3月5日\n附件1\n情况表",
    ),
    good=(
        "关于报送情况的通知\n各县水务局：\n请按附件2填写。\n附件：1.情况表\n2.名单\n澜川市水务局\n2026年3月5日",
        "关于报送情况的通知\n各县水务局：\n请自查，详见附件。\n附件：情况表\n澜川市水务局\n2026年3月5日\n附件\n情况表",
        "在会议上的讲话\n同志们：\n数据见附件，这里不念了。",
    ),
    find=find,
)
