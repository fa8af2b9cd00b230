"""What a session is told where it asks the library for an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.session.session import Session

if TYPE_CHECKING:
    from drafter.problems import Place
    from drafter.readers.library.entries import Shelved


def answer(session: Session, id_: str, place: Place, cleared: int) -> Shelved:
    """What the library holds under this id; see `Entries`."""
    from drafter.library.library import opened  # brings SQLite, which most drafts do without

    return opened(session).shelved(id_, place, cleared)
