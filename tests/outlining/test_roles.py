"""What a section is for, told by its words and its place."""

from __future__ import annotations

import pytest

from drafter.model.outline import Point, Section
from drafter.model.source import Line
from drafter.outlining import roles


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("回顾过去一年，工作有了新进展", "achievements"),
        ("2025年工作回顾", "achievements"),
        ("一年来的主要工作", "achievements"),
        ("存在的主要问题", "gaps"),
        ("对照要求找差距", "gaps"),
        ("问题不容回避", "gaps"),
        ("着力解决群众反映的突出问题", "tasks"),
        ("产生问题的原因", "causes"),
        ("提高思想认识，增强工作的紧迫感", "significance"),
        ("认清当前形势", "situation"),
        ("下一步工作打算", "tasks"),
        ("加强组织领导", "guarantee"),
        ("几点体会", "experience"),
        ("综合", "body"),
    ],
)
def test_a_heading_tells_the_role_by_its_words(heading, role):
    """Solving problems is a task, having them is a gap; what says nothing is body."""
    assert roles.by_heading(heading) == role


def test_points_tell_the_role_where_no_heading_does():
    """What must be done is a task; what was done is an achievement, unless gaps were named before."""
    urged = Section(points=(Point(title="必须站稳立场"), Point(title="必须练好本领")))
    done = Section(points=(Point(title="办事更快了"), Point(title="服务更好了")))
    gaps = Section(heading="存在的问题")

    def found(*sections):
        return [part.role for part in roles.as_parts([(Line("", 1), item) for item in sections], [])]

    assert found(urged) == ["tasks"]
    assert found(done) == ["achievements"]
    assert found(gaps, done) == ["gaps", "body"]


def test_every_role_that_was_guessed_is_said():
    """With the reason."""
    guesses = []
    roles.as_parts([(Line("", 7), Section(heading="主要成绩"))], guesses)

    assert [(guess.what, guess.paragraph, guess.why) for guess in guesses] == [
        ("角色 成绩", 7, "小标题的用词")
    ]
