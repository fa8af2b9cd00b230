"""What was prepared once is kept between runs; losing it costs time, never more."""

from __future__ import annotations

import os
import stat

import pytest

from drafter.storage import files
from drafter.storage.cache import Cache


def test_what_was_made_is_kept(tmp_path):
    """Under its key; under another key there is nothing."""
    cache = Cache(tmp_path / "c")
    cache.write("键", b"made")

    assert Cache(tmp_path / "c").read("键") == b"made"
    assert cache.read("另一个") == b""


@pytest.mark.parametrize(
    "torn", [lambda kept: kept[:-1], lambda kept: b"\0" + kept[1:], lambda kept: kept[:20], lambda _: b""]
)
def test_a_torn_cache_is_made_again(tmp_path, torn):
    """Its digest does not fit."""
    cache = Cache(tmp_path)
    cache.write("键", b"made")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(torn(kept.read_bytes()))

    assert cache.read("键") == b""
    cache.write("键", b"made again")
    assert cache.read("键") == b"made again"


def test_the_cache_is_for_its_user_alone(tmp_path):
    """Compiled templates are code; folders above it are made where they are missing."""
    Cache(tmp_path / "a" / "c").write("键", b"made")
    (kept,) = (tmp_path / "a" / "c").iterdir()

    assert stat.S_IMODE((tmp_path / "a" / "c").stat().st_mode) == 0o700
    assert len(kept.name) == 24 and set(kept.name) <= set("0123456789abcdef")


def test_a_cache_that_cannot_be_written_costs_time_alone(tmp_path, monkeypatch):
    """A file in its way, a full disk."""
    (tmp_path / "挡路").write_text("", encoding="utf-8")
    Cache(tmp_path / "挡路").write("键", b"made")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    Cache(tmp_path / "c").write("键", b"made")
    monkeypatch.setattr(files, "replace", full)
    Cache(tmp_path / "d").write("键", b"made")

    assert [Cache(tmp_path / name).read("键") for name in ("挡路", "c", "d")] == [b"", b"", b""]
