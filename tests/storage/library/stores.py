"""Libraries as processes of their own open them."""

from __future__ import annotations

from drafter.actions.opening import open_session
from drafter.library.library import Library
from drafter.model.library import Query
from drafter.storage import places


def opened(folder, home):
    """A library of one folder, as a process of its own would open it."""
    where = places.Places(home, home / "cache", home / "site", None, {})
    return Library(open_session(where, folder), [str(folder)])


def collection(number, words="督查"):
    return f"素材集: 第{number}份\n素材:\n  - 编号: 第{number}份\n    类别: 要点\n    标题: {words}\n    正文: 第{number}份素材的正文。\n"


def found(library):
    """The ids of the user's own entries."""
    return sorted(entry.id for entry in library.all(Query()) if library.own.is_own(entry.volume))


def on_server(folder, home):
    where = places.Places(home, home / "cache", home / "site", None, {})
    return Library(open_session(where, folder.parent))
