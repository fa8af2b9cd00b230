"""Automatic numbers are those that LibreOffice prints of the same file."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest

from drafter.office import libreoffice
from drafter.readers.word import package, text
from tests.readers.word.test_numbers import AGAIN, item, level, numbering

FOLDER = os.environ.get("DRAFTER_SAMPLES", "")
OTHERWISE = ("04-noilvl",)
"""Cases that say that another number is the right one than the one LibreOffice prints."""

FORMS = (
    "decimal", "decimalZero", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "chineseCounting",
    "chineseCountingThousand", "ideographTraditional", "ideographZodiac", "japaneseCounting",
)  # fmt: skip


def made(items, numbers):
    """A Word file with these numbered paragraphs."""
    bare = io.BytesIO()
    docx.Document().save(bare)
    out = io.BytesIO()
    body = f"<w:body>{''.join(items)}<w:sectPr/></w:body>"
    with zipfile.ZipFile(bare) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                head, _, _ = data.decode().partition("<w:body>")
                data = f"{head}{body}</w:document>".encode()
            elif name == "word/numbering.xml":
                data = numbers.encode()
            new.writestr(name, data)
    return out.getvalue()


def printed(data):
    """What LibreOffice prints of a Word file, without white space."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(libreoffice.pdf(data))) as pdf:
        return "".join("".join(page.extract_text() or "" for page in pdf.pages).split())


def read(data):
    """The paragraphs as import has them, without white space."""
    lines = text.read(package.read(data, "稿.docx")).lines
    return ["".join(line.text.split()) for line in lines]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_number_is_libreoffices(soffice, form):
    """Two levels, and a list begun anew at five."""
    levels = level(0, "%1、", form) + level(1, "（%2）", form)
    items = [
        item(text="抓早"),
        item(depth=1, text="早动手"),
        item(depth=1, text="早排查"),
        item(text="抓小"),
        item(2, text="抓实"),
    ]
    data = made(items, numbering(levels, AGAIN.format(5)))

    assert "".join(read(data)) == printed(data)


def numbered_cases():
    """The shared cases with automatic numbers, but those that say otherwise."""
    found = sorted((Path(FOLDER).parent / "cases/public").glob("*.docx")) if FOLDER else []
    for path in found:
        with zipfile.ZipFile(path) as file:
            if path.stem not in OTHERWISE and "word/numbering.xml" in file.namelist():
                yield path


@pytest.mark.parametrize("path", list(numbered_cases()), ids=lambda path: path.stem)
def test_a_case_has_libreoffices_numbers(soffice, path):
    """Each paragraph with its number stands in what is printed."""
    data = path.read_bytes()
    page = printed(data)

    assert [line for line in read(data) if line[:20] not in page] == []
