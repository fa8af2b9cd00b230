"""What a line beside a title says: the day, the draft that it is, who speaks; and the marks that are none of these."""

from __future__ import annotations

import datetime
import re
from typing import Any

from drafter.copying.lawful import MARK_WITHIN, MARKS
from drafter.model.outline import Speaker
from drafter.outlining.meaning.names import NAME, SURNAMES

LONGEST = 60
"""Characters of the longest title."""

ENDS = tuple("。；，：！？…")
"""What no title ends in."""

STAGE = re.compile(r"（([^（）()]*稿)）")
_ANY_DATE = re.compile(
    r"(?<!\d)(?P<year>[12]\d{3})\s*[年.\-/]\s*(?P<month>1[0-2]|0?[1-9])(?!\d)"
    r"(?:\s*[月.\-/]\s*(?:(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)\s*日?)?)?"
    r"|(?P<han>[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)"
)
_LABELLED_SPEAKER = re.compile(
    r"(?:讲话|发言|报告|主讲|汇报|述职)人[：:]\s*(?P<who>.+?)(?=\s+[^\s：:]{2,4}[：:]|$)"
)
_LABEL_OF_DATE = re.compile(r"(?:时间|日期)[：:]")
_AROUND = " \u3000（）()【】·•，,、：:。"
ABOVE = re.compile(
    rf".{{2,20}}(?:简\s?报|专\s?报|动\s?态)|第\s?\d{{1,4}}\s?期.{{0,12}}|.{{4,30}}编印?\s+\d{{4}}年.{{1,8}}|编者按[：:].*|附件\s*\d{{0,2}}[：:]?|\S{{2,12}}[〔\[（(]\d{{4}}[〕\]）)]\d{{1,5}}号|[【\[].{{1,12}}[】\]]|(?:送审|讨论|征求意见|修改|初)稿"
    rf"|{MARKS}|[^。]{{0,30}}(?:{MARK_WITHIN})[^。]{{0,24}}"
)
"""What stands above a title and is none."""

_SPEAKER = re.compile(
    r"(\S*[长记任员席理师授士干]\S{0,6}|\S{2,20})\s+([\u4e00-\u9fff×*某]{2,4}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])"
)
_UNSPACED = re.compile(rf"(\S{{1,24}}(?:长|书记|主任|主席|委员|总理|经理|院士|教授))({NAME})")
_OPEN_NAME = re.compile(r"[×xX*○](?:\s*[×xX*○]){1,3}")
_NAME_ALONE = re.compile(rf"{NAME}|[{SURNAMES}]\s[\u4e00-\u9fff]")


def loosely(text: str) -> tuple[dict[str, Any], str]:
    """What a line says of date, stage and speaker, in whatever form, and what it says beside."""
    stage = STAGE.fullmatch(text)
    if stage:
        return {"stage": stage[1]}, ""
    found: dict[str, Any] = {}
    rest = text
    day = _ANY_DATE.search(text)
    said = _dated(day) if day else ""
    if day and said:
        found["date"] = said
        rest = _LABEL_OF_DATE.sub("", text[: day.start()] + " " + text[day.end() :])
    rest = rest.strip(_AROUND)
    label = _LABELLED_SPEAKER.search(rest)
    named = (speaker(label["who"]) or Speaker(name=label["who"])) if label else speaker(rest)
    if named:
        found["speaker"] = named
        rest = (rest[: label.start()] + rest[label.end() :]).strip(_AROUND) if label else ""
    return found, rest


def labelled(text: str) -> Speaker | None:
    """Who speaks, where a line says so behind a label and nothing else (述职人：王明)."""
    label = _LABELLED_SPEAKER.fullmatch(text)
    return speaker(label["who"]) if label else None


def _dated(match: re.Match[str]) -> str:
    """A date as an outline has it; "" where there is no such day."""
    if match["han"]:
        return match["han"]
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"] or 0)
    try:
        datetime.date(year, month, day or 1)
    except ValueError:
        return ""
    return f"{year}年{month}月" + (f"{day}日" if day else "")


def speaker(text: str) -> Speaker | None:
    """Who speaks, as a line names him: a name, or a post and a name; None where it names nobody."""
    if _NAME_ALONE.fullmatch(text) or _OPEN_NAME.fullmatch(text):
        return Speaker(name="".join(text.split()))
    found = _SPEAKER.fullmatch(text) or _UNSPACED.fullmatch(text)
    if found is None or len(text) > LONGEST or text.endswith(ENDS) or ABOVE.fullmatch(text):
        return None
    if _ANY_DATE.search(text) or "：" in text or _NAME_ALONE.fullmatch(found[1]):
        return None  # a day, another label, a second name: no post
    return Speaker(name="".join(found[2].split()), post=found[1])
