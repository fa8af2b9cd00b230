"""What no rule can see is counted, so that nobody takes silence for a promise."""

from __future__ import annotations

from drafter.checks.draft import Setting
from drafter.checks.rule import Example
from drafter.model.roster import Member, Roster
from drafter.proofreading.reach import Reach, unchecked
from tests.builders import draft_to_check, lexicon, make_draft

OUTLINE = """模板: 部署讲话
标题: 在推进会上的讲话
日期: 2026-03-12
讲话人: {姓名: 苏望津, 职务: 市局局长}
数据: {办件量: {值: 128, 单位: 万件}}
任务:
  小标题: 抓好任务
  要点:
    - 全年办理{{ 办件量 }}，办结率99.2%，请副市长顾见川、局长苏望津主持调度。
    - 修路3条。
"""


def test_a_figure_of_the_facts_is_checked_and_one_typed_by_hand_is_not():
    assert unchecked(draft_to_check(Example(OUTLINE, outline=True))) == Reach(2, ("顾见川",))


def test_a_name_of_the_roster_is_checked():
    setting = Setting(lexicon(), roster=Roster((Member("顾见川", "副市长"),)))

    assert unchecked(make_draft("请副市长顾见川、局长周舟主持。", setting)).names == ("周舟",)


def test_dates_and_numbers_of_documents_are_no_figures():
    assert unchecked(make_draft("2026年3月12日，按照澜政发〔2026〕5号，第3次会议。")).figures == 0
