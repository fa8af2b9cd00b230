"""The text of a file's bytes, in whichever encoding an office writes them, and back."""

from __future__ import annotations

import codecs
import contextlib

from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.records import Record

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WITH_BOM = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_NO_TEXT = (b"PK\3\4", b"\xd0\xcf\x11\xe0", b"%PDF")
"""What the files begin with that are taken for texts most often: Word files, old ones, PDF."""

_NAMES = {"gb18030": "GBK（GB18030）", "big5": "Big5（繁体）"}
_COMMONEST = frozenset("的一是不了在人有我他大中，。、：")


class FileText(Record):
    """A file's text, and what had to be assumed to read it."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, name: str) -> FileText:
    """The text of these bytes: UTF-8, UTF-16 with its mark, or GB18030 or Big5 (said as a warning).

    Raises:
        InputProblem: they are no text.

    """
    for bom, marked in _BOMS:
        if data.startswith(bom):
            try:
                return FileText(data.decode(marked).removeprefix("\ufeff"))
            except UnicodeDecodeError as error:
                raise _not_text(name) from error
    if b"\0" in data or data.startswith(_NO_TEXT):
        raise _not_text(name)
    encoding = _encoding(data)
    if not encoding:
        return _decode_cut(data, name)
    warnings = (_guessed(encoding, name),) if encoding != "utf-8" else ()
    return FileText(data.decode(encoding), warnings)


def _decode_cut(data: bytes, name: str) -> FileText:
    """The text of bytes that end within a character, without that one."""
    encoding = next((one for one in ("utf-8", "gb18030") if _is_cut(data, one)), "")
    if not encoding:
        raise _not_text(name)
    hint = "重新拷贝或下载一次；断掉的那个字没有读"
    cut_off = Problem("cut-text", "文件断在半个字上，可能不完整", Place(name), Severity.WARNING, hint)
    return FileText(data.decode(encoding, "ignore"), (cut_off,))


def _encoding(data: bytes) -> str:
    """The encoding in which bytes without a mark are text, "" where in none.

    Most of Big5 is GB18030 too, of rare characters: what has the commonest ones of Chinese only when
    it is read as Big5 is Big5.
    """
    texts = {}
    for encoding in ("utf-8", *_NAMES):
        with contextlib.suppress(UnicodeDecodeError):
            texts[encoding] = data.decode(encoding)
            if encoding == "utf-8":
                break
    if "big5" in texts and not _COMMONEST & set(texts.get("gb18030", "")) and _COMMONEST & set(texts["big5"]):
        return "big5"
    return next((encoding for encoding in texts if encoding != "big5"), "")


def _is_cut(data: bytes, encoding: str) -> bool:
    """Whether bytes are text in this encoding but for a last character that is not whole."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return bool(_COMMONEST & set(decoder.decode(data)) and decoder.getstate()[0])
    except UnicodeDecodeError:
        return False


def encode_like(data: bytes, text: str) -> bytes:
    """The text in the encoding, and with the mark, that these bytes of the same file have."""
    for bom in _WITH_BOM:
        if data.startswith(bom):
            return bom + text.encode(_WITH_BOM[bom])
    try:
        return text.encode(_encoding(data) or "utf-8")
    except UnicodeEncodeError:  # a simplified character in a file in Big5
        return text.encode("utf-8")


def _guessed(encoding: str, name: str) -> Problem:
    return Problem(
        "not-utf8",
        f"文件不是 UTF-8 编码，已按 {_NAMES[encoding]} 读取",
        Place(name),
        Severity.WARNING,
        "在记事本里“另存为”，编码选 UTF-8",
    )


def _not_text(name: str) -> InputProblem:
    hint = "大纲是 .yaml 文本；如果本来是 Word 文件，把后缀改回 .docx 或 .doc，先用 drafter import 变成大纲"
    return InputProblem(Problem("not-text", f"{name} 不是文本文件", Place(name), hint=hint))
