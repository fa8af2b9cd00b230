"""Tables as text: what parts the cells, how large one may be, quotes that stay open."""

from __future__ import annotations

import pytest

from drafter.problems import InputProblem
from drafter.readers.tables import delimited
from drafter.readers.tables.delimited import read_csv


def cells(text):
    return [list(line.cells.values()) for line in read_csv(text, "表.csv").lines]


def refused(text):
    with pytest.raises(InputProblem) as said:
        read_csv(text, "表.csv")
    return said.value.problems[0]


def test_a_cell_of_a_million_characters_is_read_and_one_more_is_not():
    """With how to go on."""
    assert len(cells("甲\n" + "字" * 1_000_000 + "\n")[1][0]) == 1_000_000
    assert "CSV" in refused("甲\n" + "字" * 1_000_001 + "\n").message


@pytest.mark.parametrize("mark", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_commas_tabs_and_semicolons_part_cells_and_any_line_end_rows(mark, end):
    """A mark within quotes parts nothing; a quote twice is one."""
    text = end.join((f'县{mark}"名,称;"', f'"甲{mark}乙"{mark}"说""好"""', ""))

    assert cells(text) == [["县", "名,称;"], [f"甲{mark}乙", '说"好"']]


@pytest.mark.parametrize("first", ["sep=;\r\n", "sep=;\n", '"sep=;"\n'])
def test_what_excel_is_told_in_a_first_line_holds(first):
    """The line is none of the table's."""
    (head, line) = read_csv(f"{first}县;任务,要求\n甲;1,5\n", "表.csv").lines

    assert head.cells == {0: "县", 1: "任务,要求"} and (line.number, line.cells) == (2, {0: "甲", 1: "1,5"})


def test_full_width_commas_are_no_commas():
    assert "全角逗号" in refused("县，任务\n甲，乙\n").message


@pytest.mark.parametrize("text", ['县,任务\n甲,乙\n"丙,丁\n戊,己\n', '县\n"甲'])
def test_a_quote_that_stays_open_is_told_and_swallows_no_rows(text):
    problem = refused(text)

    assert (
        "引号没有配对" in problem.message and problem.place.line == text.count("\n", 0, text.index('"')) + 1
    )


def test_cells_are_counted(monkeypatch):
    monkeypatch.setattr(delimited, "MOST_CELLS", 4)
    assert len(cells("a,b\nc,d\n")) == 2
    assert "格子超过" in refused("a,b\nc,d,e\n").message


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('="007"', "007"), ('"=""13800000001"""', "13800000001"), ("'007", "007"), ("'13800000001", "13800000001"),
        ("'=x", "=x"), ("'甲", "'甲"), ('="a""b"', '="a""b"'), ('=""', ""), ("'", "'"), ("=1", "=1"),
    ],
)  # fmt: skip
def test_what_only_tells_excel_that_it_is_a_text_is_no_text(cell, said):
    """Digits behind an apostrophe, and a formula that is a text alone."""
    assert read_csv(f"甲,乙\n1,{cell}\n", "x").lines[1].cells[1] == said
