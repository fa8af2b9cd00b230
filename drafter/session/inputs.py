"""The kinds of files that drafter reads: one table, of which every verb takes its part."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drafter.model.source import Source
from drafter.problems import InputProblem, Place, Problem
from drafter.records import Record

WORD_FILE = ".docx"
LETTERHEADS = (WORD_FILE, ".dotx")
WITH_LOOKS = (WORD_FILE, ".dotx", ".doc", ".wps")
"""Files of which the look can be taken."""


class Input(Record):
    """One kind of file: its suffix, the reader that takes it, and what can be done with it.

    `drafted`: built into a document; `imported`: read back into an outline; `checked`: proofread;
    `mended`: what is found can be written back into the file. Of a table none holds: its rows make a batch.
    `lines` gives what a file says where that depends on nothing that a person may ask for; `old_files` does
    for the others.
    """

    suffix: str
    reader: str
    drafted: bool = False
    imported: bool = False
    checked: bool = False
    mended: bool = False
    lines: Callable[[bytes, str], Source] | None = None


def _old(suffix: str) -> Input:
    """A word processor's format that is read and never written back; what such a file is in truth, its first
    bytes say.
    """
    return Input(suffix, "word", drafted=True, imported=True, checked=True)


def _pdf_lines(data: bytes, name: str) -> Source:
    from drafter.readers import pdf_text  # an extra, which other files do without

    return pdf_text.read(data, name)


INPUTS = (
    Input(".yaml", "yaml", drafted=True, checked=True, mended=True),
    Input(".yml", "yaml", drafted=True, checked=True, mended=True),
    Input(WORD_FILE, "word", drafted=True, imported=True, checked=True, mended=True),
    _old(".docm"),
    _old(".dotx"),
    _old(".doc"),
    _old(".wps"),
    _old(".rtf"),
    _old(".odt"),
    _old(".html"),
    _old(".htm"),
    Input(".txt", "text", drafted=True, imported=True, checked=True, mended=True),
    Input(".md", "markdown", drafted=True, imported=True, checked=True, mended=True),
    Input(".markdown", "markdown", drafted=True, imported=True, checked=True, mended=True),
    Input(".pdf", "pdf", imported=True, checked=True, lines=_pdf_lines),
    Input(".csv", "csv"),
    Input(".xlsx", "sheet"),
    Input(".xls", "sheet"),
    Input(".et", "sheet"),
)
_BY_SUFFIX = {one.suffix: one for one in INPUTS}

OUTLINES = tuple(one.suffix for one in INPUTS if one.reader == "yaml")
IMPORTED = tuple(one.suffix for one in INPUTS if one.imported)
SHEETS = tuple(one.suffix for one in INPUTS if one.reader in ("csv", "sheet"))
CHECKED = tuple(one.suffix for one in INPUTS if one.checked)


def input_of(name: str) -> Input | None:
    """The kind of a file by its suffix; None where drafter reads no such file."""
    return _BY_SUFFIX.get(Path(name).suffix.lower())


def by_reader(reader: str) -> Input:
    """The usual kind of file for a reader."""
    return next(one for one in INPUTS if one.reader == reader)


def is_read_only(name: str) -> bool:
    """Whether a file of this name can be checked and not be changed."""
    found = input_of(name)
    return found is not None and found.checked and not found.mended


def is_outline(name: str) -> bool:
    """Whether a file of this name is an outline in YAML."""
    return name.lower().endswith(OUTLINES)


_RECOGNISED = "里面的字读不出来：先用 WPS 或扫描软件识别成文字，另存为 .docx 或 .txt 再来"
_OTHERS = (
    ((".rar", ".zip", ".7z", ".tar", ".gz", ".tgz"), "压缩包", "先解压，再把里面的文件写上"),
    (
        (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp"), "图片", _RECOGNISED,
    ),
    ((".ppt", ".pptx", ".dps"), "幻灯片", "把里面的文字贴到 Word 里，存成 .docx 再来"),
    ((".ofd",), "版式文件（OFD）", "用 WPS 或 OFD 阅读器打开，另存为 .docx 或带文字的 .pdf 再来"),
)  # fmt: skip
"""Kinds of files that people hold in hand and drafter does not read: what they are, and what to do."""


def refused(name: str, message: str, hint: str) -> InputProblem:
    """What to raise for a file of a kind that a door does not take; of one that nobody takes, with what it is."""
    suffix = Path(name).suffix.lower()
    found = next(((what, way) for suffixes, what, way in _OTHERS if suffix in suffixes), None)
    if found is not None:
        message, hint = f"{name} 是{found[0]}", found[1]
    return InputProblem(Problem("unknown-kind", message, Place(name), hint=hint))


def drafted(name: str) -> Input:
    """The kind of a file that is to be built.

    Raises:
        InputProblem: it is neither an outline nor a draft.

    """
    found = input_of(name)
    if found is not None and found.drafted:
        return found
    hint = "大纲用 .yaml，或 Word 里打的提纲 .docx、.txt；草稿用 .md"
    if found is not None and found.reader == "pdf":
        hint = "用 Word 或 WPS 打开，另存为 .docx 再来"
    raise refused(name, f"不认识 {name} 这种文件", hint)


def checked(name: str) -> Input:
    """The kind of a file that is to be proofread.

    Raises:
        InputProblem: it is none that can be checked.

    """
    found = input_of(name)
    if found is not None and found.checked:
        return found
    hint = "可以查：" + "、".join(CHECKED)
    raise refused(name, f"还不能查 {Path(name).suffix or name} 这种文件", hint)
