"""How every door begins: a session that knows its folders and the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.session.session import Session, quiet
from drafter.storage.places import Places

if TYPE_CHECKING:
    from drafter.problems import Place
    from drafter.readers.library.entries import Shelved


def open_session(places: Places, base: Path, tell: Callable[[int, int], None] = quiet) -> Session:
    """A session in the folder `base`; `tell` hears how many of how many are done."""
    return Session(places, base, _entry, tell)


def _entry(session: Session, id_: str, place: Place, cleared: int) -> Shelved:
    """What the library holds under this id; see `Entries`."""
    from drafter.library.answering import answer  # brings the library, which most drafts do without

    return answer(session, id_, place, cleared)
