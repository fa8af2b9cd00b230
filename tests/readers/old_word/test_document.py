"""Old Word files say what the Word files say that they were saved from."""

from __future__ import annotations

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.document import Role
from drafter.problems import InputProblem
from drafter.readers.old_word import document
from drafter.readers.old_word.compound import UnreadableError
from drafter.readers.word import package as word_package
from drafter.readers.word import text as word_text
from tests.readers.old_word import made

DATA = {title: (made.FIXTURES / f"{title}.doc").read_bytes() for title in made.TEXTS}
BOTH = ("accepted", "original")


def source(data, revisions="accepted"):
    return word_text.read(document.read(data, "旧稿.doc"), revisions)


def texts(title, revisions="accepted"):
    return [line.text for line in source(DATA[title], revisions).lines]


def test_a_speech_reads_as_it_prints():
    """Numbers of lists, one of them begun anew, breaks within a paragraph, a field's result, signs beyond 16 bits."""
    assert texts("讲话") == [
        "在全市治水工作会议上的讲话",
        "同志们：",
        "今年1—6月，全市完成投资12.5亿元（其中PPP项目3个），同比增长8%。",
        "一、过去一年，工作有了新进展",
        "（一）河道干净了。清淤38公里。",
        "（二）堤防结实了。加固16处。",
        "1.新建泵站4座。",
        "2.改造泵站9座。",
        "A.其中电排站5座。",
        "二、正视差距不足",
        "（一）有的河段还在返黑。",
        "①第一条小事",
        "②第二条小事",
        "五、另起的一列",
        "抓好今年任务",
        "先修堤。汛前修完“险工险段”，一处不漏。",
        "上一行下一行 末了𠮷",
        "印出来的字。",
        "见附表",
    ]


def test_styles_and_bold_type_are_known():
    """A title, a heading with its level, the bold words that open a paragraph."""
    lines = source(DATA["讲话"]).lines

    assert (lines[0].role, lines[14].role, lines[14].level) == (Role.TITLE, Role.HEADING, 1)
    assert lines[15].lead == len("先修堤。")


def test_a_table_has_its_rows_and_what_stands_beside_the_text_is_told():
    """Cells over several columns, a table in a cell, paragraphs in one; notes, comments, headers, a text box."""
    found = source(DATA["表格"])

    assert [line.rows for line in found.lines if line.rows] == [
        (("项目", "单位", "时限"), ("修堤", "市水务局 县水务局", "5月底"), ("合计两项", "", "内甲内乙"))
    ]
    assert [line.text for line in found.lines if not line.rows] == [
        "正文一段接着说。",
        "表后一段。",
        "带框的一段。",
        "框里的字",
        "有人批注的话。",
    ]
    assert [(one.kind, one.text) for one in found.dropped] == [
        ("footnote", "脚注里的话"),
        ("comment", "请核实"),
        ("header", "内部资料"),
    ]


@pytest.mark.parametrize(
    ("revisions", "said"),
    [
        ("accepted", ["保留加上的话。", "前半段，后半段。", "整段是新的。", "末段。"]),
        ("original", ["保留删去的话。", "前半段，", "后半段。", "末段。"]),
    ],
)
def test_tracked_changes_stand_for_one_text_or_the_other(revisions, said):
    """The end of a paragraph too."""
    assert texts("修订", revisions) == said


def test_hidden_text_is_set_aside():
    """As of any Word file."""
    (hidden,) = [one for one in source(DATA["讲话"]).dropped if one.kind == "hidden"]

    assert (hidden.text, hidden.paragraph) == ("这句看不见", 18)


@pytest.mark.parametrize("title", made.TEXTS)
def test_an_old_file_says_all_that_the_new_one_says(soffice, title):
    """LibreOffice saves it in the old form: every line with its number and role, all that is set aside."""
    data = made.word_file(made.TEXTS[title])
    old = made.old_file(soffice, data)
    for revisions in BOTH:
        assert source(old, revisions) == word_text.read(word_package.read(data, "旧稿.docx"), revisions)


@given(st.data())
def test_whatever_is_changed_in_a_file_it_is_read_or_refused(data):
    """Bytes are overwritten, cut out, doubled: there is no other end."""
    changed = bytearray(DATA[data.draw(st.sampled_from(sorted(DATA)))])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(changed) - 1))
        how = data.draw(st.integers(0, 3))
        if how == 0:
            changed[at] = data.draw(st.integers(0, 255))
        elif how == 1:
            changed[at : at + 4] = data.draw(st.sampled_from([b"\xff" * 4, b"\0" * 4, b"\xff\xff\xff\x7f"]))
        elif how == 2:
            del changed[at : at + data.draw(st.integers(1, 600))]
        else:
            changed[at:at] = changed[at : at + 512]
        changed = changed or bytearray(b"\0")
    with suppress(UnreadableError, InputProblem):
        source(bytes(changed))


SHIFT, FATS, DIRECTORY, SMALL, MORE, FAT = 0x1E, 0x2C, 0x30, 0x40, 0x48, 0x4C


def with_header(at, value, size="I"):
    data = bytearray(DATA["讲话"])
    struct.pack_into(f"<{size}", data, at, value)
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        with_header(SHIFT, 0xFFFF, "H"),
        with_header(SHIFT, 2, "H"),
        with_header(FATS, 0x7FFFFFFF),
        with_header(SMALL, 0x7FFFFFFF),
        with_header(MORE, 0x7FFFFFFF),
        with_header(DIRECTORY, 0xFFFFFF00),
        with_header(FAT, 0x7FFFFF00),
        DATA["讲话"][:600],
        DATA["讲话"][:100],
        b"",
    ],
    ids=["huge sectors", "tiny sectors", "fats", "small", "more", "directory", "fat", "cut", "header", "empty"],
)  # fmt: skip
def test_a_disk_that_promises_more_than_there_is_is_refused(data):
    """Before anything is taken for it."""
    with pytest.raises(UnreadableError):
        document.read(data, "旧稿.doc")


def test_a_chain_of_sectors_that_bites_its_tail_ends():
    """Every sector of the file points at the first one."""
    data = bytearray(DATA["讲话"])
    (fat,) = struct.unpack_from("<I", data, FAT)
    for number in range(128):
        struct.pack_into("<I", data, 512 * (fat + 1) + 4 * number, 0)
    with pytest.raises(UnreadableError):
        document.read(bytes(data), "旧稿.doc")
