"""Font files: what they are called, and what is none."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.problems import InputProblem
from drafter.readers import font_file
from tests.font_files import collection, font


def test_a_font_is_called_by_all_its_names_the_chinese_first():
    """As Word shows them."""
    assert font_file.families(font("我局仿宋", "OurFangSong"), "x.ttf") == ("我局仿宋", "OurFangSong")
    assert font_file.families(font("我局仿宋", outlines=b"OTTO"), "x.otf") == ("我局仿宋",)


@pytest.mark.parametrize(
    ("encoding", "coding"),
    [((3, 3), "gb18030"), ((1, 25), "gb18030"), ((0, 3), "utf-16-be"), ((3, 4), "big5")],
)
def test_old_fonts_are_named_in_old_encodings(encoding, coding):
    """Of Windows in China, of the Macintosh."""
    assert font_file.families(font("仿宋", encoding=encoding, coding=coding), "x.ttf") == ("仿宋",)


def test_a_collection_has_the_names_of_all_its_fonts():
    """Each once."""
    whole = collection(font("宋体", "SimSun"), font("新宋体", "NSimSun"), font("宋体", "SimSun"))

    assert font_file.families(whole, "x.ttc") == ("宋体", "新宋体", "SimSun", "NSimSun")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello, world",
        b"PK\x03\x04" + bytes(100),
        b"\x00\x01\x00\x00",
        font("仿宋")[:200],
        font("仿宋")[:-40],
        font("仿宋", outlines=b"wOFF"),
        font(),
        *(font("仿宋", without=(one,)) for one in ("cmap", "head", "maxp", "name", "glyf")),
        struct.pack(">4sII", b"ttcf", 0x10000, 0),
        struct.pack(">4sII", b"ttcf", 0x10000, 65) + bytes(4 * 65),
        struct.pack(">4sIII", b"ttcf", 0x10000, 1, 4_000_000_000),
        struct.pack(">4sH6x", b"\x00\x01\x00\x00", 65_535) + bytes(2_000_000),
    ],
    ids=range(17),
)
def test_what_is_no_font_is_refused_with_a_way_out(data):
    """Torn, packed, made for the web, without a name or a shape."""
    with pytest.raises(InputProblem) as error:
        font_file.families(data, "我的.ttf")

    (problem,) = error.value.problems
    assert problem.code == "not-a-font" and "我的.ttf" in problem.message and problem.hint


@given(st.integers(0, 700), st.binary(min_size=1, max_size=8))
def test_whatever_is_changed_in_a_font_it_is_one_or_none(at, change):
    """Nothing else is raised."""
    data = font("我局仿宋", "OurFangSong")
    try:
        families = font_file.families(data[:at] + change + data[at + len(change) :], "x.ttf")
    except InputProblem:
        return
    assert families and all(family.isprintable() for family in families)
