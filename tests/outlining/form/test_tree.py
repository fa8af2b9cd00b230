"""Lines by what is above them: which stand alone."""

from __future__ import annotations

import pytest

from drafter.model.document import Role
from drafter.model.source import Line
from drafter.outlining.form.tree import is_alone


@pytest.mark.parametrize(("length", "alone"), [(45, True), (46, False)])
def test_a_line_of_up_to_45_characters_may_be_a_heading(length, alone):
    """Unless it is a sentence, or was said to be one."""
    assert is_alone(Line("字" * length, 1)) is alone
    assert not is_alone(Line("字。", 1))
    assert is_alone(Line("字" * length, 1, Role.HEADING))
