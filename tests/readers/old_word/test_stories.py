"""What an old Word file has between its characters: fields, pictures, signs of other fonts, what is drawn."""

from __future__ import annotations

import struct

import pytest

from drafter.readers.old_word import fib
from drafter.readers.old_word.sprms import Code
from tests.readers.old_word.by_hand import piece, source, sprm, streams, texts

SPECIAL = sprm(Code.SPECIAL, 1)
A_PICTURE = SPECIAL + sprm(Code.PICTURE, 0, 0, 0, 0)
RUBY = ' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(pí),陂) '


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("见\x13 HYPERLINK a \x14附表\x15。\r", "见附表。"),
        ("共\x13 PAGE \x15页\r", "共页"),
        ("\x13 IF \x13 PAGE \x143\x15 = 3 \x14甲\x15乙\r", "甲乙"),
        ("\x13 A \x14一\x14二\x15三\r", "一二三"),
        ("没有开头\x14的\x15域\r", "没有开头的域"),
        ("黄\x13" + RUBY + "\x15县\r", "黄陂县"),
        ("中\x1e小\x1f企\x03业\r", "中-小企业"),
        ("一\v二\f三\x0e四\r", "一 二 三 四"),
        ("<b>&\"'\r", "<b>&\"'"),
        ("没有末尾", "没有末尾"),
        ("甲\x13 TOC\r乙\r丙\x15丁\r", "甲乙丙丁"),
        ("\x13" * 70 + "深" + "\x15" * 70 + "浅\r", "浅"),
        ("\x13 A \x14" * 70 + "深" + "\x15" * 70 + "浅\r", "A" * 6 + "深浅"),
    ],
    ids=[
        "result", "no result", "inside", "twice", "stray", "ruby", "hyphens", "breaks", "markup", "no end", "open", "deep codes",
        "deep results",
    ],
)  # fmt: skip
def test_what_prints_is_read(monkeypatch, text, said):
    """And the code of a field is not."""
    found = texts(monkeypatch, streams(piece(text)))

    assert "".join(found).replace(" ", "") == said.replace(" ", "")


def test_a_reading_over_characters_is_told(monkeypatch):
    """The characters stay."""
    (told,) = source(monkeypatch, streams(piece("黄\x13" + RUBY + "\x15县\r"))).dropped

    assert (told.kind, told.paragraph) == ("ruby", 1)
    assert "“陂”上面的注音 pí" in told.reason


@pytest.mark.parametrize(
    ("text", "row", "told"),
    [
        ("图\x01\r", A_PICTURE, ["图片，不放进大纲"]),
        ("图\x01\r", A_PICTURE + sprm(Code.IS_OBJECT, 1), ["嵌入的对象，不放进大纲"]),
        ("\x13 EMBED Excel \x14\x01\x15\r", A_PICTURE, ["嵌入的对象，不放进大纲"]),
        ("图\x01\r", A_PICTURE + sprm(Code.IS_DATA, 1), []),
        ("图\x01\r", SPECIAL, []),
        ("图\x01\r", b"", []),
        ("\x13 FORMTEXT \x01\x14填\x15\r", A_PICTURE + sprm(Code.IS_DATA, 1), ["表单里的框，不放进大纲"]),
        ("\x13 HYPERLINK \x01\x14填\x15\r", A_PICTURE + sprm(Code.IS_DATA, 1), []),
        ("\x13 MERGEFIELD 姓名 \x14某\x15\r", b"", ["邮件合并的域 姓名，不放进大纲"]),
    ],
    ids=["picture", "object", "embedded", "data", "no place", "plain", "form", "link", "merge"],
)
def test_what_is_no_text_is_told(monkeypatch, text, row, told):
    """A picture, an object, a box of a form, a field of a mail merge."""
    made = streams(piece(text), characters=[(0, 2 * len(text), row)])

    assert [one.reason for one in source(monkeypatch, made).dropped] == told


def font(name):
    entry = b"\0" * 39 + (name + "\0").encode("utf-16-le")
    return struct.pack("<HH", 1, 0) + bytes([len(entry)]) + entry


@pytest.mark.parametrize(("more", "said"), [(b"", "30°C"), (sprm(Code.SPECIAL, 0), "30(C")])
def test_a_sign_of_another_font_is_found(monkeypatch, more, said):
    """It stands in the text as a bracket."""
    row = sprm(Code.SYMBOL, 0, 0, 0xB0, 0xF0) + more
    made = streams(
        piece("30(C\r"),
        characters=[(0, 4, b""), (4, 6, row), (6, 10, b"")],
        tables={fib.FONTS: font("Symbol")},
    )

    assert texts(monkeypatch, made) == [said]


def record(kind, inside, holder=True, instance=0):
    return struct.pack("<HHI", instance << 4 | 0xF * holder, kind, len(inside)) + inside


def shape(number, kind=202):
    return record(0xF004, record(0xF00A, struct.pack("<II", number, 0), holder=False, instance=kind))


def drawn(*shapes):
    """The table of drawings: what belongs to the whole file, then one page with these on it."""
    page = record(0xF002, record(0xF003, shape(1) + b"".join(shapes)))
    return record(0xF000, b"") + b"\0" + page


def anchored(*pairs):
    cps = struct.pack(f"<{len(pairs) + 1}I", *(place for place, _ in pairs), 0)
    return cps + b"".join(struct.pack("<I", number).ljust(26, b"\0") for _, number in pairs)


def boxes(*pairs):
    cps = struct.pack(f"<{len(pairs) + 1}I", 0, *(end for end, _ in pairs))
    return cps + b"".join(b"\0" * 14 + struct.pack("<I", number) + b"\0" * 4 for _, number in pairs)


def test_boxes_and_pictures_hang_where_they_are_anchored(monkeypatch):
    """Alone or in a group; a box that hangs on nothing stands behind the text."""
    text, inside = "甲\x08段\r乙\x08段\r末段\r", "框一\r\r框二\r\r框三\r\r"
    made = streams(
        piece(text + inside),
        lengths=(0, 0, 0, 0, 0, len(inside)),
        tables={
            fib.DRAWINGS: drawn(shape(7), record(0xF003, shape(8, 0) + shape(9, 75) + shape(10))),
            fib.ANCHORS: anchored((1, 7), (5, 8)),
            fib.BOXES: boxes((4, 10), (8, 7), (12, 99)),
        },
    )
    found = source(monkeypatch, made)

    assert [line.text for line in found.lines] == ["甲段", "框二", "乙段", "框一", "末段", "框三"]
    assert [(one.kind, one.paragraph) for one in found.dropped] == [("picture", 3)]
