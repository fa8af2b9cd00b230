"""Archives from anywhere, opened once it is known that they may be."""

from __future__ import annotations

import io
import zipfile

from drafter.problems import InputProblem, Place, Problem
from drafter.zips import UNREADABLE

_MOST_PARTS = 2_000
_MOST_BYTES = 100_000_000
_LARGEST_PART = 50_000_000
_MOST_RATIO = 200
_SMALL = 10_000_000


def opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, once it is known that it may be unpacked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UNREADABLE as error:
        raise bad_word_file(name, "不是 Word 文件，或已损坏") from error
    _refuse_bombs(archive.infolist(), name)
    return archive


def _refuse_bombs(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Says no to a file that would fill the memory, before anything is inflated."""
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    largest = max((entry.file_size for entry in entries), default=0)
    swollen = total > _SMALL and total / packed > _MOST_RATIO
    if len(entries) > _MOST_PARTS or total > _MOST_BYTES or largest > _LARGEST_PART or swollen:
        raise bad_word_file(
            name, "解开后大得不正常，为安全起见不读", "确认来源；是自己的文件就在 Word 里另存一份"
        )


def bad_word_file(
    name: str, message: str, hint: str = "用 Word 或 WPS 打开，另存为 .docx 再试"
) -> InputProblem:
    """What to raise for a file that cannot be read."""
    return InputProblem(Problem("bad-word-file", message, Place(name), hint=hint))
