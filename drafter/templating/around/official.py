"""The elements of an official paper, as plain data: header block, addressees, imprint, whom to call.

Clauses are those of GB/T 9704—2012. What a telegram (电报) is headed by is no standard's but every office's habit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from drafter.copying import classified
from drafter.model.inlines import gap
from drafter.model.outline import Official, Outline, Speaker, unbracketed
from drafter.model.words import chained, cut, phrase
from drafter.numerals import NO_MARK_SPELLINGS
from drafter.patterns import pattern
from drafter.templating import punctuation, views

Say = Callable[[str], str]
Row = tuple[str, str]

TELEGRAM = "电报"
_BANNER_ENDS = {"信函": "", "命令": "令", "纪要": "纪要"}
_TELEGRAM_BANNER = "传真电报"
_URGENT = pattern("紧急.{0,6}通知$")
_OFFICE = pattern(
    "(?:局|厅|委|委员会|办|办公室|政府|党组|党委|部|院|校|公司|集团|中心|处|科|会|站|所|队|区|镇|乡|街道|指挥部)$"
)
_DUTY = (
    ("contact", "联系人", pattern("联系人|联络员")),
    ("phone", "值班电话", pattern("电话|热线")),
    ("report_by", "报送时限", pattern("报送时限|(?:前|内|时)[^，。；]{0,8}(?:报送|上报|报告|反馈|报)")),
)
"""Whom to call and until when to report: the key of each, what it is called, and how a text says it already."""


def elements(outline: Outline, form: str, say: Say, as_is: bool = False) -> dict[str, Any]:
    """The elements of an official paper. `header` and `imprint` are lines 名称：值; `duty` is a sentence.

    `signed_by_name`: with a post and a name, a character apart
    (7.3.5.3). Who signs is taken from the title where nothing else says it, but for a text that is printed `as_is`.
    """
    official, speaker = outline.official or Official(), outline.speaker or Speaker()
    official = replace(official, secrecy=classified.highest((official.secrecy, outline.secrecy)))
    form = official.form or form
    issuers = [say(name) for name in official.issuers]
    bare = official.note if unbracketed(official.note) == official.note else cut(official.note, 1, -1)
    return {
        "form": form,
        "issuers": issuers,
        "issuer": issuers[0] if issuers else say(speaker.org or ("" if as_is else _named_by(outline.title))),
        "number": say(official.number),
        "header": _telegram(outline, official, say)
        if form == TELEGRAM
        else _header(official, form, issuers, say, as_is),
        "secrecy": [row for row in _above(official, say)[1:] if row[1]],
        "seal": official.seal and form != TELEGRAM,
        "signed_by_name": any("\u3000" in name for name in official.issuers),
        "note": say(bare),
        "duty": _duty(outline, official, form, say),
        "imprint": _imprint(official, form, say),
    }


def _named_by(title: str) -> str:
    """Whose paper a title says it is: 澜川市水务局关于……的通知; else ""."""
    end = title.find("关于")
    return cut(title, 0, end) if end > 0 and _OFFICE.search(title, 0, end) else ""


def addressees(outline: Outline, say: Say) -> str:
    """The line of addressees (7.3.2): it ends in a colon."""
    names = [say(line) for line in outline.addressees]
    before = (punctuation.ended(name, "，") for name in names[:-1])
    return phrase(*before, *(punctuation.ended(name, "：") for name in names[-1:]))


def _header(official: Official, form: str, issuers: list[str], say: Say, as_is: bool) -> list[Row]:
    """The lines of the header block (7.2), by name; none where nobody issues the document, nor for a text that is
    printed `as_is` and says nothing of a header: there who issues it signs it.
    """
    banner = [say(line) for line in official.banner]
    if as_is and not (banner or official.number or official.copy or official.signers):
        return []
    if not issuers and not banner:
        if not (official.number or official.secrecy or official.urgency or official.copy or official.signers):
            return []
        banner = [gap("发文机关")]
    number = "" if official.number in NO_MARK_SPELLINGS else say(official.number) or gap("发文字号")
    rows = [("格式", form)] if form else []
    rows += [*_above(official, say), ("紧急程度", say(official.urgency))]
    rows += [("发文机关标志", line) for line in banner or _banner(issuers, form)]
    rows += [("发文字号", number)]
    rows += [("签发人", say(name)) for name in official.signers]
    return [row for row in rows if row[1]]


def _above(official: Official, say: Say) -> list[Row]:
    return [("份号", say(official.copy)), ("密级", say(official.secrecy))]


def _banner(issuers: list[str], form: str) -> list[str]:
    """The red words over a document (7.2.4): who issues it, and what kind of paper it is."""
    end = _BANNER_ENDS.get(form, "文件")
    if len(issuers) == 1:
        return [phrase(issuers[0], end)]
    return [*issuers, end] if end else issuers


def _telegram(outline: Outline, official: Official, say: Say) -> list[Row]:
    """What a telegram is headed by: who sends and who signed it, its urgency, its number, where it goes."""
    banner = [say(line) for line in official.banner] or [_TELEGRAM_BANNER]
    number = "" if official.number in NO_MARK_SPELLINGS else say(official.number) or gap("电报号")
    goes = [_bare(say(line)) for line in (official.sent_to or outline.addressees)]
    rows = [("格式", TELEGRAM), *_above(official, say)]
    rows += [("发文机关标志", line) for line in banner]
    rows += [
        ("发电单位", chained([say(name) for name in official.issuers], "、") or gap("发电单位")),
        ("签批盖章", chained([say(name) for name in official.signers], "、") or gap("签批盖章")),
        ("等级", say(official.urgency) or gap("等级")),
        ("电报号", number),
        ("发往", punctuation.ended(chained(goes, "，") or gap("发往"))),
    ]
    return [row for row in rows if row[1]]


def _duty(outline: Outline, official: Official, form: str, say: Say) -> str:
    """Whom to call and until when to report. An emergency cannot do without: what its text does not say is a gap."""
    urgent = form == TELEGRAM or (official.urgency.startswith("特") and outline.title.endswith("通知"))
    urgent = urgent or _URGENT.search(outline.title) is not None
    texts = [official.note, *(text for _, text in views.texts(outline))] if urgent else []
    said = []
    for key, name, told in _DUTY:
        value = say(_bare(getattr(official, key)))
        if not value and urgent and not any(map(told.search, texts)):
            value = gap(name)
        if value:
            said.append(phrase(name, "：", value))
    return punctuation.ended(chained(said, "，")) if said else ""


def _imprint(official: Official, form: str, say: Say) -> list[Row]:
    """The lines of the imprint (7.4), by name; a letter names no printer (10.1)."""
    copies = chained([_bare(say(name)) for name in official.copies], "，")
    rows = [("抄送", punctuation.ended(copies))]
    if form != "信函":
        rows += [("印发机关", say(official.printer)), ("印发日期", say(official.printed))]
    rows = [row for row in rows if row[1]]
    return [*rows, ("位置", "偶数页")] if rows and official.imprint else rows


def _bare(text: str) -> str:
    """The text without marks at its end."""
    return cut(text, 0, len(text.rstrip("，。：；")))
