"""Old files of every kind as the lines that they say."""

from __future__ import annotations

from pathlib import Path

from drafter.drafting.desk import Desk
from drafter.model.source import WORD_PROCESSED, Source
from drafter.office import libreoffice
from drafter.problems import InputProblem, Place, Problem
from drafter.readers import file_kinds, lines, markdown, word_package, word_text
from drafter.storage import files

KINDS = {
    **dict.fromkeys(WORD_PROCESSED, "word"),
    ".txt": "text",
    ".md": "markdown",
    ".pdf": "pdf",
}
"""What can be imported, by suffix."""


def source_of(desk: Desk, name: str, revisions: str = word_text.ACCEPTED, encoding: str = "") -> Source:
    """The lines of a file; a text is read in this encoding, or in the one that it shows.

    Raises:
        InputProblem: it cannot be read, or is of no kind that can be imported.
        MissingProgram: it needs LibreOffice, which is not found.

    """
    kind = KINDS.get(Path(name).suffix.lower())
    if kind == "word":
        data = files.read_bytes(desk.base / name, name)
        older = file_kinds.older_format(data, name)
        if older == ".html":
            # Without a charset, or with a wrong one, LibreOffice would misread it.
            data = files.decode(data, name).text.encode("ascii", "xmlcharrefreplace")
        if older:
            data = libreoffice.word(data, older)
        return word_text.read(word_package.read(data, name), revisions)
    if kind == "pdf":
        from drafter.readers import pdf_text

        return pdf_text.read(files.read_bytes(desk.base / name, name), name)
    if kind is None:
        hint = "可以用：" + "、".join(KINDS) + "；别的格式先用 Word 或 WPS 另存为 .docx"
        raise InputProblem(
            Problem(
                "unknown-kind", f"还不能导入 {Path(name).suffix or name} 这种文件", Place(name), hint=hint
            )
        )
    text = _decoded(desk, name, encoding) if encoding else files.read_text(desk.base / name, name).text
    if kind == "text":
        return lines.of_text(text)
    return lines.of_document(markdown.read(text, name)[0])


def _decoded(desk: Desk, name: str, encoding: str) -> str:
    """The text of a file in an encoding that a person named."""
    try:
        return files.read_bytes(desk.base / name, name).decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        hint = "可以用 utf-8、gb18030、utf-16、big5；不写 --encoding 时自动识别"
        raise InputProblem(
            Problem("bad-encoding", f"按 {encoding} 读不了这个文件", Place(name), hint=hint)
        ) from error
