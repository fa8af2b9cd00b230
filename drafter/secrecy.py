"""Marks of secrecy in their order: which of two papers may hold what the other says."""

from __future__ import annotations

from drafter.patterns import pattern

LEVELS = ("无", "内部", "秘密", "机密", "绝密")
"""From what anybody may read to what hardly anybody may (保守国家秘密法 第十四条); 内部 is no state secret."""

HIGHEST = len(LEVELS) - 1
_SIMPLIFIED = str.maketrans("絕機級內開", "绝机级内开")
_SPACE = pattern(r"\s+")
_INTERNAL = pattern("内部|注意保[存密]|妥善保[管存]|阅后[收退]回|会后收回|不得(?:外传|翻印|复制)|[勿禁]外传")
_OPEN = pattern("无|(?:主动|依申请|不予)?公开(?:发布|印发)?|不涉密|非密|非涉密|不定密|一般|普通")


def simplified(mark: str) -> str:
    """A mark in the characters of the mainland: 機密 is 机密."""
    return mark.translate(_SIMPLIFIED)


def known_rank(mark: str) -> int | None:
    """The place of a mark in `LEVELS`, with its term or without (秘密★1年); None of what is no mark."""
    bare = _SPACE.sub("", simplified(mark))
    for rank in range(HIGHEST, 1, -1):
        if LEVELS[rank] in bare:
            return rank
    if not bare or _OPEN.fullmatch(bare):
        return 0
    return 1 if _INTERNAL.search(bare) else None


def rank(mark: str) -> int:
    """As `known_rank`, of what is to be guarded: a mark that nobody can read counts as the highest."""
    known = known_rank(mark)
    return HIGHEST if known is None else known


def clearance(mark: str) -> int:
    """As `known_rank`, of the paper at hand: a mark that nobody can read opens nothing."""
    return known_rank(mark) or 0
