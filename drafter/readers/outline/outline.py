"""An outline's YAML as an `Outline`, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from drafter import numerals
from drafter.model import vocabulary
from drafter.model.outline import FactValue, Outline, Part
from drafter.patterns import pattern
from drafter.problems import Place, Problem, has_errors
from drafter.readers.outline.about import AboutReader
from drafter.readers.outline.facts import FactReader
from drafter.readers.outline.parts import PartReader
from drafter.readers.yaml import keys, slips, trees
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.reading import Reading
from drafter.records import Record

_NAMES = {name: vocabulary.spellings(table) for name, table in vocabulary.TABLES.items()}
_TABLE_BELOW = {name: name for name in ("speaker", "occasion", "facts", "official", "readings")}
_OVERLAID = _NAMES | {"outline": {**vocabulary.spellings(vocabulary.ROLES), **_NAMES["outline"]}}
_NOT_ROLES = frozenset(_NAMES["outline"])
_MOST_KEYS = 500
"""Keys that an outline may have at its top for misspelt ones to be looked for among them."""

_ALL_ROLES = vocabulary.spellings(vocabulary.ROLES)
_NOT_HERE = "a role of other templates: "
_ODD_LINE = pattern(r"\n[ \t]*(?:-[^\s\-\d]|[\t\u3000])")
_ODD_ITEM = pattern(r"\n[ -]*- +(?:小?标题|正文|要点|导语|小结|责任单位|时限)[ \t]*(?:：|:(?=\S))")
_CUT_SHORT = pattern(r"\s#[^\s#!]")
_ONE_ITEM = pattern(r"[:-] +\[[^\[\],\n]*，")
_OTHERS = {word: f"{_NOT_HERE}{word}" for word in _ALL_ROLES}


class Source(Record):
    """An outline as nodes, before its meaning is read, with the slips met on the way."""

    root: yaml.Mapping
    text: str
    name: str
    problems: tuple[Problem, ...] = ()
    mended: bool = False

    def field(self, name: str, roles: Mapping[str, str] | None = None) -> str:
        """The text of a top-level field by its English name, or "". `roles`: see `pair`."""
        _, value = self.pair(name, roles) or (None, None)
        return value.text.strip() if isinstance(value, yaml.Scalar) and not value.empty else ""

    def pair(self, name: str, roles: Mapping[str, str] | None = None) -> tuple[yaml.Scalar, yaml.Node] | None:
        """The key and the value of a top-level field by its English name; None where it is not there.

        Where `roles` are given, the spellings of all parts that may be meant, a misspelt key counts too.
        """
        names = _NAMES["outline"]
        for key, value in self.root.pairs:
            if names.get(key.text) == name:
                return key, value
        if roles is None or len(self.root.pairs) > _MOST_KEYS:
            return None
        known = {**_ALL_ROLES, **roles, **names}
        for _, meant, value in keys.meant(self.root, known, known):
            if meant is not None and names.get(meant.text) == name:
                return meant, value
        return None


def parse(text: str, name: str, any_key: bool = False) -> tuple[Source | None, tuple[Problem, ...]]:
    """The outline's nodes, None where there is no outline at all, and what is wrong so far.

    `any_key`: see `slips.find`.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    root, problems = trees.parse(text, name)
    if any(problem.code == "too-large" for problem in problems):
        return None, tuple(problems)
    if problems or not isinstance(root, yaml.Mapping) or _looks_wrong(text):
        return _parse_mended(text, name, any_key)
    return _source(root, text, name, (), False)


def _looks_wrong(text: str) -> bool:
    """Whether the text holds slips that YAML reads without a word, though not as they were meant.

    Each costly pattern is tried only where a cheap look says that it may be there.
    """
    return (
        "｛｛" in text
        or "｝｝" in text
        or _ODD_LINE.search("\n" + text) is not None
        or _ODD_ITEM.search(text) is not None
        or ("#" in text and _CUT_SHORT.search(text) is not None)
        or ("[" in text and _ONE_ITEM.search(text) is not None)
    )


def _parse_mended(text: str, name: str, any_key: bool = False) -> tuple[Source | None, tuple[Problem, ...]]:
    """As `parse`, after the slips of the hand have been found and mended."""
    mended, found = slips.find(text, name, any_key=any_key)
    root, problems = trees.parse(mended, name)
    all_problems = (*found, *problems)
    if root is None and problems:
        return None, all_problems
    return _source(root, text, name, all_problems, True)


def _source(
    root: yaml.Node | None, text: str, name: str, problems: tuple[Problem, ...], mended: bool
) -> tuple[Source | None, tuple[Problem, ...]]:
    if isinstance(root, yaml.Mapping):
        return Source(root, text, name, problems, mended), problems
    message = "这份大纲是空的" if root is None else "这不是一份大纲：最外层要写“键: 值”"
    hint = "用 drafter new 生成一份，或从 drafter outlines list 里复制一份"
    return None, (*problems, Problem("no-outline", message, Place(name, 1, 1), hint=hint))


def overlay(base: yaml.Mapping, over: yaml.Mapping, table: str = "outline") -> yaml.Mapping:
    """The base outline with `over` written on top, key by key; lists are replaced whole.

    Keys match whatever their spelling. Used for `extends`. Where one of the two has an ordered
    list of sections, the upper one's parts replace all of the lower one's but opening and closing.
    """
    names = _OVERLAID.get(table, {})
    above: dict[str, list[tuple[yaml.Scalar, yaml.Node]]] = {}
    for key, value in over.pairs:
        above.setdefault(names.get(key.text, key.text), []).append((key, value))
    replaced = _replaced_parts(above) if table == "outline" else frozenset()
    merged = yaml.Mapping(over.line, over.column, over.source)
    for key, value in base.pairs:
        name = names.get(key.text, key.text)
        if name in replaced:
            continue
        pairs = above.pop(name, [(key, value)])
        new_key, new = pairs[0]
        if new is not value and isinstance(value, yaml.Mapping) and isinstance(new, yaml.Mapping):
            below = "fact" if table == "facts" else _TABLE_BELOW.get(name, "section")
            new = overlay(value, new, below)
        merged.pairs += [(new_key, new), *pairs[1:]]
    merged.pairs += [pair for pairs in above.values() for pair in pairs]
    return merged


def _replaced_parts(above: Mapping[str, object]) -> frozenset[str]:
    """The parts of the base that `over` replaces because of the form of its own."""
    parts = frozenset(_ALL_ROLES.values()) - {"opening", "closing"}
    if "sections" in above:
        return parts
    return frozenset({"sections"}) if parts & set(above) else frozenset()


def read(source: Source, roles: Mapping[str, str]) -> tuple[Outline, tuple[Problem, ...]]:
    """The outline that the nodes mean, and every problem of the file.

    `roles` are the spellings of the roles that its template takes, with their names. Where
    the structure is wrong and the slips have not been looked for yet, they are now: the
    structure is then read from the mended text.
    """
    outline, problems = _read(source, roles)
    if has_errors(problems) and not source.mended:
        mended, found = _parse_mended(source.text, source.name)
        if mended is None:
            return outline, (*found, *problems)
        if mended.problems:
            outline, problems = _read(mended, roles)
            return outline, (*mended.problems, *problems)
    return outline, (*source.problems, *problems)


def _read(source: Source, roles: Mapping[str, str]) -> tuple[Outline, tuple[Problem, ...]]:
    reading = Reading(origins=True)
    reader = _OutlineReader(reading, roles)
    outline = reader.outline(source.root)
    return outline, tuple(reading.problems)


class _OutlineReader:
    """Reads the top level: what is said about the speech."""

    def __init__(self, reading: Reading, roles: Mapping[str, str]) -> None:
        self.reading = reading
        self.roles = {spelling: name for spelling, name in roles.items() if spelling not in _NOT_ROLES}
        self.parts = PartReader(reading, dict(roles))
        self.about = AboutReader(reading, self.parts)
        self.facts = FactReader(reading)

    def outline(self, root: yaml.Mapping) -> Outline:
        """The whole outline; parts keep the order of the file."""
        values: dict[str, Any] = {}
        parts: list[Part] = []
        by_role: list[yaml.Scalar] = []
        names = {**_OTHERS, **_NAMES["outline"], vocabulary.OPINIONS: "opinions", **self.roles}
        taken = {**self.roles, **_NAMES["outline"]}
        for name, key, node in self.reading.fields(root, names, "大纲里", taken):
            elsewhere = name.removeprefix(_NOT_HERE) if name.startswith(_NOT_HERE) else ""
            if elsewhere or key.text in self.roles:
                by_role.append(key)
                part = self.parts.part(_ALL_ROLES[elsewhere] if elsewhere else name, node)
                if part.items:
                    parts.append(part)
                if part.items and elsewhere:
                    self.parts.unplaced(key)
            elif name == "sections":
                values["ordered"] = True
                parts.extend(self.parts.sections(node))
            else:
                self._keep(values, name, key, node)
        ordered = values.get("ordered", False)
        if ordered:
            self._refuse_mixture(by_role)
        return Outline(
            **values,
            parts=_opening_first(parts) if ordered else tuple(parts),
            references=tuple(self.reading.references),
            fact_places=self.facts.places,
        )

    def _keep(self, values: dict[str, Any], name: str, key: yaml.Scalar, node: yaml.Node) -> None:
        """Puts a field of the top level among the values, where it says anything."""
        value = self._field(name, key.text, node)
        if name == "facts":  # a misspelt 数据 may stand beside that of the outline below
            value = {**values.get(name, {}), **value}
        if name == "date":
            self.facts.places.setdefault("日期", key.place)
        if name == "date" or value not in (None, ""):
            values[name] = value

    def _field(self, name: str, key: str, node: yaml.Node) -> Any:
        """The value of one field of the top level."""
        match name:
            case "date" | "speaker" | "occasion" | "official" | "attachments" | "opinions" | "readings":
                return getattr(self.about, name)(node)
            case "secrecy":
                return self.about.secrecy(node, key)
            case "wording":
                return self.about.wording(node, self.roles)
            case "register":
                return self.reading.choice(node, key, vocabulary.REGISTERS)
            case "facts":
                return self.facts.read(node)
            case "numbering":
                return tuple(map(numerals.scheme, self.reading.texts(node, key)))
            case "audience" | "addressees" | "above_title" | "under_title" | "brief" | "tags":
                return self.reading.texts(node, key)
            case "minutes":
                return self.reading.number(node, key)
            case "redacted" | "contents":
                return self.reading.flag(node, key)
            case _:
                return self.reading.line(node, key)

    def _refuse_mixture(self, by_role: Iterable[yaml.Scalar]) -> None:
        """Beside `sections` only an opening and a closing may stand on their own."""
        for key in by_role:
            if self.roles.get(key.text) not in ("opening", "closing"):
                self.reading.complain(
                    key,
                    "mixed-order",
                    f"写了“小节”，就不能再单独写“{key.text}”",
                    f"把“{key.text}”放进“小节”列表，写明 角色: {key.text}",
                )


def _opening_first(parts: list[Part]) -> tuple[Part, ...]:
    """Ordered sections with an opening before and a closing after them, wherever typed."""
    rank = {"opening": 0, "closing": 2}
    return tuple(sorted(parts, key=lambda part: rank.get(part.role, 1)))


def read_facts(
    text: str, name: str
) -> tuple[dict[str, FactValue | None], dict[str, Place], tuple[Problem, ...]]:
    """A facts file: facts by name, where each stands, and what is wrong.

    The file holds names and values, or a whole outline whose `facts` are taken.
    """
    source, problems = parse(text, name, any_key=True)
    if source is None:
        return {}, {}, problems
    reading = Reading(origins=True)
    reader = FactReader(reading)
    node: yaml.Node = source.root
    for key, value in source.root.pairs:
        if _NAMES["outline"].get(key.text) == "facts" and isinstance(value, yaml.Mapping):
            node = value
    facts = reader.read(node)
    return facts, reader.places, (*problems, *reading.problems)
