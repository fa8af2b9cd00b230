"""How every door begins: a session that knows its folders and the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter.library.answering import answer
from drafter.session.session import Session, quiet
from drafter.storage.places import Places


def open_session(places: Places, base: Path, tell: Callable[[int, int], None] = quiet) -> Session:
    """A session in the folder `base`; `tell` hears how many of how many are done."""
    return Session(places, base, answer, tell)
