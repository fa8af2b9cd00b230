"""Real speeches and reports, from the folder that DRAFTER_SAMPLES names: nothing of them is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from docx import Document as open_docx

from drafter.model.document import Document, Paragraph, Role, Text
from drafter.model.outline import Outline, Part
from drafter.writers import markdown as markdown_writer
from drafter.writers import outline_yaml as outline_writer

FOLDER = os.environ.get("DRAFTER_SAMPLES", "")
TEXTS = sorted(Path(FOLDER).glob("*.txt")) if FOLDER else []

pytestmark = pytest.mark.skipif(not TEXTS, reason="DRAFTER_SAMPLES names no folder of real texts")


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_a_real_text_goes_through_markdown_and_word_whole(drafter, tmp_path, path):
    """Every character, white space aside, in order."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    document = Document(tuple(Paragraph(Role.BODY, (Text(line),)) for line in lines))
    (tmp_path / "稿.md").write_text(markdown_writer.write(document), encoding="utf-8")

    assert drafter("build", "稿.md", "--to", "txt,docx", "-o", "out/").code == 0
    for text in (
        (tmp_path / "out/稿.txt").read_text(encoding="utf-8"),
        "".join(p.text for p in open_docx(tmp_path / "out/稿.docx").paragraphs),
    ):
        assert squeezed(text) == squeezed("".join(lines))


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_a_real_text_in_an_outline_comes_out_as_it_went_in(drafter, tmp_path, path):
    """原样 adds nothing and loses nothing."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    outline = Outline(template="原样", parts=(Part("body", tuple(lines)),))
    (tmp_path / "稿.yaml").write_text(outline_writer.write(outline), encoding="utf-8")

    result = drafter("build", "稿.yaml", "--to", "txt", "-o", "-")

    assert squeezed(result.out) == squeezed("".join(lines))
