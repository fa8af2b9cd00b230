"""LibreOffice, where it is found: Word files into PDF, old formats into Word files.

Every run has a profile of its own, which keeps it apart from an open LibreOffice and lets nothing
in a file run or reach the network.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from drafter.fencing import programs
from drafter.fencing.programs import NotRunError
from drafter.office import hanging
from drafter.problems import InputProblem, MissingProgram, OutputProblem, Problem
from drafter.storage import files, temporary

TIMEOUT = 120
"""Seconds that one conversion may take."""

_EACH = 5
"""Seconds more for each file of a run that converts several."""

_BY_HAND = "用 Word、WPS 打开 .docx 另存为 PDF"
_WITH_BOOKMARKS = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
_WORD = "docx:MS Word 2007 XML"
_LISTED = 2
_USUAL = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


_SIGNS = "一二三四五六七八九十百千万亿天地人和国家"
"""What a specimen says: a character that every Chinese font has, another for each."""

_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""No macros; and pictures linked from the web, which LibreOffice would fetch, are sent to a proxy
that is not there (port 9 discards)."""


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
        except (PDFNoOutlines, RecursionError):  # pdfminer looks a thousand destinations up, each in the next
            return []
    pages = [getattr(dest[0], "objid", None) for level, dest in outlines if level <= _LISTED]
    return [numbers[page] for page in pages] if set(pages) <= set(numbers) else []


def printed_with(wanted: Sequence[str]) -> dict[str, str]:
    """Each of these fonts with the PostScript name of the one that a PDF has in its place; none where LibreOffice or
    pdfplumber is missing, or fails.
    """
    try:
        import pdfplumber
    except ImportError:
        return {}
    program, signs = find(), _SIGNS[: len(wanted)]
    try:
        data = (
            _converted(program, [_specimen(wanted)], ".fodt", "pdf", ".pdf", TIMEOUT)[0] if program else None
        )
    except NotRunError:
        return {}
    if data is None:
        return {}
    with pdfplumber.open(io.BytesIO(data)) as made:
        found = {char["text"]: str(char["fontname"]) for page in made.pages for char in page.chars}
    return {
        name: found[sign].rpartition("+")[2]
        for name, sign in zip(wanted, signs, strict=False)
        if sign in found
    }


def _specimen(wanted: Sequence[str]) -> bytes:
    """A file that says a character of its own in each font."""
    from html import escape  # brings all entities of the web, which no draft needs

    styles = "".join(
        f'<style:style style:name="P{n}" style:family="paragraph"><style:text-properties fo:language="zh" fo:country="CN" '
        f'style:language-asian="zh" style:country-asian="CN" style:font-family-asian="{escape(name)}"/></style:style>'
        for n, name in enumerate(wanted)
    )
    said = "".join(
        f'<text:p text:style-name="P{n}">{sign}</text:p>' for n, sign in enumerate(_SIGNS[: len(wanted)])
    )
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{whole}:1.0"'
        for short, whole in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    whole = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{names} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{said}</office:text></office:body></office:document>"
    )
    return whole.encode("utf-8")


def pdf(docx: bytes, options: str = "pdf") -> bytes:
    """The Word file as PDF, with all its stops.

    Raises:
        MissingProgram: LibreOffice is not found.
        OutputProblem: it ran and made no PDF, or took too long.

    """
    program, other = found_for_pdf(), _BY_HAND
    try:
        (made,) = _converted(program, [hanging.parted(docx)], ".docx", options, ".pdf", TIMEOUT)
    except NotRunError as error:
        raise OutputProblem(_failed("no-pdf", f"LibreOffice 转换 PDF 失败：{error}", other)) from error
    if made is None:
        raise OutputProblem(_failed("no-pdf", "LibreOffice 转换 PDF 失败：没有生成 PDF", other))
    return made


def pdfs(files_: Sequence[bytes]) -> list[bytes | None]:
    """Word files as PDF, made in one run, which for many takes a tenth of the time; None for each that did not become
    one, which may be tried alone.

    Raises:
        MissingProgram: LibreOffice is not found.

    """
    program = found_for_pdf()
    wanted = [hanging.parted(docx) for docx in files_]
    try:
        return _converted(program, wanted, ".docx", "pdf", ".pdf", TIMEOUT + _EACH * len(wanted))
    except NotRunError:
        return [None] * len(wanted)


def found_for_pdf() -> str:
    """The program's path, before anybody waits for a PDF.

    Raises:
        MissingProgram: LibreOffice is not found.

    """
    return _found("生成 PDF", _BY_HAND)


def word(data: bytes, suffix: str, called: str = "") -> bytes:
    """A file of another format, which its suffix names (.doc, .rtf, .odt, .html), as a Word file; `called` is what
    people call that format, where the suffix does not say it.

    Raises:
        MissingProgram: LibreOffice is not found.
        InputProblem: LibreOffice cannot read it, or took too long.

    """
    other = "用 Word 或 WPS 打开，去掉密码，另存为 .docx 再试"
    program = _found(f"读 {called or suffix} 格式的文件", other)
    try:
        (made,) = _converted(program, [data], suffix, _WORD, ".docx", TIMEOUT)
    except NotRunError as error:
        raise InputProblem(_failed("bad-word-file", f"LibreOffice 读不了这个文件：{error}", other)) from error
    if made is None:
        raise InputProblem(Problem("bad-word-file", "文件加了密码，或已损坏", hint=other))
    return made


def _found(purpose: str, other: str) -> str:
    """The program's path; says what it is needed for where there is none."""
    program = find()
    if not program:
        hint = f"请信息科安装 LibreOffice，或用 DRAFTER_SOFFICE 指明它的位置；也可以{other}"
        raise MissingProgram(
            Problem("no-libreoffice", f"{purpose}要用 LibreOffice，这台电脑上没有找到", hint=hint)
        )
    return program


def _converted(
    program: str, whole: Sequence[bytes], suffix: str, options: str, wanted: str, seconds: float
) -> list[bytes | None]:
    """What LibreOffice made of each file in one run; None where it made nothing."""
    with temporary.folder() as folder:
        sources = [folder / f"file{number}{suffix}" for number in range(len(whole))]
        for source, data in zip(sources, whole, strict=True):
            source.write_bytes(data)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
        made = folder / "made"
        command = [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--convert-to", options, "--outdir", str(made), *map(str, sources),
        ]  # fmt: skip
        programs.run(command, seconds, folder)
        results = [(made / source.name).with_suffix(wanted) for source in sources]
        return [files.read_bytes(one, one.name) if one.is_file() else None for one in results]


def _registry() -> str:
    """The settings of a new profile."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _failed(code: str, message: str, other: str) -> Problem:
    return Problem(code, message, hint=f"关掉正在运行的 LibreOffice 再试；或{other}")
