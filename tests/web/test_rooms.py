"""The page's scripts and style sheets are kept in rooms, by the house's own rules."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "drafter" / "web" / "page"
ROOMS = [PAGE, *sorted(path for path in PAGE.iterdir() if path.is_dir())]
IMPORTED = re.compile(r'(?:from|import) "(\.[\w./]+)"')


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_is_small(room):
    """Files that one reads at a sitting, rooms that one oversees."""
    files = [path for path in room.iterdir() if path.suffix in {".js", ".css"}]

    assert 0 < len(files) <= 15
    assert all(len(path.read_text(encoding="utf-8").splitlines()) <= 300 for path in files)


def test_no_room_needs_one_that_needs_it():
    """What one imports never comes back to it."""
    needs = {room.name: set() for room in ROOMS}
    for room in ROOMS:
        for path in room.glob("*.js"):
            found = IMPORTED.findall(path.read_text(encoding="utf-8"))
            needs[room.name] |= {(path.parent / name).resolve().parent.name for name in found} - {room.name}

    assert needs["basis"] == set() and needs["page"] == needs.keys() - {"page", "style"}
    assert set(TopologicalSorter(needs).static_order()) == needs.keys()
