"""What `templates`, `styles` and `outlines` have in common: list, show, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli import console, options
from drafter.reports import catalogue as report

if TYPE_CHECKING:
    from drafter.actions.catalogue import Listed


def list_entries(kind: str, as_json: bool) -> int:
    """Prints every entry of a kind, and where each was found."""
    from drafter.actions import catalogue as action

    listed = action.list_entries(options.session(), kind)
    if as_json:
        console.emit(report.listed_json(kind, listed))
        return 0
    rows = [
        [
            *([item.category] if kind == "templates" else []),
            item.name,
            *([] if kind == "templates" else ["、".join(item.aliases)]),
            item.about,
            _where(item),
        ]
        for item in listed
    ]
    console.table(rows)
    return 0


def _where(item: Listed) -> str:
    """Where an entry was found; nothing of what is shipped and holds."""
    if not item.won:
        return f"{item.place}（被同名的挡住）"
    return "" if item.place == "内置" else item.place


def show(kind: str, name: str, as_json: bool) -> int:
    """Prints the text of one entry."""
    from drafter.actions import catalogue as action

    session = options.session()
    text = action.text(session, kind, name)
    if as_json:
        console.emit(report.shown_json(name, session.path_of(kind, name), text))
    else:
        console.say(text.rstrip("\n"))
    return 0


def copy(kind: str, name: str, output: str, as_json: bool) -> int:
    """Copies one entry to where its owner can change it."""
    from drafter.actions import catalogue as action

    path = action.copy(options.session(), kind, name, output)
    if as_json:
        console.emit(report.copied_json(path))
    else:
        console.say(f"√ {console.near(str(path))}")
        for note in action.notes_on_copy(options.session(), kind, path):
            console.note(f"  {note}")
    return 0
