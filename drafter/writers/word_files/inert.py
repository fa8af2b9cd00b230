"""The markup of a Word part without what acts by itself: what fetches, runs, asks another program, or is none of ours.

Elements are judged as parsed, by what they are (ECMA-376 parts 1 and 4), never by how they are spelt. What a reader sees
stays: the result of a field, the preview of an object, the words of a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from typing import Any

from drafter.wordml import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"

_ACTIVE = {
    f"{W}altChunk": "外来的内容块", f"{W}subDoc": "子文档", f"{W}control": "控件", f"{W}attachedTemplate": "附着的模板",
    f"{W}mailMerge": "邮件合并", f"{W}saveThroughXslt": "保存时的转换", f"{W}attachedSchema": "附着的架构", f"{W}frameset": "框架",
    f"{W}movie": "影片", f"{W}entryMacro": "宏", f"{W}exitMacro": "宏", f"{W}dataBinding": "", f"{W}updateFields": "",
    f"{W}docVars": "", f"{W}fldData": "", f"{W}scriptAnchor": "脚本", f"{_OFFICE}OLEObject": "嵌入的对象", f"{_VML}movie": "影片",
}  # fmt: skip
"""Elements that go, and what people call them; "" for what nobody misses."""

_ACTIVE_NAMES = {
    "webVideoPr": "网上的视频", "webExtension": "加载项", "macrosOnCommand": "宏", "macro": "宏", "fci": "宏", "audioFile": "声音",
    "videoFile": "视频", "wavAudioFile": "声音", "quickTimeFile": "视频", "hlinkMouseOver": "", "snd": "声音", "svgBlip": "",
    "dataModelExt": "",
}  # fmt: skip
"""The same, of the many dialects of drawings, by their local names."""

_PICTURED = (f"{W}drawing", f"{W}pict", f"{W}object")
_ADDRESSES = ("src", "href", f"{R}href", f"{_OFFICE}href", f"{_OFFICE}link")
"""Attributes of VML that name what is elsewhere."""

_FIELD, _FLAG = f"{W}fldChar", f"{W}fldCharType"
_CODES = (f"{W}instrText", f"{W}delInstrText")
_TEXTS = (f"{W}t", f"{W}delText", *_CODES)
_SAFE_FIELDS = frozenset(
    ["=", "ADVANCE", "AUTHOR", "BIDIOUTLINE", "COMPARE", "CREATEDATE", "DATE", "DOCPROPERTY", "EDITTIME", "EQ", "FILENAME", "FILESIZE", "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK", "INDEX", "KEYWORDS", "LASTSAVEDBY", "LISTNUM", "NOTEREF", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "SYMBOL", "TC", "TIME", "TITLE", "TOC", "USERNAME", "XE"]
)  # fmt: skip
"""Fields that only count, or say what stands in the file itself (17.16.5)."""

_NESTED = "\0"
_OPENS = re.compile(r"\s*(=|[A-Za-z]+(?=[\s\\\"*(]|$))")
_LINK = re.compile(r'\s*HYPERLINK(?:\s+\\[a-z](?:\s+"[^"\0]*")?)*\s*(?:"?(?:https?://|mailto:)[^"\0]*"?|$)(?:\s*\\[a-z](?:\s+"[^"\0]*")?)*\s*', re.IGNORECASE)  # fmt: skip

Tell = Callable[[str], None]
"""Hears what people call that which is dropped."""


def clean(root: Any, kept: Set[str], tell: Tell) -> None:
    """Takes out of a part, in place, whatever acts by itself; `kept` are the ids of its relationships that stay."""
    for element in list(root.iter()):
        name = _ACTIVE.get(element.tag, _ACTIVE_NAMES.get(_local(element)))
        if name is not None:
            tell(name)
            _remove(element)
        elif element.tag.startswith(_VML) or element.tag.startswith(_OFFICE):
            for address in _ADDRESSES:
                if address in element.attrib:
                    tell("图形里的外部地址")
                    del element.attrib[address]
    _drop_dangling(root, kept)
    _drop_simple_fields(root, tell)
    _drop_fields(root, tell)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _remove(element: Any) -> None:
    """Takes an element out; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _drop_dangling(root: Any, kept: Set[str]) -> None:
    """Takes out what a relationship was for that does not stay: a picture as a whole, a link but for its words."""
    for element in list(root.iter()):
        gone = [
            key for key, value in element.attrib.items() if key.startswith(R) and value and value not in kept
        ]
        if not gone:
            continue
        if element.tag == f"{W}hyperlink" or _local(element).startswith("hlink"):
            for key in gone:
                del element.attrib[key]
            continue
        if (
            f"{R}embed" in element.attrib and f"{R}embed" not in gone
        ):  # the picture is here, and where it came from is not
            for key in gone:
                del element.attrib[key]
            continue
        _remove(next(reversed(list(element.iterancestors(*_PICTURED))), element))


def _drop_simple_fields(root: Any, tell: Tell) -> None:
    for field in list(root.iter(f"{W}fldSimple")):
        code = field.get(f"{W}instr", "")
        if not _is_safe(code):
            tell(_called(code))
            for child in list(field):
                field.addprevious(child)
            _remove(field)


class _Field:
    """A field that is open: its code so far, and the elements that hold it and its marks."""

    def __init__(self) -> None:
        self.code = ""
        self.is_code = True
        self.marks: list[Any] = []
        self.inside: list[Any] = []


def _drop_fields(root: Any, tell: Tell) -> None:
    """Takes out the code and the marks of fields that may not stay, however their code is cut into runs; a field whose
    name another field would supply may not, nor one that has no end.
    """
    stack: list[_Field] = []
    for element in list(root.iter(_FIELD, *_TEXTS)):
        if element.tag == _FIELD:
            _follow(stack, element, tell)
            continue
        if element.tag in _CODES and not stack:
            _remove(element)
        for field in stack:
            if field.is_code:
                field.inside.append(element)
        if stack and stack[-1].is_code:
            stack[-1].code += element.text or ""
    for field in stack:
        _drop(field, tell)


def _follow(stack: list[_Field], mark: Any, tell: Tell) -> None:
    """Takes note of a field's begin, middle or end."""
    kind = mark.get(_FLAG, "")
    if kind == "begin":
        if stack and stack[-1].is_code:
            stack[-1].code += _NESTED
        for outer in stack:
            if outer.is_code:
                outer.inside.append(mark)
        stack.append(_Field())
        stack[-1].marks.append(mark)
    elif stack:
        stack[-1].marks.append(mark)
        stack[-1].is_code = False
        if kind != "separate":
            field = stack.pop()
            if not _is_safe(field.code):
                _drop(field, tell)
    else:
        _remove(mark)


def _drop(field: _Field, tell: Tell) -> None:
    tell(_called(field.code))
    for element in (*field.marks, *field.inside):
        _remove(element)


def _is_safe(code: str) -> bool:
    """Whether a field of this code only counts, or says what stands in the file itself."""
    found = _OPENS.match(code)
    if found is None or found[1].upper() not in _SAFE_FIELDS:
        return False
    return found[1].upper() != "HYPERLINK" or _LINK.fullmatch(code) is not None


def _called(code: str) -> str:
    """What people call a field of this code."""
    found = re.match(r"\s*(\w+)", code.replace(_NESTED, ""))
    return f"域 {found[1].upper()[:20]}" if found else "域"
