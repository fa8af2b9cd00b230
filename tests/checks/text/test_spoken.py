"""Whether a draft is for ears."""

from __future__ import annotations

import pytest

from drafter.checks.rule import Example
from drafter.checks.text.spoken import is_spoken
from tests.builders import draft_to_check, make_draft


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("在全市会议上的讲话\n抓紧办。", True),
        ("工作报告\n各位代表：\n抓紧办。", True),
        ("同志们：\n抓紧办。", True),
        ("关于开展检查的通知\n各县水务局：\n抓紧办。", False),
        ("会议纪要\n抓紧办。", False),
    ],
)
def test_a_title_or_a_salutation_says_it(text, spoken):
    assert is_spoken(make_draft(text)) is spoken


@pytest.mark.parametrize(("template", "spoken"), [("部署讲话", True), ("通知", False)])
def test_of_an_outline_the_genre_says_it(template, spoken):
    text = f"模板: {template}\n标题: 关于会议的安排\n日期: 2026-03-12\n小节: [{{小标题: 任务, 要点: [修路。, 通水。]}}]\n"

    assert is_spoken(draft_to_check(Example(text, outline=True))) is spoken
