"""The other papers of a meeting, out of the outline of one: what each needs of it, and gaps for what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.copying import classified
from drafter.model.inlines import gap
from drafter.model.outline import AgendaItem, Occasion, Official, Outline, Person, Speaker
from drafter.model.roster import name_with_post
from drafter.model.words import phrase
from drafter.patterns import pattern
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.records import Record
from drafter.templating.around import programme
from drafter.templating.around.about import met

_BY_ITEMS = pattern(r"(?:党组|党委|常委|常务|办公|支委)会?(?:[（(]?扩大[）)]?)?(?:会议?)?$(?<=[会议])")
"""Meetings of 议题: what they decided stands in no speech."""

_OTHER_SPEECHES = ("交流发言", "表态发言", "研讨发言", "致辞")
AHEAD = "会前预拟"
"""The stage of what is written before the meeting and tells what came of it."""


class Paper(Record):
    """A paper of a meeting: what it is called, its template, and the outline of it out of another's.

    `afterwards`: it tells what came of the meeting, so that what is written before it has to be looked at again;
    `is_official`: it has a header block and addressees, and takes those of the outline.
    """

    name: str
    template: str
    outline: Callable[[Outline, Occasion], Outline]
    afterwards: bool = False
    is_official: bool = False


def names() -> tuple[str, ...]:
    """The papers that there are, in the order in which a meeting needs them."""
    return tuple(_PAPERS)


def template_of(name: str) -> str:
    """The template that a paper is drafted with."""
    return _PAPERS[name].template


def is_afterwards(name: str) -> bool:
    """Whether a paper tells what came of the meeting."""
    return _PAPERS[name].afterwards


def derive(outline: Outline, name: str, source: str) -> tuple[Outline, tuple[Problem, ...]]:
    """The outline of another paper of the same meeting, and what is to be said of it.

    Raises:
        InputProblem: the outline tells of no meeting, or of one whose minutes no speech can give.

    """
    paper = _PAPERS[name]
    occasion = met(outline)
    if not occasion.name:
        hint = "在大纲里写 场合: {名称: 全市防汛工作会议, 时间: ……, 地点: ……, 议程: [……]}"
        raise InputProblem(
            Problem("no-meeting", f"大纲没有写是什么会，出不了{name}", Place(source), hint=hint)
        )
    if name == "纪要" and _BY_ITEMS.search(occasion.name):
        hint = "另写一份大纲：模板: 纪要，场合的“议程”里一个议题一项，写上汇报人、讨论、议定"
        message = f"{occasion.name}的纪要记的是议题和议定事项，从讲话里出不来"
        raise InputProblem(Problem("minutes-by-items", message, Place(source), hint=hint))
    bare = Outline(
        template=paper.template,
        addressees=outline.addressees if paper.is_official else (),
        official=outline.official if paper.is_official else None,
        secrecy=classified.mark_of(outline),
        date=outline.date,
        redacted=outline.redacted,
        facts=outline.facts,
        fact_places=outline.fact_places,
    )
    made = paper.outline(bare, _complete(outline, occasion))
    if not paper.afterwards:
        return made, ()
    hint = "会开完，照实际补上到会的人和议定、强调的事，再改掉“会前预拟”"
    message = f"{name}是{AHEAD}的：到会的人、会上强调的话要会后核对"
    told = Problem("drafted-ahead", message, Place(source), Severity.WARNING, hint)
    return replace(made, stage=AHEAD), (told,)


def _complete(outline: Outline, occasion: Occasion) -> Occasion:
    """The occasion with a gap for what is not known, and the speech itself on the agenda."""
    agenda = occasion.agenda
    speaker = outline.speaker or Speaker()
    kind = next((kind for kind in _OTHER_SPEECHES if kind in outline.template), "讲话")
    is_there = any(speaker.name in item.who for item in agenda)
    if speaker.name and not is_there and outline.template != "主持词":
        agenda = (*agenda, AgendaItem(phrase(*name_with_post(speaker.name, speaker.post)), kind))
    return replace(
        occasion,
        time=occasion.time or gap("会议时间"),
        place=occasion.place or gap("会议地点"),
        chair=occasion.chair or gap("主持人"),
        attendance=occasion.attendance or (gap("参会人员"),),
        agenda=agenda or (AgendaItem(gap("议程")),),
    )


def _notice(bare: Outline, occasion: Occasion) -> Outline:
    return replace(
        bare,
        title=phrase("关于召开", occasion.name, "的通知"),
        date="",
        addressees=bare.addressees or (gap("主送机关"),),
        official=bare.official or Official(issuers=(gap("发文机关"),)),
        occasion=occasion,
    )


def _agenda(bare: Outline, occasion: Occasion) -> Outline:
    return replace(bare, title=phrase(occasion.name, "议程"), occasion=occasion)


def _script(bare: Outline, occasion: Occasion) -> Outline:
    return replace(
        bare,
        title=phrase(occasion.name, "主持词"),
        speaker=_chair(occasion),
        audience=("同志们",),
        occasion=occasion,
    )


def _chair(occasion: Occasion) -> Speaker:
    """Who leads through the meeting: one of those who are there, else as he is written."""
    there = (person for person in occasion.people if person.name and person.name in occasion.chair)
    person = next(there, None)
    if person:
        return Speaker(person.name, person.post, person.org)
    name = programme.name_in(occasion.chair)
    return Speaker(name, occasion.chair.replace(name, "")) if name else Speaker(post=occasion.chair)


def _news(bare: Outline, occasion: Occasion) -> Outline:
    return replace(bare, title=phrase(occasion.name, "召开"), occasion=_checked(occasion))


def _minutes(bare: Outline, occasion: Occasion) -> Outline:
    return replace(
        bare,
        title=phrase(occasion.name, "纪要"),
        date="",
        occasion=_checked(occasion),
    )


def _checked(occasion: Occasion) -> Occasion:
    """The occasion of a paper that tells afterwards who was there."""
    return replace(occasion, people=(*occasion.people, Person(gap("到会人员，会后核对"))))


_PAPERS = {
    paper.name: paper
    for paper in (
        Paper("通知", "通知", _notice, is_official=True),
        Paper("议程", "议程", _agenda),
        Paper("主持词", "主持词", _script),
        Paper("新闻稿", "新闻通稿", _news, afterwards=True),
        Paper("纪要", "纪要", _minutes, afterwards=True),
    )
}
