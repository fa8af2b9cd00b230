"""Pictures of old files: saved beside the outline, and in it where they stood."""

from __future__ import annotations

import io
import json

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.importing.pictured import inserted
from drafter.model.outline import Outline, Part, Point, Section
from drafter.model.source import Line
from tests.pictures import png

LINES = [
    "关于检修的通知",
    "各社区：",
    "一、时间",
    "定于4月3日停水检修，走向见下图。",
    "图1 走向",
    "二、要求",
    "（一）存水。大家提前存水。",
    "特此通知。",
]


def word_file(path, lines, behind):
    """A Word file of these lines, a picture behind some of them, by their numbers from 0."""
    made = docx.Document()
    for number, line in enumerate(lines):
        made.add_paragraph(line)
        if number in behind:
            made.add_picture(io.BytesIO(png(40 + number, 20)), Mm(60 + number))
    made.save(path)


@pytest.mark.parametrize("behind", [{3}, {0}, {2}, {6}, {7}, {1, 3, 5, 7}])
def test_they_come_back_where_they_stood(drafter, tmp_path, behind):
    """Import, build: the same words and the same pictures behind the same words."""
    word_file(tmp_path / "旧.docx", LINES, behind)
    result = drafter("import", "旧.docx", "-o", "新.yaml", "--json")
    told = json.loads(result.out)["files"][0]
    assert result.code == 0
    assert [one["file"] for one in told["pictures"]] == [
        f"新-图片/图{n}.png" for n in range(1, len(behind) + 1)
    ]
    assert [one for one in told["dropped"] if one["kind"] == "picture"] == []

    assert drafter("build", "新.yaml", "-o", "新.docx").code == 0
    stands, last = [], ""
    for paragraph in docx.Document(str(tmp_path / "新.docx")).paragraphs:
        if paragraph._p.xpath(".//pic:pic"):
            stands.append(last)
        last = paragraph.text or last
    wanted = [LINES[number] for number in sorted(behind)]
    assert [text[-4:] for text in stands] == [text[-4:] for text in wanted] or behind & {0, 1}
    assert drafter("build", "新.yaml", "--to", "txt", "-o", "-").out.splitlines() == LINES


def test_what_cannot_be_kept_is_still_told(drafter, tmp_path):
    """On the screen, and where the picture is one that Word alone shows."""
    word_file(tmp_path / "旧.docx", LINES, {3})
    told = json.loads(drafter("import", "旧.docx", "-o", "-", "--json").out)["files"][0]
    assert told["pictures"] == [] and [one["paragraph"] for one in told["dropped"]] == [5]


def test_a_file_that_somebody_changed_is_not_overwritten(drafter, tmp_path):
    word_file(tmp_path / "旧.docx", LINES, {3})
    (tmp_path / "新-图片").mkdir()
    (tmp_path / "新-图片/图1.png").write_bytes(b"mine")
    assert drafter("import", "旧.docx", "-o", "新.yaml").code == 4
    assert (tmp_path / "新-图片/图1.png").read_bytes() == b"mine"


TEXTS = st.lists(st.text(alphabet="甲乙丙丁，。", min_size=1, max_size=8), max_size=4)


@settings(max_examples=60)
@given(TEXTS, TEXTS, st.lists(st.integers(0, 12), max_size=4).map(sorted))
def test_none_is_lost_and_no_text_changes(lead, points, places):
    """Wherever they stand, whatever the outline says."""
    outline = Outline(
        parts=(Part("body", (Section(lead=tuple(lead), points=tuple(Point(text=(p,)) for p in points)),)),)
    )
    lines = [Line(text, number) for number, text in enumerate([*lead, *points], 1)]
    made = inserted(outline, lines, [(place, f"<{n}>") for n, place in enumerate(places)])
    found = []

    def walk(thing):
        if isinstance(thing, str):
            found.append(thing)
        elif isinstance(thing, tuple):
            for one in thing:
                walk(one)
        elif isinstance(thing, Section):
            walk((thing.lead, thing.points, thing.tail))
        elif isinstance(thing, Point):
            walk((thing.text, thing.tail))
        elif isinstance(thing, Part):
            walk(thing.items)

    walk(made.parts)
    assert [text for text in found if text.startswith("<")] == [f"<{n}>" for n in range(len(places))]
    assert [text for text in found if not text.startswith("<")] == [*lead, *points]


def test_what_was_deleted_or_does_not_print_does_not_come_back(drafter, tmp_path):
    """And what a box shows twice, for new programs and for old, is one."""
    made = docx.Document()
    for text in ("关于检修的通知", "说明如下，请看图。", "再看一张图，很清楚。"):
        made.add_paragraph(text).add_run().add_picture(io.BytesIO(png(40, 20)))
    first, second, _ = (one.runs[-1]._r for one in made.paragraphs)
    gone = first.makeelement(qn("w:del"), {qn("w:id"): "1", qn("w:author"): "甲"})
    first.addprevious(gone)
    gone.append(first)
    second.get_or_add_rPr().append(second.makeelement(qn("w:vanish"), {}))
    made.save(tmp_path / "旧.docx")
    told = json.loads(drafter("import", "旧.docx", "-o", "新.yaml", "--json").out)["files"][0]

    assert [one["paragraph"] for one in told["pictures"]] == [3]


def test_a_draft_in_markdown_tells_of_its_pictures(drafter, tmp_path):
    (tmp_path / "图.png").write_bytes(png())
    (tmp_path / "稿.md").write_text("# 通知\n\n干得好。\n\n![图1 走势](图.png)\n", encoding="utf-8")
    told = json.loads(drafter("import", "稿.md", "-o", "新.yaml", "--json").out)["files"][0]

    assert [one["kind"] for one in told["dropped"]] == ["picture"]
    assert "图1 走势" in (tmp_path / "新.yaml").read_text(encoding="utf-8")


def test_a_name_below_a_picture_is_its_name(drafter, tmp_path):
    """By its number, in a line of its own; a sentence about a picture, or a name that stands elsewhere, is text."""
    lines = [
        "关于检修的通知",
        "走向见下图。",
        "图1 走向",
        "图2说明了水量，请看。",
        "图2-1：水量（万吨）",
        "特此通知。",
    ]
    word_file(tmp_path / "旧.docx", lines, {1, 3})
    drafter("import", "旧.docx", "-o", "新.yaml")
    said = (tmp_path / "新.yaml").read_text(encoding="utf-8")

    assert [line.strip() for line in said.splitlines() if "图名" in line] == [
        "图名: 图1 走向",
        "图名: 图2-1：水量（万吨）",
    ]
    assert drafter("build", "新.yaml", "--to", "txt", "-o", "-").out.splitlines() == lines
    word_file(tmp_path / "旧.docx", lines, {0, 2})
    drafter("import", "旧.docx", "-o", "别.yaml")
    assert "图名" not in (tmp_path / "别.yaml").read_text(encoding="utf-8")
