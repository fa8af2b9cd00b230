"""Where words of one stage of an outline stand in another."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.records import Record
from drafter.redline.aligning import LEAST, Group, groups, likeness
from drafter.redline.changes import changes
from drafter.revising.printed import Printed, in_words
from drafter.revising.stages.differing import printed_of
from drafter.session.session import Session

_BETWEEN = "\n"


class Standing(Record):
    """Where words of an earlier stage stand now: at this key and character of its text; whether they are unchanged."""

    key: str
    offset: int
    same: bool


def standing(session: Session, name: str, old: str, new: str, key: str, offset: int) -> Standing | None:
    """Where what an earlier stage printed of a key, from this character of its text on, stands now; None where nothing does.

    Raises:
        InputProblem: one of the two cannot be drafted.

    """
    before, after = printed_of(session, old, name), printed_of(session, new, name)
    at = _place_of(before, key, offset)
    if at is None:
        return None
    found = groups([one.text for one in before], [one.text for one in after])
    group = next(one for one in found if one.old <= at[0] < one.old_end)
    now: Sequence[Printed] = after[group.new : group.new_end]
    if not now:  # gone from there; moved, where somewhere else one like it is new
        group, now = Group(at[0], at[0] + 1, 0, 0), _moved(before[at[0]], after, found)
    was = before[group.old : group.old_end]
    place = sum(len(one.text) + len(_BETWEEN) for one in before[group.old : at[0]]) + at[1]
    return _typed(now, *_carried(_joined(was), _joined(now), place))


def _moved(paragraph: Printed, after: Sequence[Printed], found: Sequence[Group]) -> Sequence[Printed]:
    new = [after[at] for one in found if one.old == one.old_end for at in range(one.new, one.new_end)]
    best = max(new, key=lambda one: likeness(paragraph.text, one.text), default=None)
    return [best] if best and likeness(paragraph.text, best.text) >= LEAST else []


def _joined(paragraphs: Sequence[Printed]) -> str:
    return _BETWEEN.join(one.text for one in paragraphs)


def _place_of(paragraphs: Sequence[Printed], key: str, offset: int) -> tuple[int, int] | None:
    """The paragraph, and the character in it, in which a character of a text was printed."""
    for number, one in enumerate(paragraphs):
        for span in one.spans:
            if span.offset is not None and in_words(span.path) == key:
                inside = offset - span.offset
                if 0 <= inside < span.end - span.start:
                    return number, span.start + inside
    return None


def _carried(was: str, now: str, place: int) -> tuple[int, bool]:
    """Where a character of the old text stands in the new one; of one that is gone, where it stood."""
    grown = 0
    for one in changes(was, now) if was != now else ():
        start = one.start - grown
        if place < start:
            break
        if place < start + len(one.old):
            return one.start, False
        grown += one.end - one.start - len(one.old)
    return place + grown, True


def _typed(paragraphs: Sequence[Printed], place: int, same: bool) -> Standing | None:
    """The text of the outline that stands at a character, else the nearest that does."""
    known, begun = [], 0
    for one in paragraphs:
        known += [(begun + span.start, begun + span.end, span) for span in one.spans if span.path]
        begun += len(one.text) + len(_BETWEEN)
    if not known:
        return None
    start, end, span = min(known, key=lambda one: max(one[0] - place, place - one[1] + 1, 0))
    inside = min(max(place - start, 0), end - start)
    return Standing(in_words(span.path), (span.offset or 0) + inside, same and start <= place < end)
