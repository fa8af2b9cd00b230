"""Keys as they are meant: the nearest that is known, and not twice."""

from __future__ import annotations

import pytest

from drafter.readers.yaml import keys, trees

KNOWN = {"标题": "title", "title": "title", "小标题": "heading", "任务": "tasks", "称谓": "audience"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("标题", "标题"),
        ("标体", "标题"),
        (" 标题 ", "标题"),
        ("titel", "title"),
        ("任五", "任务"),
        ("小标体", "小标题"),
        ("完全不同", ""),
        ("", ""),
    ],
)
def test_the_nearest_spelling_is_meant(typed, meant):
    """White space aside; none where none is near."""
    assert keys.nearest_spelling(typed, KNOWN) == meant


def test_of_two_that_are_near_the_one_that_begins_alike_is_meant():
    """Though another may be nearer."""
    assert keys.nearest_spelling("甲乙丙丁", ["戊乙丙丁", "甲乙丙戊己"]) == "甲乙丙戊己"
    assert keys.nearest_spelling("甲乙丙丁", ["戊乙丙丁", "己乙丙戊"]) == "戊乙丙丁"


@pytest.mark.parametrize(("nearer", "alike"), [(2, True), (3, False)])
def test_the_three_nearest_are_looked_at(nearer, alike):
    """One that begins alike and is farther than these is not meant."""
    others = ["子乙丙丁", "丑乙丙丁", "寅乙丙丁"][:nearer]
    found = keys.nearest_spelling("甲乙丙丁", ["甲乙戊己", *others])

    assert (found == "甲乙戊己", found in others) == (alike, not alike)


def meant(text):
    """Each key as typed, as meant, and the value."""
    root, problems = trees.parse(text, "大纲.yaml")
    assert problems == []
    return [
        (key.text, one.text if one else None, value.text)
        for key, one, value in keys.meant(root, KNOWN, KNOWN)
    ]


def test_a_known_key_is_meant_as_itself_and_an_unknown_one_as_the_nearest():
    """In the order of the file."""
    assert meant("标题: 甲\n任五: 乙\n完全不同: 丙\n") == [
        ("标题", "标题", "甲"), ("任五", "任务", "乙"), ("完全不同", None, "丙"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["标题: 甲\n标体: 乙\n", "title: 甲\n标体: 乙\n"])
def test_a_key_that_stands_there_already_is_not_meant_again(text):
    """In whatever spelling."""
    assert meant(text)[1] == ("标体", None, "乙")
    first, second = reversed(text.splitlines())
    assert meant(f"{first}\n{second}\n")[0] == ("标体", None, "乙")


def test_of_two_that_are_misspelt_alike_the_first_is_meant():
    """The other is none."""
    assert meant("标体: 甲\n标提: 乙\n") == [("标体", "标题", "甲"), ("标提", None, "乙")]


def test_what_another_file_says_does_not_count():
    """A base may have the key that is misspelt above it."""
    above, _ = trees.parse("标体: 乙\n", "上.yaml")
    base, _ = trees.parse("标题: 甲\n", "下.yaml")
    above.pairs += base.pairs

    assert [one.text for _, one, _ in keys.meant(above, KNOWN, KNOWN)] == ["标题", "标题"]


def test_a_key_that_is_respelt_stands_where_it_was_typed():
    """And leads there by the same path."""
    root, _ = trees.parse("场合:\n  标体: 乙\n", "大纲.yaml")
    inner = root.get("场合")
    ((typed, one, _),) = keys.meant(inner, KNOWN, KNOWN)

    assert one is not typed and (one.place, one.key, one.plain) == (typed.place, typed.key, True)
    assert (one.start, one.end, one.file) == (typed.start, typed.end, typed.file)
