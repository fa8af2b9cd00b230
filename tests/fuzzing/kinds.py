"""What is changed, how, who reads it, and through which doors it goes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from drafter.records import Record
from tests.fuzzing import doors, jinja, lines, markup, nodes, pdfs, readers, seeds


class Kind(Record):
    """A kind of file: its suffix, its seeds, how one becomes a mutant, its reader, its doors."""

    suffix: str
    seeds: Callable[[], Sequence[bytes]]
    mutated: Callable[[random.Random, bytes, Sequence[bytes]], bytes]
    read: Callable[[bytes], Iterator[None]]
    doors: tuple[doors.Door, ...]

    def mutants(self, seed: int) -> Iterator[bytes]:
        """Changed files without end; the same for the same seed."""
        rng = random.Random(seed)
        honest = self.seeds()
        while True:
            yield self.mutated(rng, rng.choice(honest), honest)


_Change = Callable[[random.Random, str, Sequence[str]], str]


def _typed(change: _Change) -> Callable[[random.Random, bytes, Sequence[bytes]], bytes]:
    """A change of texts as one of files."""

    def changed(rng: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
        return change(rng, data.decode(), [other.decode() for other in others]).encode("utf-8", "replace")

    return changed


_lines, _nodes, _jinja = _typed(lines.mutated), _typed(nodes.mutated), _typed(jinja.mutated)

KINDS = {
    "outline": Kind(
        ".yaml", lambda: seeds.texts("outlines/*.yaml", "tests/fixtures/*.yaml"), _nodes, readers.outline, doors.OUTLINES
    ),
    "markdown": Kind(
        ".md", lambda: seeds.texts("tests/goldens/*.md", "docs/*.md"), _lines, readers.markdown, doors.DRAFTS
    ),
    "library": Kind(
        ".yaml", lambda: seeds.texts("drafter/data/library/*.yaml"), _nodes, readers.collection, doors.COLLECTIONS
    ),
    "stylesheet": Kind(
        ".yaml", lambda: seeds.texts("drafter/data/styles/*.yaml"), _nodes, readers.stylesheet, doors.STYLESHEETS
    ),
    "template": Kind(".md.j2", lambda: seeds.texts("templates/*.j2"), _jinja, readers.template, doors.TEMPLATES),
    "old": Kind(
        ".txt", lambda: seeds.texts("tests/fixtures/*.txt", "tests/fixtures/outlines/*.txt"), _lines, readers.old_text, doors.OLD_TEXTS
    ),
    "word": Kind(".docx", seeds.word_files, markup.mutated, readers.word, doors.WORD_FILES),
    "workbook": Kind(".xlsx", seeds.workbooks, markup.mutated, readers.sheet, doors.TABLES),
    "table": Kind(".csv", seeds.tables, _lines, readers.rows, doors.TABLES),
    "pdf": Kind(".pdf", seeds.pdf_files, pdfs.mutated, readers.pdf, doors.PDF_FILES),
}  # fmt: skip
