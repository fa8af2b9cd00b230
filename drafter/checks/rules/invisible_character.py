"""A character that nobody sees, or that no font has: zero-width, private use, mojibake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule

_HIDDEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]+"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]+|锟斤拷|烫烫烫|屯屯屯")

_NAMED = 6
"""Characters of one run that are named."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each run of such characters."""
    for match in _HIDDEN.finditer(draft.text) if _HIDDEN.search(draft.alphabet) else ():
        shown = "、".join(f"U+{ord(character):04X}" for character in [*dict.fromkeys(match[0])][:_NAMED])
        yield Finding(*match.span(), f"有看不见的字符（{shown}）", "删去", "")
    private = _PRIVATE.search(draft.alphabet) or {"锟斤", "烫烫", "屯屯"} & draft.pairs
    for match in _PRIVATE.finditer(draft.text) if private else ():
        yield Finding(*match.span(), "有乱码或造字", "对照原文补上正确的字")


RULE = Rule(
    code="invisible-character",
    name="看不见的字符、乱码",
    family=Family.LEFTOVERS,
    severity=ERROR,
    why="网页和聊天软件里复制来的零宽字符看不见，检索、排版、查重时才出问题；私用区的字换一台电脑就成了方框。",
    source="GB 18030—2022；定稿的惯例",
    basis=Basis.CUSTOM,
    bad=("全面\u200b推进各项工作。", "\ufeff同志们，大家好。", "加强\ue000领导。", "锟斤拷要抓好落实。"),
    good=("全面推进各项工作。", "同志们，大家好。", "㎡、℃、①都能用。"),
    find=find,
)
