"""A sentence too long to say in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, WARNING, Basis, Family, Finding, Rule
from drafter.model.document import Role
from drafter.speaking import sentences

_PAUSE = re.compile("[，、；：。！？—…“”（）《》]")
_CLAUSE = 45
"""Characters without any mark that nobody says in one breath."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each sentence of the body over the limit; without a pause in it, as a warning."""
    for paragraph in draft.paragraphs:
        words = draft.words(paragraph)
        if paragraph.role is not Role.BODY or paragraph.cell or len(words) <= _CLAUSE:
            continue
        for sentence in sentences.long_ones(words):
            at = paragraph.start + words.find(sentence)
            yield Finding(at, at + len(sentence), f"这句话 {len(sentence)} 个字，念着喘不过气", "断成两三句")
        at = paragraph.start
        for clause in _PAUSE.split(words):
            if len(clause) > _CLAUSE:
                place = draft.text.find(clause, at)
                yield Finding(
                    place,
                    place + len(clause),
                    f"连着 {len(clause)} 个字没有停顿",
                    "加逗号，或拆开",
                    None,
                    WARNING,
                )


_LONG = "、".join(["各县区各部门要把群众反映最多的事情列成清单"] * 6)

RULE = Rule(
    code="sentence-long",
    name="句子太长",
    family=Family.SPEAKING,
    severity=INFO,
    why="讲话是念给人听的，一句超过 100 字，听的人记不住开头；连着 45 个字没有停顿，念的人换不了气。",
    source="讲话稿的惯例；计数按印出来的字",
    basis=Basis.CUSTOM,
    bad=(
        f"{_LONG}。",
        f"同志们，{_LONG}。",
        "各县区各部门各单位要认真学习深刻领会准确把握全面贯彻落实市委市政府关于推进政务服务便利化改革的一系列决策部署和工作要求。",
    ),
    good=("各县区要列清单。各部门要抓落实。", "要修路，要通水，要绿化。", f"{_LONG[:60]}。{_LONG[:60]}。"),
    find=find,
)
