"""How much of pasted texts is understood, on texts marked by hand (see `marked`)."""

from __future__ import annotations

import pytest

from tests.importing import marked

LEAST = {
    "title": 0.90,
    "salutation": 0.95,
    "headings": 0.90,
    "headings that are some": 0.90,
    "roles": 0.85,
    "leftovers set aside": 0.90,
    "leftovers told": 0.90,
    "places left open": 0.95,
    "dropped that is none of the text": 0.97,
    "look-alikes kept": 0.97,
}
"""The shares that are asked."""


def test_pasted_texts_are_understood(drafter, tmp_path):
    """Of everything that is marked the share that is asked, and more."""
    found = marked.measured(drafter, tmp_path)

    assert set(found.asked) == set(LEAST)
    for kind, least in LEAST.items():
        assert found.share(kind) >= least, (kind, found.share(kind), found.wrong[kind])


@pytest.mark.parametrize("text", sorted(marked.FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_not_a_character_of_a_pasted_text_is_lost(drafter, text):
    """What is left out is said: kept and dropped together are the file as it was."""
    (report,) = drafter("import", text, "-o", "-", "--json").json["files"]
    dropped = sum(len("".join(one["text"].split())) for one in report["dropped"])

    assert report["characters"] == report["kept"] + dropped
    assert report["characters"] == len("".join(text.read_text(encoding="utf-8-sig").split()))
