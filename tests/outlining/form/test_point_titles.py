"""Points counted inside a paragraph: their titles."""

from __future__ import annotations

import pytest

from drafter.outlining.form.enumerations import LONGEST_TITLE, titled


@pytest.mark.parametrize(("length", "title"), [(40, True), (41, False)])
def test_a_points_first_sentence_of_up_to_forty_characters_is_its_title(length, title):
    """A longer one is text."""
    words = "字" * length

    assert titled(f"{words}。后文。", LONGEST_TITLE) == (
        (words, "后文。") if title else ("", f"{words}。后文。")
    )
