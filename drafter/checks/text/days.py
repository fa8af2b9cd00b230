"""Days of the calendar against the day of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from drafter.checks.draft import Draft
from drafter.model.lexicon import Day, Event

_SAFE = 28
"""A day that every month has: what is compared here is months apart."""

YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")


def first_day(day: Day) -> date:
    """The first day that a day, a month or a year can mean; one that no month has is its 28th."""
    return date(max(day[0], 1), min(max(day[1], 1), 12), min(max(day[2], 1), _SAFE))


def last_day(day: Day) -> date:
    """The last day that a day, a month or a year can mean; the 28th of a month is near enough."""
    return date(max(day[0], 1), min(day[1] or 12, 12), min(day[2] or _SAFE, _SAFE))


def is_of_days(day: Day, begin: Day, end: Day) -> bool:
    """Whether a draft of a day may be of the time from `begin` to `end`; one without a date is of today."""
    if not day[0]:
        return not end[0]
    return last_day(day) >= first_day(begin) and (not end[0] or first_day(day) <= last_day(end))


def meant_year(before: str, own: int) -> int:
    """The year that a clause speaks of: the last that it names, the draft's own where it says 今年,
    else 0.
    """
    years = YEAR.findall(before)
    if years:
        return int(years[-1])
    if "今年" in before or "本年" in before:
        return own
    if "去年" in before or "上年" in before:
        return own - 1 if own else 0
    return 0


_PAST = re.compile(
    r"去年|前年|上年|过去|以来|先后|曾|已经|历史性|刚刚|[一二三四五两]年来|[这近][一二三四五两]年|(?<!今后)(?<!未来)(?<!下一个)(?<!下)五年(?!规划|计划|目标)"
)
_DONE = re.compile(r"如期|胜利|圆满|收官|完成了|克服")
_WANTED = re.compile(
    r"(?<![主重需首紧纲摘])要(?!素|求|点|闻|件|义|紧|害)|必须|务必|确保|力争|坚决|今年|下一步"
)
"""What is done is told of the past, where nothing in its sentence says that it is wanted: 要如期完成."""
_REVIEWED = re.compile(
    r"回顾|总结|成绩|成效|过去|以来|(?<![今后未来])[一二三四五两]年(?!目标|任务|规划)(?<!后.年)(?<!来.年)"
)
"""What headings say under which a draft looks back."""

_CALLED = re.compile(r"(?:要|必须|务必|继续|抓好|做好|力争|确保)[^，。；]{0,8}$")
"""What calls for what follows, and so does not tell of it."""

_OPENING = 16
"""Characters at the beginning of a paragraph that say of what time it is."""


def is_told_of_past(draft: Draft, at: int) -> bool:
    """Whether a draft looks back where a character stands: its sentence, the opening of its paragraph or a heading
    over it says so, and nothing right before calls for it.
    """
    start, end = draft.sentence(at)
    if _CALLED.search(draft.text, start, at):
        return False
    first = draft.paragraph(at).start
    told = f"{draft.text[first : first + _OPENING]}\n{draft.text[start:end]}"
    headings = draft.headings_over(at)
    if _PAST.search(told) or _REVIEWED.search(headings):
        return True
    if _DONE.search(told) and not _WANTED.search(told):
        return True
    return any(int(year) < draft.year for year in YEAR.findall(f"{told}\n{headings}"))


Named = tuple[int, str, Event]
"""Where an event is named, by which of its names, and the event."""


def named(draft: Draft, events: Iterable[Event]) -> list[Named]:
    """Where the events are named, in order; a name within another's, or within one of something else,
    is none.
    """
    known = {name: event for event in events for name in event.names}
    spots = ((at, name, known[name]) for at, name in draft.longest(known))
    return [spot for spot in spots if not _is_longer(draft.text, spot[0], spot[2])]


def meetings(draft: Draft) -> list[Named]:
    """Where the calendar's meetings are named."""
    return named(draft, draft.lexicon.calendar.meetings)


def _is_longer(text: str, at: int, event: Event) -> bool:
    """Whether what stands here is the longer name of something else."""
    return any(
        text.startswith(longer, at - longer.find(name))
        for longer in event.unless
        for name in event.names
        if 0 <= longer.find(name) <= at
    )
