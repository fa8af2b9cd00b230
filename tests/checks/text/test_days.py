"""Events of the calendar in a draft: each place is one event's."""

from __future__ import annotations

from drafter.checks.draft import Setting
from drafter.checks.rules import anniversary_misdated, festival_misdated, session_stale
from drafter.checks.text import days
from drafter.model.lexicon import Calendar, Event, Lexicon
from tests.builders import draft_to_check, make_draft

LEAGUE = Event(("中国共青团成立", "共青团成立"), (1922, 0, 0), source="团一大 1922-05")
REFORM = Event(("改革开放",), (1978, 0, 0))


def draft(text, *events):
    return make_draft(text, Setting(Lexicon(calendar=Calendar(anniversaries=events)), (2026, 3, 12)))


def test_a_name_within_another_is_not_told_again():
    """共青团成立 stands within 中国共青团成立; the finding says where the list has it from."""
    (found,) = anniversary_misdated.RULE.find(draft("今年是中国共青团成立100周年。", LEAGUE))

    assert "中国共青团成立" in found.message
    assert found.hint.endswith("（据：团一大 1922-05）")


def test_an_anniversary_is_that_of_the_nearest_name():
    """And of none where something unknown stands between."""
    both = draft("今年是改革开放和共青团成立100周年。", LEAGUE, REFORM)
    unknown = draft("今年是改革开放和撤县设市30周年。", LEAGUE, REFORM)

    assert ["共青团成立" in one.message for one in anniversary_misdated.RULE.find(both)] == [True]
    assert list(anniversary_misdated.RULE.find(unknown)) == []


def test_a_longer_name_of_something_else_is_no_event_even_at_the_very_beginning():
    """Where the longer name would begin before the text, it does not stand there."""
    event = Event(("十六大",), (2002, 11, 8), unless=("党的十六大代表",))
    text = "十六大召开。党的十六大代表"

    assert [at for at, _, _ in days.named(draft(text, event), (event,))] == [0]


def test_a_meeting_is_one_finding():
    """Its long name holds short ones of the same and of other meetings."""
    text = "在动员会上的讲话\n（2026年3月12日）\n喜迎中国共产党第二十次全国代表大会，要保平安。"

    assert len(list(session_stale.RULE.find(draft_to_check(text)))) == 1


def test_a_festivals_holiday_is_not_its_day():
    """Nor is what lies before and after it; the day itself is."""
    told = [
        list(festival_misdated.RULE.find(draft_to_check(text)))
        for text in ("10月3日国庆节假期，要值好班。", "9月5日教师节前，要走访。", "9月5日教师节，要走访。")
    ]

    assert [len(found) for found in told] == [0, 0, 1]
