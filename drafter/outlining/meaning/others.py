"""What of a text is somebody else's and stays from year to year: quotations, a leader's words, a superior's meeting, a law."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

_PAIRS = (("“", "”"), ("《", "》"), ("‘", "’"), ("「", "」"))
_LEADER = re.compile(
    r"(?:总书记|国家主席|总理|(?:省委|自治区党委|部)?书记|省长|部长|领袖|先生|同志|毛泽东|邓小平|马克思|列宁)[^。！？；]{0,24}(?:指出|强调|要求|指示|批示|讲话|说过|说|嘱托|论述|考察|视察|题词)"
)
"""A leader, and that he speaks: what the sentence says is his."""

_HIGHER = re.compile(
    r"[^，。！？；]{0,10}(?:党中央|中央|国务院|全国|全省|省委|省政府|全国人大|中共|党的|十[八九]届|二十届|中办|国办|部委|国家)[^，。！？；]{0,24}"
    r"(?:会议|全会|大会|座谈会|现场会|印发|发布|公布|颁布|通过|修订|施行|实施|下发|出台|召开|作出|文件|意见|规划|纲要|法)"
)
"""What those above held, issued or put in force, right behind a date."""

_ISSUED = re.compile(r"(?:年|月|日)?(?:起|正式|开始)?(?:施行|实施|印发|颁布|公布|发布|修订|修正|通过)")
_STOPS = "。！？；\n"
_SIGHT = 60


def is_somebody_elses(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` is quoted, said by a leader, or tells of those above or of a law."""
    read = _read(text)
    if read.is_quoted(start):
        return True
    begins, ends = read.sentence(start, end)
    if read.is_leaders(begins, ends):
        return True
    behind = text[end : min(ends, end + _SIGHT)]
    return _HIGHER.match(behind) is not None or _ISSUED.match(behind) is not None


class _Read:
    """A text of which its marks and what its sentences say are looked for once, however many dates are asked about."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stops = [at for at, character in enumerate(text) if character in _STOPS]
        self._marks = [([at for at, one in enumerate(text) if one in pair], pair[0]) for pair in _PAIRS]
        self._leaders: dict[tuple[int, int], bool] = {}

    def is_quoted(self, start: int) -> bool:
        """Whether the last mark of a pair before `start` opens."""
        return any(
            before > 0 and self._text[places[before - 1]] == opens
            for places, opens in self._marks
            for before in (bisect_left(places, start),)
        )

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence begins and ends in which this stands."""
        before, behind = bisect_left(self._stops, start), bisect_left(self._stops, end)
        begins = self._stops[before - 1] + 1 if before else 0
        return begins, self._stops[behind] if behind < len(self._stops) else len(self._text)

    def is_leaders(self, begins: int, ends: int) -> bool:
        """Whether a leader speaks in this sentence."""
        if (begins, ends) not in self._leaders:
            self._leaders[begins, ends] = _LEADER.search(self._text, begins, ends) is not None
        return self._leaders[begins, ends]


@lru_cache(maxsize=1)  # one text is asked about after the other
def _read(text: str) -> _Read:
    return _Read(text)
