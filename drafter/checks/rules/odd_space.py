"""A space where Chinese has none: between Han characters, beside full-width marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.leftovers import blanks
from drafter.model.document import Role
from drafter.residue import kind_of

_MARKS = "，。；：！？、”’）》〉】〕“‘（《〈【〔"
_SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_HAN = re.compile(f"[{HAN}]")
_NAME = re.compile(
    rf"(?:(?<![{HAN}])|(?<=[由请长记任员席理和]))[{HAN}][ \u3000]{{1,2}}[{HAN}](?=同志|[^{HAN}]|$)"
)
_MARK = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]")
_DATELINE = re.compile(r"\d{1,2}日电$")
"""After a news agency's dateline a space is set: 新华社北京3月11日电　."""

_SLOGAN = re.compile(rf"“([{HAN}]{{2,12}})[ \u3000]([{HAN}]{{2,12}})”")
"""Two phrases of one length in quotes, as slogans and names of brands are set: “好品澜川 货通四方”."""

_WIDE = 4
"""Spaces from which on they may be a blank that someone left on purpose: told, but not deleted."""

_MARKED = 16
"""Characters that a mark has at most, with the white space before it."""

_NOT = frozenset(
    {
        Role.TITLE,
        Role.SUBTITLE,
        Role.SPEAKER,
        Role.SIGNATURE,
        Role.SEALED_SIGNATURE,
        Role.SIGNER,
        Role.HEADER,
        Role.IMPRINT,
        Role.ATTACHMENT_NOTE,
    }
)


def find(draft: Draft) -> Iterator[Finding]:
    """Each such space inside a sentence; names of two characters, titles and signatures are set with spaces."""
    text = draft.text
    running: dict[int, bool] = {}
    left = {start for start, _ in blanks(draft)}
    left |= {one.end(1) for one in _SLOGAN.finditer(text) if len(one[1]) == len(one[2])}
    for match in _SPACES.finditer(text):
        if match.start() in left or not _parts(
            text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        ):
            continue
        paragraph = draft.paragraph(match.start())
        if paragraph.cell or paragraph.role in _NOT:
            continue
        if paragraph.start not in running:
            running[paragraph.start] = _is_sentence(draft.words(paragraph))
        if not running[paragraph.start]:
            continue
        if _NAME.match(text, match.start() - 1) or _after_mark(
            text[paragraph.start : min(match.start(), paragraph.start + _MARKED)]
        ):
            continue
        if _DATELINE.search(text, max(match.start() - _MARKED, 0), match.start()):
            continue
        if match.end() - match.start() < _WIDE:
            yield Finding(*match.span(), "句子里多了空格", "删去", "")
        else:
            yield Finding(*match.span(), "句子里有一段空白", "留着填的就填上，不是的删去")


def _parts(before: str, after: str) -> bool:
    """Whether a space between these characters parts what belongs together."""
    if not before.strip() or not after.strip():
        return False
    return before in _MARKS or after in _MARKS or bool(_HAN.match(before) and _HAN.match(after))


def _is_sentence(words: str) -> bool:
    """Whether a paragraph is running text: a list set in columns has no stop, and the line under a picture is a
    leftover as a whole.
    """
    return any(stop in words for stop in "。，；！？") and not kind_of(words.strip(), marked=False)


def _after_mark(before: str) -> bool:
    """Whether all that stands before a space in its paragraph is the mark of a heading."""
    return _MARK.fullmatch(before.strip()) is not None


RULE = Rule(
    code="odd-space",
    name="句中的空格",
    family=Family.LEFTOVERS,
    severity=WARNING,
    why="汉字之间、全角标点旁边不用空格；多半是从网页、PDF 里复制来的。两个字的姓名中间空格、标题和落款里的空格不算。",
    source="GB/T 9704—2012 的排版要求；定稿的惯例",
    basis=Basis.CUSTOM,
    bad=("全面推进 各项工作，确保见效。", "要抓落实， 要见实效。", "市政府 （办公室）牵头，六月底前办完。"),
    good=("全面推进各项工作，确保见效。", "使用 5G 网络和 AI 技术，建成 3 个平台。", "打响“好品澜川 货通四方”品牌，办好展会。", "由王 望同志负责，六月底前办完。", "　　同志们，大家好。", "新华社北京3月11日电　会议在北京召开。", "市长作报告。本报记者 王望 摄", "我单位（      ）承诺，于    年  月  日前完成，用    万元。"),
    find=find,
    of_words=True,
)  # fmt: skip
