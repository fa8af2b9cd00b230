"""What a section of an old text is for, told by the words of its heading, of its points, and by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.model import vocabulary
from drafter.model.outline import Part, Point, Section, Tail
from drafter.model.source import Guess, Line
from drafter.outlining.form import marks
from drafter.outlining.form.enumerations import last_sentence
from drafter.outlining.meaning import role_words
from drafter.residue.forms import simple

BODY = "body"
_NAMES = vocabulary.chinese(vocabulary.ROLES)
_HEADING, _TEXT, _PLACE = "小标题的用词", "这一部分的话多是这样说的", "在讲话里的位置"
_MOST = 0.5
_FEWEST_CLAUSES = 3
_CLEAR = 2
"""So many times as often as the next kind."""


def as_parts(
    items: Sequence[tuple[Line, str | Section]], guesses: list[Guess], title: str = ""
) -> tuple[Part, ...]:
    """Sections and texts in order as the parts of an ordered outline, each with its role."""
    found: list[Part] = []
    earlier: set[str] = set()
    headed = [at for at, (_, item) in enumerate(items) if isinstance(item, Section) and item.heading]
    later = frozenset(headed[1:])
    for at, (line, item) in enumerate(items):
        role, why = _role(item, earlier) if isinstance(item, Section) else (BODY, "")
        if isinstance(item, Section):
            role, why = _by_title(item, title, earlier, (role, why))
        if role == BODY and at in later and role_words.OF_SPEECH.search(title):
            role, why = _by_place(item, at == headed[-1]), _PLACE
        earlier.add(role)
        if role != BODY and isinstance(item, Section):
            guesses.append(_told(role, why, line, item))
            item = replace(item, role=role)
        found.append(Part(role, (item,)))
    return tuple(found)


def _by_title(section: Section, title: str, earlier: set[str], told: tuple[str, str]) -> tuple[str, str]:
    """The role of a section and what told it, where the title says what the whole text is for and nothing else tells."""
    role, why = told
    open_, pointed = role == BODY, bool(section.points)
    if open_ and section.heading and role_words.OF_TASKS.search(title):
        return "tasks", "标题说通篇是要做的事"
    unsure = (open_ and pointed) or (section.heading and (open_ or why == _TEXT))
    if unsure and role_words.OF_INSIGHT.search(title):
        return "experience", "标题说通篇是体会"
    bare = role in (BODY, "tasks") and not section.heading and pointed
    if bare and role_words.OF_ADVICE.search(title):
        return "suggestions", "标题说通篇是建议"
    if open_ and section.heading and role_words.OF_SUMMARY.search(title):
        return _in_summary(section, earlier), "标题说是总结"
    return told


def _told(role: str, why: str, line: Line, section: Section) -> Guess:
    """The guess at a role, with what else the words of the section could mean."""
    heading = _bare(section.heading) if section.heading else ""
    said = [*(role for role, words in role_words.BY_HEADING if words.search(heading)), _by_tense(section, 1)]
    other = next((one for one in said if one not in (role, BODY)), "")
    sure = "low" if why in (_PLACE, _TEXT) else "medium" if other or why != _HEADING else "high"
    return Guess(f"角色 {_NAMES[role]}", line.number, why, sure, _NAMES.get(other, ""))


def _by_place(section: str | Section, is_last: bool) -> str:
    """The role of a later section of a speech whose heading tells none: what secures the work where it is the last and
    says so, else what is to be done, unless its text speaks of something else.
    """
    if not isinstance(section, Section):
        return BODY
    if is_last and role_words.SECURES.search(section.heading):
        return "guarantee"
    tense = _by_tense(section, 1)
    return "tasks" if tense in (BODY, "tasks") and role_words.URGES.search("".join(_said(section))) else tense


def _in_summary(section: Section, earlier: set[str]) -> str:
    """The role of a section of a summary that no words tell: what is still to come, else what was done, as long as
    nothing before it was something else.
    """
    if role_words.TO_COME.search("".join(_said(section))):
        return "tasks"
    return BODY if {"gaps", "tasks"} & earlier else "achievements"


def _bare(heading: str) -> str:
    mark = marks.opening(heading)
    return heading[len(mark.text) :] if mark else heading


def _role(section: Section, earlier: set[str]) -> tuple[str, str]:
    """The role of a section and what told it; `body` where nothing does."""
    if section.heading:
        by_words = by_heading(_bare(section.heading))
        if by_words != BODY:
            return _put_right(by_words, section, earlier)
    elif section.lead:
        by_words = by_lead(section.lead[-1])
        if by_words != BODY:
            return by_words, "引出要点的那句话"
    titles = [point.title or (point.text[0] if point.text else "") for point in section.points]
    if titles and (section.marks == "一要" or _share(role_words.URGED, titles) > _MOST):
        return "tasks", "要点都是要做的事"
    if section.lead and section.points and not section.heading:
        by_text = _by_text(section)
        if by_text not in (BODY, "gaps"):
            return by_text, "要点的话多是这样说的"
    if titles and _share(role_words.DONE, titles) > _MOST and not {"gaps", "tasks"} & earlier:
        return "achievements", "要点都是做成的事"
    by_text = _by_text(section)
    by_text = by_text if by_text != BODY or not section.heading else _by_tense(section, _FEWEST_CLAUSES)
    if by_text == "achievements" and {"gaps", "tasks"} & earlier:
        return BODY, ""
    return by_text, _TEXT


def _put_right(role: str, section: Section, earlier: set[str]) -> tuple[str, str]:
    """The role that a heading tells, where its text speaks of the same time: 见到成效 over what is still to be done
    heads tasks, 看清家底 over what was done heads achievements.
    """
    tense = _by_tense(section, 1)
    if role == "achievements" and tense == "tasks":
        return "tasks", "小标题说成效，正文都是要做的事"
    if role == "overview" and tense == "achievements" and not earlier and "介绍" not in section.heading:
        return "achievements", "小标题说家底，正文是做成的事"
    return role, _HEADING


def _by_tense(section: Section, fewest: int) -> str:
    """What the clauses under a heading are of, where they are all of one kind: done, to be done, or wanting."""
    clauses = [clause for text in _said(section) for clause in role_words.CLAUSES.split(text)]
    words = dict(role_words.SAYS) | {"achievements": role_words.PAST}
    counts = {
        role: sum(bool(words[role].search(clause)) for clause in clauses)
        for role in ("achievements", "tasks", "gaps")
    }
    said = [role for role, count in counts.items() if count]
    return said[0] if len(said) == 1 and counts[said[0]] >= fewest else BODY


def _by_text(section: Section) -> str:
    """The role that most clauses of a section under a heading tell, where they tell it clearly."""
    if not (section.heading or section.points):
        return BODY
    clauses = [clause for text in _said(section) for clause in role_words.CLAUSES.split(text)]
    counts = sorted(
        ((sum(bool(words.search(c)) for c in clauses), role) for role, words in role_words.SAYS), reverse=True
    )
    (most, role), (next_, _) = counts[:2]
    return role if most >= _FEWEST_CLAUSES and most >= _CLEAR * next_ else BODY


def _said(item: Section | Point | Tail) -> Iterator[str]:
    """Every text under a heading."""
    yield from item.lead if not isinstance(item, Point) else (item.title, *item.text)
    for point in item.points:
        yield from _said(point)
    yield from _said(item.tail) if isinstance(item.tail, Tail) else item.tail


def by_heading(heading: str) -> str:
    """The role that a heading's words tell; `body` where they tell none."""
    looked = simple(heading)
    return next((role for role, words in role_words.BY_HEADING if words.search(looked)), BODY)


def by_lead(lead: str) -> str:
    """The role that the sentence before a row of points tells."""
    sentence = last_sentence(lead)
    return next((role for role, words in role_words.BY_LEAD if words.search(sentence)), "") or by_heading(
        sentence
    )


def _share(words: re.Pattern[str], titles: list[str]) -> float:
    return sum(bool(words.search(title)) for title in titles) / len(titles)
