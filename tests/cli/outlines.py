"""A good outline, and one with something still open."""

from __future__ import annotations

GOOD = "模板: 部署讲话\n标题: 在会上的讲话\n任务:\n  小标题: 抓好任务\n  要点: [甲事要办好, 乙事要办好]\n"
OPEN = GOOD + "数据:\n  牵头单位:\n结尾: 由{{ 牵头单位 }}和××局负责。\n"
