"""What the commands' tests begin with: files of their own, a library."""

from __future__ import annotations

import pytest

from tests.cli.outlines import GOOD, OPEN
from tests.cli.shelf import PHRASES, SPEECH
from tests.cli.slips import OUTLINE


@pytest.fixture(params=["folder", "server"])
def library(request, drafter, tmp_path):
    """The program with a library of one speech and one collection."""
    if request.param == "server":
        request.getfixturevalue("server")
    (tmp_path / "旧稿").mkdir()
    (tmp_path / "旧稿" / "督查讲话.yaml").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "旧稿" / "收尾.yaml").write_text(PHRASES, encoding="utf-8")
    assert drafter("library", "add", "旧稿").code == 0

    def call(*arguments):
        return drafter("library", *arguments)

    return call


@pytest.fixture
def outline(tmp_path):
    path = tmp_path / "讲话.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    return path


@pytest.fixture
def good(tmp_path):
    (tmp_path / "讲话.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "草稿.yaml").write_text(OPEN, encoding="utf-8")
