"""Raster images: how large they are, how they are turned, and that nothing a camera wrote goes on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.readers import images
from tests.pictures import bitmap, gif, jpeg, png

TWIPS = 1440


@pytest.mark.parametrize(
    ("data", "suffix"), [(png(), "png"), (jpeg(), "jpeg"), (gif(), "gif"), (bitmap(), "bmp")]
)
def test_each_format_is_known_by_its_bytes(data, suffix):
    image = images.read(data)
    assert image.suffix == suffix
    assert (image.width, image.height) == pytest.approx((4 / 96 * TWIPS, 2 / 96 * TWIPS), abs=1)


@pytest.mark.parametrize(("dots", "believed"), [(300, 300), (72, 72), (1, 96), (5000, 96)])
def test_dots_of_an_inch_are_believed_where_they_can_be(dots, believed):
    for data in (png(600, 300, dots), jpeg(600, 300, dots=dots)):
        image = images.read(data)
        assert image.width == pytest.approx(600 / believed * TWIPS, abs=2)


@pytest.mark.parametrize(("orientation", "turned"), [(0, 0), (1, 0), (3, 180), (6, 90), (8, 270)])
def test_a_photograph_stands_as_it_was_taken(orientation, turned):
    image = images.read(jpeg(400, 200, orientation))
    assert image.turned == turned
    assert (image.width > image.height) == (turned % 180 == 0)


def test_what_a_camera_wrote_goes():
    taken = images.read(jpeg(orientation=6, behind=b"MOTION VIDEO")).data
    for told in (b"Exif", b"GPS", b"SECRET", b"MOTION"):
        assert told not in taken
    assert taken.startswith(b"\xff\xd8") and taken.endswith(b"\xff\xd9") and b"JFIF" in taken
    assert b"somebody" not in images.read(png(text=b"somebody")).data
    assert images.read(png(dots=200)).data == png(dots=200)


@given(
    st.sampled_from([png(), jpeg(orientation=6), gif(), bitmap()]),
    st.integers(0, 200),
    st.binary(max_size=12),
)
def test_broken_bytes_are_no_image_and_no_accident(data, cut, other):
    for broken in (data[:cut], data[:cut] + other, data[:cut] + other + data[cut + len(other) :]):
        image = images.read(broken)
        assert image is None or (image.width > 0 and image.height > 0)


@pytest.mark.parametrize(
    "data",
    [
        png().replace(b"IDAT", b"IDAZ"), png()[:-20], png()[:40] + b"\0" + png()[41:], jpeg()[:-2],
        
    ],
)  # fmt: skip
def test_one_that_is_cut_off_or_garbled_is_none(data):
    assert images.read(data) is None


def test_what_hangs_behind_a_picture_is_nobodys():
    assert images.read(png() + b"TRAILER").data == png()


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"RIFF\0\0\0\0WEBP", b"II*\0", png(0, 5), bitmap(-3, 2)])
def test_what_word_does_not_show_is_none(data):
    assert images.read(data) is None
