"""Whether papers may be handed to a program that is not ours, which may pass on what it reads."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter import secrecy
from drafter.copying import classified
from drafter.drafting import inheritance
from drafter.library.library import opened
from drafter.model import vocabulary
from drafter.problems import DrafterError, InputProblem, Place, Problem
from drafter.readers.outline import marks
from drafter.readers.outline import outline as outline_yaml
from drafter.session import inputs, old_files
from drafter.session.session import Session
from drafter.storage import catalogue, files, paths

_STATE_SECRET = secrecy.LEVELS.index("秘密")
_ROLES = vocabulary.spellings(vocabulary.ROLES)


def refuse_secrets(session: Session, names: Iterable[str]) -> None:
    """Says no where one of the files, or one in a folder that is named, bears the mark of a state secret; of what cannot be
    read the verb itself says so.

    Raises:
        InputProblem: one does.

    """
    for name in _each(session, names):
        try:
            found = list(_marks(session, name))
        except DrafterError:
            continue
        _refuse(found, name)


def refuse_secret_outline(session: Session, text: str) -> None:
    """As `refuse_secrets`, of an outline that was handed over whole.

    Raises:
        InputProblem: it bears such a mark.

    """
    _refuse(_marks_in(session, text, "大纲"), "大纲")


def refuse_secret_start(session: Session, id_: str) -> None:
    """As `refuse_secrets`, of the outline that a new one begins with: by its path or name; one of the library may bear no
    mark at all.

    Raises:
        InputProblem: it bears one, or there is none of this name.

    """
    if catalogue.by_path("outlines", id_, session.base) is not None:
        refuse_secrets(session, [id_])
        return
    shelf = opened(session)
    if shelf.has(id_):
        shelf.entry(id_, cleared=0)
        return
    path = session.path_of("outlines", id_)
    _refuse(_marks_in(session, catalogue.text(path), path.name), path.name)


def _each(session: Session, names: Iterable[str]) -> Iterator[str]:
    """The files, with those of a folder in its place."""
    for name in names:
        if paths.is_folder(session.base / name):
            yield from (str(Path(name) / one) for one in files.below(session.base / name, inputs.CHECKED))
        else:
            yield name


def _refuse(marks_: Iterable[str], name: str) -> None:
    rank = max(map(secrecy.rank, marks_), default=0)
    if rank >= _STATE_SECRET:
        message = f"标了密级“{secrecy.LEVELS[rank]}”，不交给助手程序"
        hint = "助手会把读到的送到它自己的服务器；涉密内容只能在涉密计算机上起草"
        raise InputProblem(Problem("classified", message, Place(name), hint=hint))


def _marks(session: Session, name: str) -> Iterator[str]:
    """The marks of secrecy that a file bears, wherever it says them."""
    if inputs.is_outline(name):
        yield from _marks_in(session, files.read_text(session.base / name, name).text, name)
        return
    found = old_files.source_of(session, name)
    yield classified.mark_of_source(found.lines, found.dropped)


def _marks_in(session: Session, text: str, name: str) -> Iterator[str]:
    """Those of an outline, and of what it extends."""
    source, _ = outline_yaml.parse(text, name)
    if source is None:
        yield classified.mark_of_lines(text.split("\n"))
        return
    yield marks.said_in(source.root)
    with contextlib.suppress(DrafterError):  # what it extends cannot be read, and will not be handed over
        yield inheritance.mark_of(session, source, _ROLES)
