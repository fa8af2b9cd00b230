"""A dash that is not two characters long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_SHORT = re.compile(
    rf"(?:-(?<=[{HAN}，。；：”）]-)-+|(?P<dash>[－–─―])(?<=[{HAN}，。；：”）].)(?P=dash)?)(?=[{HAN}“])"
)
_LEAD = re.compile(r"^(?:-{2,3}|－{1,2}|—(?!—)|─{1,2}|―{1,2})(?=[\u4e00-\u9fff])", re.MULTILINE)
_SINGLE = re.compile(rf"—(?<=[，。；：”]—)(?!—)(?=[{HAN}“])")


def find(draft: Draft) -> Iterator[Finding]:
    """Each such dash; one character long between two names is a connection and is left alone."""
    for pattern in (_SHORT, _LEAD, _SINGLE):
        for match in pattern.finditer(draft.text):
            yield Finding(*match.span(), f"破折号写成了“{match[0]}”", "破折号占两个字：——", "——")


RULE = Rule(
    code="dash-form",
    name="破折号",
    family=Family.PUNCTUATION,
    severity=WARNING,
    why="破折号占两个字，用两个减号、一个短横代替，副标题前面尤其显眼。",
    source="GB/T 15834—2011 4.10、5.1.4",
    basis=Basis.RULED,
    bad=("这就是目标--让群众满意。", "—在动员会上的讲话", "－－在动员会上的讲话", "总的目标，—让群众满意。"),
    good=("这就是目标——让群众满意。", "——在动员会上的讲话", "上海—杭州高铁，2021—2025年。", "一一列出清单。"),
    find=find,
)
