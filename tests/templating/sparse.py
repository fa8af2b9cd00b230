"""Drafts from outlines that say little, as people fill them."""

from __future__ import annotations

from tests.builders import lines

TWO = "[{标题: 扩建县馆, 正文: 9月底前开工3个。}, {标题: 配齐人员, 正文: 6月底前配齐。}]"
ONE = "[{标题: 扩建县馆, 正文: 9月底前开工3个。}]"
TITLE = "标题: 在全市档案工作会议上的讲话\n日期: 2026-03-12\n称谓: [同志们]\n"


def draft(genre, *, occasion="", parts="", head=TITLE):
    """The draft's whole text."""
    meeting = f"场合: {{{occasion}}}\n" if occasion else ""
    return "\n".join(lines(f"模板: {genre}\n{head}{meeting}{parts}"))
