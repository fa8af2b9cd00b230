"""Zip packages whose members are copied as they lie."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.writers.docx import package


def test_members_survive_packing():
    """The zip that is written by hand is read by zipfile, name for name and byte for byte."""
    content = {"a.xml": b"x" * 1000, "b/c.bin": bytes(range(256)), "empty": b""}
    packed = package.pack(package.member(name, data) for name, data in content.items())

    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert {n: archive.read(n) for n in archive.namelist()} == content
    assert {member.name: member.data for member in package.members(packed)} == content
    assert package.pack(package.members(packed)) == packed


@pytest.mark.parametrize("kind", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_members_of_other_peoples_packages_are_taken_however_they_lie(kind):
    """Word and WPS store pictures as they are."""
    theirs = io.BytesIO()
    with zipfile.ZipFile(theirs, "w", kind) as archive:
        archive.writestr("word/media/image1.png", b"\x89PNG" * 100)
    packed = package.pack(package.members(theirs.getvalue()))

    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.read("word/media/image1.png") == b"\x89PNG" * 100


@given(st.dictionaries(st.text("ab./汉", min_size=1), st.binary(max_size=50), max_size=6), st.integers(0, 6))
def test_members_laid_out_once_make_the_same_package(content, kept):
    """However many of them are."""
    members = [package.member(name, data) for name, data in content.items()]

    assert package.pack(members[kept:], package.begin(members[:kept])) == package.pack(members)
