"""What a section is for, told by its words and its place."""

from __future__ import annotations

import pytest

from drafter.model.outline import Point, Section
from drafter.model.source import Line
from drafter.outlining.meaning import roles


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
        ("加强计划管理，着力解决督查检查考核过多过频、过度留痕的问题", "tasks"),
        ("产生问题的原因", "causes"),
        ("提高思想认识，增强工作的紧迫感", "significance"),
        ("认清当前形势", "situation"),
        ("下一步工作打算", "tasks"),
        ("加强组织领导", "guarantee"),
        ("几点体会", "experience"),
        ("肯定成绩，用好经验", "achievements"),
        ("主要工作情况", "achievements"),
        ("问题排查整治取得成效", "achievements"),
        ("化解矛盾问题成效明显", "achievements"),
        ("攻坚克难，发展成果丰硕", "achievements"),
        ("重点项目加快推进", "achievements"),
        ("安排部署情况", "achievements"),
        ("安全形势总体平稳", "achievements"),
        ("特色亮点", "achievements"),
        ("2026年工作计划", "tasks"),
        ("工作思路", "tasks"),
        ("还没解决的困难", "gaps"),
        ("党员还缺哪一步", "gaps"),
        ("会议议定事项", "decisions"),
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


@pytest.mark.parametrize(
    ("lead", "role"),
    [
        ("对照要求，短板主要在三处：", "gaps"),
        ("三项工作对着三处短板，4月底前铺开。", "tasks"),
        ("我们用三条措施来保证。", "guarantee"),
        ("我们的目标一共两条。", "goals"),
    ],
)
def test_the_sentence_before_a_row_tells_its_role(lead, role):
    """Its last one."""
    assert roles.by_lead("先说一句问题。" + lead) == role


@pytest.mark.parametrize(
    ("lead", "title", "role"),
    [
        ("要修好堤，要备足料。6月底前完成，必须逐户走到。", "", "tasks"),
        ("办结286万件，同比增长5%。新增窗口12个，建成中心3个。", "", "achievements"),
        ("标准不高，人手不足。责任不实，进度滞后。", "", "gaps"),
        ("山青了，水绿了。", "", "body"),
        ("严禁拉票，不得说情。不准跑风漏气。", "", "discipline"),
        ("山青了，水绿了。", "2026年食品安全工作要点", "tasks"),
    ],
)
def test_what_a_section_says_tells_its_role_where_the_heading_does_not(lead, title, role):
    """Where most of its clauses are of one kind; a paper of tasks is one by its title."""
    section = Section(heading="管住源头", lead=(lead,))

    assert [part.role for part in roles.as_parts([(Line("", 1), section)], [], title)] == [role]


def test_every_role_that_was_guessed_is_said():
    """With the reason."""
    guesses = []
    roles.as_parts([(Line("", 7), Section(heading="主要成绩"))], guesses)

    assert [(guess.what, guess.paragraph, guess.why) for guess in guesses] == [
        ("角色 成绩", 7, "小标题的用词")
    ]
