"""What stands above the text of an old file: its title, date, speaker, whom it addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.model.document import Role
from drafter.model.outline import Speaker
from drafter.model.source import Guess, Line
from drafter.outlining.form import marks
from drafter.outlining.form.recognition import OFFICES, PEOPLE
from drafter.outlining.form.view import seen
from drafter.outlining.meaning import about
from drafter.residue.titles import is_title

_MOST_LINES = 10
_OVER_LINES = re.compile(
    r"[^，。；：]{2,40}关于[^，。；：]{4,90}的(?:通知|通报|报告|请示|函|意见|决定|公告|通告|批复|方案|实施意见|若干措施)"
)
_MOST_OF_TITLE = 3
_MOST_MARKS = 4
_SHORT = 60
_SENTENCE = tuple("。；！？")
_DATE = re.compile(r"（(\d{4}年\d{1,2}月(?:\d{1,2}日)?)）")
_CALL = re.compile(r"[^。！？；]{2,40}[：:，,！]")
_CALLS = "：:！"
"""How a salutation ends; a comma goes on with the next line."""

_BRIEF = 8
"""Characters of a call with a comma that is a salutation all the same, where it has a line to itself."""

_ADDRESSEE = re.compile(r"[^。！？；：:]{2,120}[：:]")
_GENRE = re.compile(
    r"(?:通知|通报|报告|请示|批复|函|意见|决定|决议|公告|通告|讲话|发言|方案|总结|办法|规定|要点|纪要|汇报|致辞|提纲|材料|体会|计划|主持词)$"
)
_UNDER = (Role.STAGE, Role.DATE, Role.SPEAKER)
"""What a file itself may say that a line under the title is."""

_ORDER = ("subtitle", "stage", "date", "speaker", "addressees", "audience")


@dataclass(slots=True)
class Head:
    """The fields of an outline that were found, and how many lines they took."""

    fields: dict[str, Any] = field(default_factory=dict)
    used: int = 0
    guesses: list[Guess] = field(default_factory=list)


def read(lines: Sequence[Line]) -> Head:
    """The head of a file: each kind of line once, in the order in which a page shows them; where others
    stand among them, all the lines between title and salutation as they are.
    """
    found = Head()
    called = bool(lines) and calls(lines[0])
    if not called:
        _title(lines, found)
        if "title" not in found.fields and not (lines and lines[0].text.startswith("——")):
            return found
    titled = found.used
    _in_order(lines, found)
    if not {"audience", "addressees"} & set(found.fields):
        _as_they_are(lines, titled, found)
    return found


def _in_order(lines: Sequence[Line], found: Head) -> None:
    """The lines under the title as long as each is of a kind of its own and none is out of order."""
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
        if kind == "addressees" or (kind == "audience" and value[-1] in _CALLS):
            break
    called = found.fields.get("audience", ())
    last = lines[found.used - 1].text if found.used else ""
    if called and last.endswith(("，", ",")) and len(last) <= _BRIEF:
        found.fields["audience"] = (*called[:-1], last)  # 同志们， on a line by itself
    elif called and called[-1][-1] not in _CALLS:
        found.used -= len(found.fields.pop("audience"))  # a text that begins with a call is no salutation
    elif called:
        found.fields["audience"] = (*called[:-1], called[-1].removesuffix("："))


def _as_they_are(lines: Sequence[Line], titled: int, found: Head) -> None:
    """The lines between title and salutation, or those that the file itself puts under the title, where some of them
    are of no known kind; and what they say.
    """
    start = titled + ("subtitle" in found.fields)
    near = range(start, min(start + _MOST_LINES, len(lines)))
    called = next((index for index in near if calls(lines[index])), -1)
    told = next((index for index in near if lines[index].role not in _UNDER), start)
    between = lines[start : told if called < 0 else called]
    if not between or (called < 0 and told <= found.used) or not all(map(_is_about, between)):
        return
    for name in ("stage", "date", "speaker"):
        found.fields.pop(name, None)
    for line in between:
        found.fields = about.loosely(line.text)[0] | found.fields
    found.fields["under_title"] = tuple(line.text for line in between)
    found.used = start + len(between)
    if called >= 0:
        kind, value = _kind(lines[called])
        found.fields[kind] = (value.removesuffix("："),) if kind == "audience" else value
        found.used += 1


def _is_about(line: Line) -> bool:
    """Whether a line is short and no sentence, and so may be about the text."""
    plain = not line.rows and line.role is not Role.HEADING and marks.opening(line.text) is None
    return plain and len(line.text) <= _SHORT and not line.text.endswith(_SENTENCE)


def calls(line: Line) -> bool:
    """Whether a line is a salutation, or names who is addressed."""
    return _kind(line)[0] in ("audience", "addressees") and line.text[-1] in _CALLS


def _title(lines: Sequence[Line], found: Head) -> None:
    """The title and what stands above it: marked as one, the only heading of the first level, or the
    first line that is short and no sentence.
    """
    start, why = _titled(lines)
    if start < 0 or not all(_is_about(line) or about.ABOVE.fullmatch(line.text) for line in lines[:start]):
        return
    end = start + 1
    if lines[start].role is Role.TITLE:
        while end < len(lines) and lines[end].role is Role.TITLE:
            end += 1
    else:
        end += _more_lines(lines[start:])
    rows = [line.text for line in lines[start:end]]
    found.fields["title"] = (
        "".join(rows[:-1] + ["".join(row.split()) for row in rows[1:][-1:]]) if rows[1:] else rows[0]
    )
    found.used = end
    if start:
        found.fields["above_title"] = tuple(line.text for line in lines[:start])
    if why:
        found.guesses.append(Guess("标题", lines[start].number, why))


def _titled(lines: Sequence[Line]) -> tuple[int, str]:
    """Where the title begins, and why if it was guessed; -1 where there is none."""
    near = lines[:_MOST_LINES]
    marked = next((at for at, line in enumerate(near) if line.role is Role.TITLE), -1)
    if marked >= 0:
        return marked, ""
    highest = [at for at, line in enumerate(lines) if line.level == 1 and line.role is Role.HEADING]
    if len(highest) == 1 and highest[0] < len(near) and not _opens_text(lines[highest[0]].text):
        return highest[0], "唯一的一级标题，在最前面"
    start = 0
    while start < min(_MOST_MARKS, len(lines) - 1) and about.ABOVE.fullmatch(lines[start].text.strip()):
        start += 1
    line = lines[start] if lines else None
    if line is None or line.role not in (None, Role.BODY):
        return -1, ""
    ends = line.text.endswith(about.ENDS) and not (line.text.endswith("！") and is_title(line.text))
    if len(line.text) > about.LONGEST or ends or _opens_text(line.text):
        return -1, ""
    return start, "最前面的一行，短，没有句号"


def _opens_text(first: str) -> bool:
    """Whether a line brings a mark, or the dash of a subtitle."""
    return first.startswith("——") or marks.opening(first) is not None


def _more_lines(lines: Sequence[Line]) -> int:
    """How many further lines a title has: an office, 关于……的, and what it is; or one that names no genre, and the next
    that does.
    """
    for more in range(_MOST_OF_TITLE, 0, -1):
        said = lines[: more + 1]
        plain = len(said) == more + 1 and all(
            _is_about(line) and line.role in (None, Role.BODY) for line in said
        )
        if plain and _OVER_LINES.fullmatch("".join("".join(line.text.split()) for line in said)):
            return more
    dash = next((at for at, line in enumerate(lines[: _MOST_OF_TITLE + 1]) if line.text.startswith("——")), 0)
    if dash > 1 and all(_is_about(line) and line.role in (None, Role.BODY) for line in lines[1:dash]):
        return dash - 1
    return int(_runs_on(lines))


def _runs_on(lines: Sequence[Line]) -> bool:
    """Whether a title that names no genre ends on the next line, which does."""
    if len(lines) < 2 or _GENRE.search(lines[0].text):
        return False
    second = lines[1]
    return (
        not _opens_text(second.text)
        and second.role is None
        and len(second.text) <= about.LONGEST
        and bool(_GENRE.search(second.text))
    )


def _kind(line: Line) -> tuple[str, Any]:
    """What a line under the title is, and its value; "" where it is text."""
    text, looked = line.text, seen(line.text)
    if text.startswith("——") and not text.endswith(about.ENDS):
        return "subtitle", text.removeprefix("——")
    stage, date = about.STAGE.fullmatch(text), _DATE.fullmatch(text)
    if stage:
        return "stage", stage[1]
    if date:
        return "date", date[1]
    if line.role is Role.ADDRESSEE:
        return "addressees", (text.removesuffix("："),)
    if line.role is Role.SALUTATION or (
        _CALL.fullmatch(looked) and PEOPLE.search(looked) and not is_title(text)
    ):
        return "audience", text
    if _ADDRESSEE.fullmatch(looked) and OFFICES.search(looked):
        return "addressees", (text.removesuffix("："),)
    named = about.speaker(text) or (Speaker(name=text) if line.role is Role.SPEAKER else None)
    return ("speaker", named) if named else ("", None)
