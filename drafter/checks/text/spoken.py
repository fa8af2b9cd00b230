"""Whether a draft is to be spoken: what holds for ears does not hold for papers."""

from __future__ import annotations

import re

from drafter.checks.draft import Draft
from drafter.model.document import Role

_CATEGORY, _STYLE = "讲话发言", "speech"
"""The kind of genres that are spoken, and the stylesheet they are set in."""

_TITLE = re.compile(
    r"(?:讲话|发言|致辞|致词|主持词|演讲|表态|党课|讲稿|串词|开幕词|闭幕词)(?:稿|提纲|材料)?[（(）)\d]*$"
)
_SALUTATION = re.compile(
    r"(?:尊敬的)?[^。；：:]{0,40}(?:同志们|朋友们|代表们|各位代表|各位委员|女士们|先生们|乡亲们|同学们|老师们|来宾|大家好|各位领导)[^。；]{0,12}[：:！!]"
)
_HEAD = 30


def is_spoken(draft: Draft) -> bool:
    """Whether the draft's genre, its title or a salutation says that someone will speak it."""
    return draft.once(_look)


def _look(draft: Draft) -> bool:
    if draft.template is not None:
        return draft.template.category == _CATEGORY or draft.template.style == _STYLE
    for one in draft.paragraphs[:_HEAD]:
        words = draft.words(one).strip()
        if one.role is Role.TITLE and _TITLE.search(words):
            return True
        if _SALUTATION.fullmatch(words):
            return True
    return False
