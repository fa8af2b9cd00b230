"""The one table of file kinds: what each verb may do with which file."""

from __future__ import annotations

import pytest

from drafter.problems import InputProblem
from drafter.session import inputs
from drafter.session.inputs import INPUTS, Input, input_of

OLD = (".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt", ".html", ".htm")
TEXTS = (".docx", ".txt", ".md", ".markdown")
OUTLINES = (".yaml", ".yml")
TABLES = (".csv", ".xlsx", ".xls", ".et")


def those(field):
    return {one.suffix for one in INPUTS if getattr(one, field)}


def test_every_suffix_stands_in_the_table_once():
    """And is found by it, however it is spelt."""
    assert sorted(one.suffix for one in INPUTS) == sorted([*OLD, *TEXTS, *OUTLINES, *TABLES, ".pdf"])
    for one in INPUTS:
        assert input_of(f"夹.yaml/稿{one.suffix.upper()}") is one
    assert input_of("稿.zip") is None and input_of("稿") is None


def test_what_can_be_done_with_a_file_follows_from_its_kind():
    """A PDF is read and not built; what is old is never written; a table makes a batch and nothing else."""
    assert those("drafted") == {*OLD, *TEXTS, *OUTLINES}
    assert those("imported") == {*OLD, *TEXTS, ".pdf"} == set(inputs.IMPORTED)
    assert those("checked") == {*OLD, *TEXTS, *OUTLINES, ".pdf"} == set(inputs.CHECKED)
    assert those("mended") == {*TEXTS, *OUTLINES}
    assert set(inputs.OUTLINES) == set(OUTLINES)


def test_a_kind_can_do_nothing_unless_it_says_so():
    """A new line of the table opens no door by itself."""
    one = Input(".新", "新")

    assert (one.drafted, one.imported, one.checked, one.mended) == (False,) * 4


@pytest.mark.parametrize(
    ("suffix", "reader"),
    [(".yml", "yaml"), (".wps", "word"), (".htm", "word"), (".markdown", "markdown"), (".et", "sheet")],
)
def test_a_kind_names_its_reader(suffix, reader):
    """Several kinds may have one."""
    assert input_of(f"稿{suffix}").reader == reader


@pytest.mark.parametrize(
    ("reader", "suffix"), [("yaml", ".yaml"), ("word", ".docx"), ("text", ".txt"), ("markdown", ".md")]
)
def test_the_usual_kind_of_a_reader_is_the_one_that_is_written(reader, suffix):
    """What comes by the pipe is of that."""
    assert inputs.by_reader(reader).suffix == suffix


@pytest.mark.parametrize(
    ("name", "is_it"),
    [("稿.docm", True), ("稿.PDF", True), ("稿.docx", False), ("稿.yaml", False), ("表.csv", False), ("稿", False)],
)  # fmt: skip
def test_what_can_be_checked_and_not_changed_is_read_only(name, is_it):
    """What cannot be checked is not even that."""
    assert inputs.is_read_only(name) is is_it


@pytest.mark.parametrize(
    ("name", "is_it"), [("稿.yaml", True), ("稿.YML", True), ("yaml", False), ("稿.yaml.docx", False)]
)
def test_an_outline_is_told_by_its_suffix(name, is_it):
    """In capitals too."""
    assert inputs.is_outline(name) is is_it


@pytest.mark.parametrize("door", [inputs.drafted, inputs.checked])
def test_a_door_lets_in_what_it_can_use(door):
    """The kind comes back; what is of none is refused under its name."""
    assert door("夹/稿.MD") is input_of("稿.md")
    for name in ("表.csv", "稿.zip", "没有后缀"):
        with pytest.raises(InputProblem) as said:
            door(name)
        (problem,) = said.value.problems
        assert (problem.code, problem.place.source) == ("unknown-kind", name)


@pytest.mark.parametrize(("name", "hint"), [("稿.pdf", "另存为 .docx"), ("表.csv", "大纲用 .yaml"), ("稿.zip", "先解压"), ("稿.xyz", "大纲用 .yaml")])  # fmt: skip
def test_who_builds_from_the_wrong_file_is_told_what_to_take(name, hint):
    """A PDF is to be saved as a Word file first."""
    with pytest.raises(InputProblem) as said:
        inputs.drafted(name)

    assert hint in said.value.problems[0].hint


@pytest.mark.parametrize(("name", "called"), [("夹/表.csv", ".csv"), ("夹/稿", "夹/稿")])
def test_who_checks_the_wrong_file_is_told_what_can_be_checked(name, called):
    """By suffix; a file without one by its name."""
    with pytest.raises(InputProblem) as said:
        inputs.checked(name)
    (problem,) = said.value.problems

    assert problem.message == f"还不能查 {called} 这种文件"
    assert problem.hint == "可以查：" + "、".join(inputs.CHECKED)
