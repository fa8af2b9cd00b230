"""Where the library lies, and how that is told."""

from __future__ import annotations

import pytest

from drafter.actions.opening import open_session
from drafter.library import addresses
from drafter.storage.places import Places


@pytest.fixture
def at(tmp_path):
    """A session with a user's folder and a workspace, both empty."""
    return open_session(
        Places(tmp_path / "user", tmp_path / "cache", tmp_path / "site", tmp_path / "work", {}), tmp_path
    )


def test_a_library_is_kept_once_somebody_put_one_somewhere(at, tmp_path, monkeypatch):
    """The shipped one does not count."""
    monkeypatch.delenv("DRAFTER_LIBRARY", raising=False)
    assert not addresses.is_kept(at)

    (tmp_path / "work" / "library").mkdir(parents=True)
    assert addresses.is_kept(at)


def test_the_environment_names_one(at, monkeypatch):
    """A folder or a server, there or not."""
    monkeypatch.setenv("DRAFTER_LIBRARY", "别处")

    assert addresses.is_kept(at)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://user:secret@db.example/lib", "PostgreSQL"),
        ("postgresql://db.example/lib?user=user&password=secret", "PostgreSQL"),
    ],
)
def test_a_server_is_told_without_user_and_password(at, monkeypatch, address, told):
    """In every spelling of them."""
    monkeypatch.setenv("DRAFTER_LIBRARY", address)
    shown = addresses.shown_address(at)

    assert shown.startswith(told) and "db.example" in shown
    assert "secret" not in shown and "user" not in shown
