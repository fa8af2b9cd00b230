"""One transition said twice: 下面，我讲三点意见, and again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from drafter.checks.draft import Draft
from drafter.checks.rule import WARNING, Basis, Family, Finding, Rule

_TRANSITIONS = (
    re.compile(
        r"(?:下面|接下来|在此|现在|这里)[^。；！？\n]{0,12}[讲谈说][^。；！？\n第]{0,8}(?:意见|[几两二三四五六七八九十]点|个方面|个问题)"
    ),
    re.compile(
        r"(?:同时|在肯定成绩的同时|但是?)，?(?:我们)?[^，。；！？\n]{0,6}(?:清醒|也要|还要|也应)[^，。；！？\n]{0,4}(?:看到|认识到)"
    ),
    re.compile(r"借此机会，"),
    re.compile(r"我就讲(?:到这里|这些)"),
    re.compile(r"谢谢大家[！。]"),
)
"""Each with what may change in it; the same one comes once in a speech."""

_NEW_SPEECH = re.compile(r"(?:讲话|发言|致辞|主持词)\s*(?:[（(][^）)\n]*[）)])?$")

_TITLE = 60
"""Characters of a title at most."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each that comes again, in one speech: after another title the same may be said anew."""
    titles = [
        one.start
        for one in draft.paragraphs
        if one.end - one.start < _TITLE and _NEW_SPEECH.search(draft.words(one))
    ]
    for transition in _TRANSITIONS:
        before: re.Match[str] | None = None
        for match in transition.finditer(draft.text):
            if before is not None and not _holds(titles, before.start(), match.start()):
                message = f"过渡的话说了两遍：前面已有“{before[0]}”"
                yield Finding(*match.span(), message, "留一处，另一处换个说法或删去")
            before = match


def _holds(titles: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the titles, which are in order, begins between two places."""
    after = bisect_right(titles, first)
    return after < len(titles) and titles[after] < last


RULE = Rule(
    code="transition-repeated",
    name="过渡重复",
    family=Family.PROSE,
    severity=WARNING,
    why="“下面，我讲三点意见”说了两遍，是两篇稿子拼到一起没有抹平。",
    source="核稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "同志们：\n下面，我讲三点意见。\n一、修路\n路要修好。下面，我再讲两点意见。\n二、通水\n水要通到户。",
        "同志们：\n去年干得好。同时，也要清醒看到，路还不通。水通了。同时，也要清醒看到，电还不稳。",
        "同志们：\n借此机会，我向大家问好。干得好。借此机会，提两点希望。",
    ),
    good=(
        "同志们：\n下面，我讲三点意见。\n一、修路\n路要修好。",
        "在动员会上的讲话\n下面，我讲三点意见。\n在总结会上的讲话\n下面，我讲两点意见。",
        "同志们：\n去年干得好。同时，也要清醒看到，路还不通。",
    ),
    find=find,
)
