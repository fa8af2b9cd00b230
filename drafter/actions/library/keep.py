"""Keeping the library: removing files, making the index anew, packing for colleagues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter import __version__
from drafter.library.clearance import cleared_by
from drafter.library.library import Library, opened
from drafter.model.library import Entry, Query, Volume
from drafter.problems import DrafterError, InputProblem, Place, Problem
from drafter.secrecy import HIGHEST
from drafter.session.session import Session
from drafter.storage.digests import Digests
from drafter.storage.library import packs


@dataclass(frozen=True, slots=True)
class Removed:
    """What became of one file: where it lies now, or why it is still there."""

    id: str
    exit_code: int = 0
    moved: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """The pack, the files that are in it, and how many are not for their mark of secrecy (`hidden`)."""

    path: str
    names: tuple[str, ...]
    notes: tuple[Problem, ...] = ()
    hidden: int = 0


def remove(session: Session, ids: Sequence[str], folders: Sequence[str] = ()) -> list[Removed]:
    """Takes whole files out of the library; they go to its bin, and the good ones go even where others fail."""
    library = opened(session, folders)
    return [_remove(library, id_) for id_ in ids]


def _entry(library: Library, id_: str) -> Entry:
    """The entry of this id, whatever mark it bears.

    Raises:
        InputProblem: there is none; the hint names none that bears a mark.

    """
    try:
        return library.entry(id_, cleared=HIGHEST)
    except InputProblem:
        return library.entry(id_)


def _remove(library: Library, id_: str) -> Removed:
    try:
        if library.own.volume(id_) is None:
            raise InputProblem(_kept(library, _entry(library, id_)))
        return Removed(id_, moved=library.own.remove(id_))
    except DrafterError as error:
        return Removed(id_, error.exit_code, problems=error.problems)


def _kept(library: Library, entry: Entry) -> Problem:
    """Why an entry is not removed: it is no file, or not in the user's own library."""
    if not library.own.is_own(entry.volume):
        hint = "站点和内置的素材不能删；不想看到它，在自己的素材库里用同样的编号另写一条"
        return Problem("not-yours", f"“{entry.id}”不在自己的素材库里，不能删", Place(entry.id), hint=hint)
    hint = f"打开 {library.where(entry)} 删去那一条；整个文件不要了，删“{entry.volume}”"
    message = f"“{entry.id}”是“{entry.volume}”里的一条，不单独删"
    return Problem("not-a-file", message, Place(entry.id), hint=hint)


def rebuild(session: Session, folders: Sequence[str] = ()) -> tuple[int, tuple[Problem, ...]]:
    """How many files there are once the indexes were made anew, and what is to be said."""
    library = opened(session, folders)
    count = sum(shelf.rebuild() for shelf in library.shelves)
    return count, tuple(library.notes)


def export(
    session: Session,
    output: str,
    ids: Sequence[str],
    tag: str = "",
    force: bool = False,
    folders: Sequence[str] = (),
    secrecy: str = "",
) -> Exported:
    """Packs the files of the user's own library that hold these entries, or all of them; none that holds one with
    a higher mark of secrecy than `secrecy`.

    Raises:
        InputProblem: there is no such entry, or it bears a higher mark, or there is nothing to pack.
        UsageProblem: there is no such mark.
        OutputProblem: the pack cannot be written, or a file that drafter did not write is there.

    """
    library = opened(session, folders)
    query = Query(tag=tag, cleared=cleared_by(secrecy))
    names, hidden = _packed(library, ids, query)
    found = [library.own.volume(name) for name in names]
    volumes: list[Volume] = [volume for volume in found if volume is not None]
    if not volumes:
        hint = "先用 drafter library add 添加；内置的素材人人都有，不用导出；标了密级的，要加 --secrecy"
        raise InputProblem(Problem("nothing-to-export", "自己的素材库里没有可导出的", hint=hint))
    data = packs.write(volumes, __version__)
    path = session.base / (output if output.endswith(packs.SUFFIX) else f"{output}{packs.SUFFIX}")
    with Digests(session.places.home) as digests:
        if digests.check(path, data, force):
            digests.write(path, data)
    return Exported(
        str(path.relative_to(session.base)) if path.is_relative_to(session.base) else str(path),
        tuple(names),
        tuple(library.notes),
        hidden,
    )


def _packed(library: Library, ids: Sequence[str], query: Query) -> tuple[list[str], int]:
    """The names of the files to pack, in order, and how many are left out for their mark of secrecy."""
    named = [library.entry(id_, cleared=query.cleared) for id_ in ids]
    wanted = {entry.volume for entry in (named if ids else [*library.all(query), *library.hidden(query)])}
    own = {name for name in wanted if library.own.is_own(name)}
    above = {entry.volume for entry in library.hidden(Query(cleared=query.cleared))}
    return sorted(own - above), len(own & above)
