"""Titles from the occasion: what meeting, what genre, what it is about."""

from __future__ import annotations

from drafter.model.outline import Outline, Section
from drafter.model.template import Template
from drafter.patterns import pattern
from drafter.suggesting.suggestion import Suggestion
from drafter.templating.around.about import met

_SPOKEN = "讲话发言"
_WORDS = ("动员讲话", "总结讲话", "表态发言", "交流发言", "研讨发言", "主持词", "致辞", "发言", "讲话")
"""What a speech is called in its title, the longer names first."""

_MEETING = pattern(r"(?:工作|专题|现场|推进|动员|部署|总结|电视电话|视频|表彰|座谈)*(?:会议|大会|座谈会|会)$")
_REGION = pattern(r"^(?:\d{4}年)?(?:度)?(?:全[国省市县区州镇乡校局院系])?")
_NUMBERED = pattern(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])|[。；：，]$")
_ABOUT = frozenset(
    ("通知", "通报", "报告", "请示", "意见", "决定", "方案", "工作方案", "函", "通告", "公告", "批复", "决议")
)
"""Genres whose titles are 关于……的……."""

PLACE = "标题"


def suggest(outline: Outline, template: Template) -> list[Suggestion]:
    """Titles that the outline's occasion, genre and headings give; the one that it has is `chosen`."""
    name = met(outline).name
    if template.category == _SPOKEN:
        titles = _spoken(outline, template, name)
    elif name and template.name == "通知":
        titles = [f"关于召开{name}的通知", *_official(outline, template, name)]
    elif template.category == "会议":
        titles = [f"{name}{template.name}"] if name else []
    else:
        titles = _official(outline, template, name)
    own = outline.title
    unique = list(dict.fromkeys([*([own] if own else []), *titles]))
    return [
        Suggestion(PLACE, number, title, chosen=title == own) for number, title in enumerate(unique, start=1)
    ]


def _spoken(outline: Outline, template: Template, name: str) -> list[str]:
    """在……会议上的讲话, alone or under a line that says what is wanted."""
    word = next(word for word in (*_WORDS, "") if word in template.name) or "讲话"
    if word == "主持词":
        return [f"{name}主持词"] if name else []
    plain = [f"在{name}上的{word}"] if name else []
    if plain and word not in ("讲话", "发言", "致辞"):
        plain.append(f"在{name}上的{word[-2:]}")
    heads = [f"{heading}——在{name}上的{word}" for heading in _headings(outline) if name]
    topic = _topic(name)
    about = [f"做好{topic}——在{name}上的{word}"] if topic and topic.endswith("工作") else []
    return [*plain, *heads, *about]


def _official(outline: Outline, template: Template, name: str) -> list[str]:
    """关于……的……, with the unit that issues it before it where the outline names one."""
    topic = _topic(name)
    if not topic or template.name not in _ABOUT:
        return []
    about = f"关于{topic}的{template.name}"
    issuers = outline.official.issuers if outline.official else ()
    return [about, *(f"{issuer}{about}" for issuer in issuers[:1])]


def _headings(outline: Outline) -> list[str]:
    """Headings of what is to be done that could stand as a title."""
    return [
        _NUMBERED.sub("", item.heading)
        for part in outline.parts
        if part.role in ("tasks", "matters", "body")
        for item in part.items
        if isinstance(item, Section) and 4 <= len(item.heading) <= 20 and "{{" not in item.heading
    ][:3]


def _topic(name: str) -> str:
    """What a meeting is about: 全市校车安全工作会议 is about 校车安全工作."""
    bare = _REGION.sub("", name)
    found = _MEETING.search(bare)
    topic = bare[: found.start()] if found else ""
    working = found is not None and "工作" in found[0]
    return f"{topic}工作" if topic and working else topic
