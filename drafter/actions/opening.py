"""How every door begins: a session that knows its folders and the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.session.session import Session, quiet
from drafter.storage import bounds
from drafter.storage.places import PACKAGE, Places

if TYPE_CHECKING:
    from drafter.problems import Place
    from drafter.readers.library.entries import Shelved

_KEPT = ("templates", "styles", "outlines", "lexicon", "library")
"""What is looked up by name, each in folders of its own."""


def open_session(places: Places, base: Path, tell: Callable[[int, int], None] = quiet) -> Session:
    """A session in the folder `base`; `tell` hears how many of how many are done."""
    return Session(places, base, _entry, tell)


def open_bounded_session(places: Places, base: Path) -> Session:
    """As `open_session`, for a door that lets nobody out of `base`: from now on this process writes there and where
    drafter keeps its own, and reads there and what may be named: the catalogue, the library, the unit's roster and baseline.
    """
    from drafter.library import addresses
    from drafter.session import rosters

    session = open_session(places, base)
    named = [folder.path for kind in _KEPT for folder in places.folders(kind)]
    library, own_library = addresses.folders(session)
    baseline = places.settings.get("check", {}).get("baseline")
    unit = [places.workspace / str(baseline)] if places.workspace and baseline else []
    bounds.keep_within(
        [base, places.home, places.cache],
        [
            base,
            places.cache,
            PACKAGE,
            *named,
            *(one.path for one in library),
            own_library,
            *unit,
            *rosters.files_of(session),
        ],
    )
    return session


def _entry(session: Session, id_: str, place: Place, cleared: int) -> Shelved:
    """What the library holds under this id; see `Entries`."""
    from drafter.library.answering import answer  # brings the library, which most drafts do without

    return answer(session, id_, place, cleared)
