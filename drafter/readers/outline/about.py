"""What stands around the text of an outline: who speaks where, and what a document carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafter import numerals
from drafter.model import vocabulary
from drafter.model.outline import (
    AgendaItem,
    Attachment,
    Occasion,
    Official,
    Opinion,
    Person,
    Speaker,
)
from drafter.model.words import derived
from drafter.patterns import pattern
from drafter.problems import Severity
from drafter.readers import dates
from drafter.readers.outline.parts import PartReader
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.reading import Reading, nearest

NAMES = {name: vocabulary.spellings(table) for name, table in vocabulary.TABLES.items()}
_MOST_AGENDA = 1_000

_FORMS = {
    "secrecy": (
        pattern(r"(?:绝密|机密|秘密)(?:★.+)?|内部(?:资料|文件|材料|参考)?(?:[\s，、].+)?"),
        "密级",
        "写成 绝密、机密或秘密，期限写在后面，如 秘密★1年；不定密只限内部看的，写 内部资料",
    ),
    "urgency": (
        pattern("(?:特提|特急|加急|平急)(?:[·•]?明电)?"),
        "紧急程度",
        "写成 特急 或 加急；电报用 特提、特急、加急、平急",
    ),
    "number": (
        pattern(
            r"[^\[\]［］【】()（）]*(?:〔\d{4}〕[1-9]\d*号|第\s?[1-9〇一二三四五六七八九十]\d*[号期].*)?"
        ),
        "发文字号",
        "年份用六角括号〔2026〕，序号不编虚位、不加“第”，如 澜政办发〔2026〕3号",
    ),
}
"""How elements are written (GB/T 9704—2012 7.2.2, 7.2.3, 7.2.5), what each is, and an example."""

_PRESENCE = {word: word for word in ("出席", "列席", "请假")}


class AboutReader:
    """Reads speaker, occasion, official elements, attachments and readings."""

    def __init__(self, reading: Reading, parts: PartReader) -> None:
        self.reading = reading
        self.parts = parts

    def lines(self, node: yaml.Node, table: str, what: str) -> dict[str, str]:
        """The fields of a mapping in which every value is a line."""
        return {
            name: self.reading.line(value, key.text)
            for name, key, value in self.reading.fields(node, NAMES[table], f"{what}里")
        }

    def date(self, node: yaml.Node) -> str:
        """A date as it prints, or "" with a problem where it is none."""
        text = self.reading.line(node, "日期")
        if not text:
            return ""
        date = dates.normal(text)
        if date is None:
            self.reading.complain(
                node,
                "bad-date",
                f"日期“{text[:20]}”看不懂或不存在",
                "写成 2026-03-12、2026年3月12日或 2026年3月",
            )
        return derived(date, text) if date and date != text else text if date else ""

    def speaker(self, node: yaml.Node) -> Speaker:
        """Who speaks: a name alone, or name, post and unit."""
        if isinstance(node, yaml.Scalar):
            return Speaker(name=self.reading.line(node, "讲话人"))
        values: dict[str, Any] = {}
        for name, key, value in self.reading.fields(node, NAMES["speaker"], "讲话人里"):
            read = self.reading.flag if name == "above_date" else self.reading.line
            values[name] = read(value, key.text)
        return Speaker(**values)

    def occasion(self, node: yaml.Node) -> Occasion:
        """The meeting: its name alone, or all about it."""
        if isinstance(node, yaml.Scalar):
            return Occasion(name=self.reading.line(node, "场合"))
        values: dict[str, Any] = {}
        for name, key, value in self.reading.fields(node, NAMES["occasion"], "场合里"):
            match name:
                case "agenda":
                    values[name] = tuple(self._agenda_item(item) for item in self._agenda(value, key))
                case "people":
                    values[name] = tuple(self._person(item) for item in self._items(value, key.text))
                case "attendance":
                    values[name] = self.reading.texts(value, key.text)
                case "basis":
                    values[name] = self.reading.texts(value, key.text) or None
                case _:
                    values[name] = self.reading.line(value, key.text)
        return Occasion(**values)

    def _items(self, node: yaml.Node, what: str) -> list[yaml.Node]:
        """The items of a list; an empty value has none."""
        if isinstance(node, yaml.Sequence):
            return node.items
        if not (isinstance(node, yaml.Scalar) and node.empty):
            self.reading.complain(node, "wrong-type", f"“{what}”要写成列表", "每一项以“- ”开头")
        return []

    def _agenda(self, value: yaml.Node, key: yaml.Scalar) -> Sequence[yaml.Node]:
        """The items of the agenda, as many as any meeting has."""
        items = list(self._items(value, key.text))
        if len(items) > _MOST_AGENDA:
            message = f"议程有 {len(items)} 项，最多 {_MOST_AGENDA} 项"
            self.reading.complain(key, "too-many", message, "合并成几项，或分成几次会")
        return items[:_MOST_AGENDA]

    def _agenda_item(self, node: yaml.Node) -> AgendaItem:
        item = AgendaItem(**self.lines(node, "agenda", "议程"))
        if item.is_considered:
            who = item.who or item.reported_by or "会议"
            item = replace(item, who=who, does=item.does or ("汇报" if item.reported_by else "研究"))
        for field, name in ((item.who, "谁"), (item.does, "做")):
            if not field and isinstance(node, yaml.Mapping):
                self.reading.complain(
                    node, "missing-key", f"议程的这一项没有写“{name}”", f"加上 {name}: ……，或删去这一项"
                )
        return item

    def _person(self, node: yaml.Node) -> Person:
        """Somebody at the meeting: a line that says it all, or name, post and unit."""
        if isinstance(node, yaml.Scalar):
            return Person(name=self.reading.line(node, "人员"))
        values: dict[str, Any] = {}
        for name, key, value in self.reading.fields(node, NAMES["person"], "人员里"):
            match name:
                case "rank":
                    values[name] = self.reading.number(value, key.text)
                case "presence":
                    values[name] = self.reading.choice(value, key.text, _PRESENCE)
                case _:
                    values[name] = self.reading.line(value, key.text)
        return Person(**values)

    def secrecy(self, node: yaml.Node, key: str) -> str:
        """The mark of secrecy, warned of where it is none."""
        self._doubt("secrecy", node)
        return self.reading.line(node, key)

    def official(self, node: yaml.Node) -> Official | None:
        """The elements of an official document (GB/T 9704—2012 7.2 to 7.4); an empty key has none."""
        if isinstance(node, yaml.Scalar):
            if not node.empty:
                hint = "下一行起缩进写：" + "、".join(key.chinese[0] for key in vocabulary.OFFICIAL)
                self.reading.complain(node, "wrong-type", "“公文”下面要分项写成“键: 值”", hint)
            return None
        values: dict[str, Any] = {}
        for name, key, value in self.reading.fields(node, NAMES["official"], "公文要素里"):
            match name:
                case "form":
                    values[name] = self.reading.choice(value, key.text, vocabulary.FORMS)
                case "issuers" | "banner" | "signers" | "sent_to" | "copies":
                    values[name] = self.reading.texts(value, key.text)
                case "seal":
                    values[name] = self.reading.flag(value, key.text)
                case "printed":
                    values[name] = self.date(value)
                case "imprint":
                    values[name] = self.reading.choice(value, key.text, vocabulary.EVEN)
                case _:
                    values[name] = self.reading.line(value, key.text)
            self._doubt(name, value)
        return Official(**values)

    def _doubt(self, name: str, node: yaml.Node) -> None:
        """Warns of an element that is not written as the standard has it."""
        form = _FORMS.get(name)
        text = node.text.strip() if isinstance(node, yaml.Scalar) else ""
        if form is not None and text and "{{" not in text and not form[0].fullmatch(text):
            message = f"“{text[:20]}”不像{form[1]}"
            self.reading.complain(node, "odd-element", message, form[2], Severity.WARNING)

    def opinions(self, node: yaml.Node) -> tuple[Opinion, ...]:
        """What people said of the draft; one that is only a text is in somebody's words."""
        found = (
            Opinion(words=self.reading.line(item, "意见"))
            if isinstance(item, yaml.Scalar)
            else Opinion(**self.lines(item, "opinion", "意见"))
            for item in self._items(node, "意见")
        )
        known = tuple(one for one in found if one != Opinion())
        for one in known:
            if one.state not in ("已改", "未改", "待定", ""):
                hint = "写 已改、未改（不采纳）或 待定"
                self.reading.complain(node, "unknown-value", f"“办理”没有“{one.state[:20]}”", hint)
        return known

    def attachments(self, node: yaml.Node) -> tuple[Attachment, ...]:
        """The attachments; one that is only a name has no content of its own."""
        found = (self._attachment(item) for item in self._items(node, "附件"))
        return tuple(attachment for attachment in found if attachment != Attachment())

    def _attachment(self, node: yaml.Node) -> Attachment:
        if isinstance(node, yaml.Scalar):
            return Attachment(title=self.reading.line(node, "附件"))
        values: dict[str, Any] = {}
        for name, key, value in self.reading.fields(node, NAMES["attachment"], "附件里"):
            match name:
                case "content":
                    values["items"] = self.parts.part("body", value).items
                case "landscape":
                    values[name] = self.reading.flag(value, key.text)
                case _:
                    values[name] = self.reading.line(value, key.text)
        if not values.get("title") and isinstance(node, yaml.Mapping):
            self.reading.complain(node, "missing-key", "这个附件没有写标题", "加上 标题: ……，或删去这一项")
        return Attachment(**values)

    def wording(self, node: yaml.Node, places: Mapping[str, str]) -> dict[str, str]:
        """Which of the template's wordings to use: a number for all under "", or a number or a sentence by place;
        `places` are the parts as they may be spelt.
        """
        if isinstance(node, yaml.Scalar):
            said = self.reading.line(node, "措辞")
            if said and not (numerals.is_count(said) and int(said)):
                hint = "写一个数，如 措辞: 2；或分处写 结尾: 3"
                self.reading.complain(node, "bad-value", "“措辞”要写数字，或分处写成“键: 值”", hint)
                return {}
            return {"": said} if said else {}
        if not isinstance(node, yaml.Mapping):
            self.reading.complain(node, "wrong-type", "“措辞”要写一个数，或分处写成“键: 值”", "例如 结尾: 3")
            return {}
        found: dict[str, str] = {}
        for key, value in node.pairs:
            if key.text not in places and key.text != vocabulary.REST:
                hint = nearest(key.text, places)
                self.reading.complain(key, "unknown-key", f"“措辞”没有“{key.text[:20]}”这一处", hint)
                continue
            said = self.reading.line(value, key.text)
            if said.isdecimal() and not (numerals.is_count(said) and int(said)):
                self.reading.complain(value, "bad-value", "“措辞”的号从 1 数起", "例如 结尾: 3")
            elif said:  # one of an outline below may be spelt otherwise: the last counts
                found[places.get(key.text, "")] = said
        return found

    def readings(self, node: yaml.Node) -> dict[str, str]:
        """Words and how they are read, by word."""
        if isinstance(node, yaml.Scalar) and node.empty:
            return {}
        if not isinstance(node, yaml.Mapping):
            self.reading.complain(node, "wrong-type", "“注音”要写成“词: 拼音”", "例如 仝勇: tóng yǒng")
            return {}
        found = {}
        for key, value in node.pairs:
            said = self.reading.line(value, key.text)
            if not key.text.strip() or not said or "{{" in said:
                self.reading.complain(key, "bad-value", "“注音”要写成“词: 拼音”", "例如 仝勇: tóng yǒng")
            else:
                found[key.text.strip()] = said
        return found
