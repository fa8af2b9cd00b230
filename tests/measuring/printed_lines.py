"""Documents as LibreOffice prints them: how many pages, and which words stand in one line."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass

from drafter.model.document import Contents, Document, Paragraph, Role, Text, headings
from drafter.office import libreoffice
from drafter.writers.docx.properties import Properties
from tests.builders import session
from tests.conftest import required

PATIENCE = 900
_LATIN = "".join(map(chr, range(0x21, 0x7F))) + "·×°±éāàìēě–—―‘’“”…‰′″ⅠⅡ→≥∶√"
_FOOT = re.compile(r"—\d+—|第\d+页共\d+页")
_MARGIN = 70  # points; left of it stand notes and the numbers of lines
_SAID = re.compile(r"[^\w]+|_")


@dataclass
class Printed:
    """One document as it was printed: its lines page by page, and the words of the whole."""

    pages: list[list[str]]

    def __post_init__(self):
        rows = [words(row) for page in self.pages for row in page if not _FOOT.fullmatch(row)]
        self._words = "".join(rows)
        self._row_of = [number for number, row in enumerate(rows) for _ in row]
        self._read = 0

    def lines_of(self, text: str) -> int:
        """In how many lines the words of a paragraph stand that follows those asked for before; 0 where they
        do not stand together.
        """
        said = words(text)
        at = self._words.find(said, self._read)
        if at < 0:
            return 0
        self._read = at + len(said)
        return len(set(self._row_of[at : self._read]))


def words(text: str) -> str:
    """What of a text is sure to be printed: LibreOffice 7.4 drops some marks that hang."""
    return _SAID.sub("", text)


def print_all(
    documents: dict[str, tuple[Document, str]], folder
) -> tuple[dict[str, Printed], dict[str, float]]:
    """Each document, in its style, as printed, in one run; and the widths of the characters that stand in for
    words and figures in the fonts of this machine, in em.
    """
    import pdfplumber

    program = libreoffice.find()
    required("LibreOffice", program)
    probe = Document((Paragraph(Role.BODY, (Text("a" + "a".join(_LATIN)),)),))
    names = {name: f"{number}" for number, name in enumerate(documents)}
    for name, (document, style) in {**documents, "probe": (probe, "gbt9704")}.items():
        listed = [1] * len(headings(document)) if _has_contents(document) else []
        data = session().stylesheets.writer(style).write(document, Properties(), listed)
        (folder / f"{names.get(name, name)}.docx").write_bytes(data)
    subprocess.run(
        [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--convert-to", "pdf", "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx"))),
        ],
        capture_output=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    with pdfplumber.open(folder / "probe.pdf") as pdf:
        latin = {c["text"]: c["adv"] / c["size"] for page in pdf.pages for c in page.chars}
    printed = {}
    for name, number in names.items():
        with pdfplumber.open(folder / f"{number}.pdf") as pdf:
            pages = []
            for page in pdf.pages:
                pages.append(_rows(page.chars))
                page.close()  # forgets its characters
            printed[name] = Printed(pages)
    return printed, latin


def _has_contents(document: Document) -> bool:
    return any(isinstance(block, Contents) for block in document.blocks)


def _rows(chars) -> list[str]:
    """The lines of a page, from above to below: characters on one baseline."""
    rows: dict[float, list] = {}
    for char in chars:
        if char["text"].strip() and char["x0"] > _MARGIN:
            rows.setdefault(round(char["matrix"][5], 1), []).append(char)
    return [
        "".join(c["text"] for c in sorted(rows[y], key=lambda c: c["x0"])) for y in sorted(rows, reverse=True)
    ]
