"""What `drafter batch` says of rows that came out, and of what they are called."""

from __future__ import annotations

import pytest

OUTLINE = "模板: 原样\n标题: 致{{ 县 }}的函\n正文:\n  - 请{{ 县 }}报{{ 件数 }}件。\n"


@pytest.fixture
def batch(drafter, tmp_path):
    def run(table, *options):
        (tmp_path / "函.yaml").write_text(OUTLINE, encoding="utf-8")
        (tmp_path / "表.csv").write_text(table, encoding="utf-8")
        return drafter("batch", "函.yaml", "表.csv", "-o", "出", *options)

    return run


def test_rows_with_gaps_are_told_when_they_are_made(batch):
    """Not in the dry run alone."""
    said = batch("县,件数\n甲县,1\n乙县,\n")

    assert said.code == 0 and "有待补的行：3（共 1 行）" in said.err
    assert "有待补" not in batch("县,件数\n甲县,1\n乙县,2\n", "--force").err


def test_two_rows_of_one_name_are_told(batch, tmp_path):
    """Most often a unit stands in the table twice."""
    said = batch("县,件数\n甲县,1\n乙县,2\n甲县,3\n")

    assert said.code == 0 and "第 4 行和前面的行重名" in said.err and "甲县（2）.docx" in said.err
    assert (tmp_path / "出/甲县（2）.docx").exists()


def test_documents_are_not_called_by_a_number_of_the_row(batch, tmp_path):
    """Unless there is nothing else, or somebody asks for it; a name without a suffix is a Word file's."""
    batch("序号,县,件数\n1,甲县,1\n")
    assert (tmp_path / "出/甲县.docx").exists()
    batch("序号,县,件数\n1,甲县,1\n", "--name", "{{ 序号 }}")
    assert (tmp_path / "出/1.docx").exists()


def test_what_a_person_changed_is_not_called_left_over(batch, tmp_path):
    """It is told with its row, and is not to be deleted."""
    batch("县,件数\n甲县,1\n乙县,2\n")
    (tmp_path / "出/甲县.docx").write_bytes(b"changed")
    said = batch("县,件数\n甲县,3\n乙县,2\n")

    assert said.code == 4 and "以前出的" not in said.err and "absorb" in said.err
