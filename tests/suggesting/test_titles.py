"""Titles from the occasion."""

from __future__ import annotations

import pytest

from drafter.model.template import Template
from drafter.suggesting import titles
from tests.builders import outline, session


def suggested(yaml):
    read = outline(yaml)
    template = session().templates.named(read.template)
    assert isinstance(template, Template)
    return [one.text for one in titles.suggest(read, template)]


@pytest.mark.parametrize(
    ("genre", "title"),
    [
        ("部署讲话", "在全市校车安全工作会议上的讲话"),
        ("动员讲话", "在全市校车安全工作会议上的动员讲话"),
        ("表态发言", "在全市校车安全工作会议上的表态发言"),
        ("主持词", "全市校车安全工作会议主持词"),
        ("通知", "关于校车安全工作的通知"),
        ("纪要", "全市校车安全工作会议纪要"),
    ],
)
def test_the_meeting_and_the_genre_make_a_title(genre, title):
    """As such papers are called."""
    assert title in suggested(f"模板: {genre}\n场合: {{名称: 全市校车安全工作会议}}\n")


def test_what_is_to_be_done_can_stand_above():
    """A heading of the tasks, or what the meeting is about."""
    made = suggested(
        "模板: 部署讲话\n场合: {名称: 全市校车安全工作会议}\n任务: {小标题: 把车查严管住, 导语: 查。}\n"
    )

    assert "把车查严管住——在全市校车安全工作会议上的讲话" in made
    assert "做好校车安全工作——在全市校车安全工作会议上的讲话" in made


def test_the_outlines_own_title_comes_first_and_nothing_twice():
    """It is the one that is chosen."""
    read = outline("模板: 部署讲话\n标题: 在全市校车安全工作会议上的讲话\n")
    made = titles.suggest(read, session().templates.named("部署讲话"))

    assert made[0].chosen and made[0].text == read.title
    assert len({one.text for one in made}) == len(made)


def test_without_a_meeting_nothing_is_made_up():
    """There is nothing to make a title of."""
    assert suggested("模板: 部署讲话\n任务: 甲。\n") == []
