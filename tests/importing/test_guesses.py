"""Any old text becomes an outline, and not a character is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.drafting import loading, production
from drafter.drafting.binding import filled
from drafter.drafting.printing.formats import produce
from drafter.importing import guesses as importing
from drafter.model.outline import Section, Tail
from drafter.model.source import Line, Source
from drafter.outlining.form import leftovers, marks
from drafter.readers import lines as readers
from drafter.readers.markdown import document as markdown
from drafter.readers.word import package as word_package
from drafter.readers.word import text as word_text
from drafter.session import old_files
from drafter.writers import outline_yaml
from tests.builders import lines, session
from tests.conftest import SAMPLES
from tests.importing.old_texts import FOLDER, REAL, SPEECH, squeezed
from tests.strategies import texts


def outline_of(text):
    return importing.imported(session(), readers.split_text(text)).outline


def printed(outline):
    return lines(outline_yaml.write(outline))


_marks = st.sampled_from(
    [
        "",
        "一、",
        "二、",
        "（一）",
        "（二）",
        "1.",
        "（1）",
        "一是",
        "二是",
        "第一，",
        "首先，",
        "（三）",
        "十、",
        "责任单位：",
        "正文:",
        "——",
    ]
)
_odd = st.sampled_from(
    [
        "第二，", "一、", "——", "｛｛丙｝｝", "{{ 甲 }}", "抄送：{{ 甲 }}，乙。", "市水务局{{ 甲 }}", "（联系人：{{ 甲 }}）",
        "2026年4月2日", "2026年04月02日", "附件：{{ 甲 }}", "附件1", "同志们，{{ 甲 }}！", "（2026年2月30日）", "澜政发〔2026〕3号",
    ]
)  # fmt: skip
_lines = st.lists(
    st.one_of(st.tuples(_marks, texts, st.sampled_from(["", "。", "：", "；"])).map("".join), _odd),
    min_size=1,
    max_size=12,
)


@given(_lines)
def test_any_lines_come_back_as_they_were(given_lines):
    """Whatever marks they bring, in whatever order: the outline's YAML prints the same characters."""
    source = Source(tuple(Line(line, n) for n, line in enumerate(given_lines, 1) if line.strip()))
    found = importing.imported(session(), source)
    written = outline_yaml.write(found.outline)

    assert found.kept == found.characters
    assert squeezed("".join(lines(written))) == squeezed("".join(given_lines)), written


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_a_draft_of_our_own_comes_back_whole(path):
    """From the Word file: every character but those of a table of contents, the title, every heading
    and every point in their order and at their depth, and who issued it, to whom, with what attached.
    """
    at = session()
    text = path.read_text(encoding="utf-8")
    draft = production.from_outline(at, text, str(path), loading.Options())
    package = word_package.read(produce(at, draft, "docx"), "稿.docx")
    found = importing.imported(at, word_text.read(package))
    original = loading.load(at, text, str(path), loading.Options()).outline

    assert found.kept + sum(len(squeezed(d.text)) for d in found.dropped) == found.characters
    assert all("目录" in dropped.reason for dropped in found.dropped)
    assert found.outline.title == filled(original.title, original.facts)
    there = iter(shape(found.outline))
    missing = [item for item in shape(original) if not any(same(item, other) for other in there)]
    assert missing == []
    if original.official is not None and original.official.number and len(original.official.issuers) < 2:
        assert found.outline.official.number == original.official.number
        assert [a.title for a in found.outline.attachments] == [a.title for a in original.attachments]


ANY = -9
"""How deep points are that stand under no heading: below it are those of theirs, as deep as may be."""


def same(one, other):
    """Whether two headings or points begin alike and are as deep."""
    return one[1] == other[1] and (one[0] == other[0] or min(one[0], other[0]) < 0)


def shape(outline):
    """Headings and points in the order in which they print: how deep, and how they begin.

    One point under no heading counts nothing: no page tells it from a text. Several may be as deep as headings: only
    a sentence that counts them tells them from those.
    """
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section):
                yield from [(0, _words(item.heading, outline.facts))] if item.heading else []
                yield from _shape_of(item, 1 if item.heading else ANY, outline.facts)


def _shape_of(item, depth, facts):
    alone = len(item.points) == 1 and isinstance(item, Section) and not item.heading
    for point in () if alone else item.points:
        yield depth, _words(point.title or point.text[0], facts)
        yield from _shape_of(point, depth + 1, facts)
    if isinstance(item.tail, Tail):
        yield from _shape_of(item.tail, depth, facts)


def _words(text, facts):
    """The first characters without the mark, up to the first stop."""
    text = filled(text, facts)
    mark = marks.opening(text)
    return re.split("[。：，！]", text[len(mark.text) if mark else 0 :])[0][:8]


@pytest.mark.skipif(not REAL, reason="DRAFTER_SAMPLES names no folder of real texts")
@pytest.mark.parametrize("name", ["office-1-研讨发言", "office-2-培训班讲话"])
def test_an_office_text_is_outlined_as_a_person_would(name):
    """Roles, marks, layouts and the first characters of each title; the text itself is not ours."""
    source = old_files.source_of(session(), str(Path(FOLDER) / f"{name}.txt"))
    found = importing.imported(session(), source).outline

    golden = Path(__file__).parents[1] / "fixtures" / "outlines" / f"{name}.txt"
    assert "\n".join(structure_of(found)) + "\n" == golden.read_text(encoding="utf-8")


def structure_of(outline):
    """The structure of an outline and of its texts no more than how each title begins."""
    yield f"标题 {outline.title[:4]} 称谓 {len(outline.audience)}"
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, str):
                yield f"{part.role} 一段"
            else:
                yield f"{part.role} {item.heading[:4]} 序号 {item.marks} 版式 {item.layout} 导语 {len(item.lead)}"
                yield from _points_of(item.points, "  ")
                yield from [f"  小结 {len(item.tail)}"] if item.tail else []


def _points_of(points, pad):
    for point in points:
        yield f"{pad}{point.title[:4]} 序号 {point.marks} 版式 {point.layout} 段 {len(point.text)}"
        yield from _points_of(point.points, pad + "  ")


@settings(max_examples=50)
@given(_lines, st.sampled_from(["", "2026年增长12.5%，", "由王明副市长牵头，第三届", "5月10日办结286万件"]))
def test_proposed_facts_print_the_text_as_it_was(given_lines, told):
    """Whatever was found in it."""
    source = Source(tuple(Line(told + line, n) for n, line in enumerate(given_lines, 1)))
    found = importing.imported(session(), source)

    with_facts = importing.with_facts(session(), found)
    assert printed(with_facts.outline) == printed(found.outline)


@pytest.mark.skipif(not REAL, reason="DRAFTER_SAMPLES names no folder of real texts")
@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_a_real_text_comes_back_whole(drafter, path):
    """Import, then build: the same characters in the same order."""
    assert drafter("import", path, "-o", "a.yaml").code == 0
    source = old_files.source_of(session(), str(path))
    built = drafter("build", "a.yaml", "--to", "txt", "-o", "-")

    kept = leftovers.set_aside(source).lines
    assert squeezed(built.out) == squeezed("".join(line.text for line in kept))


def test_a_speech_is_outlined_as_a_person_would():
    """Title, date, salutation, opening; three sections with their roles; closing."""
    found = outline_of(SPEECH)
    sections = [item for part in found.parts for item in part.items if isinstance(item, Section)]

    assert (found.title, found.date, found.audience) == (
        "在全市安全生产会议上的讲话",
        "2026年3月12日",
        ("同志们",),
    )
    assert [part.role for part in found.parts] == ["opening", "achievements", "gaps", "tasks", "closing"]
    assert [section.heading for section in sections] == ["充分肯定成绩", "清醒看到不足", "抓好重点任务"]
    assert found.numbering == ("一、", "（一）")
    assert [point.title for point in sections[0].points] == ["事故少了", "隐患清了"]
    assert (sections[1].layout, sections[1].marks, len(sections[1].points)) == ("inline", "一是", 2)
    assert found.parts[-1].items == ("同志们，让我们抓紧干起来。", "谢谢大家！")


def test_an_imprint_above_the_attachments_keeps_the_text_clean():
    """What stands under the text in an order of its own closes it, tables too."""
    below = ["附件：清单", "市水务局", "2026年4月2日", "抄送：市财政局。", "附件", "清单"]
    lines_ = [*map(str, ["关于检查的通知", "各单位：", "一、范围", "全市。", *below])]
    source = Source(
        (*(Line(text, n) for n, text in enumerate(lines_, 1)), Line("甲乙", 11, rows=(("甲", "乙"),)))
    )
    found = importing.imported(session(), source).outline

    assert found.addressees == ("各单位",)
    assert found.parts[-1].role == "closing"
    assert found.parts[-1].items == (*below, Section(table=(("甲", "乙"),)))


def test_a_draft_in_markdown_keeps_its_roles():
    """What its containers say is not guessed again."""
    read, _ = markdown.read("# 标题\n\n::: 称谓\n同志们：\n:::\n\n## 一、甲\n\n乙。\n", "x.md")
    found = importing.imported(session(), readers.split_document(read)).outline

    assert (found.title, found.audience) == ("标题", ("同志们",))
    assert printed(found)[-1] == "乙。"


def test_a_figure_with_its_unit_and_a_person_with_a_post_are_written_as_facts(drafter, tmp_path):
    """Each with the fields that it has, and no other."""
    (tmp_path / "旧.txt").write_text(
        "在会上的讲话\n\n2025年增长12.5%，由王明副市长牵头，办结286万件。\n", encoding="utf-8"
    )
    said = drafter("import", "旧.txt", "--propose-facts", "-o", "-")

    assert said.code == 0 and "数值: 12.5\n    单位: '%'" in said.out and "职务: 副市长" in said.out
