"""Whether a Word file that was written is one."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafter.soundness import find_broken_part


def package(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


def test_parts_that_are_xml_are_sound():
    """Others are not looked at."""
    assert find_broken_part(package(a_xml="<甲/>", b_rels="<a>&lt;</a>", c_png=b"\x02<"), set()) == ""


@pytest.mark.parametrize(
    "text", ["", "<a>", "<a>\x02</a>", "<a>&</a>", "<a/><b/>", "<a>\ufffe</a>", "<a b=1/>"]
)
def test_a_part_that_is_none_is_named(text):
    assert find_broken_part(package(a_xml="<a/>", b_xml=text), set()) == "b.xml"
    assert find_broken_part(package(b_rels=text), set()) == "b.rels"


def test_parts_that_were_found_sound_are_not_gone_through_again():
    """Told by name, checksum and size; a broken one is never among them."""
    proven = set()
    first = package(a_xml="<a/>", b_xml="<b/>")

    assert find_broken_part(first, proven) == "" and {name for name, _, _ in proven} == {"a.xml", "b.xml"}
    assert find_broken_part(package(a_xml="<a/>", b_xml="<b>"), proven) == "b.xml"
    assert find_broken_part(package(a_xml="<a/>", b_xml="<b>"), proven) == "b.xml"
    assert len(proven) == 2
