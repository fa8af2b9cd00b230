"""A home whose cache no other test has: indexes lie there."""

from __future__ import annotations

import pytest


@pytest.fixture
def home(tmp_path):
    """A drafter folder with a cache that no other test has."""
    return tmp_path / "家"
