"""Where the library lies: folders to look into, a folder or a server that new entries go to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from drafter.session.session import Session
from drafter.storage import paths
from drafter.storage.library.server import is_server, shown
from drafter.storage.places import Folder, shipped

KIND = "library"


def named_address() -> str:
    """The address that the environment names: folders, or a server; "" for none."""
    return os.environ.get("DRAFTER_LIBRARY", "")


def folders(session: Session, named: Sequence[Path] = ()) -> tuple[list[Folder], Path]:
    """The folders to look into, the nearest first, and the one that new files go to.

    The order: option, workspace, user (or the folder of the environment), site, shipped.
    """
    users = [
        Folder(session.base / paths.typed(part), "用户") for part in named_address().split(os.pathsep) if part
    ]
    found = [Folder(path, "指明") for path in named]
    for folder in session.places.folders(KIND):
        found += users if folder.label == "用户" and users else [folder]
    own = next(folder.path for folder in found if folder.label in ("指明", "用户"))
    nearest: dict[Path, Folder] = {}
    for folder in found:
        nearest.setdefault(folder.path, folder)
    return list(nearest.values()), own


def is_kept(session: Session) -> bool:
    """Whether anybody keeps a library here beside the shipped one."""
    own = (folder.path for folder in session.places.folders(KIND) if folder.path != shipped(KIND))
    return bool(named_address()) or any(paths.is_folder(folder) for folder in own)


def shown_address(session: Session) -> str:
    """Where the library is that new entries go to; a server without user and password."""
    address = named_address()
    if is_server(address):
        return f"PostgreSQL {shown(address)}"
    return str(folders(session)[1])
