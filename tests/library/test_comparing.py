"""What a draft has from elsewhere: how many sources are compared."""

from __future__ import annotations

import pytest

from drafter.library.comparing import Text, compare
from drafter.model.library import Entry, FingerprintHit
from tests.growth import grows_too_fast, repeated

SAID = "把风险隐患当作事故来对待建好一本台账谁排查谁签字"


def compared(count):
    """A text that stands in so many entries: those that are named with it."""
    spots = [FingerprintHit(Entry(f"号{n:02}", "point", text=SAID), 0, 9) for n in range(count)]
    (copied,) = compare(Text(((1, SAID),)), lambda _: spots, (), lambda _: False).copied
    return [copied.entry.id, *copied.also]


@pytest.mark.parametrize(("count", "named"), [(1, 1), (12, 12), (13, 12)])
def test_twelve_sources_of_a_paragraph_are_compared(count, named):
    """The others say no more."""
    assert compared(count) == [f"号{n:02}" for n in range(named)]


def test_what_does_not_count_takes_no_ones_place():
    """It is left out before the twelve are."""
    spots = [FingerprintHit(Entry(f"号{n:02}", "point", text=SAID), 0, 9) for n in range(13)]
    (copied,) = compare(Text(((1, SAID),)), lambda _: spots, (), lambda entry: entry.id < "号12").copied

    assert (copied.entry.id, copied.also) == ("号12", ())


def test_very_many_names_of_papers_are_left_out_in_time_that_grows_with_them():
    """Sixty thousand in one paragraph took a minute."""

    def left_out(text):
        return compare(Text(((1, text),)), lambda _: [], (), lambda _: False).excepted

    assert left_out("《一》见《二三》") == 3
    assert not grows_too_fast(left_out, repeated("《一》"))
