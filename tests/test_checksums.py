"""SHA-256 and SM3 of what is given out."""

import hashlib

import pytest

from drafter import checksums

ABC = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


@pytest.mark.parametrize(
    ("said", "digest"),
    [
        (b"abc", ABC),
        (b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ],
)
def test_sm3_is_that_of_the_standards_examples(said, digest):
    """GB/T 32905—2016 appendix A."""
    assert checksums.sm3_digest(said) == digest


@pytest.mark.parametrize("length", [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000])
def test_sm3_is_openssls_whatever_the_length(length):
    """Around the ends of blocks too."""
    if "sm3" not in hashlib.algorithms_available:
        pytest.skip("this OpenSSL has no SM3")
    said = bytes(number % 251 for number in range(length))

    assert checksums.sm3_digest(said) == hashlib.new("sm3", said).hexdigest()


def test_a_python_without_sm3_reckons_it_itself(monkeypatch):
    """Some are made without."""

    def refuse(*_):
        raise ValueError("unsupported hash type sm3")

    monkeypatch.setattr(hashlib, "new", refuse)

    found = checksums.checksums(b"abc")
    assert (found.sha256, found.sm3) == (hashlib.sha256(b"abc").hexdigest(), ABC)
