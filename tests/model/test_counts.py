"""Headings and leads that announce how many points stand below them."""

from __future__ import annotations

import pytest

from drafter.model.counts import outcounted
from tests.builders import outline

BEFORE = """任务:
  小标题: 抓好三项工作
  导语: 要办三件事。
  要点:
    - {标题: 抓督查, 正文: 督查。}
    - {标题: 抓项目, 正文: 两个方面都要抓。, 要点: [甲, 乙]}
    - {标题: 抓安全, 正文: 四个字记住。}
"""
POINTS = [f"    - {{标题: 抓{name}" for name in ("督查", "项目", "安全")]


def left_out(*which):
    lines = [line for at, line in enumerate(BEFORE.splitlines()) if at - 4 not in which]
    return outline("\n".join(lines if len(which) < 3 else lines[:-1]))


@pytest.mark.parametrize("which", [(0,), (0, 1), (0, 2)])
def test_what_was_right_until_points_went_is_told(which):
    """However few are left, also where the lead counts them too."""
    found = [(said, there) for said, _, there in outcounted(outline(BEFORE), left_out(*which))]

    assert found == [("抓好三项工作", 3 - len(which)), ("要办三件事。", 3 - len(which))]


def test_what_was_wrong_before_or_is_right_still_is_not():
    """It is told elsewhere, or nothing is wrong; and numbers that count no points are none of this."""
    wrong = BEFORE.replace("三项", "五项").replace("三件事", "五件事")

    assert list(outcounted(outline(BEFORE), outline(BEFORE))) == []
    assert list(outcounted(outline(wrong), left_out(0))) == []
