"""From a file to an outline that can be drafted: template, inheritance, facts, references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.model import vocabulary
from drafter.model.outline import Facts, FactValue, Outline, Reference, Section, takes_any
from drafter.model.template import Template
from drafter.problems import DrafterError, InputProblem, Place, Problem, Severity, has_errors
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.outline.outline import Source
from drafter.readers.yaml.reading import nearest
from drafter.session.inputs import WORD_FILE
from drafter.session.session import Session
from drafter.storage import catalogue, files
from drafter.templating.context import missing_roles, points_in

if TYPE_CHECKING:
    from drafter.drafting.reuse import Taken

MAX_EXTENDS = 8
"""How many outlines may stand on one another's shoulders."""

PLAIN = "原样"
"""Drafts what is to be poured into a letterhead and names no genre."""

_ROLES = vocabulary.spellings(vocabulary.ROLES)
_CHINESE = vocabulary.chinese(vocabulary.ROLES)


@dataclass(frozen=True, slots=True)
class Options:
    """What a command says about its inputs, beside the inputs themselves."""

    template: str = ""
    style: str = ""
    facts_files: Sequence[Path] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    date: str = ""
    later: Sequence[str] = ()
    """Names that are given afterwards, row by row."""

    @property
    def letterhead(self) -> str:
        """The Word file to fill, where the template is one; the outline then names its genre."""
        return self.template if self.template.lower().endswith(WORD_FILE) else ""

    @property
    def genre(self) -> str:
        """The template that drafts, where the options name one."""
        return "" if self.letterhead else self.template


@dataclass(frozen=True, slots=True)
class Loaded:
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
        InputProblem: with all problems of the file: slips, structure, template, facts.

    """
    source, problems = outline_yaml.parse(text, name)
    if source is None:
        raise InputProblem(*problems)
    found: list[Problem] = []
    source, inherited = _with_base(session, source, options, found)
    template = _template(session, source, options, found)
    genre = _genre(session, source, template)
    roles = template.role_spellings() if template else _ROLES
    outline, problems = outline_yaml.read(source, {**roles, **(genre.role_spellings() if genre else {})})
    if not options.style and _leads_out(session, "styles", outline.style, source):
        hint = "版式放在大纲所在的文件夹、工作区或用户文件夹里，或在命令里用 --style 指明"
        found.append(
            Problem(
                "path-outside", f"大纲不能用文件夹之外的版式“{outline.style[:40]}”", Place(name), hint=hint
            )
        )
    if inherited:
        outline = replace(outline, extends="")
    if genre is not None:
        outline = _in_order(outline, genre)
    outline, taken, use_problems = _with_taken(session, outline)
    facts, facts_problems = _facts(outline, options)
    found = [*problems, *found, *use_problems, *facts_problems]
    outline = replace(outline, facts=facts, date=options.date or outline.date)
    found += _unknown_references(outline)
    found += _unused_settings(outline, options, name)
    if template is not None and not has_errors(found):
        found += _missing_parts(outline, template, name)
        found += _unheaded(outline, template, name)
        found += _unprinted(session, outline, template, name)
    if template is None or has_errors(found):
        raise InputProblem(*sorted(found, key=_by_line))
    return Loaded(outline, template, source, tuple(found), taken)


def _with_taken(session: Session, outline: Outline) -> tuple[Outline, tuple[Taken, ...], list[Problem]]:
    """The outline with what it takes from the library, what that was, and what could not be taken."""
    if not takes_any(outline):
        return outline, (), []
    from drafter.drafting import reuse  # brings the library, which most drafts do without

    return reuse.taken_over(session, outline)


def _by_line(problem: Problem) -> tuple[int, int]:
    return problem.place.line or 0, problem.place.column or 0


def _with_base(
    session: Session, source: Source, options: Options, found: list[Problem]
) -> tuple[Source, bool]:
    """The outline laid over the one that it extends, and over what that extends in turn."""
    seen = {str(Path(source.name).resolve())}
    over = source
    own = _template(session, source, options, [])
    roles = own.role_spellings() if own else _ROLES
    base_name = source.field("extends", roles)
    inherited = bool(base_name)
    folder = Path(source.name).parent
    while base_name:
        path = _base_path(session, base_name, folder)
        pair = over.pair("extends", roles)
        place = pair[0].place if pair else Place(source.name)
        if path is None:
            found.append(_no_base(base_name, folder, place))
            return source, inherited
        if str(path.resolve()) in seen or len(seen) > MAX_EXTENDS:
            found.append(
                Problem("endless-extends", "大纲一份继承一份，绕成了圈", place, hint="改掉其中一份的“继承”")
            )
            return source, inherited
        seen.add(str(path.resolve()))
        base, problems = outline_yaml.parse(files.read_text(path).text, str(path))
        if base is None:
            found.extend(problems)
            return source, inherited
        root = outline_yaml.overlay(base.root, source.root)
        source = replace(source, root=root, mended=True, problems=(*source.problems, *base.problems))
        base_name, folder, over = base.field("extends"), path.parent, base
    return source, inherited


def _no_base(name: str, folder: Path, place: Place) -> Problem:
    """Why an outline cannot be extended: there is none, or it lies where it may not be read."""
    hint = "写出大纲的编号，或路径；只能继承同一文件夹、工作区和用户文件夹里的"
    if (folder / name).is_file():
        message = f"不能继承文件夹之外的大纲“{name[:40]}”"
        return Problem(
            "unknown-outline", message, place, hint="把它复制到同一文件夹，或放进工作区、用户文件夹"
        )
    return Problem("unknown-outline", f"找不到要继承的大纲“{name[:40]}”", place, hint=hint)


def _base_path(session: Session, name: str, folder: Path) -> Path | None:
    """The file of a base outline: by name from the catalogue, or by a path that stays inside."""
    by_name = catalogue.path_of(session.places, "outlines", name)
    if by_name is not None:
        return by_name
    path = folder / (name if Path(name).suffix else f"{name}.yaml")
    return path if session.may_read(path, name, folder) and path.is_file() else None


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


def facts_of(options: Options) -> Facts:
    """The facts that the options alone give, for a draft that has none of its own.

    Raises:
        InputProblem: a facts file cannot be used.

    """
    facts, problems = _facts(Outline(), options)
    if has_errors(problems):
        raise InputProblem(*problems)
    return facts


def _leads_out(session: Session, kind: str, name: str, source: Source) -> bool:
    """Whether an outline names a file that it may not read: a path out of its folders."""
    path = catalogue.by_path(kind, name, session.base)
    return path is not None and not session.may_read(path, name, (session.base / source.name).parent)


def _facts(outline: Outline, options: Options) -> tuple[Facts, list[Problem]]:
    """The outline's facts under those of the files, under those set one by one."""
    facts = dict(outline.facts)
    facts.update(dict.fromkeys(options.later))
    problems: list[Problem] = []
    for path in options.facts_files:
        file = files.read_text(path)
        more, _, found = outline_yaml.read_facts(file.text, str(path))
        facts.update(more)
        problems += [*file.problems, *found]
    for name, value in options.settings.items():
        old = facts.get(name)
        figure = replace(old, value=value) if old and old.value else FactValue(value=value)
        facts[name] = figure if value else None
    return facts, problems


def _unknown_references(outline: Outline) -> list[Problem]:
    """References to no fact, to no part of a fact, or to no part of the outline."""
    problems = []
    for reference in outline.references:
        message, hint = _wrong(reference, outline)
        if message:
            problems.append(Problem("unknown-fact", message, reference.place, hint=hint))
    return problems


def _unused_settings(outline: Outline, options: Options, name: str) -> list[Problem]:
    """Facts that were set one by one and that nothing refers to: most likely misspelt."""
    used = {reference.name for reference in outline.references}
    known = dict.fromkeys(used - {vocabulary.COUNT}, "")
    if options.letterhead:
        return []  # the letterhead may hold what the text does not
    return [
        Problem(
            "unused-setting",
            f"--set 的“{setting}”文中没有用到",
            Place(name),
            Severity.WARNING,
            nearest(setting, known) if known else "",
        )
        for setting in options.settings
        if setting not in used
    ]


def _wrong(reference: Reference, outline: Outline) -> tuple[str, str]:
    """What is wrong with a reference and what to write instead; "" where nothing is."""
    name, attribute, facts = reference.name, reference.attribute, outline.facts
    if attribute == vocabulary.COUNT:
        if name in _ROLES and points_in(outline, name) == 0:
            return f"“{name}”里没有要点可数", "写上那一部分的要点，或改成别的部分"
        if name in _ROLES:
            return "", ""
        return f"没有“{name}”这一部分可数", nearest(name, _ROLES)
    if name == vocabulary.COUNT and not attribute:
        return "", ""
    if name not in facts:
        hint = nearest(name, dict.fromkeys(facts, "")) if facts else f"在“数据”里加一行 {name}: 值"
        return f"数据里没有“{name}”", hint
    if attribute and attribute not in vocabulary.FACT_PARTS:
        return f"数据没有“.{attribute}”这一项", "可以用：.数 .单位 .来源 .截至 .姓名 .职务"
    return "", ""


def _unheaded(outline: Outline, template: Template, name: str) -> list[Problem]:
    """Parts whose points would count from 一、 beside headings that do so too."""
    if template.any_role:
        return []
    sections = [
        (part.role, item) for part in outline.parts for item in part.items if isinstance(item, Section)
    ]
    if not any(section.heading for _, section in sections):
        return []
    names = {role.name: role.chinese for role in template.roles}
    own = {role.name for role in template.roles if role.layout == "inline" or role.marks}
    return [
        Problem(
            "no-heading",
            f"“{names.get(role) or _CHINESE.get(role, role)}”没有写小标题，它的要点会和别的小标题一样从“一、”排起",
            Place(name),
            Severity.WARNING,
            "写上小标题，或加 排法: 段内",
        )
        for role, section in sections
        if not section.heading and section.points and section.layout != "inline" and not section.marks
        if role not in own or section.layout
    ]


_PRINTED_BY = {"attachments": ("附件", "attachments"), "contents": ("目录", "table_of_contents")}
"""What an outline may hold and not every genre prints: its key, and what a template calls it."""


def _unprinted(session: Session, outline: Outline, template: Template, name: str) -> list[Problem]:
    """What the outline holds and its genre has no place for."""
    held = [name for name in _PRINTED_BY if getattr(outline, name)]
    if not held or template.digest:
        return []
    said = session.templates.words_of(template)
    return [
        Problem(
            "not-printed",
            f"{template.name}不排“{key}”",
            Place(name),
            Severity.WARNING,
            f"换一个排{key}的文体，或删去这一项",
        )
        for key, word in (_PRINTED_BY[field_name] for field_name in held)
        if word not in said
    ]


def _missing_parts(outline: Outline, template: Template, name: str) -> list[Problem]:
    """The parts that the template cannot do without: they print as gaps for now."""
    return [
        Problem(
            "missing-part",
            f"还没有写“{role.chinese}”，{template.name}要有这一部分",
            Place(name),
            Severity.WARNING,
            role.prompt,
        )
        for role in missing_roles(outline, template)
    ]
