"""Bytes become text in every encoding that offices write."""

from __future__ import annotations

import pytest

from drafter.problems import InputProblem
from drafter.storage import encodings


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("讲话".encode(), "讲话"),
        ("讲话".encode("utf-8-sig"), "讲话"),
        ("讲话".encode("utf-16"), "讲话"),
        (b"\xfe\xff" + "讲话".encode("utf-16-be"), "讲话"),
        ("关于讲话的通知".encode("gb18030"), "关于讲话的通知"),
        ("各位同仁，會議開始。".encode("big5"), "各位同仁，會議開始。"),
    ],
)
def test_texts_are_read_in_every_usual_encoding(data, text):
    """UTF-8, with its mark, UTF-16, GB18030."""
    assert encodings.decode(data, "x").text == text


def test_an_encoding_that_was_guessed_is_said():
    """GBK is read, with a warning."""
    assert [p.code for p in encodings.decode("讲话稿".encode("gbk"), "x").problems] == ["not-utf8"]


@pytest.mark.parametrize("data", [b"PK\3\4rest", b"\xd0\xcf\x11\xe0", b"%PDF-1.7", b"a\0b", b"\xff\xff\xff"])
def test_what_is_no_text_is_refused(data):
    """A Word file, an old Word file, a PDF, zeros, noise."""
    with pytest.raises(InputProblem) as caught:
        encodings.decode(data, "x")
    assert caught.value.problems[0].code == "not-text"
