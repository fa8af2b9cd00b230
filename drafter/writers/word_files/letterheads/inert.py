"""The markup of a Word part without what acts by itself: what fetches, runs, asks another program, or is none of ours.

Elements are judged as parsed, by what they are (ECMA-376 parts 1 and 4), never by how they are spelt. What a reader sees
stays: the result of a field, the preview of an object, the words of a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any

from drafter.wordml import W
from drafter.writers.word_files.trees import local, remove

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HYPERLINK = "hyperlink"
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
    "dataModelExt": "", "schemaLibrary": "附着的架构", "smartTagType": "", "signatureline": "签名行", "dataBinding": "",
}  # fmt: skip
"""The same, of the many dialects of drawings, by their local names."""

_UNKNOWN = "读不懂的内容"
_PICTURED = (f"{W}drawing", f"{W}pict", f"{W}object")
_OF_LINKS = ("action", "invalidUrl")
"""What a link of a drawing says beside its relationship."""

_RELATION_OF_OLD = f"{_OFFICE}relid"
"""How VML names a relationship beside `r:id`."""

_ADDRESSES = ("src", "href", f"{R}href", f"{_OFFICE}href", f"{_OFFICE}link", f"{_OFFICE}althref")
"""Attributes of VML that name what is elsewhere."""

_FIELD, _FLAG, _CODE = f"{W}fldChar", f"{W}fldCharType", f"{W}instrText"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_IN_CODE = frozenset(
    W + name for name in ("p", "r", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")
)
"""What may stand about the code of a field that stays; what else does may be read as more of it, or as less."""

_LOOKS = (f"{W}rPr", f"{W}pPr")
_TWO_WAYS = (f"{_MC}AlternateContent", f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
"""What holds several readings of what is in it."""

_SAFE_FIELDS = frozenset(
    [
        "=", "ADVANCE", "AUTHOR", "BIDIOUTLINE", "COMPARE", "CREATEDATE", "DATE", "DOCPROPERTY", "EDITTIME", "EQ", "FILENAME", "FILESIZE",
        "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK", "INDEX", "KEYWORDS", "LASTSAVEDBY", "LISTNUM", "NOTEREF", "NUMCHARS",
        "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF",
        "SUBJECT", "SYMBOL", "TC", "TIME", "TITLE", "TOC", "USERNAME", "XE",
    ]
)  # fmt: skip
"""Fields that only count, or say what stands in the file itself (17.16.5)."""

_DEEPEST = 20
"""Fields that may stand inside one another."""

_NESTED = "\0"
"""Stands in a code for what is no plain code: another field, a text, a change."""

_OPENS = re.compile(r"\s*(=|[A-Za-z]+(?=[\s\\\"*(]|$))")
_LINK = re.compile(r'\s*HYPERLINK(?:\s+\\[a-z](?:\s+"[^"\0]*")?)*\s*(?:"?(?:https?://|mailto:)[^"\0]*"?|$)(?:\s*\\[a-z](?:\s+"[^"\0]*")?)*\s*', re.IGNORECASE)  # fmt: skip

Tell = Callable[[str], None]
"""Hears what people call that which is dropped."""


def clean(root: Any, kept: Mapping[str, str], tell: Tell) -> None:
    """Takes out of a part, in place, whatever acts by itself; `kept` are its relationships that stay, by their ids: the
    kind of each.
    """
    texts = _with_text(root)
    for element in list(root.iter()):
        name = _ACTIVE.get(element.tag, _ACTIVE_NAMES.get(local(element)))
        if name is not None:
            tell(name or (_UNKNOWN if element in texts else ""))
            remove(element)
        elif element.tag.startswith(_VML) or element.tag.startswith(_OFFICE):
            for address in _ADDRESSES:
                if address in element.attrib:
                    tell("图形里的外部地址")
                    del element.attrib[address]
    _drop_dangling(root, kept, texts)
    _drop_simple_fields(root, tell)
    _drop_fields(root, tell)


def _drop_dangling(root: Any, kept: Mapping[str, str], texts: Set[Any]) -> None:
    """Takes out what a relationship was for that does not stay: a picture as a whole, a link but for its words. What
    leads outside stays for links alone.
    """
    for element in list(root.iter()):
        if local(element).startswith("hlink"):
            for key in _OF_LINKS:
                element.attrib.pop(key, None)
        is_link = element.tag == f"{W}hyperlink" or local(element).startswith("hlink")
        gone = [
            key
            for key, value in element.attrib.items()
            if (key.startswith(R) or key == _RELATION_OF_OLD)
            and value
            and not _is_served(key, kept.get(value, ""), is_link)
        ]
        if not gone:
            continue
        is_embedded = f"{R}embed" in element.attrib and f"{R}embed" not in gone
        # The words are here, or the picture is, and where it came from is not.
        if is_link or is_embedded or element in texts:
            for key in gone:
                del element.attrib[key]
            continue
        remove(_useless(element, texts))
    for choice in list(root.iter(f"{_MC}Choice")):
        if not len(choice):  # what it showed is gone: the other way of writing it shows
            remove(choice)


def _useless(element: Any, texts: Set[Any]) -> Any:
    """What goes with an element whose relationship is gone: the extension of a drawing that it stands in; the picture
    as a whole, unless that holds text.
    """
    extension = next((one for one in element.iterancestors() if local(one) == "ext"), None)
    if extension is not None and local(extension.getparent()) == "extLst" and extension not in texts:
        return extension
    picture = next(reversed(list(element.iterancestors(*_PICTURED))), element)
    return element if picture in texts else picture


def _with_text(root: Any) -> set[Any]:
    """The elements that say something, in Word's words, in a shape's, in a formula's or in WordArt. Each is met once."""
    found: set[Any] = set()
    for one in root.iter():
        said = one.get("string", "") if local(one) == "textpath" else one.text if local(one) == "t" else ""
        while said and said.strip() and one is not None and one not in found:
            found.add(one)
            one = one.getparent()
    return found


def _is_served(attribute: str, kind: str, is_link: bool) -> bool:
    """Whether an attribute names a relationship that stays and is of use there."""
    return bool(kind) and attribute != f"{R}link" and (is_link or kind != _HYPERLINK)


def _drop_simple_fields(root: Any, tell: Tell) -> None:
    for field in list(root.iter(f"{W}fldSimple")):
        code = field.get(f"{W}instr", "")
        if not _is_safe(code):
            tell(_called(code))
            for child in list(field):
                field.addprevious(child)
            remove(field)


class _Field:
    """A field that is open: its code so far, its marks, and what stands in its code and in its result; fields within it
    stand there as wholes.
    """

    def __init__(self) -> None:
        self.code = ""
        self.is_code = True
        self.marks: list[Any] = []
        self.inside: list[Any] = []
        self.result: list[Any] = []

    def add(self, one: Any) -> None:
        """Takes note of an element, or of a field, that stands here."""
        (self.inside if self.is_code else self.result).append(one)

    def elements(self, whole: bool) -> Iterator[Any]:
        """The elements that make it a field; with `whole` those of its result too. What is handed out is gone, and
        asked for but once.
        """
        pending: list[tuple[Any, bool]] = [(self, whole)]
        while pending:
            one, all_ = pending.pop()
            if not isinstance(one, _Field):
                yield one
                continue
            yield from one.marks
            pending += [(inner, True) for inner in one.inside]
            pending += [(inner, True) for inner in one.result] if all_ else []
            one.marks, one.inside = [], []
            one.result = [] if all_ else one.result


def _drop_fields(root: Any, tell: Tell) -> None:
    """Takes out the code and the marks of fields that may not stay, however their code is cut into runs; a field whose
    code is not plain may not, nor one that has no end.
    """
    stack: list[_Field] = []
    dropped: list[_Field] = []
    looks: Any = None
    for element in root.iter():
        if looks is not None and any(one is looks for one in element.iterancestors(*_LOOKS)):
            continue
        looks = element if element.tag in _LOOKS else None
        if element.tag == _FIELD:
            _follow(stack, dropped, element)
        elif element.tag == _CODE or (stack and looks is None):
            _take(stack, dropped, element)
    for field in (*dropped, *stack[:1]):
        tell(_called(field.code))
        for element in list(field.elements(whole=False)):
            remove(element)


def _take(stack: list[_Field], dropped: list[_Field], element: Any) -> None:
    """Takes note of an element within a field; of a code that is no field's, which nobody needs."""
    if not stack or (element.tag == _CODE and not stack[-1].is_code):
        lone = _Field()
        lone.add(element)
        dropped.append(lone)
        return
    field = stack[-1]
    if element.tag in (_CODE, f"{W}t", f"{W}delText", f"{W}delInstrText", f"{W}fldSimple"):
        field.add(element)
    if field.is_code:
        is_plain = (
            element.tag == _CODE
            and not len(element)
            and next(element.iterancestors(*_TWO_WAYS), None) is None
        )
        field.code += (element.text or "") if is_plain else "" if element.tag in _IN_CODE else _NESTED


def _follow(stack: list[_Field], dropped: list[_Field], mark: Any) -> None:
    """Takes note of a field's begin, middle or end."""
    kind = mark.get(_FLAG, "")
    if kind == "begin":
        if stack and stack[-1].is_code:
            stack[-1].code += _NESTED
        field = _Field()
        field.marks.append(mark)
        if stack:
            stack[-1].add(field)
        if len(stack) >= _DEEPEST:
            field.code = stack[0].code = _NESTED
        stack.append(field)
        _note_two_ways(field, mark)
        return
    if not stack:
        lone = _Field()
        lone.marks.append(mark)
        dropped.append(lone)
        return
    field = stack[-1]
    field.marks.append(mark)
    field.is_code = False
    _note_two_ways(field, mark)
    if kind != "separate":
        stack.pop()
        if not _is_safe(field.code):
            dropped.append(field)


def _note_two_ways(field: _Field, mark: Any) -> None:
    """A field of which a mark stands in one reading of two begins or ends elsewhere in the other."""
    if next(mark.iterancestors(*_TWO_WAYS), None) is not None:
        field.code = _NESTED + field.code


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
