"""A set phrase at the end that belongs to another kind of document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper
from drafter.model.document import Role

_LAST = 8
"""Paragraphs from the end among which a set phrase closes a text."""

_GENRES = (
    (re.compile("函$"), re.compile("妥否，请(?:批示|批复|审批)"), "函是商量，用不着请示的话", "改成“请予支持为盼”“请函复”一类"),
    (re.compile("请示$"), re.compile("特此(?:报告|通知|函告|函复)"), "请示要等批复，不是告知", "改成“妥否，请批示。”"),
    (re.compile("批复$"), re.compile("妥否|请批示|特此(?:报告|请示)"), "批复是答复下级的", "改成“此复。”或“特此批复。”"),
    (re.compile("通知$"), re.compile("妥否，请|特此(?:报告|函告|函复|批复|请示)"), "通知不用这句话收尾", "改成“特此通知。”，或不写"),
)  # fmt: skip
"""How a title ends, what its text must not end with, why, and what to do."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each such phrase in the last paragraphs of a text whose title names its kind."""
    paper_found = draft.once(paper)
    titled = [one for one in draft.paragraphs if one.role is Role.TITLE]
    title = paper_found.genre if paper_found is not None else "".join(map(draft.words, titled[:1])).strip()
    for genre, wrong, why, hint in _GENRES:
        if not genre.search(title):
            continue
        for paragraph in draft.paragraphs[-_LAST:]:
            match = wrong.search(draft.words(paragraph).strip()) if paragraph.role is Role.BODY else None
            if match:
                start = draft.text.index(match[0], paragraph.start)
                yield Finding(start, start + len(match[0]), f"结尾的话不合文种：{why}", hint)


RULE = Rule(
    code="genre-closing",
    name="结尾不合文种",
    family=Family.TERMS,
    severity=WARNING,
    why="请示、报告、函、批复、通知各有各的收尾，套错了，行文关系就错了。",
    source="《党政机关公文处理工作条例》第八条",
    basis=Basis.RULED,
    bad=(
        "关于商请支持道路改造的函\n市住建局：\n请支持。\n妥否，请批示。",
        "澜川市水务局文件\n澜水发〔2026〕5号\n关于增加经费的请示\n市政府：\n请拨款。\n特此报告。",
        "关于追加资金的批复\n市住建局：\n同意追加。\n妥否，请批示。",
        "关于增加经费的请示\n市政府：\n请拨款。\n特此报告。",
    ),
    good=(
        "关于增加经费的请示\n市政府：\n请拨款。\n妥否，请批示。",
        "关于试点情况的报告\n市政府：\n情况如下。\n特此报告。",
        "关于商请支持道路改造的函\n市住建局：\n请支持。\n请予支持为盼。",
        "在报告会上的讲话\n同志们：\n这件事妥否，请批示，是有规矩的。",
    ),
    find=find,
)
