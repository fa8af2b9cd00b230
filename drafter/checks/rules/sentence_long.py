"""A sentence too long to say in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.spoken import is_spoken
from drafter.model.document import Role
from drafter.speaking import sentences

_PAUSE = re.compile("[，、；：。！？—…“”‘’（）《》,;:!?()·]")
"""What lets a reader breathe; half-width marks are pauses too."""

_CLAUSE = 45
"""Characters without any mark that nobody says in one breath."""

_READ = 180
"""Characters above which a sentence is hard to read, where it is not spoken."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each sentence of the body over the limit; one without a pause, which in what is spoken is a warning."""
    spoken = is_spoken(draft)
    longest = sentences.LONGEST if spoken else _READ
    for paragraph in draft.paragraphs:
        words = draft.words(paragraph)
        if paragraph.role is not Role.BODY or paragraph.cell or len(words) <= _CLAUSE:
            continue
        yield from _breathless(words, paragraph.start, spoken)
        for start, sentence in sentences.long_ones(words, longest):
            at = paragraph.start + start
            why = "听的人记不住开头" if spoken else "读的人要回头再看"
            yield Finding(at, at + len(sentence), f"这句话 {len(sentence)} 个字，{why}", "断成两三句")


def _breathless(words: str, start: int, spoken: bool) -> Iterator[Finding]:
    """Each stretch of a paragraph without a pause that is too long for one breath."""
    at = 0
    for clause in _PAUSE.split(words):
        if len(clause) > _CLAUSE:
            place = start + at
            said = f"连着 {len(clause)} 个字没有停顿" + ("，念的人换不了气" if spoken else "")
            sure = WARNING if spoken else INFO
            yield Finding(place, place + len(clause), said, "加逗号，或拆开", None, sure)
        at += len(clause) + 1


_LONG = "、".join(["各县区各部门要把群众反映最多的事情列成清单"] * 6)

RULE = Rule(
    code="sentence-long",
    name="句子太长",
    family=Family.SPEAKING,
    severity=INFO,
    why="讲话是念给人听的，一句超过 100 字，听的人记不住开头；连着 45 个字没有停顿，念的人换不了气。不念的文件放宽到 180 字，只作说明。",
    source="讲话稿的惯例；计数按印出来的字",
    basis=Basis.CUSTOM,
    bad=(
        f"在推进会上的讲话\n同志们：\n{_LONG}。",
        f"关于清单管理的通知\n{_LONG}，{_LONG}。",
        "在推进会上的讲话\n同志们：\n各县区各部门各单位要认真学习深刻领会准确把握全面贯彻落实市委市政府关于推进政务服务便利化改革的一系列决策部署和工作要求。",
    ),
    good=(
        f"关于清单管理的通知\n{_LONG}。",
        "在推进会上的讲话\n同志们：\n各县区要列清单,定人头,定时限,一条一条往前推;各部门要到一线去,把群众反映的事办好.",
        "各县区要列清单。各部门要抓落实。",
        "要修路，要通水，要绿化。",
        f"{_LONG[:60]}。{_LONG[:60]}。",
    ),
    find=find,
)
