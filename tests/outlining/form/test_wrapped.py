"""Lines that a program broke at a width are joined; paragraphs are left alone."""

from __future__ import annotations

from drafter.model.source import Line
from drafter.outlining.form import wrapped

BROKEN = [
    "今年春天雨水来得比往年早，各村的渠段还没有清完，水利站的",
    "同志一段一段走了一遍，把堵住的地方都画在图上，哪一段归哪",
    "个村、哪一天动工，图上写得清清楚楚。",
    "一、先清东渠",
    "东渠堵得最厉害，上游的三个村要一起动手，清出来的淤泥就近",
    "堆在堤外，不占耕地，也不往河里倒，四月底以前清完，五月上",
    "旬由镇里组织验收。",
]


def joined(texts):
    guesses = []
    found = wrapped.joined([Line(text, number) for number, text in enumerate(texts, 1)], guesses)
    return [line.text for line in found], [guess.what for guess in guesses]


def test_broken_lines_are_paragraphs_again():
    """A heading stays by itself, and it is said."""
    found, guesses = joined(BROKEN)

    assert found == ["".join(BROKEN[:3]), BROKEN[3], "".join(BROKEN[4:])]
    assert guesses == ["断行"]


def test_paragraphs_of_a_line_each_stay():
    """They end with stops; a list of short lines has no width."""
    for texts in (
        ["第一件事是清渠。", "第二件事是修闸。", "第三件事是护堤。"] * 3,
        ["清东渠", "修西闸", "护北堤", "管南塘"],
    ):
        assert joined(texts) == (texts, [])


def test_names_in_a_row_are_no_broken_lines():
    """Lines of one length without a mark in them are a list, each a thing by itself."""
    listed = [
        "青溪县第一人民医院门诊综合楼改扩建工程",
        "青溪县城南片区雨污水管网分流改造工程项目",
        "青溪县云塘镇高标准农田建设二期配套工程",
        "青溪县响水古镇历史街区保护修缮与利用工程",
        "青溪县第三小学教学综合楼及运动场新建工程",
    ]

    assert joined([*listed, "特此公布。"]) == ([*listed, "特此公布。"], [])
