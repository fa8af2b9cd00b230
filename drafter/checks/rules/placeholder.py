"""A place that is still to be filled in: ××, XX, **, 某某, 〔待补〕, ___, {{ }}."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.leftovers import blanks
from drafter.residue import TYPED_GAP, may_hold_gap

_BRACES = re.compile(r"\{\{[^{}\n]{0,30}\}\}")
_STARS = re.compile(
    rf"(?<![*\w]) ?\*{{2,}}(?=[{HAN}])(?![^*\n]*\*\*)|(?<=[{HAN}“、])\*{{2,}}(?=[{HAN}])|(?<=[{HAN}])\*{{2,}}(?![^*\n]{{1,60}}\*\*)"
)
_SIGNS = re.compile(r"＊{2,}|□{2,}|[Xxｘ×]年[Xxｘ×]月")
_ASKED = re.compile(
    r"[（(【\[](?:此处|待填|待定|待核实|待补充|请填写|请补充)[^（）()【】\[\]\n]{0,40}[）)】\]]"
)
_UNDECIDED = re.compile(rf"(?<=[{HAN}\d])待定(?=[，。；、）\n]|$)")
_DAY = re.compile(r"\d{4}年\s*+(?:\d{1,2}\s*+)?月\s*日")
"""The day of a paper that nobody has filled in yet."""

_SOUGHT = (
    ("{{", _BRACES),
    ("**", _STARS),
    ("＊", _SIGNS),
    ("□", _SIGNS),
    ("年", _SIGNS),
    *((word, _ASKED) for word in ("此处", "待", "请填", "请补")),
)
"""Patterns, each with characters without which it need not be tried."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each open place. An outline that is 脱敏 leaves such marks on purpose."""
    if draft.outline is not None and draft.outline.redacted:
        return
    taken = -1
    marked: dict[int, bool] = {}
    for match in sorted(_marks(draft), key=re.Match.start):
        if match.start() >= taken and not (
            match[0].lstrip().startswith("*") and _is_markdown(draft, match.start(), marked)
        ):
            taken = match.end()
            yield Finding(*match.span(), f"还没有填：{match[0].strip()}", "填上，或删去这一处")
    yield from _blanks(draft)
    for match in _UNDECIDED.finditer(draft.text) if "待定" in draft.text else ():
        yield Finding(
            *match.span(), "写着“待定”，还没有定下来", "定下来填上；真要这样发出去的，不用管", None, WARNING
        )


def _marks(draft: Draft) -> Iterator[re.Match[str]]:
    """What each pattern finds; the longest is tried where a paragraph holds a character of it."""
    for one in dict.fromkeys(pattern for sign, pattern in _SOUGHT if sign in draft.text):
        yield from one.finditer(draft.text)
    for paragraph in draft.paragraphs:
        if may_hold_gap(draft.words(paragraph)):
            yield from TYPED_GAP.finditer(draft.text, paragraph.start, paragraph.end)


def _blanks(draft: Draft) -> Iterator[Finding]:
    """White space left in a sentence to be written in; in tables and in lines of a form it is meant to stay."""
    known: dict[int, bool] = {}
    for start, end in blanks(draft):
        paragraph = draft.paragraph(start)
        if paragraph.start not in known:
            words = draft.words(paragraph)
            known[paragraph.start] = any(mark in words for mark in "。，；") or bool(_DAY.fullmatch(words))
        if known[paragraph.start] and not paragraph.cell:
            yield Finding(start, end, "这里空着，还没有填", "填上；发下去让人填的，不用管", None, WARNING)


def _is_markdown(draft: Draft, at: int, known: dict[int, bool]) -> bool:
    """Whether the stars here are a pair around bold words, which another rule speaks of.

    `known` keeps what was found of each paragraph, by its start.
    """
    paragraph = draft.paragraph(at)
    if paragraph.start not in known:
        words = draft.words(paragraph)
        pairs = bool(_BOLD.search(words)) and words.count("**") % 2 == 0
        known[paragraph.start] = pairs and not _GLUED.search(words)
    return known[paragraph.start]


_BOLD = re.compile(r"(?:^|[\s。；：，！？、])\*\*[^*\n]+\*\*")
_GLUED = re.compile(
    rf"[{HAN}]\*\*[{HAN}]{{1,4}}(?:局|办|委|厅|市|县|区|镇|乡|村|馆|院|校|公司|单位|同志)"
    r"|(?:^|[、和与及])\*\*(?:小区|花园|社区|大厦|学校|医院|公司|项目|同志|[市县区镇乡村局])"
)

RULE = Rule(
    code="placeholder",
    name="没填的空",
    family=Family.LEFTOVERS,
    severity=ERROR,
    why="范文里的 ××市、某某同志、〔待补〕没有换掉就上了会，是最丢脸的差错。",
    source="定稿的惯例；大纲里有意隐去的，写 脱敏: 是",
    basis=Basis.CUSTOM,
    bad=(
        "在××市委的领导下，全县上下一条心。",
        "请XX局牵头，六月底前办完。",
        "按照**图书馆的统一部署，抓好落实。",
        "感谢某某同志的支持，联系人：___。",
        "演练经费待定，六月补齐。",
        "我单位（      ）承诺，本周内完成。",
        "全年办理〔待补：办件量〕，办结率{{ 办结率 }}。",
    ),
    good=(
        "在澜川市委的领导下，全县上下一条心。",
        "长3米×宽2米的展板，4×100米接力。",
        "待定点医院确认后再报。",
        "某地发生的事故，教训很深。",
        "申请人：            年  月  日",
        "“办不成事”反映窗口〔2026〕1号记录。",
    ),
    find=find,
)
