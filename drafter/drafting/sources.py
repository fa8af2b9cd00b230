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
    suffix = Path(name).suffix.lower()
    if suffix not in KINDS or (desk.base / name).is_dir():
        raise _of_no_kind(desk, name)
    data = files.read_bytes(desk.base / name, name)
    kind = KINDS[suffix]
    match file_kinds.told(data, kind in ("text", "markdown")) or kind:
        case "pdf":
            from drafter.readers import pdf_text

            return pdf_text.read(data, name)
        case "word":
            return word_text.read(word_package.read(_as_word(data, name), name), revisions)
        case _:
            text = _decoded(data, name, encoding) if encoding else files.decode(data, name).text
            return (
                lines.of_document(markdown.read(text, name)[0]) if kind == "markdown" else lines.of_text(text)
            )


def _as_word(data: bytes, name: str) -> bytes:
    """The file as a Word file, whatever a word processor's format it is in."""
    older = file_kinds.older_format(data, name)
    if older == ".html":
        # Without a charset, or with a wrong one, LibreOffice would misread it.
        data = files.decode(data, name).text.encode("ascii", "xmlcharrefreplace")
    return libreoffice.word(data, older) if older else data


def _of_no_kind(desk: Desk, name: str) -> InputProblem:
    """Why a path cannot be imported at all."""
    if (desk.base / name).is_dir():
        hint = f"把里面的文件一起写上，例如 {name.rstrip('/')}/*.docx"
        return InputProblem(Problem("is-folder", f"{name} 是文件夹", Place(name), hint=hint))
    hint = "可以用：" + "、".join(KINDS) + "；别的格式先用 Word 或 WPS 另存为 .docx"
    message = f"还不能导入 {Path(name).suffix or name} 这种文件"
    return InputProblem(Problem("unknown-kind", message, Place(name), hint=hint))


def _decoded(data: bytes, name: str, encoding: str) -> str:
    """The text in an encoding that a person named."""
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        hint = "可以用 utf-8、gb18030、utf-16、big5；不写 --encoding 时自动识别"
        raise InputProblem(
            Problem("bad-encoding", f"按 {encoding} 读不了这个文件", Place(name), hint=hint)
        ) from error
