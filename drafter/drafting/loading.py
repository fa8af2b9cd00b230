"""From a file to an outline that can be drafted: template, inheritance, facts, references."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.drafting import counted, doubts, papers
from drafter.drafting.facts import merge_facts, with_basis
from drafter.drafting.inheritance import lay_over_bases
from drafter.drafting.listed import as_points
from drafter.drafting.options import Options
from drafter.model import vocabulary
from drafter.model.outline import Outline, takes_any
from drafter.model.template import Template
from drafter.problems import DrafterError, InputProblem, Place, Problem, has_errors
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.outline.outline import Source
from drafter.records import Record
from drafter.session.session import Session
from drafter.storage import catalogue

if TYPE_CHECKING:
    from drafter.drafting.reuse import Taken

PLAIN = "原样"
"""Drafts what is to be poured into a letterhead and names no genre."""

_ROLES = vocabulary.spellings(vocabulary.ROLES)
_CHINESE = vocabulary.chinese(vocabulary.ROLES)


class Loaded(Record):
    """An outline ready to be drafted, with its template, its nodes, harmless problems, and what it
    took over from the library.
    """

    outline: Outline
    template: Template
    source: Source
    problems: tuple[Problem, ...] = ()
    taken: tuple[Taken, ...] = ()


def load(session: Session, text: str, name: str, options: Options) -> Loaded:
    """The outline of this text, its facts merged and every reference known.

    Raises:
        InputProblem: with all problems of the file: slips, structure, template, facts; it does not give the paper of
            its meeting that the options ask for.

    """
    source, problems = outline_yaml.parse(text, name)
    if source is None:
        raise InputProblem(*problems)
    found: list[Problem] = []
    own = _template(session, source, options, [])
    source, inherited = lay_over_bases(session, source, own.role_spellings() if own else _ROLES, found)
    template = _template(session, source, options, found)
    genre = _genre(session, source, template)
    roles = template.role_spellings() if template else _ROLES
    outline, problems = outline_yaml.read(source, {**roles, **(genre.role_spellings() if genre else {})})
    if not options.style:
        found += _style_outside(session, outline.style or (template.style if template else ""), source)
    if inherited:
        outline = replace(outline, extends="")
    if genre is not None:
        outline = _in_order(outline, genre)
    if template is not None:
        outline = as_points(outline, template)
    outline, taken, use_problems = _with_taken(session, outline)
    facts, facts_problems = merge_facts(outline, options)
    found = [*problems, *found, *use_problems, *facts_problems]
    outline = with_basis(replace(outline, facts=facts, date=options.date or outline.date))
    found += doubts.find_unknown_references(outline)
    found += doubts.find_unused_settings(outline, options, name)
    if options.paper and template is not None and not has_errors(found):
        outline, template, told = _paper(session, outline, options.paper, name)
        found += told
    if template is not None and not has_errors(found):
        found += _doubts(session, outline, template, name)
    if template is None or has_errors(found):
        raise InputProblem(*sorted(found, key=_by_line))
    return Loaded(outline, template, source, tuple(found), taken)


def _paper(
    session: Session, outline: Outline, paper: str, name: str
) -> tuple[Outline, Template, tuple[Problem, ...]]:
    """The outline of another paper of the same meeting, its template, and what is to be said of it."""
    outline, told = papers.derive(outline, paper, name)
    return outline, session.templates.named(outline.template), told


def _doubts(session: Session, outline: Outline, template: Template, name: str) -> list[Problem]:
    """What an outline that can be drafted lacks, or says where it does not print."""
    return [
        *doubts.find_missing_parts(outline, template, name),
        *doubts.find_unheaded_parts(outline, template, name),
        *counted.find_miscounted(outline, name),
        *doubts.find_open_opinions(outline, name),
        *doubts.find_unprinted(session, outline, template, name),
    ]


def _style_outside(session: Session, style: str, source: Source) -> list[Problem]:
    """That the outline, or its template, names a style that it may not read; nothing where it may."""
    if not _leads_out(session, "styles", style, source):
        return []
    hint = "版式放在大纲所在的文件夹、工作区或用户文件夹里，或在命令里用 --style 指明"
    message = f"大纲不能用文件夹之外的版式“{style[:40]}”"
    return [Problem("path-outside", message, Place(source.name), hint=hint)]


def _with_taken(session: Session, outline: Outline) -> tuple[Outline, tuple[Taken, ...], list[Problem]]:
    """The outline with what it takes from the library, what that was, and what could not be taken."""
    if not takes_any(outline):
        return outline, (), []
    from drafter.drafting import reuse  # brings the library, which most drafts do without

    return reuse.taken_over(session, outline)


def _by_line(problem: Problem) -> tuple[int, int]:
    return problem.place.line or 0, problem.place.column or 0


def _template(session: Session, source: Source, options: Options, found: list[Problem]) -> Template | None:
    """The template that the options or the outline name; None with a problem."""
    pair = source.pair("template", _ROLES)
    name = options.genre or source.field("template", _ROLES) or (PLAIN if options.letterhead else "")
    place = pair[0].place if pair else Place(source.name, 1, 1)
    if not name and any(problem.code in ("unknown-outline", "endless-extends") for problem in found):
        return None  # the template may be named in the outline that was not found
    if not name:
        hint = "加一行 模板: 部署讲话，或用 --template；drafter templates list 列出全部"
        found.append(Problem("no-template", "大纲没有写用哪个模板", place, hint=hint))
        return None
    if not options.genre and _leads_out(session, "templates", name, source):
        hint = "模板放在大纲所在的文件夹、工作区或用户文件夹里，或在命令里用 --template 指明"
        found.append(Problem("path-outside", f"大纲不能用文件夹之外的模板“{name[:40]}”", place, hint=hint))
        return None
    try:
        return session.templates.named(name)
    except DrafterError as error:
        for problem in error.problems:
            known = problem.code == "unknown-template" and not options.genre
            found.append(replace(problem, place=place) if known else problem)
        return None


def _genre(session: Session, source: Source, template: Template | None) -> Template | None:
    """The outline's own template, where one that takes any part stands in its place.

    Its parts and their order still hold: a paper that helps with a speech follows the speech.
    """
    name = source.field("template", _ROLES)
    if template is None or not template.any_role or name in ("", template.name, *template.aliases):
        return None
    if _leads_out(session, "templates", name, source):
        return None
    try:
        return session.templates.named(name)
    except DrafterError:
        return None


def _in_order(outline: Outline, genre: Template) -> Outline:
    """The outline with its parts in the order of its genre."""
    if outline.ordered:
        return outline
    order = {role.name: index for index, role in enumerate(genre.roles)}
    parts = sorted(outline.parts, key=lambda part: order.get(part.role, len(order)))
    return replace(outline, parts=tuple(parts))


def _leads_out(session: Session, kind: str, name: str, source: Source) -> bool:
    """Whether an outline names a file that it may not read: a path out of its folders."""
    path = catalogue.by_path(kind, name, session.base)
    return path is not None and not session.may_read(path, name, (session.base / source.name).parent)
