"""A text as structure is looked for in it: half-width marks beside Han as full-width ones, traditional forms of
address as simple ones. As long as the text itself, so that what is found stands there at the same place; the text
stays as it was.
"""

from __future__ import annotations

import functools

from drafter.patterns import pattern

_HALF = pattern(r"[,:;!?](?![0-9A-Za-z/])|(?<![0-9A-Za-z])[,:;!?]")
_WIDE = str.maketrans(",:;!?", "，：；！？")
_TRADITIONAL = str.maketrans(
    "誌們領導級單參會議講話報紙專業學鄉親幹職員來賓臺灣總結標題網進",
    "志们领导级单参会议讲话报纸专业学乡亲干职员来宾台湾总结标题网进",
)


@functools.lru_cache(maxsize=1 << 14)
def seen(text: str) -> str:
    """The text as structure is looked for in it."""
    return widened(text).translate(_TRADITIONAL)


def widened(text: str) -> str:
    """The text with half-width marks beside Han as full-width ones; times, figures and addresses keep theirs."""
    return text if text.isalnum() else _HALF.sub(lambda mark: mark[0].translate(_WIDE), text)
