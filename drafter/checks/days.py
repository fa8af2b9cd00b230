"""Days of the calendar against the day of a draft."""

from __future__ import annotations

import re
from datetime import date

from drafter.model.lexicon import Day, Event

YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")


def first_day(day: Day) -> date:
    """The first day that a day, a month or a year can mean.

    Raises:
        ValueError: there is no such day.

    """
    return date(day[0], day[1] or 1, day[2] or 1)


def last_day(day: Day) -> date:
    """The last day that a day, a month or a year can mean; of a month, its 28th is near enough.

    Raises:
        ValueError: there is no such day.

    """
    return date(day[0], day[1] or 12, day[2] or (28 if day[1] else 31))


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


def is_longer(text: str, at: int, event: Event) -> bool:
    """Whether what stands here is the longer name of something else."""
    return any(
        text.startswith(longer, at - longer.find(name))
        for longer in event.unless
        for name in event.names
        if name in longer
    )
