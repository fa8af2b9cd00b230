"""Goldens: what comes out stays to the character while the house is rebuilt.

`tests/goldens/*.md` are the samples' drafts, to be read by a person; `digests.json` holds the digest
of each Word body, and of what the shared cases and real texts give, which are not ours to keep.
`DRAFTER_WRITE_GOLDENS=1` writes them anew: read the difference before it is committed.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES

GOLDENS = ROOT / "tests" / "goldens"
DIGESTS = GOLDENS / "digests.json"
WRITING = os.environ.get("DRAFTER_WRITE_GOLDENS") == "1"
FOLDER = Path(os.environ.get("DRAFTER_SAMPLES", "/nowhere"))
TEXTS = sorted(FOLDER.glob("*.txt"))
CASES = sorted(
    path
    for path in (FOLDER.parent / "cases").rglob("*")
    if path.suffix in (".yaml", ".docx", ".txt") and "信头" not in path.name
)


def digest(data):
    return hashlib.sha256(data).hexdigest()[:32]


def hold(key, source, data):
    """What comes of this source is what came of it; of another under its name nothing is known."""
    kept = json.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.is_file() else {}
    if WRITING:
        kept[key] = [digest(source), digest(data)]
        text = json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=0)
        DIGESTS.write_text(text + "\n", encoding="utf-8")
    known, came = kept.get(key, ["", ""])
    if known != digest(source):
        pytest.skip(f"{key} is not the file that it was")
    assert came == digest(data), f"{key} comes out differently"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_prints_what_it_printed(drafter, tmp_path, path):
    """The draft as Markdown to the character, its Word body to the byte."""
    assert drafter("build", path, "--to", "md,docx", "-o", "out/").code == 0
    (markdown,) = (tmp_path / "out").glob("*.md")
    (word,) = (tmp_path / "out").glob("*.docx")
    body = zipfile.ZipFile(word).read("word/document.xml")
    golden = GOLDENS / f"{path.stem}.md"
    if WRITING:
        golden.write_bytes(markdown.read_bytes())

    assert markdown.read_text(encoding="utf-8") == golden.read_text(encoding="utf-8")
    hold(f"document.xml {path.stem}", path.read_bytes(), body)


@pytest.mark.skipif(not TEXTS, reason="DRAFTER_SAMPLES names no folder of real texts")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_real_text_is_outlined_as_it_was(drafter, path):
    """The outline that import makes of it."""
    hold(f"import {path.name}", path.read_bytes(), drafter("import", path, "-o", "-").out.encode())


@pytest.mark.skipif(not CASES, reason="no folder of cases stands beside DRAFTER_SAMPLES")
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_comes_out_as_it_did(drafter, path):
    """An outline's draft, any other file's outline, with the exit code."""
    if path.suffix == ".yaml":
        result = drafter("build", path, "--to", "txt", "-o", "-")
    else:
        result = drafter("import", path, "-o", "-")
    hold(f"case {path.parent.name}/{path.name}", path.read_bytes(), f"{result.code}\n{result.out}".encode())
