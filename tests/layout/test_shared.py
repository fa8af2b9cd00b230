"""What is made of blocks that documents share."""

from __future__ import annotations

from drafter.layout.shared import Kept
from drafter.model.document import Role
from tests.builders import said


def test_what_was_made_of_a_shared_block_is_kept_and_of_no_other():
    """The very block, not one that says the same."""
    one, alike = said(Role.BODY, "甲。"), said(Role.BODY, "甲。")
    kept: Kept[str] = Kept([one])

    assert kept.get(one) is None
    assert kept.keep(one, "甲") == "甲" and kept.keep(alike, "乙") == "乙"
    assert kept.get(one) == "甲" and kept.get(alike) is None
