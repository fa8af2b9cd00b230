"""Who serves when, and how two rosters are joined."""

from __future__ import annotations

import pytest

from drafter.model.roster import Member, Roster, Unit

TERM = Member("顾见川", "副市长", begin=(2024, 3, 0), end=(2026, 2, 0))


@pytest.mark.parametrize(
    ("day", "serves"),
    [((2024, 2, 28), False), ((2024, 3, 1), True), ((2026, 2, 28), True), ((2026, 3, 1), False)],
)
def test_a_month_is_served_whole(day, serves):
    assert TERM.serves_on(day) is serves


@pytest.mark.parametrize(
    ("day", "serves"), [((2024, 0, 0), True), ((2023, 0, 0), False), ((2026, 3, 0), False)]
)
def test_a_day_that_is_known_in_part_may_be_any_of_it(day, serves):
    assert TERM.serves_on(day) is serves


def test_without_a_day_whoever_left_is_gone():
    assert not TERM.serves_on((0, 0, 0))
    assert Member("周舟").serves_on((0, 0, 0))


def test_the_same_post_of_a_person_is_replaced_and_another_is_added():
    before = Roster((Member("顾见川", "副市长", rank=3),), (Unit("市林业局"),))
    after = before.joined(
        Roster(
            (Member("顾见川", "副市长", rank=2), Member("顾见川", "市长")), (Unit("市林业局", ("林业局",)),)
        )
    )

    assert [(one.post, one.rank) for one in after.people] == [("副市长", 2), ("市长", 0)]
    assert after.units == (Unit("市林业局", ("林业局",)),)


def test_those_without_a_rank_stand_behind():
    roster = Roster((Member("甲"), Member("乙", rank=9), Member("丙", rank=1)))

    assert [one.name for one in roster.ordered().people] == ["丙", "乙", "甲"]


def test_several_posts_in_one_are_parted():
    assert Member("顾见川", "市委副书记、市长").posts == ("市委副书记", "市长")
    assert Member("周舟", "副市长兼公安局局长").posts == ("副市长", "公安局局长")
