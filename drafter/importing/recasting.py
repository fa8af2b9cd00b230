"""An old text, or an outline typed in Word, recast for a genre: read for its fields, and fitted."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.copying import classified
from drafter.importing import guesses as importing
from drafter.importing import hand, labels, programme, typed
from drafter.importing.fitting import for_template
from drafter.importing.guesses import Imported
from drafter.model.outline import Official, Outline, Part, Speaker
from drafter.model.source import ROLE, Dropped, Guess, Source
from drafter.model.template import Template
from drafter.outlining.form import leftovers
from drafter.outlining.meaning import about, official
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.readers import dates
from drafter.session import lookup
from drafter.session.old_files import no_text, source_of
from drafter.session.session import Session
from drafter.templating import views
from drafter.writers import outline_yaml

_OFFICIAL = "gbt9704"
"""The style of papers with a header block."""

_SPOKEN = re.compile("讲话|表态发言|交流发言|发言|致辞|主持词")
_BRACKETED = re.compile(r"(?:提纲)?(?:（[^（）]*）)?$")
_USUAL = "部署讲话"
"""The genre of a text whose title says none."""

_STAGE = re.compile(r"（(?P<stage>草案?|(?:初|草|讨论|代拟|修改|[一二三四\d])稿)）$")
"""What a title says of how far the paper is; （征求意见稿） is part of a title."""

_LABEL_OF_MARK = re.compile(r"^密级[：:\s]\s*|\s+\d{1,8}$")
"""What stands beside a mark of secrecy: the word for it, the number of a copy."""

_SHOWN = 40
"""Characters of a text that is said to be left out."""


def as_yaml(session: Session, name: str, template: str = "") -> tuple[str, tuple[Problem, ...]]:
    """A file as the YAML of an outline, for a genre where one is named, and what is to be said of it.

    Raises:
        InputProblem: as `source_of`; or there is no such template.

    """
    source = leftovers.set_aside(source_of(session, name))
    if not source.lines:
        raise InputProblem(no_text(name, source.dropped))
    genre = session.templates.named(template or importing.PLAIN)
    found = recast(session, source, genre)
    left: tuple[Problem, ...] = tuple(
        Problem(
            "left-out",
            f"没有放进来（{dropped.reason}）：{dropped.text[:_SHOWN].lstrip('，。；')}",
            Place(name),
            Severity.INFO,
        )
        for dropped in found.dropped
    )
    doubted = [
        f"第 {guess.paragraph} 段起当作“{guess.what.removeprefix(ROLE)}”"
        + (f"，也可能是“{guess.otherwise}”" if guess.otherwise else "")
        for guess in found.guessed
        if guess.is_role and guess.paragraph and (guess.sure == "low" or guess.otherwise)
    ]
    if doubted:
        hint = "不对就先 drafter import，在大纲里改“角色”"
        said = Problem(
            "role-guessed", f"这几处是猜的：{'；'.join(doubted)}", Place(name), Severity.INFO, hint
        )
        left = (*left, said)
    left = (*left, *_answers_aside(found.outline, genre, name))
    if not template:
        left = (*left, _as_it_is(session, found.outline, name))
    text = outline_yaml.write(found.outline, template=genre if template else None)
    return text, (*source.problems, *left)


def _as_it_is(session: Session, outline: Outline, name: str) -> Problem:
    """Says that an outline was set as it is typed, and of which genre its title sounds."""
    title = _BRACKETED.sub("", outline.title)
    genre = lookup.ended_in(session.places, "templates", title) or _USUAL
    hint = f"要出成稿，写明文体，如 --template {genre}；有哪些，运行 drafter templates list"
    return Problem("as-typed", "没有写文体，照原样排的", Place(name), Severity.INFO, hint)


def _answers_aside(outline: Outline, genre: Template, name: str) -> tuple[Problem, ...]:
    """Who answers for what and by when, where it was typed and the genre does not print it."""
    rows = [] if genre.owners or genre.any_role else views.assignments(outline, str)
    said = ["，".join(filter(None, (row["owner"], row["deadline"]))) for row in rows]
    said = [words for words in said if words]
    if not said:
        return ()
    return (
        Problem(
            "not-printed",
            f"{genre.name}不印责任单位和完成时限（{len(said)} 处，如“{said[0]}”）",
            Place(name),
            Severity.INFO,
            "要讲出来的写进那一条的正文；分工表用 --template 责任分工表",
        ),
    )


def recast(session: Session, source: Source, genre: Template, propose_facts: bool = False) -> Imported:
    """The outline of these lines for a genre; what adds nothing leaves every line where it is."""
    as_it_is = genre.any_role and not genre.digest
    characters = source.size
    source = source if as_it_is else hand.tidied(source)
    lines = typed.Typed(source) if as_it_is else typed.taken(source)
    meeting = programme.Programme()
    if not as_it_is and any(role.name == "agenda" for role in genre.roles):
        rest, meeting = programme.taken(lines.source.lines)
        lines.source = replace(lines.source, lines=tuple(rest))
    found = importing.imported(session, lines.source)
    if propose_facts:
        found = importing.with_facts(session, found)
    if not as_it_is:
        found = _without_lines_of_old(found, genre)
        outline, otherwise = lines.over(meeting.over(found.outline))
        found = replace(found, outline=outline, dropped=(*found.dropped, *otherwise))
        if not genre.name.endswith("提纲"):
            found = _retitle(found)
        found = _titled(_signed(found), genre)
    outline, guesses = for_template(found.outline, genre)
    outline, unprinted = labels.without(outline, lines.labels, genre)
    return replace(
        found,
        outline=outline,
        characters=characters,
        dropped=(*found.dropped, *unprinted),
        guessed=(*lines.guesses, *meeting.guesses, *found.guessed, *guesses),
    )


def _retitle(found: Imported) -> Imported:
    """The import under the title of the paper that an outline is typed for: …讲话 of …讲话提纲."""
    outline = found.outline
    stage = _STAGE.search(outline.title)
    if stage:
        of_text = outline.stage or f"{stage['stage'].removesuffix('稿')}稿"
        outline = replace(outline, title=outline.title[: stage.start()], stage=of_text)
    kept = typed.name_the_paper(outline.title)
    if kept == outline.title:
        return replace(found, outline=outline)
    word = Dropped(0, outline.title.removeprefix(kept), "标题里的“提纲”，稿子不印")
    return replace(found, outline=replace(outline, title=kept), dropped=(*found.dropped, word))


def _titled(found: Imported, genre: Template) -> Imported:
    """The import under the title that its meeting gives it, where it has none: 在……会上的表态发言."""
    occasion = found.outline.occasion
    spoken = _SPOKEN.search(genre.name)
    if found.outline.title or occasion is None or not occasion.name or spoken is None:
        return found
    title = f"{occasion.name}主持词" if spoken[0] == "主持词" else f"在{occasion.name}上的{spoken[0]}"
    guess = Guess("标题", 0, f"提纲没有写标题，照会名起的：{title}", "low")
    return replace(found, outline=replace(found.outline, title=title), guessed=(*found.guessed, guess))


def _signed(found: Imported) -> Imported:
    """The import without last lines that name who speaks (述职人：王明) and the day: a genre prints those."""
    *parts, last = found.outline.parts or (Part(""),)
    items = list(last.items) if last.role == "closing" else []
    day = dates.normal(items[-1]) if items and isinstance(items[-1], str) else None
    items = items[:-1] if day else items
    named = about.labelled(items[-1]) if items and isinstance(items[-1], str) else None
    own = found.outline.speaker or Speaker()
    if named is None or own.name not in ("", named.name):
        return found
    if day and found.outline.date not in (None, "", day):
        return found
    kept = (Part(last.role, tuple(items[:-1])),) if items[1:] else ()
    speaker = replace(own, name=named.name, post=own.post or named.post)
    date = day or found.outline.date
    return replace(found, outline=replace(found.outline, speaker=speaker, date=date, parts=(*parts, *kept)))


def _unsaid(outline: Outline, line: str) -> str:
    """What a line under the title says that no field holds: all of it where another line went before."""
    fields, rest = about.loosely(line)
    return rest if all(getattr(outline, name) == value for name, value in fields.items()) else line


def _with_mark(outline: Outline, beside: tuple[str, ...]) -> tuple[Outline, tuple[str, ...]]:
    """The outline with the mark of secrecy of lines beside its title for its own, and what is left of them."""
    for line in beside:
        mark = official.marked(line).get("secrecy", "") or classified.mark_among((line,))
        if mark and not outline.secrecy:
            rest = line.replace(mark, "").strip("（）()【】[] 　，、")
            outline = replace(outline, secrecy=_LABEL_OF_MARK.sub("", mark))
            beside = tuple(rest if one == line else one for one in beside if rest or one != line)
    return outline, beside


def _without_lines_of_old(found: Imported, genre: Template) -> Imported:
    """The import without the lines around the old title that a genre does not print; those that say
    nothing of date, stage or speaker are said to be left out. Marks of secrecy stay marks, those of urgency where the
    genre has a header block.
    """
    outline = found.outline
    above = outline.above_title
    if genre.style == _OFFICIAL:
        said = {name: text for line in above for name, text in official.marked(line).items()}
        own = outline.official or Official()
        marked = replace(
            own,
            copy=said.get("copy", own.copy),
            secrecy=said.get("secrecy", own.secrecy),
            urgency=said.get("urgency", own.urgency),
        )
        outline = replace(outline, official=marked) if said else outline
        above = tuple(line for line in above if not official.marked(line))
    outline, above = _with_mark(outline, above)
    outline, under = _with_mark(outline, outline.under_title)
    lost = [*above, *(_unsaid(outline, line) for line in under)]
    lost = [line for line in lost if line]
    dropped = tuple(Dropped(0, line, "标题上下的话，这个文体不印") for line in lost)
    return replace(
        found,
        outline=replace(outline, above_title=(), under_title=()),
        dropped=(*found.dropped, *dropped),
    )
