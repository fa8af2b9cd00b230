"""What stands around the text of an official document: header block, signature, attachments, imprint.

The elements and their order are those of GB/T 9704—2012 7.2 to 7.4; each is told by its form,
since old files rarely style them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafter.model.document import Role
from drafter.model.outline import Official
from drafter.model.source import Line
from drafter.outlining.form import marks
from drafter.outlining.meaning.names import NAME

_MOST_ABOVE = 10
_COPY = re.compile(r"\d{6}")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)级?(?:[★☆▲△*＊·•]\S{1,6})?|内部(?:资料|文件|材料|参考)")
_URGENCY = re.compile(r"特急|加急|平急|特提")
_BANNER = re.compile(r"[^。，；：？！、]{2,40}")
_NUMBER = re.compile(
    r"(?P<number>[\u4e00-\u9fff×xX*某]{0,12}[〔\[［【（(](?:\d{4}|[×xX*]{2,4})[〕\]］】）)](?:\d{1,5}|[×xX*某]{1,4})号|第\d{1,5}[号期])"
    r"(?:\s*签发人[：:]\s*(?P<signers>\S.*))?"
)
_TITLED = re.compile(r"关于.+的(?:通知|通报|报告|请示|批复|函|意见|决定|公告|通告|议案|方案)$")
_ISSUE = re.compile(r"第\d{1,5}期")
"""The number of a bulletin, which nobody seals."""

_SIGNER = re.compile(r"签发人[：:]\s*(?P<signers>\S.*)")
_FILE = "文件"
_FORMS = (("纪要", "纪要"), ("令", "命令"))
_BULLETINS = ("简报", "信息", "专报", "通讯", "动态", _FILE)

_TELEGRAM = re.compile("电报$|明电$|发电$")
_USUAL = "传真电报"
_ROWS = {
    "发电单位": "issuers", "签批盖章": "signers", "签批": "signers", "等级": "urgency", "电报号": "number", "发往": "sent_to",
}  # fmt: skip
_ROW = re.compile(rf"(?:(?P<name>{'|'.join(_ROWS)})[：:]\s*)?(?P<value>.+)")
_APART = re.compile(
    rf"(?<!\s)\s++(?=(?:{'|'.join(_ROWS)})[：:]|\S{{0,40}}[〔\[［]\d{{4}}[〕\]］]\S{{0,40}}$)"
)
"""What parts two rows of a telegram on one line."""

_DATE = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?")
_UNIT = re.compile(r"[^。！？；：:，、（）()\d]{2,40}")
_OFFICE = re.compile(
    r"(?:府|局|委|委员会|办|办公室|厅|部|院|校|司|会|处|组|专班|中心|集团|队|站|所|馆|社|厂|学|庭|支行|[省市县区乡镇])$"
)
_PERSON = re.compile(rf"(?P<post>\S{{1,20}}(?:长|书记|主任|主席|总理|经理))\s+(?P<name>{NAME})")
_NOTE = re.compile(r"[（(](?P<note>(?:联系人|此件|印发范围|传达至)[^（）()]*)[）)]")
_LISTED = re.compile(r"附件[：:]\s*(?:1[.．、]\s*)?(?P<title>\S.*)")
_NEXT = re.compile(r"(?P<number>\d{1,2})[.．、]\s*(?P<title>\S.*)")
_ATTACHED = re.compile(r"附件\s*(?P<number>\d{0,2})")
_COPIES = re.compile(r"抄送[：:]\s*(?P<copies>\S.*?)。?")
_PRINTED = re.compile(r"(?P<printer>\S.*?)(?<!\s)\s*+(?P<date>\d{4}年\d{1,2}月\d{1,2}日)印发")


@dataclass(frozen=True, slots=True)
class Header:
    """The header block, and how many lines it takes."""

    official: Official | None = None
    used: int = 0


@dataclass(slots=True)
class Foot:
    """What follows the text. `start` is the first line that belongs to it.

    `attached` are the lines of each attachment, by its title.
    """

    start: int
    listed: list[str] = field(default_factory=list)
    issuers: list[str] = field(default_factory=list)
    date: str = ""
    note: str = ""
    attached: list[tuple[str, list[Line]]] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    printer: str = ""
    printed: str = ""

    def __bool__(self) -> bool:
        return bool(self.listed or self.date or self.note or self.attached or self.copies or self.printer)


def marked(line: str) -> dict[str, str]:
    """What a line above a title is of the header block: the number of the copy, secrecy, urgency; nothing for others."""
    pieces = [piece for piece in re.split(r"[\s，、]+", line.strip("（）()【】[] ")) if piece]
    found = {
        name: piece
        for piece in pieces
        for name, form in (("copy", _COPY), ("secrecy", _SECRECY), ("urgency", _URGENCY))
        if form.fullmatch(piece)
    }
    return found if len(found) == len(pieces) else {}


def header(lines: Sequence[Line]) -> Header:
    """The header block above the title; none where no document number stands under a banner."""
    above = [line.text for line in lines[:_MOST_ABOVE]]
    marks = ["", "", ""]
    used = 0
    for index, pattern in enumerate((_COPY, _SECRECY, _URGENCY)):
        if used < len(above) and pattern.fullmatch(above[used]):
            marks[index] = above[used]
            used += 1
    banner = []
    while used < len(above) and _BANNER.fullmatch(above[used]) and not _NUMBER.fullmatch(above[used]):
        banner.append(above[used])
        used += 1
    if len(banner) == 1 and _TELEGRAM.search(banner[0]):
        return _telegram(banner, above, used)
    number = _NUMBER.fullmatch(above[used]) if used < len(above) else None
    if not banner or number is None or _TITLED.search("".join(banner)):
        return Header()  # the number of a paper that somebody typed may stand under its title
    used += 1
    signers = number["signers"]
    if not signers and used < len(above) and (signed := _SIGNER.fullmatch(above[used])):
        signers, used = signed["signers"], used + 1
    while signers and used < len(above) and re.fullmatch(NAME, above[used]):
        signers, used = f"{signers} {above[used]}", used + 1
    copy, secrecy, urgency = marks
    block = Official(
        _form(banner), copy, secrecy, urgency, banner=tuple(banner), number=number["number"],
        signers=tuple((signers or "").split()),
    )  # fmt: skip
    return Header(block, used)


def _telegram(banner: list[str], above: Sequence[str], used: int) -> Header:
    """What a telegram is headed by: rows 名称：值 under its banner, two on a line or one."""
    found: dict[str, str] = {}
    while used < len(above):
        pieces = [_ROW.fullmatch(piece) for piece in _APART.split(above[used].strip())]
        if not all(one and (one["name"] or _NUMBER.fullmatch(one["value"])) for one in pieces):
            break
        for piece in filter(None, pieces):
            found[_ROWS.get(piece["name"] or "", "number")] = piece["value"]
        used += 1
    if "issuers" not in found:
        return Header()
    goes = found.get("sent_to", "").rstrip("。")
    block = Official(
        "电报", urgency=found.get("urgency", ""), banner=() if banner[0] == _USUAL else tuple(banner),
        issuers=tuple(found["issuers"].split("、")), number=found.get("number", ""),
        signers=tuple(filter(None, found.get("signers", "").split("、"))), sent_to=tuple(filter(None, goes.split("，"))),
    )  # fmt: skip
    return Header(block, used)


def _form(banner: list[str]) -> str:
    """The form that a banner shows (GB/T 9704—2012 10); "" for the usual one."""
    last = banner[-1]
    found = next((form for end, form in _FORMS if last.endswith(end)), "")
    return found or ("" if last.endswith(_BULLETINS) or len(banner) > 1 else "信函")


def foot(lines: Sequence[Line]) -> Foot:
    """What follows the text, read from the end; what is not there is left empty."""
    found = Foot(len(lines))
    _imprint(lines, found)
    _attachments(lines, found)
    _note(lines, found)
    _signature(lines, found)
    _attachment_note(lines, found)
    return found


def below(lines: Sequence[Line]) -> int:
    """How many lines at the end stand under the text, where their order is not the standard's: from
    the note of attachments, or from who signs above a date. What stands over a heading goes on as a text.
    """
    first = max((index for index, line in enumerate(lines) if _heads(line)), default=0)
    for index, line in enumerate(lines[first:], first):
        dated = index + 1 < len(lines) and _DATE.fullmatch(lines[index + 1].text) and is_signature(line)
        if index and (dated or (not line.rows and _LISTED.fullmatch(line.text))):
            return len(lines) - index
    return 0


def _heads(line: Line) -> bool:
    """Whether a line is a heading 一、."""
    mark = marks.opening(line.text) if not line.rows else None
    return mark is not None and 0 < marks.rank(mark.scheme) <= marks.TOP


def _imprint(lines: Sequence[Line], found: Foot) -> None:
    printed = _match(_PRINTED, lines, found.start - 1)
    if printed:
        found.printer, found.printed = printed["printer"], printed["date"]
        found.start -= 1
    copies = _match(_COPIES, lines, found.start - 1)
    if copies and all(copies["copies"].split("，")):
        found.copies = copies["copies"].split("，")
        found.start -= 1


def _attachments(lines: Sequence[Line], found: Foot) -> None:
    """Each 附件 on a line of its own opens one; the line below it is its title."""
    starts = [
        index
        for index, line in enumerate(lines[: found.start])
        if _ATTACHED.fullmatch(line.text) and index + 1 < found.start and not lines[index + 1].rows
    ]
    numbers = [_ATTACHED.fullmatch(lines[index].text)["number"] for index in starts]  # type: ignore[index]
    if not starts or numbers not in ([""], [str(n) for n in range(1, len(starts) + 1)]):
        return
    ends = [*starts[1:], found.start]
    for start, end in zip(starts, ends, strict=True):
        found.attached.append((lines[start + 1].text, [_untitled(line) for line in lines[start + 2 : end]]))
    found.start = starts[0]


def _untitled(line: Line) -> Line:
    """A line of an attachment; a second title in it is but a line."""
    return replace(line, role=None) if line.role is Role.TITLE else line


def _note(lines: Sequence[Line], found: Foot) -> None:
    note = _match(_NOTE, lines, found.start - 1)
    if note:
        found.note = note["note"]
        found.start -= 1


def _signature(lines: Sequence[Line], found: Foot) -> None:
    """Who signs and when (7.3.5); a date alone is a signature's too."""
    if not _match(_DATE, lines, found.start - 1):
        return
    found.start -= 1
    found.date = lines[found.start].text
    while found.start and is_signature(lines[found.start - 1]):
        found.start -= 1
        found.issuers.insert(0, _signed(lines[found.start].text))


def is_signature(line: Line) -> bool:
    """Whether a line names an office or a person with a post, and nothing else."""
    if line.role is not None or line.rows:
        return line.role is Role.SIGNATURE
    return bool(_UNIT.fullmatch(line.text) and (_OFFICE.search(line.text) or _PERSON.fullmatch(line.text)))


def _signed(text: str) -> str:
    """Who signs; a post and a name stand a character apart (7.3.5.3)."""
    person = _PERSON.fullmatch(text)
    return f"{person['post']}\u3000{person['name']}" if person else text


def _attachment_note(lines: Sequence[Line], found: Foot) -> None:
    """附件：1.甲 and the lines 2.乙 below it (7.3.4)."""
    for back in range(1, min(found.start, 20) + 1):
        line = lines[found.start - back]
        first = None if line.rows else _LISTED.fullmatch(line.text)
        if first is None:
            if not _NEXT.fullmatch(line.text):
                return
            continue
        later = [_NEXT.fullmatch(line.text) for line in lines[found.start - back + 1 : found.start]]
        found.listed = [first["title"], *(match["title"] for match in later if match)]
        found.start -= back
        return


def _match(pattern: re.Pattern[str], lines: Sequence[Line], index: int) -> re.Match[str] | None:
    """The whole of a line in this form; None where it has another, or there is none."""
    return pattern.fullmatch(lines[index].text) if 0 <= index < len(lines) else None


def official(block: Official | None, found: Foot) -> Official | None:
    """The fields of an official document that header and foot make together; None where none do."""
    if block is None and not (found.copies or found.printer or found.note):
        return None
    issuers = (tuple(found.issuers) or block.issuers) if block is not None else ()
    whole = replace(
        block or Official(), issuers=issuers, seal=block is None or not _ISSUE.match(block.number), note=found.note, copies=tuple(found.copies),
        printer=found.printer, printed=found.printed,
    )  # fmt: skip
    usual = len(issuers) == 1 and not whole.form and whole.banner == (issuers[0] + _FILE,)
    return replace(whole, banner=()) if usual else whole
