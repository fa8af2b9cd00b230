"""The agenda as the papers of a meeting tell it: whose turn it is, who chaired and spoke, what was heard.

Only what is so is found out here and noted beside each entry and each person; the words for it are the
templates' own.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model.outline import AgendaItem, Occasion, Person, Speaker
from drafter.patterns import pattern

Notes = dict[str, str | int | bool]
"""What is noted of one entry of the agenda, or of one person."""

SPEECH, EXCHANGE, COMMENDED, PRAISED = "讲话", "交流", "表彰", "表扬"
_HEARD = ("通报", "汇报", "报告", "说明", "介绍", "解读", "发言", "点评")
_DEALT_WITH = ("听取", "审议", "审查", "讨论", "审阅")
_REPORTED = ("报告", "汇报", "说明")
_HALVES = ("上午", "下午", "晚上")


def entries(occasion: Occasion, speaker: Speaker) -> list[Notes]:
    """What is noted of each entry of the agenda, in its order.

    `number` is its place in the agenda. `own`: the speaker's, or the chair's where no speaker is named; `first` and
    `last` of a kind count what others do, since nobody thanks himself.
    """
    agenda = occasion.agenda
    turns = [place for place, item in enumerate(agenda) if not _is_chairs(item, occasion, speaker)]
    kinds = [kind(item) for item in agenda]
    notes: list[Notes] = []
    for place, item in enumerate(agenda):
        alike = [turn for turn in turns if kinds[turn] == kinds[place]]
        in_order: Notes = {
            "own": place not in turns,
            "number": place + 1,
            "kind": kinds[place],
            "first": alike[:1] == [place],
            "last": alike[-1:] == [place],
        }
        notes.append(in_order | _of_itself(item, occasion.people))
    return notes


def _of_itself(item: AgendaItem, people: Sequence[Person]) -> Notes:
    """What an entry is wherever it stands."""
    return {
        "in_turn": ("、" in item.who or item.who[:1] == "各") and item.does.endswith("发言"),
        "heard": item.does.endswith(_HEARD),
        "rank": next((place for place, one in enumerate(ranked(people)) if _does(one, item)), len(people)),
        "reviewed": reviewed(item),
        "by_present": any(_does(person, item) and _is_present(person) for person in people),
    }


def ranked(people: Sequence[Person]) -> list[Person]:
    """People in order of rank; those without one keep their place behind those with one."""
    return sorted(people, key=lambda person: (person.rank is None, person.rank or 0))


def is_own(item: AgendaItem, speaker: Speaker) -> bool:
    """Whether the entry is the speaker's own, and his alone."""
    return is_named(speaker.name, item.who) and "、" not in item.who


def _is_chairs(item: AgendaItem, occasion: Occasion, speaker: Speaker) -> bool:
    """Whether whoever leads through the agenda does the entry himself."""
    if speaker.name:
        return is_own(item, speaker)
    names = [person.name for person in occasion.people if is_named(person.name, occasion.chair)]
    names += [name_in(occasion.chair)] if not names else []
    return any(name and name in item.who and "、" not in item.who for name in (*names, occasion.chair))


_AFTER_NAME = pattern(
    r"$|[、，；和与及等（(\s]|同志|先生|女士|教授|(?:常务|第一|党组|党委|[市县区]委)?副?"
    r"(?:[省市县区州镇乡局厅处科部院校会组站所室队秘][长书]|书记|主任|主席|总|董事|委员|常委|专员|经理|调研员|司令|政委|主编|所长)"
)
"""What follows a name that has ended: 林舟 is not in 林舟舟."""


def is_named(name: str, who: str) -> bool:
    """Whether this is whom a text says, with his post or without."""
    at = who.find(name) if name else -1
    while at >= 0:
        if _AFTER_NAME.match(who, at + len(name)):
            return True
        at = who.find(name, at + 1)
    return False


_NAME_LAST = pattern(r"(?:长|书记|主任|主席|委员|常委|经理|总监|员)([一-鿿]{2,3})$")
_NAME_FIRST = pattern(
    r"^([一-鿿]{2,3}?)(?:(?:常务|第一|党组|党委)?副?(?:[省市县区州镇乡局厅处科部院校会组站所室队行秘书检察董事总支大]{0,3}长|书记|主任|主席))$"
)


def name_in(who: str) -> str:
    """The name of somebody who is told with his post before it (常务副市长余青原) or behind (余青原常务副市长), else ""."""
    found = _NAME_LAST.search(who) or _NAME_FIRST.search(who)
    return found[1] if found else ""


def kind(item: AgendaItem) -> str:
    """What kind of thing is done: 讲话, 交流, 表彰 or 表扬 where it is read out, "" for any other."""
    if SPEECH in item.does:
        return SPEECH
    if EXCHANGE in item.does:
        return EXCHANGE
    if item.does == "宣读" and "批评" not in item.what:
        return next((word for word in (COMMENDED, PRAISED) if word in item.what), "")
    return ""


def reviewed(item: AgendaItem) -> str:
    """How a meeting took a paper: it dealt with it itself (审议), had it reported (报告), or neither ("")."""
    if not item.what:
        return ""
    if item.does.startswith(_DEALT_WITH):
        return "审议"
    return "报告" if item.does.endswith(_REPORTED) else ""


def attendance(people: Sequence[Person], occasion: Occasion) -> list[Notes]:
    """The `part` that each of the people took in the meeting, in their order.

    Of those who are there by name: 主持并讲话, 主持, 首先讲话, 讲话, 另有事项 (whatever else the agenda has
    for him) or 出席; "" of all others.
    """
    parts = [_part(person, occasion) for person in people]
    if SPEECH in parts:
        parts[parts.index(SPEECH)] = "首先讲话"
    return [{"part": part} for part in parts]


def _part(person: Person, occasion: Occasion) -> str:
    if not _is_present(person):
        return ""
    done = {kind(item) == SPEECH for item in occasion.agenda if _does(person, item)}
    if is_named(person.name, occasion.chair):
        return "主持并讲话" if True in done else "主持"
    if True in done:
        return SPEECH
    return "另有事项" if done else "出席"


def _is_present(person: Person) -> bool:
    return bool(person.name) and person.presence in ("", "出席")


def _does(person: Person, item: AgendaItem) -> bool:
    return is_named(person.name, item.who)


def day_of(time: str) -> str:
    """The day of a time as it is told afterwards: 2026年3月26日（星期四）下午3:00 is 2026年3月26日下午."""
    day = time.partition("（")[0]
    half = time.rpartition("）")[2][:2] if "）" in time else ""
    return (day + half if half in _HALVES else day).strip()
