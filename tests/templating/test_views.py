"""Tables over an outline: what is shown of a text."""

from __future__ import annotations

import pytest

from drafter.templating import views


@pytest.mark.parametrize(("length", "cut"), [(60, False), (61, True)])
def test_an_excerpt_of_sixty_characters_is_a_whole_sentence(length, cut):
    """Of a longer one the clause is shown."""
    sentence = "字" * (length - 4) + "，在此。"

    assert views._around("前文。" + sentence, 3) == (f"……{'字' * (length - 4)}……" if cut else sentence)
    assert views._around("字" * 61, 61) == "字" * 60
