"""The older texts that a draft is held against: another draft, all of a folder, the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter import secrecy
from drafter.checks.draft import Draft, Setting
from drafter.copying import classified
from drafter.drafting.options import Options
from drafter.library.library import opened
from drafter.problems import DrafterError
from drafter.proofreading import sheets as checking
from drafter.searching import fingerprints
from drafter.session import inputs
from drafter.session.session import Session
from drafter.storage import files, paths

LIBRARY = ("library", "素材库")
"""What names the library where a path is asked for; ./library is a folder of that name."""

Texts = tuple[tuple[str, str], ...]
"""Older texts with their names."""

Older = Callable[[str, Draft], Texts]
"""The older texts for the draft of a file of this name, which is not held against itself."""


def load_predecessors(session: Session, against: str, setting: Setting) -> Older:
    """The older texts that a person named.

    Raises:
        InputProblem: there are none, or the one that was named cannot be read; the library cannot be opened.

    """
    if not against:
        return lambda _name, _draft: ()
    if against in LIBRARY:
        return _search_library(session)
    by_path = _read_folder(session, against, setting) if paths.is_folder(session.base / against) else None
    if by_path is None:
        by_path = {session.base / against: _read_draft(session, against, setting)}

    def others(name: str, _draft: Draft) -> Texts:
        itself = paths.real(session.base / name)
        return tuple((path.name, text) for path, text in by_path.items() if paths.real(path) != itself)

    return others


def _read_folder(session: Session, folder: str, setting: Setting) -> dict[Path, str]:
    """The texts of all files of a folder that can be read."""
    found: dict[Path, str] = {}
    for entry in files.listed(
        session.base / folder, tuple(one.suffix for one in inputs.INPUTS if one.mended)
    ):
        try:
            found[session.base / folder / entry] = _read_draft(session, str(Path(folder) / entry), setting)
        except DrafterError:
            continue  # what cannot be read cannot have been copied from
    return found


def _read_draft(session: Session, name: str, setting: Setting) -> str:
    data = files.read_bytes(session.base / name, name)
    return checking.read(session, name, inputs.checked(name), data, setting, Options()).draft.text


def _search_library(session: Session) -> Older:
    """The paragraphs of the library that have something in common with a draft."""
    library = opened(session)

    def near(name: str, draft: Draft) -> Texts:
        itself = paths.real(session.base / name)
        mark = classified.mark_of(draft.outline) if draft.outline else ""
        cleared = secrecy.clearance(mark or classified.mark_of_lines(draft.text.split("\n")))
        found: dict[str, dict[str, None]] = {}
        for paragraph in draft.paragraphs:
            for hit in library.fingerprint_hits(fingerprints.prints(draft.words(paragraph)), cleared):
                entry, where = hit.entry, library.where(hit.entry)
                if not where or paths.real(Path(where)) != itself:
                    said = found.setdefault(entry.title or entry.id, {})
                    said[entry.paragraphs[hit.paragraph]] = None
        return tuple((title, "\n".join(said)) for title, said in found.items())

    return near
