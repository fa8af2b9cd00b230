"""Rosters from their file and from an office's tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.roster import Member, Roster, Unit
from drafter.readers import roster
from drafter.readers.tables import delimited, table
from drafter.writers.roster import write

WORD = st.text("顾见川市林业局副长,，[]{}:#'\"- \\a1", min_size=1, max_size=8).filter(
    lambda text: text == text.strip() and "{{" not in text
)
DAY = st.one_of(
    st.just((0, 0, 0)), st.tuples(st.integers(1990, 2040), st.integers(1, 12), st.integers(1, 28))
)
MEMBERS = st.builds(
    Member,
    WORD.filter(lambda text: " " not in text),
    WORD | st.just(""),
    WORD | st.just(""),
    st.integers(0, 99),
    DAY,
    DAY,
)
UNITS = st.builds(Unit, WORD, st.lists(WORD, max_size=3).map(tuple), st.lists(WORD, max_size=2).map(tuple))


@given(st.builds(Roster, st.lists(MEMBERS, max_size=4).map(tuple), st.lists(UNITS, max_size=3).map(tuple)))
def test_what_was_written_is_read_again(made):
    """Names with marks that mean something in YAML included."""
    assert roster.read(write(made), "名册.yaml") == (made, ())


def rows(text):
    read = table.arrange(delimited.read_csv(text, "表.csv"), "表.csv")
    return roster.from_table(read.columns, read.rows, "表.csv")


def test_a_table_of_people_is_told_by_its_names():
    found, problems = rows(
        "序号,姓名,现任职务,部门,任职日期,离任\n1,顾 见川,市长,市政府,2025年1月12日,至今\n2,周舟,副市长,,2023.3,2026-02\n"
    )

    assert problems == ()
    assert found.people == (
        Member("顾见川", "市长", "市政府", 1, (2025, 1, 12)),
        Member("周舟", "副市长", "", 2, (2023, 3, 0), (2026, 2, 0)),
    )


def test_a_table_of_units_is_told_by_theirs():
    found, _ = rows("单位名称,简称,曾用名\n市政务服务管理局,市政务局、政务局,市行政服务中心\n")

    assert found.units == (Unit("市政务服务管理局", ("市政务局", "政务局"), ("市行政服务中心",)),)


def test_a_table_of_neither_is_refused():
    assert rows("项目,投资\n水库,3亿元\n")[1][0].code == "bad-table"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",市长,,", "no-name"),
        ("周舟,副市长,去年,", "bad-date"),
        ("周舟,副市长,,①", "bad-rank"),
        ("市长周舟舟,市长,,", "odd-name"),
    ],
)
def test_what_cannot_be_used_of_a_row_is_told_with_its_number(row, code):
    _, problems = rows(f"姓名,职务,任职时间,排名\n{row}\n")

    assert [(one.code, one.place.line) for one in problems] == [(code, 2)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("人员:\n  - {职务: 市长}\n", "missing-key"),
        ("单位:\n  - {简称: 林业局}\n", "missing-key"),
        ("人员:\n  - {姓名: 周舟, 起: 去年}\n", "bad-date"),
        ("人员:\n  - {姓名: 周舟, 年龄: 30}\n", "unknown-key"),
        ("别的: 1\n", "unknown-key"),
    ],
)
def test_what_is_wrong_in_a_file_is_told(text, code):
    assert [one.code for one in roster.read(text, "名册.yaml")[1]] == [code]


@pytest.mark.parametrize(
    ("typed", "begin", "end"),
    [
        ("2021年3月—2025年12月", (2021, 3, 0), (2025, 12, 0)),
        ("2021.3-至今", (2021, 3, 0), (0, 0, 0)),
        ("2024年5月—", (2024, 5, 0), (0, 0, 0)),
    ],
)
def test_a_term_in_one_column_is_read(typed, begin, end):
    found, problems = rows(f"姓名,职务,任期\n周舟,副市长,{typed}\n")

    assert (found.people[0].begin, found.people[0].end, problems) == (begin, end, ())


def test_columns_that_are_not_taken_are_told():
    _, problems = rows("姓名,职务,电话\n周舟,副市长,1\n")

    assert [(one.code, "电话" in one.message) for one in problems] == [("column-unused", True)]
