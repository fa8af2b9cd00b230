"""LibreOffice, where it is found: Word files into PDF, in a profile of its own."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from drafter.problems import MissingProgram, OutputProblem, Problem

TIMEOUT = 120
"""Seconds that one conversion may take."""

_WITH_BOOKMARKS = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
_LISTED = 2
_USUAL = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def find() -> str:
    """The program's path, "" where there is none. `DRAFTER_SOFFICE` goes first."""
    named = os.environ.get("DRAFTER_SOFFICE")
    if named is not None:
        return shutil.which(named) or ""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in _USUAL if Path(path).is_file()), "")


def heading_pages(docx: bytes) -> list[int]:
    """The page of each heading of levels 1 and 2 in the order of the file; none where
    LibreOffice or pdfplumber is missing, or fails.
    """
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFNoOutlines
    except ImportError:
        return []
    if not find():
        return []
    try:
        data = pdf(docx, _WITH_BOOKMARKS)
    except OutputProblem:
        return []
    with pdfplumber.open(io.BytesIO(data)) as made:
        numbers = {page.page_obj.pageid: page.page_number for page in made.pages}
        try:
            outlines = [(level, dest) for level, _, dest, *_ in made.doc.get_outlines() if dest]
        except PDFNoOutlines:
            return []
    pages = [getattr(dest[0], "objid", None) for level, dest in outlines if level <= _LISTED]
    return [numbers[page] for page in pages] if set(pages) <= set(numbers) else []


def pdf(docx: bytes, options: str = "pdf") -> bytes:
    """The Word file as PDF.

    Raises:
        MissingProgram: LibreOffice is not found.
        OutputProblem: it ran and made no PDF, or took too long.

    """
    program = find()
    if not program:
        problem = Problem(
            "no-libreoffice",
            "生成 PDF 要用 LibreOffice，这台电脑上没有找到",
            hint="请信息科安装 LibreOffice，或用 DRAFTER_SOFFICE 指明它的位置；也可以用 Word、WPS 打开 .docx 另存为 PDF",
        )
        raise MissingProgram(problem)
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        source = Path(folder) / "draft.docx"
        source.write_bytes(docx)
        _run(program, folder, source, options)
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise OutputProblem(_failed("没有生成 PDF"))
        return made.read_bytes()


def _run(program: str, folder: str, source: Path, options: str) -> None:
    """Runs one conversion; a profile of its own keeps it apart from an open LibreOffice."""
    profile = (Path(folder) / "profile").as_uri()
    command = [
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore",
        "--convert-to", options, "--outdir", folder, str(source),
    ]  # fmt: skip
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        subprocess.run(
            command,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            stdin=subprocess.DEVNULL,
            creationflags=flags,
        )
    except subprocess.TimeoutExpired as error:
        raise OutputProblem(_failed(f"{TIMEOUT} 秒没有转完")) from error
    except OSError as error:
        raise OutputProblem(_failed(f"启动不了（{error.strerror}）")) from error


def _failed(how: str) -> Problem:
    hint = "关掉正在运行的 LibreOffice 再试；或用 Word、WPS 打开 .docx 另存为 PDF"
    return Problem("no-pdf", f"LibreOffice 转换 PDF 失败：{how}", hint=hint)
