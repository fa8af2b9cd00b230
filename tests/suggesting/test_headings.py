"""Parallel headings out of the points' own verbs and objects."""

from __future__ import annotations

import pytest

from drafter.suggesting import headings
from tests.builders import outline


def row(*titles, role="任务"):
    points = "".join(f"    - {{标题: {title}, 正文: 做。}}\n" for title in titles)
    return outline(f"{role}:\n  小标题: 今年的事\n  要点:\n{points}")


@pytest.mark.parametrize(
    ("title", "verb", "thing", "done"),
    [
        ("压实责任", "压实", "责任", True),
        ("深化改革", "深化", "改革", False),
        ("查隐患", "查", "隐患", False),
        ("贯通业务系统，六月底前告别二次录入", "贯通", "业务系统", False),
        ("补齐设备。", "补齐", "设备", True),
        ("做大做强产业", "做大做强", "产业", True),
    ],
)
def test_a_title_is_a_verb_and_its_object(title, verb, thing, done):
    """Its first clause; when and how much is for the text."""
    assert headings.split_title(title) == headings.Title(verb, thing, done)


@pytest.mark.parametrize(
    "title",
    [
        "责任见名",
        "压实",
        "",
        "查",
        "严重不足",
        "强降雨来得早",
        "落实到位",
        "抓好了事",
        "落实好惠民政策",
        "提{{ 条数 }}点",
        "推进" + "很" * 20,
    ],
)
def test_what_is_none_is_not_split(title):
    """A noun with what it does, a verb alone, a fact, a sentence."""
    assert headings.split_title(title) is None


def test_sets_are_made_of_the_points_own_words():
    """The row as it stands first, then set by set, each heading of one form."""
    made, left = headings.suggest(row("压实责任", "补齐设备"))

    assert left == []
    assert [one.text for one in made] == [
        "压实责任\n补齐设备",
        "着力压实责任\n全力补齐设备",
        "在压实责任上下功夫\n在补齐设备上求实效",
        "压实责任不放松\n补齐设备不停步",
        "把责任压实\n把设备补齐",
        "责任要压实\n设备要补齐",
    ]
    assert [one.chosen for one in made] == [True] + [False] * 5
    assert {one.place for one in made} == {"今年的事"}


def test_a_verb_without_result_does_not_stand_behind_its_object():
    """把改革深化 is a translation."""
    made, _ = headings.suggest(row("压实责任", "深化改革"))

    assert not any(one.text.startswith("把") for one in made)


def test_a_row_that_cannot_be_set_is_said_by_its_first_title():
    """No half a set."""
    assert headings.suggest(row("压实责任", "设备很旧", "人手不够")) == ([], ["设备很旧"])


@pytest.mark.parametrize("role", ["成绩", "不足"])
def test_what_was_done_and_what_is_wrong_is_left_alone(role):
    """Unless it is asked for by name."""
    names = {"成绩": "achievements", "不足": "gaps"}

    assert headings.suggest(row("压实责任", "补齐设备", role=role)) == ([], [])
    assert headings.suggest(row("压实责任", "补齐设备", role=role), names[role])[0]
