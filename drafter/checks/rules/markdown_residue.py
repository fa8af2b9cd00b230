"""Marks of Markdown in a text that is none: **粗体**, ### 标题, ---."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_BOLD = re.compile(r"(?:(?<=\n)|(?<=^)|(?<=[\s。；：，！？、（“]))\*\*(?P<inner>[^*\n]{1,60})\*\*")
_BLOCK = re.compile(
    r"^(?:[ \t]*(?P<head>#{1,6}) (?=\S)|[ \t]*(?P<rule>(?:-{3,}|\*{3,}|```\w*))[ \t]*$|(?P<item>[ \t]*[*+-] )(?=\S)(?![ \t]*\d+[ \t]*-)|(?P<quote>> )(?=\S))",
    re.MULTILINE,
)
_LINK = re.compile(
    rf"\[(?P<inner>[^\[\]\n]{{1,40}})\]\(https?://[^)\s]{{1,500}}+\)|`(?P<code>[{HAN}][^`\n]{{0,30}})`"
)


def find(draft: Draft) -> Iterator[Finding]:
    """Each pair of stars around words, each line that begins with a mark of Markdown, each link."""
    for match in _BOLD.finditer(draft.text) if "**" in draft.pairs else ():
        if not re.match(rf"[{HAN}]{{0,6}}(?:局|市|县|区)", match["inner"]) or match["inner"][-1] in "：:。；":
            yield Finding(*match.span(), "有 Markdown 的加粗符号 **", "删去星号", match["inner"])
    for match in _BLOCK.finditer(draft.text):
        if draft.paragraph(match.start()).cell:
            continue
        sure = WARNING if match["rule"] else ERROR
        yield Finding(*match.span(), f"有 Markdown 的符号“{match[0].strip()[:6]}”", "删去", "", sure)
    for match in _LINK.finditer(draft.text) if "](" in draft.pairs or "`" in draft.alphabet else ():
        inner = match["inner"] or match["code"]
        yield Finding(*match.span(), "有 Markdown 的链接或代码符号", "只留文字", inner)


RULE = Rule(
    code="markdown-residue",
    name="Markdown 符号",
    family=Family.LEFTOVERS,
    severity=ERROR,
    why="从聊天机器人、笔记软件里复制来的稿子，带着 **、###、- 这样的排版符号，打印出来一目了然。",
    source="定稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "### 一、提高认识\n要想清楚。",
        "**一是抓学习。**要学深学透。",
        "要做好：\n- 修路\n- 通水",
        "详见[通知](https://example.com/a)。",
    ),
    good=(
        "一、提高认识\n要想清楚。",
        "一是抓学习。要学深学透。",
        "3*4=12，5-3=2。",
        "——在动员会上的讲话",
        "- 1 -",
    ),
    find=find,
)
