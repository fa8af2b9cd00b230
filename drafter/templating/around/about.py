"""What stands around the text, as plain data: speaker, occasion, official elements.

Every text goes through `say`, which resolves counts. Texts are put together by `phrase`, so that each piece
keeps the place where it was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from drafter.model.inlines import gap
from drafter.model.outline import (
    AgendaItem,
    Occasion,
    Outline,
    Person,
    Speaker,
    unbracketed,
)
from drafter.model.roster import name_with_post
from drafter.model.words import chained, cut, phrase
from drafter.patterns import pattern
from drafter.templating import punctuation
from drafter.templating.around import agenda, official, programme

_TOLD = pattern(
    r"在(?P<name>[^，。；]{4,40}?)上的(?:讲话|发言|致辞|动员讲话|总结讲话|主持词|表态发言|交流发言)"
)
_VERBS = (
    (("仪式", "典礼", "开幕式", "闭幕式", "首发式", "升旗", "公祭"), "举行"),
    (("培训班", "研修班", "研讨班", "班", "论坛", "讲座", "展", "展览", "博览会", "赛", "大赛", "比赛", "竞赛", "开放日", "文化节", "艺术节", "旅游节", "活动", "沙龙"), "举办"),
)  # fmt: skip
"""How occasions are held, by how their names end; all others are 召开."""

_REGIONS = tuple("省市县区州镇乡")
_COMMITTEES = tuple("委政人纪")
_OFFICE = pattern(r"(?:局|厅|办公室|中心|集团|公司|学校|学院|医院|政府)(?!长|主任)")

Say = Callable[[str], str]


def about(outline: Outline, form: str, final: bool, say: Say, as_is: bool = False) -> dict[str, Any]:
    """What is said about the speech: its title lines, its audience, its occasion.

    `form` is that of the header block where the outline names none (信函, 命令, 纪要).
    """
    audience = [say(line) for line in outline.audience]
    speaker = outline.speaker or Speaker()
    return {
        "subtitle": say(cut(outline.subtitle, 2 if outline.subtitle.startswith("——") else 0)),
        "stage": "" if final else say(_bare(outline.stage)),
        "date": gap("日期") if outline.date == "" else say(outline.date or ""),
        "speaker": _speaker(speaker, say),
        "audience": [punctuation.ended(line, "，") for line in audience[:-1]]
        + [punctuation.ended(line, "：") for line in audience[-1:]],
        "above_title": [say(line) for line in outline.above_title],
        "under_title": [say(line) for line in outline.under_title],
        "listeners": _listeners(audience),
        "greeted": chained([_stripped(name, "，：,！! ") for name in audience], "、"),
        "addressees": official.addressees(outline, say),
        "occasion": _occasion(met(outline), speaker, outline.date or "", say),
        "official": official.elements(outline, form, say, as_is),
        "table_of_contents": outline.contents,
    }


def _bare(text: str) -> str:
    """The text without a pair of brackets that encloses all of it."""
    return text if unbracketed(text) == text else cut(text, 1, -1)


def _stripped(text: str, marks: str) -> str:
    """The text without such marks at its end."""
    return cut(text, 0, len(text.rstrip(marks)))


def _listeners(audience: list[str]) -> str:
    """Whom the closing calls upon: the comrades where they are there, else those named last."""
    names = [_stripped(line, "：:！!，,") for line in audience]
    return next((name for name in names if name.endswith("同志们")), names[-1] if names else "")


def _speaker(speaker: Speaker, say: Say) -> dict[str, str | bool]:
    """The speaker; `line` is how post and name stand under a title."""
    post = full_post(speaker.org, speaker.post)
    line = chained([piece for piece in (post, _spaced(speaker.name)) if piece], "\u3000")
    return {
        "name": say(speaker.name),
        "post": say(speaker.post),
        "org": say(speaker.org),
        "full_post": say(post),
        "line": say(line),
        "above_date": speaker.above_date,
    }


def _spaced(name: str) -> str:
    """A name of two characters with a space between them, as it stands in a list."""
    return phrase(cut(name, 0, 1), "\u3000", cut(name, 1)) if len(name) == 2 else name


def full_post(org: str, post: str) -> str:
    """The post with its office, named once.

    市水务局 and 局长 make 市水务局局长; 东陂县 and 县委副书记 make 东陂县委副书记; a post that
    says itself where it is held stays as it is.
    """
    if not org or _names_its_office(post, org):
        return post
    if org[-1] in _REGIONS and post[:1] == org[-1] and post[1:2] in _COMMITTEES:
        return phrase(org, cut(post, 1))
    return phrase(org, post)


def _names_its_office(post: str, org: str) -> bool:
    """Whether a post already says where it is held: 市政务服务管理局局长, 县委副书记."""
    if any(org[i : i + 3] in post for i in range(max(1, len(org) - 2))) or post.startswith(org[:2]):
        return True
    of_a_region = post[:1] in _REGIONS and post[1:2] in _COMMITTEES
    return bool(_OFFICE.search(post)) or (of_a_region and org[-1] != post[0])


def met(outline: Outline) -> Occasion:
    """The occasion; its name is in the title where nothing else says it: 在……会议上的讲话."""
    occasion = outline.occasion or Occasion()
    told = None if occasion.name else _TOLD.match(outline.title)
    if told is None:
        return occasion
    return replace(occasion, name=cut(outline.title, told.start("name"), told.end("name")))


def _occasion(occasion: Occasion, speaker: Speaker, date: str, say: Say) -> dict[str, Any]:
    """The occasion. `programme` is the agenda in order; `agenda` is how the speaker refers to it.

    `day` is that of its time, else that of the text's date.
    """
    people = programme.ranked(occasion.people)
    parts, notes = programme.attendance(people, occasion), programme.entries(occasion, speaker)
    groups = agenda.as_told(occasion.agenda, speaker, say)
    return {
        "name": say(occasion.name),
        "place": say(occasion.place),
        "time": say(occasion.time),
        "day": say(programme.day_of(occasion.time or date)),
        "host": say(occasion.host),
        "convener": say("" if occasion.host in occasion.name else occasion.host),
        "verb": next((verb for ends, verb in _VERBS if occasion.name.endswith(ends)), "召开"),
        **_basis(occasion.basis, say),
        "spoken": _called(agenda.last_speaker(groups), occasion, say),
        "chair": say(occasion.chair),
        "attendance": [say(line) for line in occasion.attendance],
        "people": [_person(person, say) | part for person, part in zip(people, parts, strict=True)],
        "programme": [
            _agenda_item(item, say) | noted for item, noted in zip(occasion.agenda, notes, strict=True)
        ],
        "agenda": groups,
    }


def _basis(basis: tuple[str, ...] | None, say: Say) -> dict[str, Any]:
    """What the occasion carries out: whole sentences as they are told, and an aim that runs in a sentence, "" where
    there is none.
    """
    if basis is None:
        return {"told": [], "aim": phrase("贯彻", gap("上级精神"))}
    told = [say(text) for text in basis if text.endswith(_WHOLE)]
    aims = [
        phrase("" if text.startswith(_CARRYING) else "贯彻", agenda.bare(say(text)))
        for text in basis
        if not text.endswith(_WHOLE)
    ]
    return {"told": told, "aim": chained(aims, "，")}


_WHOLE = ("。", "！", "？", "。”")
_CARRYING = (
    "为",
    "以",
    "坚持",
    "贯彻",
    "落实",
    "学习",
    "传达",
    "按照",
    "根据",
    "围绕",
    "深入",
    "全面",
    "认真",
)


def _person(person: Person, say: Say) -> dict[str, Any]:
    """Somebody at the meeting: `line` as introduced, `called` as spoken of afterwards."""
    post = full_post(person.org, person.post)
    called = name_with_post(person.name, person.post, post)
    return {
        "name": say(person.name),
        "post": say(person.post),
        "org": say(person.org),
        "presence": person.presence or "出席",
        "line": say(phrase(post, person.name)),
        "called": say(phrase(*called)),
    }


def _agenda_item(item: AgendaItem, say: Say) -> dict[str, Any]:
    """One item of the agenda: what it is, and how it is told before and after."""
    who, does, what = say(item.who), say(item.does), agenda.bare(say(item.what))
    return {
        "who": who,
        "does": does,
        "what": what,
        "plain": agenda.plain(who, does, what),
        "done": agenda.done(who, does, what),
        "considered": agenda.considered(item, say, gap("议定意见")) if item.is_considered else "",
        "learning": agenda.is_learning(item),
    }


def _called(who: str, occasion: Occasion, say: Say) -> str:
    """Somebody as one speaks of him in the room, where he is among the people; else as given."""
    people = (person for person in occasion.people if programme.is_named(person.name, who))
    return next((_person(person, say)["called"] for person in people), say(who))
