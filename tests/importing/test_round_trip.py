"""What drafter itself made is read back whole: the same page comes of it again."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import drafter

SAMPLES = sorted((Path(drafter.__file__).parents[1] / "outlines").glob("*.yaml"))


def _text_of(path):
    with zipfile.ZipFile(path) as made:
        return made.read("word/document.xml").decode()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_final_draft_builds_again_from_what_import_reads(drafter, tmp_path, sample):
    """Header block, titles over lines, signatures, attachments on their side, contents: all of it to the last byte."""
    first, again = tmp_path / "一.docx", tmp_path / "二.docx"

    assert drafter("build", sample, "-o", first, "--final").code == 0
    assert drafter("import", first, "-o", tmp_path / "二.yaml").code == 0
    assert drafter("build", tmp_path / "二.yaml", "-o", again, "--final").code == 0
    assert _text_of(again) == _text_of(first)
