"""Archives from anywhere, opened once it is known that they may be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from drafter import opc
from drafter.problems import InputProblem, Place, Problem
from drafter.zips import UNREADABLE

_MOST_PARTS = 2_000
_MOST_BYTES = 100_000_000
_LARGEST_PART = 50_000_000
_MOST_RATIO = 200
_SMALL = 10_000_000
"""Bytes from which on it counts how far a part swells; each by itself: what does not swell buys nothing for what does."""

_LISTED = b"PK\1\2"
"""What each line of an archive's list begins with (APPNOTE 4.3.12)."""

_WAY = "确认来源；是自己的文件就在 Word 里另存一份，图片多就压缩图片"


class Parts(Mapping[str, bytes]):
    """The parts of an archive by name, in its order, each inflated when it is first asked for.

    Raises:
        InputProblem: the part that is asked for is damaged.

    """

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self._entries = {entry.filename: entry for entry in archive.infolist() if not entry.is_dir()}
        self._known: dict[str, bytes] = {}

    def __getitem__(self, part: str) -> bytes:
        if part not in self._known:
            entry = self._entries[part]
            try:
                self._known[part] = self._archive.read(entry)
            except UNREADABLE as error:
                raise bad_word_file(self._name, f"不是 Word 文件，或已损坏（{part} 解不开）") from error
        return self._known[part]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, part: object) -> bool:
        return part in self._entries


def opened(data: bytes, name: str, kind: str = "Word") -> zipfile.ZipFile:
    """The archive, once it is known that it may be unpacked; one that is none is said to be no file of this kind.

    Raises:
        InputProblem: it is none, or damaged, or swells beyond all measure.

    """
    if data.count(_LISTED) > 2 * _MOST_PARTS:  # before it is listed: a line takes ten times its bytes
        raise _refused(name, f"里面的部件超过 {_MOST_PARTS} 个")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UNREADABLE as error:
        raise bad_word_file(name, f"不是 {kind} 文件，或已损坏") from error
    _refuse_bombs(archive.infolist(), name)
    return archive


def _refuse_bombs(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Says no to a file that would fill the memory, before anything is inflated."""
    if len(entries) > _MOST_PARTS:
        raise _refused(name, f"里面的部件超过 {_MOST_PARTS} 个")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise _refused(name, f"解开后超过 {_MOST_BYTES // 1_000_000} MB")
    seen: set[str] = set()
    for entry in entries:
        if entry.file_size > _LARGEST_PART:
            raise _refused(name, f"里面的一个部件解开后超过 {_LARGEST_PART // 1_000_000} MB")
        swells = entry.file_size / (entry.compress_size or 1)
        if entry.file_size > _SMALL and swells > _MOST_RATIO and not _is_picture(entry.filename):
            raise _refused(name, f"里面的一个部件解开后是原来的 {swells:.0f} 倍，超过 {_MOST_RATIO} 倍")
        same = opc.folded(entry.filename)
        if same in seen:
            raise bad_word_file(name, "文件已损坏：里面有两个同名的部件")
        seen.add(same)


def _is_picture(part: str) -> bool:
    """Whether a part is a picture, which nobody here inflates to read: a white one may swell a thousandfold."""
    return part.lower().endswith((".bmp", ".emf", ".wmf", ".tif", ".tiff"))


def _refused(name: str, message: str) -> InputProblem:
    return bad_word_file(name, f"{message}，大得不正常，为安全起见不读", _WAY)


def bad_word_file(
    name: str, message: str, hint: str = "用 Word 或 WPS 打开，另存为 .docx 再试"
) -> InputProblem:
    """What to raise for a file that cannot be read."""
    return InputProblem(Problem("bad-word-file", message, Place(name), hint=hint))
