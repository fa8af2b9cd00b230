"""A heading with nothing below it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from drafter.checks.draft import Draft, Paragraph
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.model.document import Role

_TOLD = re.compile(r"[：:].")
"""What says all that it has to say: 地点：市行政中心."""

_AGENDA = re.compile(r"议程|程序|流程|议题|步骤")
"""What heads a row whose items say what is done, and need no text of their own."""

_OF_LISTS = 3
"""From this level on headings are often the short lines of a list, with one text below them all."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each heading that another of its level or above follows at once, where its like have text: of
    the levels of lists, where one before it has.
    """
    filled = [paragraph for paragraph in draft.paragraphs if draft.words(paragraph).strip()]
    with_text: dict[int, int] = {}
    for here, below in itertools.pairwise(filled):
        if here.role is Role.HEADING and below.role is Role.BODY:
            with_text.setdefault(here.level, here.start)
    for here, after in zip(filled, [*filled[1:], None], strict=False):
        if here.cell or here.role is not Role.HEADING or not _is_empty(here, after):
            continue
        if here.level not in with_text:
            continue
        if _TOLD.search(draft.words(here)) or _AGENDA.search(
            draft.headings_over(here.start).partition("\n")[2]
        ):
            continue
        if here.level < _OF_LISTS or with_text[here.level] < here.start:
            yield Finding(here.start, here.end, "小标题下面没有内容", "补上内容，或删去这个小标题")


def _is_empty(here: Paragraph, after: Paragraph | None) -> bool:
    """Whether what follows a heading is not below it."""
    return after is None or (after.role is Role.HEADING and after.level <= here.level)


RULE = Rule(
    code="heading-empty",
    name="小标题下没有内容",
    family=Family.STRUCTURE,
    severity=WARNING,
    why="列提纲时留下的小标题，正文忘了写，或者正文挪走了、小标题还在。",
    source="核稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "一、基本情况\n全县有12个乡镇。\n二、存在问题\n三、下步打算\n继续抓。",
        "一、基本情况\n全县有12个乡镇。\n二、存在问题",
        "一、任务\n（一）修路\n年底通车。\n（二）通水\n二、要求\n抓紧干。",
    ),
    good=(
        "一、基本情况\n全县有12个乡镇。\n二、存在问题\n路不通。",
        "一、时间：3月12日\n二、地点：市行政中心\n三、参会人员：各县区负责人",
        "一、任务\n（一）修路\n年底通车。\n（二）通水\n年底通水。",
        "一、任务\n1.修路\n2.通水\n3.通电\n这三件事年底都要办成。",
        "一、时间\n3月12日上午。\n二、议程\n（一）主持人宣布开会\n（二）三个单位作交流发言\n（三）王某某同志讲话\n三、要求\n按时参加。",
        "一、地点：市行政中心三楼\n二、要求\n按时参加。",
    ),
    find=find,
)
