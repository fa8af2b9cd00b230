"""All documents of a batch in one file: a Word file to print, or a zip to send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.problems import InputProblem, Place, Problem, UsageProblem
from drafter.records import Record
from drafter.storage import files
from drafter.writers import joined
from drafter.writers.docx import package

MOST = 60_000
"""Files that a zip holds; its directory counts to 65,535."""

_LARGEST = 2 << 30
"""Bytes of a zip, of which every program reads so many."""


class Wanted(Record):
    """Where all documents are to lie in one file too; "" where they are not."""

    merged: str = ""
    zipped: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """Those that are asked for."""
        return tuple(path for path in (self.merged, self.zipped) if path)


def refuse_unfit(wanted: Wanted, forms: Sequence[str], count: int) -> None:
    """Says no, before anything is made, to what cannot come of it.

    Raises:
        UsageProblem: a name is of another kind of file, no Word files are made, or there are too many.

    """
    if wanted.merged and not wanted.merged.lower().endswith(".docx"):
        raise _usage(f"--merge {wanted.merged[:40]} 不是 .docx", "合成的是一个 Word 文件，写成 .docx")
    if wanted.merged and "docx" not in forms:
        raise _usage("--merge 合的是 Word 文件，这一批没有出 Word", "--to 里加上 docx")
    if wanted.zipped and not wanted.zipped.lower().endswith(".zip"):
        raise _usage(f"--zip {wanted.zipped[:40]} 不是 .zip", "写成 .zip")
    if wanted.zipped and count * len(forms) >= MOST:
        raise _usage(f"--zip 装不下这么多文件（最多 {MOST} 个）", "把表分成几份，或不用 --zip")


def merge(base: Path, documents: Sequence[tuple[int, str]], path: str) -> bytes:
    """The Word files of these rows, in this order, as one.

    Raises:
        InputProblem: one is gone, or looks otherwise than the first.

    """

    def read() -> Iterator[bytes]:
        for _, one in documents:
            yield files.read_bytes(base / one, one)

    try:
        return joined.join(read(), Path(path).stem)
    except joined.UnlikeError as error:
        row = documents[error.index][0]
        message = (
            f"第 {row} 行的版式、图片或页眉页脚和第 {documents[0][0]} 行的不一样，合不成一份，没有写 {path}"
        )
        hint = "各份照样出了；要合成一份，各行用同一个模板、同样的图片，或改用 --zip"
        raise InputProblem(Problem("not-merged", message, Place(path), hint=hint)) from error


def pack(base: Path, paths: Sequence[str], path: str) -> bytes:
    """The files as one zip, by their names alone.

    Raises:
        InputProblem: one is gone, or they are too large together.

    """
    members: list[package.Member] = []
    size = 0
    for one in paths:
        members.append(package.member(Path(one).name, files.read_bytes(base / one, one)))
        size += len(members[-1].deflated)
        if size > _LARGEST:
            hint = "各份照样出了；把表分成几份再装"
            raise InputProblem(Problem("too-large", f"装在一起太大了，没有写 {path}", Place(path), hint=hint))
    return package.pack(members)


def _usage(message: str, hint: str) -> UsageProblem:
    return UsageProblem(Problem("unknown-format", message, hint=hint))
