"""Old files of every kind as the lines that they say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from drafter.model.source import Dropped, Source
from drafter.office import libreoffice
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.readers import lines
from drafter.readers.intake import file_kinds, limits
from drafter.readers.intake.archives import bad_word_file
from drafter.readers.markdown import document as markdown
from drafter.readers.old_word import document as old_word
from drafter.readers.old_word.compound import UnreadableError
from drafter.readers.word import package as word_package
from drafter.readers.word import pictures
from drafter.readers.word import text as word_text
from drafter.readers.word.document import ACCEPTED
from drafter.readers.word.package import Package
from drafter.readers.word.pictures import Shown
from drafter.session.inputs import IMPORTED, by_reader, input_of, is_outline, refused
from drafter.session.session import Session
from drafter.storage import encodings, files, paths


def source_of(session: Session, name: str, revisions: str = ACCEPTED, encoding: str = "") -> Source:
    """The lines of a file; a text is read in this encoding, or in the one that it shows.

    Raises:
        InputProblem: it cannot be read, or is of no kind that can be imported.
        MissingProgram: it needs LibreOffice, which is not found.

    """
    suffix = Path(name).suffix.lower()
    known = input_of(name)
    if known is None or not known.imported or paths.is_folder(session.base / name):
        raise _unknown_kind(session, name)
    data = files.read_bytes(session.base / name, name)
    kind = file_kinds.told(data, known.reader in ("text", "markdown")) or known.reader
    older = file_kinds.older_format(data, name) if kind == "word" else ""
    found = _read(data, name, kind, older, revisions, encoding)
    if len(found.lines) > limits.MOST_IMPORTED:
        raise limits.too_large(name, limits.over("内容", limits.MOST_IMPORTED, "段"))
    truly = file_kinds.misnamed(suffix, kind, older)
    if not truly:
        return found
    hint = "文字照读了；把后缀改对，别的程序才打得开"
    note = Problem("wrong-suffix", f"后缀是 {suffix}，内容却是：{truly}", Place(name), Severity.INFO, hint)
    return replace(found, problems=(note, *found.problems))


def pictures_of(session: Session, name: str) -> list[Shown]:
    """The pictures in the text of a Word file; none of any other.

    Raises:
        InputProblem: it cannot be read.

    """
    known = input_of(name)
    data = files.read_bytes(session.base / name, name)
    kind = file_kinds.told(data, known is not None and known.reader in ("text", "markdown"))
    if (kind or (known.reader if known else "")) != "word" or file_kinds.older_format(data, name):
        return []
    return pictures.found(word_package.read(data, name))


def _read(data: bytes, name: str, kind: str, older: str, revisions: str, encoding: str) -> Source:
    """The lines of a file of this kind; `older` is the format of a word processor's that is no .docx."""
    read_lines = by_reader(kind).lines
    if read_lines is not None:
        return read_lines(data, name)
    if kind == "word":
        return word_text.read(_package(data, name, older), revisions)
    read = _decoded(data, name, encoding) if encoding else _told_encoding(data, name)
    limits.check_text(read.text, name)
    if kind == "text":
        source = lines.split_text(read.text)
    else:
        document, told = markdown.read(read.text, name)
        source = replace(lines.split_document(document), problems=told)
    of_bytes = (one for one in read.problems if one.code != "not-utf8" or "Big5" in one.message)
    return replace(source, problems=(*of_bytes, *source.problems))


def _package(data: bytes, name: str, older: str) -> Package:
    """The file as the parts of a Word file, whatever a word processor's format it is in."""
    if older == ".doc":
        return _old_word(data, name)
    if older == ".wps" and not libreoffice.find():
        hint = "用 WPS Office 打开，另存为 .docx 再试"
        raise bad_word_file(name, "是早年的 WPS 自己的格式，里面没有 Word 的正文", hint)
    if older == ".html":
        # Without a charset, or with a wrong one, LibreOffice would misread it.
        data = encodings.decode(data, name).text.encode("ascii", "xmlcharrefreplace")
    return word_package.read(libreoffice.word(data, older) if older else data, name)


def _old_word(data: bytes, name: str) -> Package:
    """A Word 97–2003 file as the parts of one of today; what we cannot read, LibreOffice may."""
    try:
        return old_word.read(data, name)
    except UnreadableError as error:
        if error.foreign or libreoffice.find():
            return word_package.read(libreoffice.word(data, ".doc", "Word 95 或更早的"), name)
        raise bad_word_file(name, str(error)) from error


def no_text(name: str, dropped: Iterable[Dropped], severity: Severity = Severity.ERROR) -> Problem:
    """That a file says nothing, and why that may be: it holds pictures of a text."""
    if any(one.kind == "picture" for one in dropped):
        hint = "先用 WPS 或扫描软件识别成文字，另存为 .docx 再来"
        return Problem("no-text", "文件里只有图片，没有文字，多半是扫描件", Place(name), severity, hint)
    return Problem("no-text", "文件里没有文字", Place(name), severity, "打开看看是不是空的")


def _told_encoding(data: bytes, name: str) -> encodings.FileText:
    """The text in the encoding that it shows."""
    try:
        return encodings.decode(data, name)
    except InputProblem as error:
        hint = "是别的程序的文件，就在那个程序里另存为 .docx 或 .txt；是文本，用 --encoding 写明编码"
        raise InputProblem(*(replace(problem, hint=hint) for problem in error.problems)) from error


def _unknown_kind(session: Session, name: str) -> InputProblem:
    """Why a path cannot be imported at all."""
    if paths.is_folder(session.base / name):
        hint = f"把里面的文件一起写上，例如 {name.rstrip('/')}/*.docx"
        return InputProblem(Problem("is-folder", f"{name} 是文件夹", Place(name), hint=hint))
    if name == "-":
        hint = "写出文件名，例如 drafter import 旧稿.docx"
        return InputProblem(Problem("no-stream", "import 不读标准输入", Place(name), hint=hint))
    if not paths.exists(session.base / name):
        return InputProblem(
            Problem("missing-file", f"找不到文件 {name}", Place(name), hint="检查文件名和后缀")
        )
    hint = "可以用：" + "、".join(IMPORTED) + "；别的格式先用 Word 或 WPS 另存为 .docx"
    if is_outline(name):
        hint = "大纲不用导入，直接 drafter build；本来是 Word 文件的，把后缀改回 .docx 再来"
    return refused(name, f"还不能导入 {Path(name).suffix or name} 这种文件", hint)


def _decoded(data: bytes, name: str, encoding: str) -> encodings.FileText:
    """The text in an encoding that a person named."""
    try:
        return encodings.FileText(data.decode(encoding))
    except (LookupError, UnicodeDecodeError) as error:
        hint = "可以用 utf-8、gb18030、utf-16、big5；不写 --encoding 时自动识别"
        raise InputProblem(
            Problem("bad-encoding", f"按 {encoding} 读不了这个文件", Place(name), hint=hint)
        ) from error
