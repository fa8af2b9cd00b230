"""What a typed outline says of itself in lines of their own: 称谓：同志们, 时间：2026年3月, （提纲）."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.model.outline import Occasion, Outline, Speaker
from drafter.model.source import Guess, Line, Source
from drafter.outlining import head, marks
from drafter.readers import dates

_MOST_LINES = 20
"""So many lines may stand above the text."""

_LONGEST = 60
_LABELLED = re.compile(
    r"[【\[]?\s*(?P<label>[\u4e00-\u9fff]{2,6})\s*[】\]]?\s*[：:]\s*(?P<value>\S.*?)[。；;]?"
)
_OUTLINE = re.compile(r"[（(]?(?:[\u4e00-\u9fff]{0,4}提纲|大纲)[）)]?")
_CALLS_ITSELF = re.compile(r"[（(]?提纲[）)]?$")
_DATE = re.compile(r"[12]\d{3}\s*[年.\-/]\s*\d{1,2}(?:\s*[月.\-/]\s*\d{1,2})?\s*[月日号]?")
_MINUTES = re.compile(r"(\d{1,3})\s*分钟(?:左右|以内|内)?")
_LABELS = {
    "title": ("标题", "题目"),
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
    """The lines that are text, and what the others say of the whole, by field.

    `characters` counts what those others hold, without white space.
    """

    source: Source
    said: dict[str, str] = field(default_factory=dict)
    guesses: list[Guess] = field(default_factory=list)
    characters: int = 0

    def over(self, outline: Outline) -> Outline:
        """The outline with what the lines say laid over it."""
        of_speaker, of_occasion = self._below("speaker."), self._below("occasion.")
        if "name" in of_speaker:
            named = head.speaker(re.sub("[，,]", " ", of_speaker["name"]))
            if named is not None:
                of_speaker = {"post": named.post, **of_speaker, "name": named.name}
        if of_speaker:
            outline = replace(outline, speaker=replace(outline.speaker or Speaker(), **of_speaker))
        if of_occasion:
            outline = replace(outline, occasion=replace(outline.occasion or Occasion(), **of_occasion))
        said = self.said
        minutes = _MINUTES.fullmatch(said.get("minutes", ""))
        return replace(
            outline,
            title=said.get("title", outline.title),
            subtitle=said.get("subtitle", outline.subtitle),
            audience=(said["audience"],) if "audience" in said else outline.audience,
            addressees=(said["addressees"],) if "addressees" in said else outline.addressees,
            date=dates.normal(said["date"]) if "date" in said else outline.date,
            minutes=float(minutes[1]) if minutes else outline.minutes,
        )

    def _below(self, prefix: str) -> dict[str, Any]:
        return {
            name.removeprefix(prefix): value for name, value in self.said.items() if name.startswith(prefix)
        }


def taken(source: Source) -> Typed:
    """The source without the labelled lines above its text."""
    found = Typed(source)
    above: list[Line] = []
    lines = source.lines
    ends = next((at for at, line in enumerate(lines) if at == _MOST_LINES or _is_text(line)), len(lines))
    for at, line in enumerate(lines[:ends]):
        name, value = _field(line.text)
        if not name and not (at and _OUTLINE.fullmatch(line.text)):
            above.append(line)
            continue
        if name:
            found.said[name] = value
        found.characters += len("".join(line.text.split()))
        found.guesses.append(Guess("提纲抬头", line.number, f"“{line.text}”说的是全文"))
    found.source = replace(source, lines=(*above, *lines[ends:]))
    return found


def of_the_paper(title: str) -> str:
    """The title of the paper that an outline is typed for: …讲话 of …讲话提纲."""
    return _CALLS_ITSELF.sub("", title) or title


def _is_text(line: Line) -> bool:
    """Whether what stands above the text ends before this line."""
    return bool(line.rows) or len(line.text) > _LONGEST or marks.opening(line.text) is not None


def _field(text: str) -> tuple[str, str]:
    """The field that a line sets, and its value; "" for a line that sets none. A bare date is the date."""
    if _DATE.fullmatch(text) and dates.normal(text) is not None:
        return "date", text
    labelled = _LABELLED.fullmatch(text)
    name = _FIELDS.get(labelled["label"], "") if labelled else ""
    if labelled is None or not name:
        return "", ""
    value = labelled["value"]
    fits = {"date": dates.normal(value) is not None, "minutes": _MINUTES.fullmatch(value) is not None}
    return (name, value) if fits.get(name, True) else ("", "")
