"""An `Outline` as the YAML that a person would have written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from drafter.model import vocabulary
from drafter.model.inlines import picture_of
from drafter.model.library import Piece
from drafter.model.outline import (
    Attachment,
    FactValue,
    Occasion,
    Official,
    Outline,
    Part,
    Point,
    Section,
    Speaker,
    Tail,
)
from drafter.model.template import Template
from drafter.model.tree import Tree
from drafter.writers.yaml_text import dumped

_CHINESE = {name: vocabulary.chinese(table) for name, table in vocabulary.TABLES.items()}
_ROLES = vocabulary.chinese(vocabulary.ROLES)
_LAYOUTS = vocabulary.chinese(vocabulary.LAYOUTS)
_AS_THEY_ARE = (
    "template", "style", "extends", "title", "subtitle", "stage", "date", "register", "secrecy",
)  # fmt: skip
"""Fields of an outline that are written as they stand."""


class _Writer:
    """Writes keys in one of the two spellings."""

    def __init__(self, keys: str, template: Template | None) -> None:
        self._zh = keys == "zh"
        self._own = {role.name: role.chinese for role in template.roles} if template else {}

    def key(self, table: str, name: str) -> str:
        return _CHINESE[table][name] if self._zh else name

    def mark(self, mark: str) -> str:
        """A scheme or a literal mark as it is written: `none` is 无 among Chinese keys."""
        return vocabulary.NONE.chinese[0] if self._zh and mark == vocabulary.NONE.name else mark

    def role(self, name: str) -> str:
        return self._own.get(name) or _ROLES.get(name, name) if self._zh else name

    def fields(self, table: str, values: Mapping[str, Tree]) -> dict[str, Tree]:
        """The fields that hold something, under their written keys, in the table's order."""
        order = [key.name for key in vocabulary.TABLES[table]]
        return {
            self.key(table, name): values[name]
            for name in sorted(values, key=order.index)
            if values[name] not in ("", None, (), [], {}, False)
        }

    def outline(self, outline: Outline) -> dict[str, Tree]:
        """The whole outline, top level first, parts in their order."""
        speaker = outline.speaker
        values: dict[str, Tree] = {name: getattr(outline, name) for name in _AS_THEY_ARE}
        values |= {
            "audience": list(outline.audience),
            "above_title": list(outline.above_title),
            "under_title": list(outline.under_title),
            "numbering": [self.mark(mark) for mark in outline.numbering],
            "brief": list(outline.brief),
            "tags": list(outline.tags),
            "minutes": f"{outline.minutes:g}" if outline.minutes else "",
            "redacted": self.flag(outline.redacted),
            "contents": self.flag(outline.contents),
            "addressees": list(outline.addressees),
            "official": self.official(outline.official) if outline.official else {},
            "attachments": [self.attachment(item) for item in outline.attachments],
            "opinions": [self.fields("opinion", _slots(one)) for one in outline.opinions],
            "readings": dict(outline.readings),
            "wording": self.wording(outline.wording),
            "speaker": self.speaker(speaker) if speaker else {},
            "facts": {name: self.fact(fact) for name, fact in outline.facts.items()},
        }
        if outline.occasion:
            values["occasion"] = self.occasion(outline.occasion)
        tree = self.fields("outline", values)
        if outline.date == "":
            tree[self.key("outline", "date")] = None
        return tree | self._parts(outline)

    def flag(self, value: bool) -> str:
        """Yes as it is written; nothing for no."""
        return ("是" if self._zh else "true") if value else ""

    def occasion(self, occasion: Occasion) -> dict[str, Tree]:
        ranks = {person: f"{person.rank:g}" if person.rank else "" for person in occasion.people}
        people: Tree = [
            self.fields("person", _slots(person) | {"rank": ranks[person]}) for person in occasion.people
        ]
        agenda = [self.fields("agenda", _slots(item)) for item in occasion.agenda]
        own: dict[str, Tree] = {"agenda": agenda, "people": people, "attendance": list(occasion.attendance)}
        tree = self.fields("occasion", _slots(occasion) | own | {"basis": list(occasion.basis or ())})
        if occasion.basis is None:
            tree[self.key("occasion", "basis")] = None
        return tree

    def wording(self, wording: Mapping[str, str]) -> Tree:
        """A number for all, or what is chosen for each place."""
        if set(wording) == {""}:
            return wording[""]
        return {self.role(place) if place else vocabulary.REST: said for place, said in wording.items()}

    def speaker(self, speaker: Speaker) -> dict[str, Tree]:
        above = ("是" if self._zh else "true") if speaker.above_date else ""
        return self.fields("speaker", _slots(speaker) | {"above_date": above})

    def official(self, official: Official) -> dict[str, Tree]:
        own: dict[str, Tree] = {
            name: list(getattr(official, name))
            for name in ("issuers", "banner", "signers", "sent_to", "copies")
        }
        own["seal"] = "" if official.seal else ("否" if self._zh else "false")
        return self.fields("official", _slots(official) | own)

    def attachment(self, attachment: Attachment) -> Tree:
        """An attachment: its name alone where it has nothing else."""
        if attachment == Attachment(title=attachment.title):
            return attachment.title
        content = self.part(Part("body", attachment.items)) if attachment.items else ""
        values: dict[str, Tree] = {"title": attachment.title, "content": content}
        return self.fields("attachment", values | {"landscape": self.flag(attachment.landscape)})

    def _parts(self, outline: Outline) -> dict[str, Tree]:
        """Parts under their roles, or as one ordered list where that is what they were."""
        if not outline.ordered:
            return {self.role(part.role): self.part(part) for part in outline.parts}
        ends = {p.role: self.part(p) for p in outline.parts if p.role in ("opening", "closing")}
        middle = [
            self.text(item) if isinstance(item, str) else self.section(item)
            for part in outline.parts
            if part.role not in ends
            for item in part.items
        ]
        tree: dict[str, Tree] = {}
        if "opening" in ends:
            tree[self.role("opening")] = ends["opening"]
        tree[self.key("outline", "sections")] = middle
        if "closing" in ends:
            tree[self.role("closing")] = ends["closing"]
        return tree

    def part(self, part: Part) -> Tree:
        items = [self.text(item) if isinstance(item, str) else self.section(item) for item in part.items]
        return items[0] if len(items) == 1 else items

    def text(self, text: str) -> Tree:
        """A paragraph, or the picture that stands for one."""
        shown = picture_of(text) if "图片=" in text else None
        if shown is None:
            return text
        fields: dict[str, Tree] = {"file": shown.file, "caption": shown.caption, "width": shown.width}
        said = self.fields("picture", fields)
        return {self.key("section", "picture"): said if len(said) > 1 else shown.file}

    def texts(self, texts: tuple[str, ...]) -> Tree:
        """Paragraphs: one by itself, pictures only in a list."""
        written = [self.text(text) for text in texts]
        return written[0] if len(written) == 1 and isinstance(written[0], str) else written

    def section(self, section: Section) -> dict[str, Tree]:
        values = _slots(section) | self._shared(section)
        values["lead"] = self.texts(section.lead)
        values["run_on"] = self.flag(section.run_on)
        values["table"] = [list(row) for row in section.table]
        return self.fields("section", values)

    def point(self, point: Point) -> Tree:
        """A point: its text alone where it has nothing else."""
        if point == Point(text=point.text) and len(point.text) == 1:
            return self.text(point.text[0])
        values = _slots(point) | self._shared(point)
        values["text"] = self.texts(point.text)
        values["mark"] = self.mark(point.mark)
        values["cut"] = str(point.cut or "")
        return self.fields("point", values)

    def _shared(self, item: Section | Point | Tail) -> dict[str, Tree]:
        """The fields that sections, points and tails have in common."""
        several = item.marks if isinstance(item.marks, tuple) else None
        scheme = item.marks if isinstance(item.marks, str) else ""
        marks: Tree = [self.mark(mark) for mark in several] if several else self.mark(scheme)
        tail: Tree = self.tail(item.tail) if isinstance(item.tail, Tail) else self.texts(item.tail)
        shared: dict[str, Tree] = {
            "points": [self.point(point) for point in item.points],
            "marks": marks,
            "layout": _LAYOUTS.get(item.layout, item.layout) if self._zh else item.layout,
            "tail": tail,
        }
        if not isinstance(item, Tail):
            shared["role"] = self.role(item.role) if item.role else ""
            shared["use"] = item.use.id if item.use else ""
        return shared

    def tail(self, tail: Tail) -> Tree:
        return self.fields("section", self._shared(tail) | {"lead": self.texts(tail.lead)})

    def fact(self, fact: FactValue | None) -> Tree:
        """A fact: its value alone where it has nothing else, nothing where it is open."""
        if fact is None:
            return None
        if fact == FactValue(value=fact.value):
            return fact.value
        return self.fields("fact", {name: said for name, said in _slots(fact).items() if name != "lines"})


def write(outline: Outline, *, keys: str = "zh", template: Template | None = None) -> str:
    """The outline's YAML, in Chinese keys or (`keys="en"`) English ones.

    `template` gives the roles of its own their Chinese names.
    """
    return dumped(_Writer(keys, template).outline(outline))


def part_tree(piece: Piece, source: str, keys: str) -> tuple[Tree, bool]:
    """A piece of the library in the shape of the file, and whether it is a point.

    `source` is the entry's id, written beside it; a phrase is a section without a heading.
    """
    writer = _Writer(keys, None)
    if isinstance(piece, Point):
        return writer.point(replace(piece, role="", source=source)), True
    section = replace(piece, role="") if isinstance(piece, Section) else Section(lead=piece)
    return writer.section(replace(section, source=source)), False


def _slots(item: Any) -> dict[str, Tree]:
    """The fields of a model object by name."""
    return {name: getattr(item, name) for name in item.__dataclass_fields__}
