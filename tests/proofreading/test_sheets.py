"""From files to drafts that rules read, and back to places; what is mended, what is silenced."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.actions.opening import open_session
from drafter.checks.draft import Setting
from drafter.checks.engine import Choice
from drafter.checks.rule import Finding
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.drafting.production import from_markdown, from_outline
from drafter.problems import Severity
from drafter.proofreading import findings, mending
from drafter.proofreading import sheets as checking
from drafter.session import inputs
from tests.builders import lexicon, session
from tests.conftest import SAMPLES

SETTING = Setting(lexicon())


def sheet(text, kind="txt"):
    return checking.read(
        session(), f"稿.{kind}", inputs.checked(f"稿.{kind}"), text.encode(), SETTING, Options()
    )


def places(text, kind="txt", *codes):
    """Line, column and words of each finding."""
    read = sheet(text, kind)
    return [
        (
            one.problem.place.line,
            one.problem.place.column,
            read.draft.text[one.finding.start : one.finding.end],
        )
        for one in findings.find_all(read, Choice(select=codes))
    ]


@settings(max_examples=150)
@given(st.text('今年,任务很重.一二、（）()“”"《》。。，\n\r 　×*#-1%', max_size=60))
def test_any_text_can_be_checked_and_each_finding_stands_where_it_says(text):
    """Nothing fails; the words at the place are the words found; fixes come to an end."""
    for kind in ("txt", "md"):
        read = sheet(f"第一段\n{text}", kind)
        for one in findings.find_all(read, Choice()):
            if one.position.start is not None:
                words = read.draft.text[one.finding.start : one.finding.end]
                assert read.text[one.position.start : one.position.end] == words
                line = read.text.split("\n")[(one.problem.place.line or 1) - 1]
                assert line[(one.problem.place.column or 1) - 1 :].startswith(words.split("\n")[0])
            if one.finding.end:
                words = findings.shown(read.draft.text[one.finding.start : one.finding.start + one.size])
                assert words.rstrip() == one.problem.excerpt[one.at : one.at + one.size].rstrip()


def test_places_in_a_text_and_in_markdown():
    """Marks of Markdown count as columns of the file, not as words."""
    assert places("甲乙,丙\n丁,戊", "txt", "标点") == [(1, 3, ","), (2, 2, ",")]
    assert places("## 甲乙,丙\n\n**丁,戊。**己,庚。\n", "md", "halfwidth-punctuation") == [
        (1, 6, ","), (3, 4, ","), (3, 10, ","),
    ]  # fmt: skip


def test_paragraphs_of_a_word_file_are_counted_with_those_of_tables():
    """From 1, empty ones too, as Word has them."""
    at = session()
    draft = from_markdown(
        at, "# 讲话\n\n甲,乙。\n\n| 丙 | 丁,戊 |\n|---|---|\n| 己 | 庚 |\n\n辛,壬。\n", "稿.md", Options()
    )
    data = produce(at, draft, "docx")
    read = checking.read(at, "稿.docx", inputs.by_reader("word"), data, SETTING, Options())
    found = findings.find_all(read, Choice(select=("halfwidth-punctuation",)))

    assert [one.problem.place.paragraph for one in found] == [2, 4, 8]  # an empty one ends a table
    assert all(one.problem.place.line is None for one in found)


def test_automatic_numbers_of_word_count():
    """They are part of what is read, not of the paragraph's own text."""
    read = checking.read(session(), "稿.docx", inputs.by_reader("word"), _numbered(), SETTING, Options())

    assert read.draft.text.split("\n")[:2] == ["1.修路,通水", "2.绿化"]
    position = findings.find_all(read, Choice(select=("halfwidth-punctuation",)))[0].position
    assert (position.start, position.end) == (2, 3)


def _numbered():
    """A Word file with two paragraphs that Word numbers."""
    import io

    from docx import Document

    document = Document()
    for text in ("修路,通水", "绿化"):
        document.add_paragraph(text, style="List Number")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_of_two_fixes_that_overlap_the_first_is_carried_out():
    """The other comes with the next look."""
    read = sheet("甲乙。。\n")
    found = findings.find_all(read, Choice(select=("标点",)))
    mended = mending.text(read.text, [*found, *found])

    assert mended.text == "甲乙。\n"
    assert len(mended.done) == len(found)


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("# check: 忽略 halfwidth-punctuation", 0),
        ("# check：忽略 wrong-word，halfwidth-punctuation", 0),
        ("# check: ignore halfwidth-punctuation", 0),
        ("# check: 忽略", 0),
        ("# check: 忽略 wrong-word", 1),
        ("# 普通的话", 1),
    ],
)
def test_a_comment_silences_what_it_names(comment, left):
    """Or all, where it names nothing."""
    yaml = f"模板: 部署讲话\n标题: 讲话\n任务:\n  小标题: 甲\n  要点:\n    {comment}\n    - 乙,丙。\n    - 丁。\n"

    assert len(findings.find_all(sheet(yaml, "yaml"), Choice(select=("halfwidth-punctuation",)))) == left


def test_an_outline_is_checked_against_its_own_date():
    """What it says of this year is held against it."""
    yaml = "模板: 部署讲话\n标题: 讲话\n日期: {}\n任务:\n  小标题: 甲\n  要点:\n    - 今年是“十四五”收官之年。\n    - 丁。\n"

    def found(date):
        return findings.find_all(sheet(yaml.format(date), "yaml"), Choice(select=("plan-misdated",)))

    assert (len(found("2026-03-12")), len(found("2025-03-12"))) == (1, 0)


def test_what_the_outline_does_not_hold_is_placed_where_it_comes_from():
    """At the line that names the template, whose own sentence it is."""
    yaml = "# 说明\n模板: 部署讲话\n标题: 讲话\n领导交代: [修路]\n任务: {小标题: 甲, 要点: [乙。, 丙。]}\n"
    read = sheet(yaml, "yaml")
    at = read.draft.text.index("会后")
    position = read.places.locate(read.draft, Finding(at, at + 2, "", ""))

    assert (position.place.line, position.place.column, position.start) == (2, 1, None)


def test_what_another_outline_says_is_placed_where_that_is_named(tmp_path):
    """Even where the same words stand in this file too; what stands beside a fact is placed as ever."""
    base = "模板: 部署讲话\n标题: 讲话\n日期: 2026-03-12\n任务:\n  要点:\n    - 各单位要再接再励，抓紧办理。\n    - 通水。\n"
    (tmp_path / "基.yaml").write_text(base, encoding="utf-8")
    text = (
        "标题: 在推进会上的再接再励讲话\n继承: 基.yaml\n数据: {办结率: 96.5%}\n"
        "成绩:\n  要点:\n    - 办结率达到{{ 办结率 }},全年平稳。\n    - 修路。\n"
    )
    at = open_session(session().places, tmp_path)
    read = checking.read(
        at, str(tmp_path / "讲话.yaml"), inputs.by_reader("yaml"), text.encode(), SETTING, Options()
    )
    found = findings.find_all(read, Choice(("wrong-word", "halfwidth-punctuation")))

    assert [(one.problem.code, one.problem.place.line) for one in found] == [
        ("wrong-word", 1),
        ("halfwidth-punctuation", 6),
        ("wrong-word", 2),
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_our_own_word_drafts_are_checked_without_a_word(path):
    """Table of contents, header block and imprint too; what is only said for information aside."""
    at = session()
    data = produce(at, from_outline(at, path.read_text(encoding="utf-8"), str(path), Options()), "docx")
    read = checking.read(at, "稿.docx", inputs.by_reader("word"), data, SETTING, Options())
    found = [
        one.problem for one in findings.find_all(read, Choice()) if one.problem.severity is not Severity.INFO
    ]

    assert [(problem.code, problem.message) for problem in found] == []
