"""The older texts that a draft is held against: another draft, all of a folder, the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter.checks.draft import Draft, Setting
from drafter.drafting import checking
from drafter.drafting.desk import Desk
from drafter.drafting.library import opened
from drafter.drafting.loading import Options
from drafter.problems import DrafterError
from drafter.searching import fingerprints
from drafter.storage import files

LIBRARY = ("library", "素材库")
"""What names the library where a path is asked for; ./library is a folder of that name."""

_READ = (".yaml", ".yml", ".docx", ".txt", ".md")

Texts = tuple[tuple[str, str], ...]
"""Older texts with their names."""

Older = Callable[[str, Draft], Texts]
"""The older texts for the draft of a file of this name, which is not held against itself."""


def of(desk: Desk, against: str, setting: Setting) -> Older:
    """The older texts that a person named.

    Raises:
        InputProblem: there are none, or the one that was named cannot be read; the library cannot be opened.

    """
    if not against:
        return lambda _name, _draft: ()
    if against in LIBRARY:
        return _of_library(desk)
    by_path = _of_folder(desk, against, setting) if (desk.base / against).is_dir() else None
    if by_path is None:
        by_path = {desk.base / against: _text_of(desk, against, setting)}

    def others(name: str, _draft: Draft) -> Texts:
        itself = (desk.base / name).resolve()
        return tuple((path.name, text) for path, text in by_path.items() if path.resolve() != itself)

    return others


def _of_folder(desk: Desk, folder: str, setting: Setting) -> dict[Path, str]:
    """The texts of all files of a folder that can be read."""
    found: dict[Path, str] = {}
    for entry in files.listed(desk.base / folder, _READ):
        try:
            found[desk.base / folder / entry] = _text_of(desk, str(Path(folder) / entry), setting)
        except DrafterError:
            continue  # what cannot be read cannot have been copied from
    return found


def _text_of(desk: Desk, name: str, setting: Setting) -> str:
    data = files.read_bytes(desk.base / name, name)
    return checking.read(desk, name, checking.kind_of(name), data, setting, Options()).draft.text


def _of_library(desk: Desk) -> Older:
    """The paragraphs of the library that have something in common with a draft."""
    library = opened(desk)

    def near(name: str, draft: Draft) -> Texts:
        itself = (desk.base / name).resolve()
        found: dict[str, dict[str, None]] = {}
        for paragraph in draft.paragraphs:
            for spot in library.spots(fingerprints.prints(draft.words(paragraph))):
                entry, where = spot.entry, library.where(spot.entry)
                if not where or Path(where).resolve() != itself:
                    said = found.setdefault(entry.title or entry.id, {})
                    said[entry.paragraphs[spot.paragraph]] = None
        return tuple((title, "\n".join(said)) for title, said in found.items())

    return near
