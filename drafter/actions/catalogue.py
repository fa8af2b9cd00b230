"""What is shipped and what is the user's own: listing, showing and copying it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from drafter.drafting import trial
from drafter.drafting.composing import compose
from drafter.model.template import LAST, place_in_lists
from drafter.problems import DrafterError, OutputProblem, Place, Problem, has_errors
from drafter.readers import stylesheet_yaml, template_file
from drafter.readers.outline import outline as outline_yaml
from drafter.session.session import Session
from drafter.storage import catalogue, files, holdings, paths
from drafter.writers.docx import package


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list. `won` is false where another of the same name goes before it."""

    name: str
    about: str
    place: str
    path: str
    won: bool
    aliases: tuple[str, ...] = ()
    category: str = ""


def list_entries(session: Session, kind: str) -> list[Listed]:
    """Every template, stylesheet or outline, with where it was found and which one won."""
    listed: list[tuple[tuple[int, float], Listed]] = []
    for entry in catalogue.entries(session.places, kind):
        about, aliases, category, order = _about(kind, entry.path)
        won = not entry.hidden
        item = Listed(entry.name, about, entry.label, str(entry.path), won, aliases, category)
        listed.append((place_in_lists(category, order), item))
    return [item for _, item in sorted(listed, key=lambda pair: pair[0])]


def _about(kind: str, path: Path) -> tuple[str, tuple[str, ...], str, float]:
    """One line about a file, its other names, its kind and its place there; what is wrong with it where it cannot
    be read.
    """
    try:
        text = catalogue.text(path)
    except DrafterError as error:
        return f"（读不了：{error.problems[0].message}）", (), "", LAST
    if kind == "templates":
        template, _ = template_file.read(text, path.name)
        return template.about, template.aliases, template.category, template.order
    if kind == "styles":
        root, _ = stylesheet_yaml.parse(text, path.name)
        about, aliases = (stylesheet_yaml.about(root), stylesheet_yaml.aliases(root)) if root else ("", ())
        return about, aliases, "", LAST
    source, _ = outline_yaml.parse(text, path.name)
    about = f"{source.field('template')}：{source.field('title')}" if source else "（读不懂）"
    return about, (), "", LAST


def text(session: Session, kind: str, name: str) -> str:
    """The file's own text.

    Raises:
        InputProblem: there is none of this name.

    """
    return files.read_text(session.path_of(kind, name)).text


def copy(session: Session, kind: str, name: str, output: str) -> Path:
    """Copies the file, so that its owner can change it: into the user's folder by default, an outline into the current one;
    a style as a template of Word's, where the output is a .dotx.

    Raises:
        InputProblem: there is none of this name.
        OutputProblem: a file stands there already.

    """
    source = session.path_of(kind, name)
    if output:
        target = session.base / output
        if output.endswith(("/", "\\")) or paths.is_folder(target):
            target = target / source.name
    elif kind == "outlines":
        target = session.base / source.name
    else:
        target = session.places.folders(kind)[0].path / source.name
    if paths.exists(target):
        problem = Problem("exists", f"{target} 已经存在", Place(str(target)), hint="用 -o 换个名字")
        raise OutputProblem(problem)
    holdings.close_folders(session.places.home, target.parent)
    if kind == "styles" and target.suffix.lower() in (".dotx", ".docx"):
        blank = session.stylesheets.base_of(session.stylesheets.named(name))
        files.replace(target, package.as_template(blank) if target.suffix.lower() == ".dotx" else blank)
    else:
        files.replace(target, _without_aliases(files.read_bytes(source), target.stem != source.stem))
    return target


def notes_on_copy(session: Session, kind: str, path: Path) -> list[str]:
    """What the owner of a copy has to know: what it stands before, and what it stands on."""
    notes = []
    won = [
        entry
        for entry in catalogue.entries(session.places, kind)
        if paths.real(entry.path) == paths.real(path)
    ]
    name = path.name.removesuffix(catalogue.SUFFIXES[kind])
    if won and any(entry.name == name and entry.hidden for entry in catalogue.entries(session.places, kind)):
        notes.append(f"以后写“{name}”用的就是这一份；不想顶替自带的，把它改个名")
    if kind == "outlines":
        source, _ = outline_yaml.parse(files.read_text(path).text, path.name)
        base = source.field("extends") if source else ""
        if base:
            notes.append(f"它继承“{base}”；那一份也要改，就再运行 drafter outlines copy {base}")
    return notes


def _without_aliases(data: bytes, renamed: bool) -> bytes:
    """The file; a copy under another name does not answer to the names of the original."""
    return re.sub("(?m)^别名:.*\n".encode(), b"", data) if renamed else data


def check_template(session: Session, name: str) -> tuple[str, tuple[Problem, ...]]:
    """The template's name and what goes wrong when it is tried against its declared roles.

    It is rendered with every role, with the required ones alone, and with nothing at all;
    each time the page must hold what the outline says.
    """
    path = session.path_of("templates", name)
    template, problems = template_file.read(files.read_text(path).text, path.name.removesuffix(".md.j2"))
    found = [problem.in_source(str(path)) for problem in problems]
    if has_errors(found):
        return template.name, tuple(found)
    for outline in trial.outlines(template):
        try:
            document = compose(session, outline, template)
        except DrafterError as error:
            found.extend(error.problems)
            continue
        found.extend(trial.lost(document, outline, template, str(path)))
    return template.name, tuple(dict.fromkeys(found))
