"""What stands above the text of an old file: its title, date, speaker, whom it addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.model.document import Role
from drafter.model.outline import Speaker
from drafter.model.source import Guess, Line
from drafter.outlining import marks
from drafter.outlining.names import NAME, SURNAMES
from drafter.outlining.recognition import OFFICES, PEOPLE

LONGEST_TITLE = 60
_MOST_LINES = 10
_ENDS = tuple("。；，：！？…")
_STAGE = re.compile(r"[（(]([^（）()]*稿)[）)]")
_DATE = re.compile(r"[（(](\d{4}年\d{1,2}月(?:\d{1,2}日)?)[）)]")
_SPEAKER = re.compile(
    r"(\S*[长记任员席理师授士干]\S{0,6}|\S{2,20})\s+([\u4e00-\u9fff×*某]{2,4}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])"
)
_UNSPACED = re.compile(rf"(\S{{2,24}}(?:长|书记|主任|主席|委员|总理|经理|院士|教授))({NAME})")
_CALL = re.compile(r"[^。！？；]{2,40}[：:，,]")
_ADDRESSEE = re.compile(r"[^。！？；：:]{2,120}[：:]")
_GENRE = re.compile(
    r"(?:通知|通报|报告|请示|批复|函|意见|决定|决议|公告|通告|讲话|发言|方案|总结|办法|规定|要点|纪要|汇报|致辞|提纲)$"
)
_ORDER = ("subtitle", "stage", "date", "speaker", "addressees", "audience")
_NAME_ALONE = re.compile(rf"{NAME}|[{SURNAMES}]\s[\u4e00-\u9fff]")


@dataclass(slots=True)
class Head:
    """The fields of an outline that were found, and how many lines they took."""

    fields: dict[str, Any] = field(default_factory=dict)
    used: int = 0
    guesses: list[Guess] = field(default_factory=list)


def read(lines: Sequence[Line]) -> Head:
    """The head of a file: each kind of line once, in the order in which a page shows them."""
    found = Head()
    _title(lines, found)
    if "title" not in found.fields and not (lines and lines[0].text.startswith("——")):
        return found
    reached = 0
    for line in lines[found.used : found.used + _MOST_LINES]:
        kind, value = _kind(line)
        if kind == "date" and found.fields.get("speaker") and "date" not in found.fields:
            found.fields["speaker"] = replace(found.fields["speaker"], above_date=True)
        elif not kind or _ORDER.index(kind) < reached or (kind in found.fields and kind != "audience"):
            break
        if kind == "audience":
            found.fields[kind] = (*found.fields.get(kind, ()), value.removesuffix("，"))
        else:
            found.fields[kind] = value
        reached = max(reached, _ORDER.index(kind))
        found.used += 1
        if kind == "addressees" or (kind == "audience" and value[-1] in "：:"):
            break
    called = found.fields.get("audience", ())
    if called and called[-1][-1] not in "：:":
        found.used -= len(found.fields.pop("audience"))  # a text that begins with a call is no salutation
    elif called:
        found.fields["audience"] = (*called[:-1], called[-1].removesuffix("："))
    return found


def _title(lines: Sequence[Line], found: Head) -> None:
    titled = [line for line in lines[:_MOST_LINES] if line.role is Role.TITLE]
    if titled and lines[0].role is Role.TITLE:
        while found.used < len(lines) and lines[found.used].role is Role.TITLE:
            found.used += 1
        found.fields["title"] = "".join(line.text for line in lines[: found.used])
        return
    if titled or not lines:
        return  # what stands above a title that is marked as one is no title
    first = lines[0].text
    heads_all = lines[0].level == 1 and all(line.level != 1 for line in lines[1:])
    if not heads_all and lines[0].role not in (None, Role.BODY):
        return
    if len(first) <= LONGEST_TITLE and not first.endswith(_ENDS) and not _opens_text(first):
        why = "唯一的一级标题，在最前面" if heads_all else "第一行，短，没有句号"
        found.used = 2 if _runs_on(lines) else 1
        found.fields["title"] = "".join(line.text for line in lines[: found.used])
        found.guesses.append(Guess("标题", lines[0].number, why))


def _opens_text(first: str) -> bool:
    """Whether a line brings a mark, or the dash of a subtitle."""
    return first.startswith("——") or marks.opening(first) is not None


def _runs_on(lines: Sequence[Line]) -> bool:
    """Whether a title that names no genre ends on the next line, which does."""
    if len(lines) < 2 or _GENRE.search(lines[0].text):
        return False
    second = lines[1]
    return not second.text.startswith("——") and second.role is None and len(second.text) <= LONGEST_TITLE and bool(_GENRE.search(second.text))


def _kind(line: Line) -> tuple[str, Any]:
    """What a line under the title is, and its value; "" where it is text."""
    text = line.text
    if text.startswith("——") and not text.endswith(_ENDS):
        return "subtitle", text.removeprefix("——")
    stage, date = _STAGE.fullmatch(text), _DATE.fullmatch(text)
    if stage:
        return "stage", stage[1]
    if date:
        return "date", date[1]
    if line.role is Role.SALUTATION or (_CALL.fullmatch(text) and PEOPLE.search(text)):
        return "audience", text
    if line.role is Role.ADDRESSEE or (_ADDRESSEE.fullmatch(text) and OFFICES.search(text)):
        return "addressees", (text.rstrip("：:"),)
    named = speaker(text)
    return ("speaker", named) if named else ("", None)


def speaker(text: str) -> Speaker | None:
    """Who speaks, as a line names him: a name, or a post and a name; None where it names nobody."""
    if _NAME_ALONE.fullmatch(text):
        return Speaker(name="".join(text.split()))
    found = _SPEAKER.fullmatch(text) or _UNSPACED.fullmatch(text)
    if found is None or len(text) > LONGEST_TITLE or text.endswith(_ENDS):
        return None
    return Speaker(name=found[2], post=found[1])
