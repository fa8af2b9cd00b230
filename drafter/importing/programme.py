"""The programme of a meeting that a typed outline tells in lines of its own: 参会：……, 议程： and its items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.outline import AgendaItem, Occasion, Outline
from drafter.model.source import Guess, Line
from drafter.outlining.form import marks
from drafter.outlining.form.enumerations import literal

_HEAD = re.compile(r"(?:会议)?(?:议程|程序|安排)(?:共?[一二三四五六七八九十\d]{1,3}项)?(?:如下)?[：:]?")
_NEXT = re.compile(r"(?:下面|现在)?.{0,4}(?:一项一项|逐项|依次)(?:地)?进行[。]?")
"""What only says that the items follow: the script says it itself."""

_ATTENDANCE = re.compile(r"(?:参会|与会|出席|参加)(?:人员|对象|单位|范围)?[：:]\s*(?P<who>\S.*?)[。；]?")
_BY_VIDEO = re.compile(r"(?:视频|分会场|视频会议)[：:]\s*(?P<who>\S.*?)[。；]?")
_DOES = r"(?:书面|表态|交流|总结|动员|主旨|典型|先进)?(?:发言|讲话|汇报|报告|通报|点评|致辞|表态|述职)|宣读|传达|学习|介绍|部署|安排|解读|播放|观看|领奖|颁奖|授牌|签字|签订|签约|说明|总结"
_ITEM = re.compile(
    rf"(?:请|由)?(?P<who>[^，。；：]{{1,24}}?)(?:作|做|进行)?(?P<does>{_DOES})(?P<what>[^。；]{{0,40}})[。；]?"
)


@dataclass(slots=True)
class Programme:
    """Who is there and what is done."""

    attendance: list[str] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)

    def over(self, outline: Outline) -> Outline:
        """The outline of the meeting that has this programme; what the outline says of it itself goes before."""
        if not (self.attendance or self.agenda):
            return outline
        own = outline.occasion or Occasion()
        attendance = own.attendance or tuple(map(literal, self.attendance))
        return replace(
            outline, occasion=replace(own, attendance=attendance, agenda=own.agenda or tuple(self.agenda))
        )


def taken(lines: Sequence[Line]) -> tuple[list[Line], Programme]:
    """The lines without those that tell the programme, and what they tell."""
    found = Programme()
    kept: list[Line] = []
    listed = False
    for line in lines:
        there = _ATTENDANCE.fullmatch(line.text) if not line.rows else None
        there = there or (_BY_VIDEO.fullmatch(line.text) if not line.rows else None)
        item = _item(line) if listed else None
        if there is not None:
            found.attendance.append(there["who"])
        elif item is not None:
            found.agenda.append(item)
        elif not line.rows and _HEAD.fullmatch(_unmarked(line.text)):
            listed = True
        elif found.agenda and not line.rows and _NEXT.fullmatch(line.text):
            listed = False
        else:
            listed = False
            kept.append(line)
            continue
        found.guesses.append(Guess("场合", line.number, f"“{line.text[:30]}”说的是会议的安排"))
    return (kept, found) if found.agenda or found.attendance else (list(lines), Programme())


def _item(line: Line) -> AgendaItem | None:
    """An item of the agenda; None where a line brings no mark or does nothing."""
    if line.rows or marks.opening(line.text) is None:
        return None
    found = _ITEM.fullmatch(_unmarked(line.text))
    if found is None:
        return None
    does = "发言" if found["does"] == "表态" else found["does"]
    return AgendaItem(literal(found["who"]), does, literal(found["what"].strip()))


def _unmarked(text: str) -> str:
    mark = marks.opening(text)
    return text[len(mark.text) :].strip() if mark else text.strip()
