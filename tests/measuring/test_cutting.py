"""Where to cut so that a speech keeps its time."""

from __future__ import annotations

import pytest

from drafter.measuring.cutting import changes
from drafter.measuring.measure import Measures, PartMeasure


def measures(**characters):
    """A speech of these parts; its attachments are not read aloud."""
    parts = tuple(PartMeasure(role, "", size, size / 180) for role, size in characters.items())
    total = sum(size for role, size in characters.items() if role != "attachments")
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


def found(minutes, tolerance=0.1, **characters):
    return {c.part.role: c.characters for c in changes(measures(**characters), minutes, tolerance)}


@pytest.mark.parametrize(("size", "changed"), [(1980, False), (1998, True), (1620, False), (1602, True)])
def test_a_tenth_more_or_less_is_kept_time(size, changed):
    """Eleven minutes for ten, and nine; a little more is told."""
    assert bool(found(10, tasks=size)) is changed


def test_a_speech_of_no_length_is_told_nothing():
    """And none is asked for by zero."""
    assert found(10) == {}
    assert found(0, tasks=1800) == {}
    assert changes(Measures(0, 0, 0.0, 1, (PartMeasure("tasks", "", 0, 0.0),)), 10, 0.1) == []


@pytest.mark.parametrize(
    ("part", "keeps"), [("opening", 144), ("achievements", 450), ("closing", 150)], ids=lambda v: str(v)
)
def test_a_part_keeps_its_share_of_what_is_to_be_left(part, keeps):
    """Of 1800 characters the opening 8 %, achievements a quarter; a closing 150 whatever the length."""
    rest = (3600 - keeps) // 2

    for over in (1, 40):
        cut = found(10, **{part: keeps + over, "gaps": rest - over, "tasks": rest})
        assert cut.pop(part, 0) == -over
        assert sum(cut.values()) == pytest.approx(over - 1800, abs=1)


def test_what_is_within_its_share_is_not_cut_first():
    """Opening and closing stay as they are; achievements give what the others give."""
    assert found(10, opening=144, closing=150, tasks=1653, gaps=1653) == {"tasks": -900, "gaps": -900}
    assert found(10, achievements=450, tasks=1575, gaps=1575)["achievements"] == -225


def test_no_more_is_cut_than_is_over():
    """Though a part takes far more than its share."""
    assert found(10, achievements=1500, tasks=500) == {"achievements": -200}
    assert found(10, opening=1000, achievements=900, tasks=100) == {"opening": -200}


def test_what_is_left_to_cut_is_shared_by_length():
    """Among the parts that were not cut already."""
    assert found(10, achievements=650, gaps=500, tasks=1000) == {
        "achievements": -200,
        "gaps": -50,
        "tasks": -100,
    }


def test_what_a_speech_may_grow_by_is_shared_by_length():
    """Neither opening nor closing nor attachments, which count for nothing here; its share is of the text."""
    speech = measures(opening=90, gaps=180, tasks=540, closing=90, attachments=500)
    grown = changes(speech, 10, 0.1)

    assert [(c.part.role, c.characters, c.share) for c in grown] == [("gaps", 225, 0.2), ("tasks", 675, 0.6)]
    assert found(10, opening=900) == {}
    assert found(10, opening=900, tasks=0) == {}


def test_attachments_are_never_cut():
    """Nobody reads them aloud."""
    assert found(10, attachments=9000, tasks=1200, gaps=1800) == {"tasks": -480, "gaps": -720}


def test_changes_stand_in_the_order_of_the_parts():
    """A part whose change comes to nothing is not named."""
    assert list(found(10, gaps=1700, achievements=550, tasks=0, causes=400)) == [
        "gaps",
        "achievements",
        "causes",
    ]
