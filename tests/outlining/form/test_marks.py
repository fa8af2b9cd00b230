"""Marks that open paragraphs, and rows of them inside one."""

from __future__ import annotations

import pytest

from drafter.outlining.form import marks


@pytest.mark.parametrize(
    ("text", "mark", "scheme", "number"),
    [
        ("一、成绩", "一、", "一、", 1),
        ("（三）差距", "（三）", "（一）", 3),
        ("（三）、差距", "（三）、", "（一）、", 3),
        ("12.检查", "12.", "1.", 12),
        ("(2)检查", "(2)", "(1)", 2),
        ("第二，抓落实", "第二，", "第一，", 2),
        ("三是抓落实", "三是", "一是", 3),
        ("③抓落实", "③", "①", 3),
        ("——经济稳步回升。", "——", "——", 0),
        ("- 要点 : 说明", "- ", "- ", 0),
        ("• 要点", "• ", "• ", 0),
        ("●要点", "●", "●", 0),
        ("一．成绩", "一．", "一．", 1),
        ("第二部分 存在的问题", "第二部分 ", "第一部分 ", 2),
        ("第三：抓落实", "第三：", "第一：", 3),
        ("二是，抓落实", "二是，", "一是，", 2),
        ("二是要素保障不足", "二是", "一是", 2),
        ("一要求真务实", "一要", "一要", 1),
        ("三要素质过硬", "三要", "一要", 3),
        ("(1)、明确重点", "(1)、", "(1)、", 1),
        ("⑵抓落实", "⑵", "⑴", 2),
        ("㈢差距", "㈢", "㈠", 3),
    ],
)
def test_a_mark_is_known_by_its_scheme_and_number(text, mark, scheme, number):
    """Whatever its brackets."""
    assert marks.opening(text) == marks.Mark(mark, scheme, number)


@pytest.mark.parametrize(
    "text", ["一要素", "三要点", "第一部分的内容", "3.5万人", "一、二、三月", "2026年", "——", "-5度"]
)
def test_what_only_looks_like_a_mark_is_none(text):
    """A number in a text is no mark."""
    assert marks.opening(text) is None


@pytest.mark.parametrize(
    ("text", "lead", "named", "items"),
    [
        ("有两点：一是快；二是准。", "有两点：", "一是", ["快；", "准。"]),
        (
            "首先，要快。第二，要准。第三，要稳。",
            "",
            ("首先，", "第二，", "第三，"),
            ["要快。", "要准。", "要稳。"],
        ),
        (
            "首先，要快。其次，要准。最后，要稳。",
            "",
            "首先，",
            ["要快。", "要准。", "要稳。"],
        ),
        (
            "一是快。其中，一要早；二要小。第二，准。三是稳。",
            "",
            ("一是", "第二，", "三是"),
            ["快。其中，一要早；二要小。", "准。", "稳。"],
        ),
        (
            "首先，祝贺大会召开。有两点：第一，快；二是准。",
            "首先，祝贺大会召开。有两点：",
            ("第一，", "二是"),
            ["快；", "准。"],
        ),
        ("有两项：①清单；②台账。", "有两项：", "①", ["清单；", "台账。"]),
        ("有两项：（1）清单；（2）台账。", "有两项：", "（1）", ["清单；", "台账。"]),
        ("首先是早；其次是小。", "", ("首先是", "其次是"), ["早；", "小。"]),
        (
            "原因有二。一方面，人少；另一方面，事多。",
            "原因有二。",
            ("一方面，", "另一方面，"),
            ["人少；", "事多。"],
        ),
        (
            "一是改。其一，改章程；其二，改流程。二是建。",
            "",
            "一是",
            ["改。其一，改章程；其二，改流程。", "建。"],
        ),
    ],
)
def test_a_row_inside_a_paragraph_is_found(text, lead, named, items):
    """Words of order as people mix them; the outer of two rows first."""
    assert marks.enumeration(text) == (lead, named, items)


@pytest.mark.parametrize(
    ("text", "number"),
    [("首先，抓早", 1), ("其次，抓小", 2), ("第二，抓小", 2), ("另一方面，抓小", 2), ("最后，抓实", -1)],
)
def test_a_word_of_order_has_a_number(text, number):
    """最后 is the last of whatever there are."""
    assert marks.order(text).number == number


@pytest.mark.parametrize(
    "text",
    [
        "一是快。",
        "首先，快。最后，祝大家快乐。",
        "二是快；三是准。",
        "首先，祝贺大会召开。",
        "他是一要二要三要的人",
        "最后，谢谢大家。",
    ],
)
def test_fewer_than_two_or_none_from_one_are_no_row(text):
    """A word of order alone counts nothing."""
    assert marks.enumeration(text) is None
