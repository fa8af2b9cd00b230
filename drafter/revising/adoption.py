"""意见采纳情况表: whose opinion, where, what was, what is asked, and whether it was taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.model.outline import Opinion
from drafter.patterns import pattern
from drafter.records import Record
from drafter.revising.agreeing import CONFLICT, DECLINED, TAKEN, UNPLACED
from drafter.revising.changed import KINDS, Change
from drafter.writers import markdown

_YES, _NO, _OPEN = "已采纳", "未采纳", "待定"
_STATES = {TAKEN: _YES, DECLINED: _NO, CONFLICT: f"{_OPEN}（意见不一）", UNPLACED: _OPEN}
_DECIDED = {"已改": _YES, "未改": _NO}
_STEP = pattern(r"([^\[\]]+)\[(\d+)\]")
_COLUMNS = ("序号", "提出人", "位置", "原文", "意见", "采纳情况")


class _Row(Record):
    who: str
    where: str
    old: str
    asked: str
    state: str
    why: str = ""


def table(told: Sequence[Change], opinions: Sequence[Opinion], only_taken: bool = False) -> str:
    """The table as a draft in Markdown: what came back in Word and what the outline keeps of other ways, each once."""
    all_ = [*_marked(told), *_said(told, opinions)]
    taken = sum(one.state == _YES for one in all_)
    rows = [one for one in all_ if one.state == _YES or not only_taken]
    cells = [
        (str(number), one.who or "未署名", one.where or "（文中）", one.old or "—", one.asked, one.state + (f"（{one.why}）" if one.why else ""))
        for number, one in enumerate(rows, 1)
    ]  # fmt: skip
    head = f"共收到意见{len(all_)}条，采纳{taken}条，未采纳和待定{len(all_) - taken}条。"
    if only_taken:
        head = f"共采纳意见{taken}条。"
    lines = ["# 意见采纳情况表", "", head, "", *(markdown.table([_COLUMNS, *cells]) if cells else ())]
    return "\n".join(lines) + "\n"


def _marked(told: Sequence[Change]) -> Iterator[_Row]:
    """What came back in Word."""
    for one in told:
        asked = f"{KINDS[one.kind]}：{one.new or '删去'}"
        state = (
            _OPEN if one.kind == "comment" and one.state == TAKEN else _STATES[one.state]
        )  # noted is not adopted
        yield _Row(one.author, spoken(one.key), one.old, asked, state)


def spoken(key: str) -> str:
    """A place of an outline as one says it: 事项第2节第1条."""
    said = ""
    for step in key.split("."):
        match = _STEP.fullmatch(step)
        if match and match[1] == "要点":
            said += f"第{match[2]}条"
        elif match:
            said += f"{match[1]}第{match[2]}节"
        elif step not in ("标题", "正文") or not said:
            said += step
    return said


def _said(told: Sequence[Change], opinions: Sequence[Opinion]) -> Iterator[_Row]:
    """What the outline keeps, but for comments that came back just now too."""
    marked = {(one.author, one.new.replace("\n", "；")) for one in told if one.kind == "comment"}
    for one in opinions:
        if (one.who, one.words) not in marked:
            how = "，".join(filter(None, (one.when, one.how)))
            state = _DECIDED.get(one.state, _OPEN)
            yield _Row(one.who, one.at, "", f"{how}：{one.words}" if how else one.words, state, one.note)
