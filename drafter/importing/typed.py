"""What a typed outline says of itself in lines of their own: 称谓：同志们, 时间：2026年3月, （提纲）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.importing import endings, labels
from drafter.model.document import Role
from drafter.model.outline import Occasion, Official, Outline, Part, Speaker
from drafter.model.source import Dropped, Guess, Line, Source
from drafter.outlining.form import marks
from drafter.outlining.form.enumerations import literal
from drafter.outlining.meaning import about, head, official
from drafter.readers import dates

_MOST_LINES = 20
"""So many lines may stand above the text."""

_LONGEST = 60
_LABELLED = re.compile(
    r"[【\[]?\s*(?P<label>[\u4e00-\u9fff]{2,6})\s*+(?:[】\]]\s*+)?[：:]\s*+(?P<value>\S.*?)[。；;]?"
)
_OUTLINE = re.compile(r"[（(]?(?:[\u4e00-\u9fff]{0,4}提纲|大纲)[）)]?")
_DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]")
"""A day of a year that is not said."""

_HOUR = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:[（(].{1,4}[）)])?(?:上午|下午|晚上|晚|中午)?(?:\d{1,2}(?:点|时|:|：)\S{0,6})?"
)
"""A day with an hour: when a meeting is."""

_CALLS_ITSELF = re.compile(r"[（(]?提纲[）)]?$")
_DATE = re.compile(r"[12]\d{3}\s*[年.\-/]\s*\d{1,2}(?:\s*[月.\-/]\s*\d{1,2})?\s*[月日号]?")
_MINUTES = {"半小时": 30, "半个小时": 30, "一小时": 60, "一个小时": 60, "1小时": 60, "1个小时": 60}
_NUMBER_OF_MINUTES = re.compile(r"(\d{1,3})\s*分钟")
_ROUGHLY = re.compile(r"^[约大概]+|(?:左右|以内|内)$")
_OPENING = re.compile(r"(?:开头|开场白?|导语|欢迎[词辞]?)(?:[：:]\s*(?P<text>.*))?")
_CLOSING = re.compile(
    r"(?:结尾|结束语|结语|收尾)(?:[：:]\s*(?P<text>.*))?|(?:最后)?[，,]?(?P<wish>(?:预?祝|祝愿))[：:]\s*(?P<wished>\S.*)"
)
_SPACED = re.compile(
    r"(?P<han>[一二三四五六七八九十]{1,3})\s+(?=\S)|(?P<digits>\d{1,2})\s+(?=[\u4e00-\u9fff])"
)
"""A number that only a space sets apart: 一 肯定成绩."""

_ORG_AND_POST = re.compile(r"^(?P<org>\S{3,})\s+(?P<post>\S*(?:长|书记|主任|经理|主席|委员))(?=\s)")
"""A unit and a post with a space between: 市水务局 局长 王明."""

_OFFICES = re.compile(
    r"[^，。；：！？\s]{2,14}(?:局|委|办|部|院|会|司|团|中心|政府|街道|镇|乡|馆)(?:[\s、]+[^，。；：！？\s、]{2,14}(?:局|委|办|部|院|会|司|团|中心|政府|街道|镇|乡|馆))+"
)
"""Several units on a line under the title: who signs jointly."""

_FEWEST = 2
_SEVERAL = ("audience", "addressees")
"""Fields that several lines may set together."""

_LABELS = {
    "title": ("标题", "题目", "提纲"),
    "subtitle": ("副标题",),
    "audience": ("称谓", "称呼"),
    "addressees": ("主送", "主送单位", "主送机关"),
    "date": ("时间", "日期", "讲话时间", "发言时间", "会议时间", "成文日期"),
    "minutes": ("时长", "讲话时长", "用时"),
    "speaker.name": ("讲话人", "发言人", "报告人", "主讲人", "汇报人", "述职人", "致辞人"),
    "speaker.post": ("职务",),
    "speaker.org": ("单位", "落款", "发文单位", "发文机关"),
    "occasion.name": ("场合", "会议", "会议名称"),
    "occasion.place": ("地点", "会议地点"),
    "occasion.host": ("主办", "主办单位"),
    "occasion.chair": ("主持", "主持人"),
}
_FIELDS = {label: name for name, labels in _LABELS.items() for label in labels}
"""The field of an outline that each label is of."""


@dataclass(slots=True)
class Typed:
    """The lines that are text, and what the others say of the whole, by field; `closing` are those that
    are said to close it.
    """

    source: Source
    said: dict[str, str] = field(default_factory=dict)
    closing: list[str] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    undated: list[Dropped] = field(default_factory=list)
    """Days without a year, which no field holds."""

    joint: tuple[str, ...] = ()
    """Those who sign jointly on one line."""

    labels: frozenset[str] = frozenset()
    """The labels that became headings."""

    def over(self, outline: Outline) -> tuple[Outline, tuple[Dropped, ...]]:
        """The outline with what the lines say laid over it, and what they say otherwise than the text."""
        of_speaker, of_occasion = self._below("speaker."), self._below("occasion.")
        if "name" in of_speaker:
            typed = _ORG_AND_POST.sub(r"\g<org>\g<post>", re.sub("[，,]", " ", of_speaker["name"]))
            named = about.speaker(typed)
            if named is not None:
                of_speaker = {"post": named.post, **of_speaker, "name": named.name}
        said = self.said
        speaker = replace(outline.speaker or Speaker(), **of_speaker)
        new = replace(
            outline,
            speaker=speaker if of_speaker else outline.speaker,
            occasion=replace(outline.occasion or Occasion(), **of_occasion)
            if of_occasion
            else outline.occasion,
            subtitle=said.get("subtitle", outline.subtitle),
            audience=tuple(dict.fromkeys((*self._one("audience"), *outline.audience))),
            addressees=tuple(dict.fromkeys((*self._one("addressees"), *outline.addressees))),
            date=dates.normal(said["date"]) or "" if "date" in said else outline.date,
            minutes=_minutes(said["minutes"]) if "minutes" in said else outline.minutes,
            parts=self._closed(outline.parts),
        )
        org = new.speaker.org if new.speaker is not None else ""
        joint = self.joint if org in ("", "".join(self.joint)) else ()
        if joint:
            issued = replace(new.official or Official(), issuers=tuple(map(literal, joint)))
            new = replace(new, official=issued, speaker=None if org else new.speaker)
        old = outline.speaker or Speaker()
        pairs = [(outline.subtitle, new.subtitle), (outline.date, new.date)]
        pairs += [(getattr(old, name), getattr(speaker, name)) for name in ("post", "name", "org")]
        pairs += [("、".join(self.joint), "、".join(joint))]
        otherwise = (
            Dropped(0, before, "抬头里另写了一项") for before, after in pairs if before and before != after
        )
        return new, (*self.undated, *otherwise)

    def _closed(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """The parts, what is said to close the text at the end of those that do."""
        if not self.closing:
            return parts
        last = [item for part in parts if part.role == "closing" for item in part.items]
        others = (part for part in parts if part.role != "closing")
        return (*others, Part("closing", (*last, *map(literal, self.closing))))

    def _one(self, name: str) -> list[str]:
        return [line.rstrip("：:") for line in self.said.get(name, "").split("\n") if line]

    def _below(self, prefix: str) -> dict[str, Any]:
        return {
            name.removeprefix(prefix): value for name, value in self.said.items() if name.startswith(prefix)
        }


def taken(source: Source) -> Typed:
    """The source without the labelled lines above and below its text, its numbers marked as such."""
    found = Typed(source)
    lines, found.joint = endings.put_in_form(source.lines)
    if not found.joint and len(lines) > 2 and not lines[1].rows and _OFFICES.fullmatch(lines[1].text):
        found.joint = tuple(re.split(r"[\s、]+", lines[1].text))
        del lines[1]
    if len(lines) > 2 and _DATE.fullmatch(lines[-1].text) and not official.foot(lines[1:]).issuers:
        found.said["date"] = literal(lines[-1].text)
        lines.pop()
    ends = next((at for at, line in enumerate(lines) if at == _MOST_LINES or _is_text(line)), len(lines))
    closes = next((at for at in range(ends, len(lines)) if _closes(lines, at)), len(lines))
    kept = [*_above_text(lines[:ends], found), *lines[ends:closes], *_below_text(lines, closes, found)]
    title = found.said.get("title")
    if title:
        kept.insert(0, Line(title, 0, Role.TITLE))
    if sum(_SPACED.match(line.text) is not None for line in kept) >= _FEWEST:
        kept = [_marked(line) for line in kept]
    labelled = labels.read(kept, frozenset(_FIELDS))
    found.labels = labelled.names
    found.source = replace(source, lines=tuple(labelled.lines))
    return found


def _above_text(lines: Sequence[Line], found: Typed) -> list[Line]:
    """The lines above the text that are text themselves; labels below the salutation are."""
    called = next((at + 1 for at, line in enumerate(lines) if head.calls(line)), len(lines))
    labelled = len(lines) > 1 and bool(_field(lines[1].text)[0])
    kept = []
    for at, line in enumerate(lines):
        above = _opened(line, found) if at else line
        if above is not None and at < called:
            calls_itself = _OUTLINE.fullmatch(line.text) is not None and (at > 0 or labelled)
            above = _above(above, found, calls_itself)
        kept += [] if above is None else [above]
    return kept


def _below_text(lines: Sequence[Line], closes: int, found: Typed) -> Sequence[Line]:
    """The signature below the lines that are said to close the text; those go to what closes it."""
    foot = official.foot(lines)
    below = max(closes, foot.start) if foot else len(lines)
    for line in lines[closes:below]:
        said = _closing(line)
        text = line.text if said is None else said["text"] or ""
        if said is not None and said["wish"]:
            text = f"最后，{said['wish']}{said['wished']}"
            text += "" if text.endswith(("。", "！")) else "！"
        if said is not None and text[-1:].isalnum():
            text += "。"
        found.closing += [text] if text else []
    return lines[below:] if closes < len(lines) else ()


def _opened(line: Line, found: Typed) -> Line | None:
    """A line above the text without the word that it opens it; None where it says no more."""
    opening = _OPENING.fullmatch(line.text)
    if opening is None:
        return line
    return replace(line, text=opening["text"], lead=0) if opening["text"] else None


def _above(line: Line, found: Typed, calls_itself: bool) -> Line | None:
    """A line above the text as the text that it is; None where it is none: it sets a field that no
    line before it did, or says what the paper calls itself.
    """
    name, value = _field(line.text)
    again = name in found.said
    if not (name or calls_itself) or (again and name not in _SEVERAL):
        return line
    if name == "date" and dates.normal(value) is None:
        found.guesses.append(Guess("日期", line.number, f"“{line.text}”没有年份，写全了填进“日期”"))
        found.undated.append(Dropped(line.number, value, "没有年份的日期，写全了填进“日期”"))
    if name:
        said = value if name == "title" else literal(value)
        found.said[name] = f"{found.said[name]}\n{said}" if again else said
    found.guesses.append(Guess("提纲抬头", line.number, f"“{line.text}”说的是全文"))
    return None


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Whether a line says that it closes the text, and no heading and no table follows it."""
    after = lines[at + 1 :]
    return _closing(lines[at]) is not None and not any(map(_is_marked, after))


def _closing(line: Line) -> re.Match[str] | None:
    """What a line says that is said to close the text (结尾：号召大家), its mark left out."""
    if line.rows:
        return None
    mark = marks.opening(line.text)
    return _CLOSING.fullmatch(line.text[len(mark.text) if mark else 0 :])


def _marked(line: Line) -> Line:
    """A line with the mark that its number is without its stop."""
    spaced = _SPACED.match(line.text) if not line.rows else None
    if spaced is None:
        return line
    mark = f"{spaced['han']}、" if spaced["han"] else f"{spaced['digits']}."
    return replace(line, text=mark + line.text[spaced.end() :], lead=0)


def name_the_paper(title: str) -> str:
    """The title of the paper that an outline is typed for: …讲话 of …讲话提纲."""
    return _CALLS_ITSELF.sub("", title) or title


def _is_text(line: Line) -> bool:
    """Whether what stands above the text ends before this line."""
    return len(line.text) > _LONGEST or _is_marked(line)


def _is_marked(line: Line) -> bool:
    """Whether a line is a table or brings a mark; the dash of a subtitle is none."""
    mark = marks.opening(line.text)
    marked = mark is not None and mark.text != "——"
    return bool(line.rows) or marked or _SPACED.match(line.text) is not None


def _field(text: str) -> tuple[str, str]:
    """The field that a line sets, and its value; "" for a line that sets none. A bare date is the date."""
    if _DATE.fullmatch(text) and dates.normal(text) is not None:
        return "date", text
    labelled = _LABELLED.fullmatch(text)
    name = _FIELDS.get(labelled["label"], "") if labelled else ""
    if labelled is None or not name:
        return "", ""
    value = labelled["value"]
    if name == "date" and dates.normal(value) is None and not _DAY.fullmatch(value):
        return ("occasion.time", value) if _HOUR.fullmatch(value) else ("", "")
    if name == "subtitle" and _OUTLINE.fullmatch(value):
        return "", ""
    if name == "minutes" and not _minutes(value):
        return "", ""
    return name, value


def _minutes(text: str) -> float | None:
    """How many minutes a time is; None where it is no time."""
    exactly = _ROUGHLY.sub("", text)
    number = _NUMBER_OF_MINUTES.fullmatch(exactly)
    return float(number[1]) if number else _MINUTES.get(exactly)
