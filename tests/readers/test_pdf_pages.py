"""A PDF that would never end, or fill the memory, is given up by every door that reads one."""

from __future__ import annotations

import sys
import zlib

import pytest

from tests.test_unfolding import measured

pytest.importorskip("pdfplumber", reason="the extra pdf is not installed")

HEAD = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
PAGES = b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
PAGE = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
TAIL = b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer\n<</Root 1 0 R>>"


def pdf(stream, filters=b""):
    """A page with this content."""
    head = f"4 0 obj<</Length {len(stream)}".encode() + filters + b">>stream\n"
    return HEAD + PAGES + PAGE + head + stream + b"\nendstream\nendobj\n" + TAIL


def shown(text, times):
    return b"BT /F 12 Tf 50 700 Td " + b"(" + text + b") Tj " * times + b"ET"


def packed(data, times=1):
    for _ in range(times):
        data = zlib.compress(data, 9)
    return pdf(data, b"/Filter[" + b"/FlateDecode" * times + b"]")


HOSTILE = {
    "an object that is itself": lambda: b"%PDF-1.4\n2 0 obj\n2 0 R\nendobj\ntrailer\n<</Root 2 0 R>>",
    "two that are each other": lambda: b"%PDF-1.4\n1 0 obj\n2 0 R\nendobj\n2 0 obj\n1 0 R\nendobj\ntrailer\n<</Root 1 0 R>>",
    "pages that hold themselves": lambda: HEAD + b"2 0 obj<</Type/Pages/Kids[" + b"2 0 R " * 5000 + b"]/Count 9999999>>endobj\ntrailer\n<</Root 1 0 R>>",
    "brackets": lambda: pdf(b"(" * 300_000),
    "nested lists": lambda: pdf(b"[" * 300_000),
    "nested dictionaries": lambda: pdf(b"<<" * 300_000),
    "much text": lambda: pdf(shown(b"a", 400_000)),
    "much packed text": lambda: packed(shown(b"a" * 32, 9_000_000)),
    "packed twice": lambda: packed(b"\0" * 1_000_000_000, 2),
    "packed once": lambda: packed(b"\0" * 900_000_000),
    "lines": lambda: packed(b"0 0 m 9 9 l S\n" * 3_000_000),
    "forms": lambda: pdf(b"q " * 2_000_000),
}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="memory and time are asked of Linux")
@pytest.mark.parametrize("how", HOSTILE)
def test_no_pdf_runs_for_ever_or_fills_the_memory(tmp_path, home, how):
    """Import and check: an answer, within the limits of the child and of ours."""
    (tmp_path / "a.pdf").write_bytes(HOSTILE[how]())

    codes, memory, seconds, said = measured(tmp_path, home, "import|a.pdf|-o|x.yaml", "check|a.pdf")

    assert set(codes) <= {0, 3} and "internal" not in said
    assert memory <= 200 and seconds <= 2 * 2 * 2
