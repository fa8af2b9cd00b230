"""An outline with slips to be found, and how a test names them."""

from __future__ import annotations

OUTLINE = """模板: 部署讲话
标题: 在全市防汛会上的讲话
日期: 2026-03-12
讲话人: {姓名: 苏望津, 职务: 市水务局局长}
数据:
  巡查人次: 1200
任务:
  小标题: 抓好今年
  导语: 重点抓好三件事：
  要点:
    - 标题: 修堤防
      正文: 要加固堤防,年底前完工，巡查{{ 巡查人次 }}人次。
    - 标题: 抓演练
      正文: 每个村演练一次。
"""


def codes(result):
    return [problem["code"] for file in result.json["files"] for problem in file["problems"]]
