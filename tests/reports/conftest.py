"""What tests of reports share: a session in a folder of its own, and what plain data is."""

from __future__ import annotations

import json

import pytest

from drafter.actions.opening import open_session
from drafter.storage import places

OUTLINE = """模板: 部署讲话
标题: 在全市防汛会上的讲话
日期: 2026-03-12
时长: 1
讲话人: {姓名: 苏望津, 职务: 市水务局局长}
数据:
  巡查人次:
任务:
  小标题: 抓好今年
  导语: 重点抓好三件事：
  要点:
    - 标题: 修堤防
      正文: 要加固堤防,年底前完工，巡查{{ 巡查人次 }}人次。
    - 标题: 抓演练
      正文: 每个村演练一次。
"""


@pytest.fixture
def session(tmp_path):
    """A session in a folder that holds one outline, 讲话.yaml, with an open fact and two faults."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    return open_session(places.find(tmp_path), tmp_path)


@pytest.fixture
def plain():
    """Gives a report back once it is known to be nothing but what JSON has."""

    def checked(report):
        assert report == json.loads(json.dumps(report))
        return report

    return checked
