"""Where words of an earlier stage stand in what the outline says now."""

from __future__ import annotations

import pytest

from drafter.revising.stages.standing import standing
from tests.builders import session

OLD = """模板: 部署讲话
标题: 在会上的讲话
任务:
  小标题: 抓好两件事
  要点:
    - 标题: 查隐患
      正文: 逐段查堤，月底前查完。
    - 标题: 备物资
      正文: 沙袋备足两万条。
"""


@pytest.fixture
def where():
    """Where a character of the old outline stands in a changed one."""

    def asked(changed, key, offset):
        found = standing(session(), "讲话.yaml", OLD, changed, key, offset)
        return found and (found.key, found.offset, found.same)

    return asked


def test_what_stays_is_where_it_was(where):
    """At its own key and character."""
    assert where(OLD, "任务.要点[2].正文", 4) == ("任务.要点[2].正文", 4, True)


def test_words_before_it_carry_it_along(where):
    """What was put in before moves it on."""
    changed = OLD.replace("沙袋备足", "沙袋、木桩备足")

    assert where(changed, "任务.要点[2].正文", 4) == ("任务.要点[2].正文", 7, True)


def test_a_moved_point_is_found_where_it_went(where):
    """Although the paragraphs around it are others."""
    head, first, second = OLD.partition("    - 标题: 查隐患\n      正文: 逐段查堤，月底前查完。\n")
    assert where(head + second + first, "任务.要点[1].标题", 0) == ("任务.要点[2].标题", 0, True)


def test_of_words_that_are_gone_the_place_is_told(where):
    """They are not said to stand there."""
    changed = OLD.replace("，月底前查完", "")

    assert where(changed, "任务.要点[1].正文", 7) == ("任务.要点[1].正文", 4, False)


def test_what_is_gone_altogether_is_nowhere(where):
    """Neither the point nor one like it."""
    changed = OLD.partition("    - 标题: 备物资")[0]

    assert where(changed, "任务.要点[2].正文", 4) is None
