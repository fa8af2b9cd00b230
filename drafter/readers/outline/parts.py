"""The parts of an outline: sections, points and tails, from their nodes."""

from __future__ import annotations

from typing import Any

from drafter import numerals
from drafter.model import vocabulary
from drafter.model.outline import Marks, Part, Point, Section, Tail, Texts, Use
from drafter.model.words import derived
from drafter.problems import Severity
from drafter.readers import dates
from drafter.readers.outline import pictures
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.reading import Reading, first_spellings

_SECTION = vocabulary.spellings(vocabulary.SECTION)
_POINT = vocabulary.spellings(vocabulary.POINT)
_TAIL = vocabulary.spellings(vocabulary.TAIL)
_NOTHING = Section()
_SAID = ("text", "lead", "points", "table", "tail")
"""What an entry of the library says itself, and nobody beside it."""

_ROLES = vocabulary.spellings(vocabulary.ROLES)
_LAYOUTS = vocabulary.spellings(vocabulary.LAYOUTS)


class PartReader:
    """Reads parts; `roles` are the spellings of the roles that a template has a place for, with their names."""

    def __init__(self, reading: Reading, roles: dict[str, str]) -> None:
        self.reading = reading
        self.roles = roles
        self._all_roles = {**_ROLES, **roles}

    def part(self, role: str, node: yaml.Node) -> Part:
        """A part that stands under its role: a text, a section, or a list of both."""
        items: list[str | Section] = []
        for item in node.items if isinstance(node, yaml.Sequence) else [node]:
            if isinstance(item, yaml.Scalar):
                items.extend(self.reading.texts(item, role))
            else:
                items.append(self.section(item))
        return Part(role, tuple(item for item in items if item != _NOTHING))

    def sections(self, node: yaml.Node) -> list[Part]:
        """The ordered list of sections, each a part of its own."""
        if not isinstance(node, yaml.Sequence):
            self.reading.complain(node, "wrong-type", "“小节”要写成列表", "每一节以“- ”开头")
            return []
        parts = []
        for item in node.items:
            if isinstance(item, yaml.Scalar):
                texts = self.reading.texts(item, "小节")
                parts.append(Part("body", texts))
            else:
                section = self.section(item)
                parts.append(Part(section.role or "body", (section,)))
        return [part for part in parts if part.items not in ((), (_NOTHING,))]

    def section(self, node: yaml.Node) -> Section:
        """One section; an empty one says nothing."""
        values: dict[str, Any] = {}
        keys: dict[str, yaml.Scalar] = {}
        before = len(self.reading.references)
        for name, key, value in self.reading.fields(node, _SECTION, "小节里"):
            keys[name] = key
            values[name] = self._section_field(name, key, value)
        self._check_use(keys)
        if values.pop("parked", False):
            del self.reading.references[before:]
            return _NOTHING
        shown = values.pop("picture", ())
        return Section(**pictures.opened(values, "lead", shown))

    def _section_field(self, name: str, key: yaml.Scalar, value: yaml.Node) -> Any:
        """What stands under one key of a section."""
        match name:
            case "lead":
                return pictures.texts(self.reading, value, key.text)
            case "parked" | "run_on":
                return self.reading.flag(value, key.text)
            case "use":
                return self._use(key, value)
            case "heading" | "source":
                return self.reading.line(value, key.text)
            case "table":
                return self.table(value)
            case _:
                return self._shared(name, key.text, value)

    def table(self, node: yaml.Node) -> tuple[tuple[str, ...], ...]:
        """The rows of a table; the first is the head."""
        if isinstance(node, yaml.Scalar) and node.empty:
            return ()
        if not isinstance(node, yaml.Sequence) or not all(isinstance(r, yaml.Sequence) for r in node.items):
            hint = "每行写成 - [序号, 事项, 责任单位]，第一行是表头"
            self.reading.complain(node, "wrong-type", "“表格”要写成各行的列表", hint)
            return ()
        rows = [
            tuple(self.reading.line(cell, "表格") for cell in row.items)
            for row in node.items
            if isinstance(row, yaml.Sequence)
        ]
        if not rows or not rows[0]:
            self.reading.complain(node, "wrong-type", "表格没有表头", "第一行写各列的名称，如 - [序号, 事项]")
            return ()
        for row, node_of in zip(rows[1:], node.items[1:], strict=True):
            if len(row) > len(rows[0]):
                message = f"这一行有 {len(row)} 格，表头只有 {len(rows[0])} 格"
                self.reading.complain(node_of, "lost-cell", message, "表头加一列，或把多出来的并进前面")
        return tuple(rows)

    def points(self, node: yaml.Node) -> tuple[Texts, tuple[Point, ...]]:
        """A list of points, each a text or a mapping; pictures that stand above them all come first."""
        if isinstance(node, yaml.Scalar) and node.empty:
            return (), ()
        if not isinstance(node, yaml.Sequence):
            self.reading.complain(node, "wrong-type", "“要点”要写成列表", "每个要点以“- ”开头")
            return (), ()
        points = (self.point(item) for item in node.items)
        return pictures.parted(point for point in points if point is not None)

    def point(self, node: yaml.Node) -> Point | None:
        """One point, or None where nothing is written, or what is written is parked."""
        if isinstance(node, yaml.Scalar):
            texts = self.reading.texts(node, "要点")
            return Point(text=texts) if texts else None
        values: dict[str, Any] = {}
        keys: dict[str, yaml.Scalar] = {}
        before = len(self.reading.references)
        for name, key, value in self.reading.fields(node, _POINT, "要点里"):
            keys[name] = key
            values[name] = self._point_field(name, key, value)
        self._check_use(keys)
        if values.pop("parked", False):
            del self.reading.references[before:]
            return None
        shown = values.pop("picture", ())
        point = pictures.followed(Point(**pictures.opened(values, "text")), shown)
        return point if point != Point() else None

    def _point_field(self, name: str, key: yaml.Scalar, value: yaml.Node) -> Any:
        """What stands under one key of a point."""
        match name:
            case "text":
                return pictures.texts(self.reading, value, key.text)
            case "use":
                return self._use(key, value)
            case "deadline":
                return self._deadline(value, key.text)
            case "mark":
                return numerals.scheme(self.reading.line(value, key.text))
            case "parked":
                return self.reading.flag(value, key.text)
            case "cut":
                return self._cut(value, key.text)
            case "points" | "picture" | "tail" | "marks" | "layout" | "role":
                return self._shared(name, key.text, value)
            case _:
                return self.reading.line(value, key.text)

    def _deadline(self, node: yaml.Node, key: str) -> str:
        deadline = self.reading.line(node, key)
        if dates.is_no_date(deadline):
            self.reading.complain(node, "bad-date", f"时限“{deadline}”不存在", "写成 2026-09-30，或 9月底前")
        day = dates.normal(deadline)
        return derived(day, deadline) if day and day != deadline else deadline

    def _shared(self, name: str, key: str, node: yaml.Node) -> Any:
        """A field that sections and points both have."""
        match name:
            case "points":
                return self.points(node)
            case "picture":
                return pictures.picture(self.reading, node)
            case "tail":
                return self.tail(node, key)
            case "marks":
                return self.marks(node, key)
            case "layout":
                return self.reading.choice(node, key, _LAYOUTS, "unknown-layout")
            case _:
                return self._role(node, key)

    def _role(self, node: yaml.Node, key: str) -> str:
        """The role of a section or a point; one that the template has no place for is told, and kept."""
        role = self.reading.choice(node, key, self._all_roles, "unknown-role")
        if role and role not in self.roles.values() and isinstance(node, yaml.Scalar):
            self.unplaced(node)
        return role

    def unplaced(self, key: yaml.Scalar) -> None:
        """Says that the template has no place for a part: it prints where the outline has it."""
        taken = "、".join(first_spellings(self.roles))
        self.reading.complain(
            key,
            "unplaced-role",
            f"这个文体没有安排“{key.text}”，照大纲里的位置印",
            f"看看位置合不合适；它安排的是：{taken}",
            Severity.WARNING,
        )

    def _cut(self, node: yaml.Node, key: str) -> int:
        """In which order a point may go, from 1; 0 where it stays."""
        text = self.reading.line(node, key).lower()
        if numerals.is_count(text):
            return int(text)
        if text and text not in (*vocabulary.YES, *vocabulary.NO):
            message = f"“{key}”要写 是，或 1、2、3……，现在是“{text[:20]}”"
            self.reading.complain(node, "wrong-type", message, "时间紧的时候，小的先略")
        return int(text in vocabulary.YES)

    def tail(self, node: yaml.Node, key: str) -> Texts | Tail:
        """A tail: paragraphs, or a second row of points with what stands around it."""
        if not isinstance(node, yaml.Mapping):
            return pictures.texts(self.reading, node, key)
        values: dict[str, Any] = {}
        for name, inner, value in self.reading.fields(node, _TAIL, "小结里"):
            if name == "lead" or (name == "tail" and not isinstance(value, yaml.Mapping)):
                values[name] = pictures.texts(self.reading, value, inner.text)
            elif name == "tail":
                self.reading.complain(value, "wrong-type", "小结里的“小结”要写文字", "再多的要点另写一节")
            else:
                values[name] = self._shared(name, inner.text, value)
        return Tail(**pictures.opened(values, "lead"))

    def marks(self, node: yaml.Node, key: str) -> Marks:
        """A scheme, `none`, or a list of literal marks."""
        if isinstance(node, yaml.Sequence):
            return tuple(map(numerals.scheme, self.reading.texts(node, key)))
        text = self.reading.line(node, key)
        return numerals.scheme(text) or None

    def _check_use(self, keys: dict[str, yaml.Scalar]) -> None:
        """`use` takes a text from elsewhere, so one beside it would be lost."""
        own = next((keys[name] for name in _SAID if name in keys), None)
        if "use" in keys and own is not None:
            message = f"“引用”和“{own.text}”不能同写"
            self.reading.complain(
                own,
                "use-with-text",
                message,
                "只留一个：要改动就删去“引用”，或用 drafter library take 取进来改",
            )

    def _use(self, key: yaml.Scalar, value: yaml.Node) -> Use | None:
        """The entry that is to stand here; None where none is written."""
        named = self.reading.line(value, key.text)
        return Use(named, key.place) if named else None
