"""What of a text is somebody else's and stays from year to year: quotations, a leader's words, a superior's meeting, a law."""

from __future__ import annotations

import re

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
    if any(text.rfind(opens, 0, start) > text.rfind(closes, 0, start) for opens, closes in _PAIRS):
        return True
    begins = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    ends = min((at for at in (text.find(stop, end) for stop in _STOPS) if at >= 0), default=len(text))
    if _LEADER.search(text, begins, ends):
        return True
    behind = text[end : min(ends, end + _SIGHT)]
    return _HIGHER.match(behind) is not None or _ISSUED.match(behind) is not None
