"""A draft shortened to its minutes: what goes, and how often the whole is drafted for it."""

from __future__ import annotations

import pytest

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.shortening import shortened
from drafter.problems import InputProblem, Problem
from tests.builders import session

POINT = "    - {标题: 第%d条, 正文: 话一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十。, 可略: 是}\n"


def draft_of(count):
    text = "模板: 部署讲话\n标题: 快慢\n任务:\n  小标题: 事\n  要点:\n" + "".join(
        map(POINT.__mod__, range(count))
    )
    return production.from_outline(session(), text, "稿.yaml", Options())


@pytest.fixture
def tried(monkeypatch):
    """The sizes of the outlines that were drafted anew; those in its `refuses` cannot be."""
    recomposed = production.recomposed

    class Tried(list):
        refuses = frozenset()

    sizes = Tried()

    def noted(session, draft, loaded):
        sizes.append(len(loaded.outline.parts[0].items[0].points))
        if sizes[-1] in sizes.refuses:
            raise InputProblem(Problem("no-count", "数不出来"))
        return recomposed(session, draft, loaded)

    monkeypatch.setattr(production, "recomposed", noted)
    return sizes


def minutes_of(count):
    return production.measured(session(), draft_of(count)).minutes


@pytest.mark.parametrize("left", [1, 7, 20, 39])
def test_as_few_points_go_as_are_enough(left):
    """One fewer would be too long."""
    made = shortened(session(), draft_of(40), minutes_of(left))

    assert len(made.cut) == 40 - left and not any(one.code == "still-too-long" for one in made.problems)


def test_what_cannot_be_drafted_is_passed_over(tried):
    """The next that can is taken, whichever of them were looked at."""
    tried.refuses = frozenset({20, 19, 10})

    assert len(shortened(session(), draft_of(40), minutes_of(20)).cut) == 22


def test_where_nothing_suffices_all_goes_that_can(tried):
    """Down to the last that can be drafted."""
    tried.refuses = frozenset({1, 2})
    made = shortened(session(), draft_of(40), 0.01)

    assert len(made.cut) == 37 and any(one.code == "still-too-long" for one in made.problems)


def test_the_whole_is_drafted_a_few_times_alone(tried):
    """Not once for each point that goes: 1,500 points took minutes."""
    shortened(session(), draft_of(100), minutes_of(5))

    assert len(tried) <= 7
