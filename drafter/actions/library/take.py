"""Writing an entry of the library into an outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter import secrecy
from drafter.drafting import reuse
from drafter.drafting.inheritance import mark_of
from drafter.library.library import opened
from drafter.model import vocabulary
from drafter.model.library import Entry
from drafter.problems import DrafterError, InputProblem, Problem, UsageProblem, has_errors
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.yaml.reading import nearest
from drafter.readers.yaml.stretches import yaml_text
from drafter.session.session import Session
from drafter.storage import files, locks
from drafter.writers.in_place import edit

_ROLES = vocabulary.spellings(vocabulary.ROLES)


@dataclass(frozen=True, slots=True)
class Took:
    """What was written where, and the figures that the outline has to fill in for it."""

    path: str
    entry: Entry
    role: str
    facts: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()


def take(session: Session, id_: str, into: str, at: str, folders: Sequence[str] = ()) -> Took:
    """Writes the entry at the end of a part of the outline, with where it comes from.

    Raises:
        InputProblem: there is no such entry, it is a whole outline, its mark of secrecy is higher than that of the
            outline, or the file is no outline.
        OutputProblem: the file cannot be written.
        UsageProblem: the outline's template has no such part.

    """
    with locks.held(session.places.home / locks.EDITS):
        return _taken(session, id_, into, at, folders)


def _taken(session: Session, id_: str, into: str, at: str, folders: Sequence[str]) -> Took:
    library = opened(session, folders)
    text = files.read_text(session.base / into, into).text
    source, problems = outline_yaml.parse(text, into)
    if source is None or has_errors(problems):
        raise InputProblem(*problems)
    roles = {**_ROLES, **_own_roles(session, source.field("template"))}
    cleared = secrecy.clearance(mark_of(session, source, roles))
    shelved = library.shelved(id_, cleared=cleared)
    if shelved.piece is None:
        raise InputProblem(_whole(id_))
    if at not in roles:
        raise UsageProblem(Problem("unknown-role", f"--at 没有“{at}”这一部分", hint=nearest(at, roles)))
    outline, _ = outline_yaml.read(source, roles)
    texts = tuple(reuse.texts_of(shelved.piece))
    facts = tuple(name for name in reuse.names_in(texts) if name not in outline.facts)
    role = roles[at]
    edited = edit.with_piece(yaml_text(text, into), role, shelved.piece, id_, facts)
    files.replace(session.base / into, edited.encode("utf-8"))
    return Took(into, shelved.entry, role, facts, tuple(library.notes))


def _whole(id_: str) -> Problem:
    hint = f"取其中一节或一个要点，编号用 drafter library show {id_} 列出来；整份另起一稿用 drafter new --from {id_}"
    return Problem("whole-outline", f"“{id_}”是一整份大纲，不能取到一个部分里", hint=hint)


def _own_roles(session: Session, template: str) -> Mapping[str, str]:
    """The roles that the outline's template takes beside those that all know."""
    try:
        return session.templates.named(template).role_spellings() if template else {}
    except DrafterError:
        return {}
