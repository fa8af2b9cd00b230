"""Where to cut so that a speech keeps its time."""

from __future__ import annotations

import pytest

from drafter.measuring.cutting import changes
from drafter.measuring.measure import Measures, PartMeasure


def measures(**characters):
    parts = tuple(PartMeasure(role, "", size, size / 180) for role, size in characters.items())
    total = sum(characters.values())
    return Measures(total, 10, total / 180, 5, parts)


def test_nothing_is_said_where_the_time_is_kept():
    """Within the tolerance, or where no time is asked for."""
    speech = measures(opening=100, tasks=1700)

    assert changes(speech, 10, 0.1) == []
    assert changes(speech, None, 0.1) == []


def test_what_takes_more_than_its_share_is_cut_first():
    """Achievements take at most a quarter (what makes a good draft, 4)."""
    found = changes(measures(achievements=1000, tasks=1000), 10, 0.1)

    assert found[0].part.role == "achievements"
    assert found[0].characters == -200


def test_the_cuts_add_up():
    """To the characters that are over, opening and closing aside."""
    found = changes(measures(opening=100, achievements=400, gaps=500, tasks=1400, closing=100), 10, 0.1)

    assert sum(change.characters for change in found) == pytest.approx(-700, abs=3)


def test_a_speech_that_is_too_short_is_told_where_it_may_grow():
    """Not in its opening, nor in its closing."""
    found = changes(measures(opening=100, tasks=700, closing=100), 10, 0.1)

    assert [change.part.role for change in found] == ["tasks"]
    assert found[0].characters > 0
