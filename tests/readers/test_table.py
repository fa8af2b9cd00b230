"""Rows of a table: how large a cell may be."""

from __future__ import annotations

import pytest

from drafter.problems import InputProblem
from drafter.readers.table import read_csv


def test_a_cell_of_a_million_characters_is_read_and_one_more_is_not():
    """With how to go on."""
    _, (row,) = read_csv("甲\n" + "字" * 1_000_000 + "\n", "表.csv")

    assert len(row.cells["甲"]) == 1_000_000
    with pytest.raises(InputProblem) as said:
        read_csv("甲\n" + "字" * 1_000_001 + "\n", "表.csv")
    assert "CSV" in said.value.problems[0].message
