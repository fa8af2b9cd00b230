"""Where the words of a draft stand: in an outline's YAML, in Markdown, in a Word file's paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.document import Role
from drafter.readers.markdown import lines as markdown_lines
from drafter.readers.outline import places as outline_places


def at(yaml, before, words, after):
    """Line, column and whether the very words stand there."""
    places = outline_places.of_outline(yaml, "大纲.yaml")
    spot = places.find(before, words, after)
    return None if spot is None else (*places.position(spot.start), spot.exact)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("标题: 甲乙,丙丁\n", (1, 7, True)),
        ('标题: "甲乙,丙丁"\n', (1, 8, True)),
        ("标题: '甲乙,丙丁'\n", (1, 8, True)),
        ("开头: |\n  甲乙,\n  丙丁\n", (2, 5, True)),
        ("开头: >-\n  甲\n  乙,丙丁\n", (3, 4, True)),
        ("开头:\n  - 别的\n  - 甲\n    乙,丙丁\n", (4, 6, True)),
        ("开头: {导语: 甲乙,丙丁}\n".replace(",", "，"), None),
    ],
)
def test_words_are_found_in_every_form_of_a_text(yaml, expected):
    """Plain, quoted, folded, literal, over several lines."""
    assert at(yaml, "甲乙", ",", "丙丁") == expected


def test_the_more_of_what_is_around_the_better():
    """The same mark twice: each is placed by its neighbours."""
    yaml = "标题: 甲,乙\n副标题: 丙,丁\n"

    assert at(yaml, "甲", ",", "乙") == (1, 6, True)
    assert at(yaml, "丙", ",", "丁") == (2, 7, True)


def test_words_that_a_fact_makes_are_placed_after_what_stands_before_them():
    """They stand nowhere as they print."""
    assert at("开头: 全年共办理各类事项{{ 办件量 }}。\n", "全年共办理各类事项", "128万件", "。") == (
        1,
        14,
        False,
    )


def test_words_that_stand_nowhere_have_no_place():
    """A template's own sentence."""
    assert at("标题: 甲乙\n", "会后，", "请大家", "抓好落实") is None


@given(st.lists(st.text("甲乙丙丁，。", min_size=3, max_size=9), min_size=1, max_size=4), st.data())
def test_what_is_found_exactly_is_what_stands_there(texts, data):
    """Whatever line it is on."""
    yaml = "".join(f"  - {text}\n" for text in texts)
    text = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(text) - 1))
    places = outline_places.of_outline(f"开头:\n{yaml}", "大纲.yaml")
    spot = places.find(text[:start], text[start : start + 2], text[start + 2 :])

    assert spot is not None
    assert spot.exact
    assert places.text[spot.start : spot.end] == text[start : start + 2]


DRAFT = """# 讲话

::: 称谓
同志们：
:::

## 一、甲

**一是乙。**丙
丁。

\\- 戊

| 己 | 庚\\|辛 |
|---|---|
| 壬 | |
"""


def said(text):
    return [
        ("".join(piece for _, piece in one.pieces), one.role, one.level, one.cell)
        for one in markdown_lines.read(text)
    ]


def test_markdown_is_read_without_its_marks():
    """Headings, containers, lead sentences, lines that go on, escapes, tables."""
    assert said(DRAFT) == [
        ("讲话", Role.TITLE, 0, False),
        ("同志们：", Role.SALUTATION, 0, False),
        ("一、甲", Role.HEADING, 1, False),
        ("一是乙。丙丁。", None, 0, False),
        ("- 戊", None, 0, False),
        ("己", None, 0, True),
        ("庚|辛", None, 0, True),
        ("壬", None, 0, True),
    ]


@given(st.text("甲乙#*|:\\-\n .", max_size=40))
def test_every_piece_of_markdown_stands_where_it_says(text):
    """Character by character; a space that joins two lines stands for the line's end."""
    for one in markdown_lines.read(text):
        for offset, piece in one.pieces:
            assert text[offset : offset + len(piece)] == piece or piece == " "


def test_words_that_stand_several_times_are_told_apart_by_how_often_they_came_before():
    """The third of them is the third in the file; more than there are is the last."""
    places = outline_places.of_outline(
        "开头:\n  - 再接再励。\n  - 别的。\n  - 再接再励。\n  - 再接再励。\n", "大纲.yaml"
    )

    def line(earlier):
        spot = places.find("", "再接再励", "。", lambda _: earlier)
        return places.position(spot.start)[0]

    assert [line(earlier) for earlier in (0, 1, 2, 9)] == [2, 4, 5, 5]
