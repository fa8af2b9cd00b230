"""The unit's roster of a run: the user's, with the workspace's over it."""

from __future__ import annotations

from pathlib import Path

from drafter.model.roster import Roster
from drafter.problems import InputProblem, has_errors
from drafter.readers import roster as roster_reader
from drafter.session.session import Session
from drafter.storage import files, paths

FILE = "名册.yaml"


def files_of(session: Session) -> tuple[Path, ...]:
    """Where a roster may be kept, the last over those before: the user's folder, the workspace."""
    places = session.places
    folders = (places.home,) if places.workspace is None else (places.home, places.workspace)
    return tuple(folder / FILE for folder in folders)


def read(path: Path) -> Roster:
    """The roster that a file keeps; an empty one where there is no such file.

    Raises:
        InputProblem: it cannot be read.

    """
    if not paths.is_file(path):
        return Roster()
    found, problems = roster_reader.read(files.read_text(path).text, str(path))
    if has_errors(problems):
        raise InputProblem(*problems)
    return found


def roster(session: Session) -> Roster:
    """All that is known of the unit's people and units, in its own order.

    Raises:
        InputProblem: one of the files cannot be read.

    """

    def load() -> Roster:
        found = Roster()
        for path in files_of(session):
            found = found.joined(read(path))
        return found.ordered()

    return session.once(FILE, load)
