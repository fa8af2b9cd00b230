"""What a draft has from the library, or from given files: for the writer, and for an audit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter import secrecy
from drafter.library import comparing
from drafter.library.clearance import cleared_by
from drafter.library.comparing import Comparison
from drafter.library.library import Library, opened
from drafter.model.library import Entry, FingerprintHit
from drafter.problems import DrafterError, Place, Problem, Severity, place_in_source
from drafter.searching import words
from drafter.session import lexicons
from drafter.session.session import Session
from drafter.storage import paths
from drafter.storage.library.index import Kept
from drafter.storage.library.sqlite_index import IN_MEMORY, SqliteIndex

FindCleared = Callable[[set[int], int], Sequence[FingerprintHit]]
"""The paragraphs elsewhere that have some of the fingerprints, with no higher mark of secrecy than a rank."""


@dataclass(frozen=True, slots=True)
class Request:
    """Which drafts to look at; beside which files, where not beside the library; what to leave out.

    `secrecy` is a mark that drafts bear which do not say so themselves.
    """

    inputs: Sequence[str]
    against: Sequence[str] = ()
    leave_out: Sequence[str] = ()
    folders: Sequence[str] = ()
    secrecy: str = ""


@dataclass(frozen=True, slots=True)
class FromOne:
    """All that a draft has from one entry."""

    entry: Entry
    passages: int
    characters: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What one draft has from elsewhere, or why that cannot be said."""

    path: str
    exit_code: int = 0
    comparison: Comparison | None = None
    sources: tuple[FromOne, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The drafts, and what is to be said of the library itself."""

    compared: tuple[Compared, ...]
    notes: tuple[Problem, ...] = ()


def similar(session: Session, request: Request) -> Report:
    """Each draft beside the library, or beside the files that are given.

    Raises:
        InputProblem: a file to compare with cannot be read.

    """
    library = None if request.against else opened(session, request.folders)
    find_hits = library.fingerprint_hits if library is not None else _index_files(session, request.against)
    cleared = cleared_by(request.secrecy)
    quotations = list(lexicons.word_list(session, comparing.QUOTATIONS))
    compared = tuple(
        _compared(session, library, find_hits, quotations, name, request, cleared) for name in request.inputs
    )
    return Report(compared, tuple(library.notes) if library is not None else ())


def _compared(
    session: Session,
    library: Library | None,
    find_hits: FindCleared,
    quotations: list[str],
    name: str,
    request: Request,
    cleared: int,
) -> Compared:
    itself = paths.real(session.base / name)

    def leave_out(entry: Entry) -> bool:
        """The draft itself, and what the writer does not want compared."""
        where = library.where(entry) if library is not None else str(session.base / entry.id)
        named = entry.id in request.leave_out or entry.volume in request.leave_out
        return named or (bool(where) and paths.real(Path(where)) == itself)

    try:
        text = comparing.text_of(session, name)
    except DrafterError as error:
        return Compared(name, error.exit_code, problems=place_in_source(error.problems, name))
    cleared = max(cleared, secrecy.clearance(text.mark))
    comparison = comparing.compare(text, lambda prints: find_hits(prints, cleared), quotations, leave_out)
    return Compared(name, 0, comparison, _sources(comparison), tuple(_heard(comparison, name)))


def _sources(comparison: Comparison) -> tuple[FromOne, ...]:
    """The entries that passages come from, the one that gave most first."""
    by_id: dict[str, FromOne] = {}
    for one in comparison.copied:
        old = by_id.get(one.entry.id, FromOne(one.entry, 0, 0))
        by_id[one.entry.id] = FromOne(one.entry, old.passages + 1, old.characters + one.same)
    return tuple(sorted(by_id.values(), key=lambda one: (-one.characters, one.entry.id)))


def _heard(comparison: Comparison, name: str) -> list[Problem]:
    """A warning for each passage that the same people have heard before."""
    return [
        Problem(
            "heard-before",
            f"这段话在“{one.entry.title}”（{one.entry.date or '日期不详'}）里对同样的人讲过：“{one.text[:20]}……”",
            Place(name, paragraph=one.paragraph),
            Severity.WARNING,
            "换个说法，或讲新的进展",
            one.text,
        )
        for one in comparison.copied
        if one.heard
    ]


def _index_files(session: Session, against: Sequence[str]) -> FindCleared:
    """The fingerprints of files that are not in the library."""
    index = SqliteIndex(IN_MEMORY, words.keyed, words.VERSION)
    for name in against:
        said = [text for _, text in comparing.text_of(session, name).paragraphs]
        entry = Entry(name, "outline", next(iter(said), name), "\n".join(said), volume=name)
        index.put([Kept(name, "", "", (entry,))])
    return index.fingerprint_hits  # who named the files has them: nothing in them is hidden
