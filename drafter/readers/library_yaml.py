"""A file of the library as its entries: an outline with its sections and points, or a collection."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from drafter import numerals
from drafter.model import vocabulary
from drafter.model.library import COLLECTION, ENTRY, PHRASES, Entry, Piece, Volume
from drafter.model.outline import Facts, Outline, Point, Section, Tail, Texts
from drafter.problems import Problem
from drafter.readers import dates
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.outline.outline import Source
from drafter.readers.outline.parts import PartReader
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.reading import Reading

_COLLECTION = vocabulary.spellings(COLLECTION)
_ENTRY = vocabulary.spellings(ENTRY)
_OF_PIECES = vocabulary.spellings((*vocabulary.POINT, *vocabulary.SECTION))
_ROLE_WORDS = vocabulary.chinese(vocabulary.ROLES)
_KINDS = {
    **dict.fromkeys(("section", "小节"), "section"),
    **dict.fromkeys(("point", "要点"), "point"),
    **vocabulary.spellings(PHRASES),
}
_LINES = ("template", "date", "occasion", "audience", "source", "note")
_ID = re.compile(r"[\w-]{1,40}")
_COUNT = re.compile(rf"\{{\{{\s*{vocabulary.COUNT}\s*\}}\}}")
_NOT_WORD = re.compile(r"[\W_]+")
LONGEST_SLUG = 16
LONGEST_TITLE = 24
LEAST_POINT = 8
"""Characters: a shorter point without a title is nothing to find."""

Roles = Callable[[str], Mapping[str, str]]
"""The spellings of the roles that a template takes, by its name."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """An entry with what it puts into an outline; a whole outline puts in nothing."""

    entry: Entry
    piece: Piece | None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file of the library holds, the facts of its outline, and what is wrong with it."""

    shelved: tuple[Shelved, ...]
    facts: Facts
    outline: Outline | None = None
    problems: tuple[Problem, ...] = ()


def read(volume: Volume, roles: Roles) -> Contents:
    """The entries of a file. What cannot be read of it is left out and said."""
    source, problems = outline_yaml.parse(volume.text, volume.name)
    if source is None:
        return Contents((), {}, None, problems)
    if source.root.get("collection", "素材集", "entries", "素材") is not None:
        return _collection(volume, source)
    outline, problems = outline_yaml.read(source, roles(source.field("template")))
    return Contents(tuple(_of_outline(volume, outline)), outline.facts, outline, problems)


def slug(text: str) -> str:
    """A text as part of an id: its letters and digits, not too many."""
    return _NOT_WORD.sub("", text)[:LONGEST_SLUG]


def _of_outline(volume: Volume, outline: Outline) -> Iterator[Shelved]:
    """The outline, then its sections, each before its points."""
    occasion = outline.occasion.name if outline.occasion else ""
    whole = Entry(
        volume.name,
        "outline",
        outline.title or volume.name,
        template=outline.template,
        date=outline.date or "",
        occasion=occasion,
        audience="、".join(outline.audience or outline.addressees),
        tags=outline.tags,
        uses=tuple(_uses(outline)),
        volume=volume.name,
        shelf=volume.shelf,
    )
    said = [text for part in outline.parts for item in part.items for text in _texts(item)]
    yield Shelved(replace(whole, text="\n".join(said)), None)
    ids = _Ids(volume.name)
    about = replace(whole, uses=(), source=whole.title, within=whole.id)
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section) and not item.use:
                yield from _of_section(part.role, item, about, ids)


def _of_section(role: str, section: Section, about: Entry, ids: _Ids) -> Iterator[Shelved]:
    """A section that has points or a heading, and each of its points that says something."""
    role = section.role or role
    title = section.heading or _ROLE_WORDS.get(role, role)
    if section.heading or section.points:
        text = "\n".join(_texts(section))
        entry = replace(about, id=ids.new(title), kind="section", title=title, text=text, role=role)
        yield Shelved(entry, section)
    for point in section.points:
        yield from _of_point(role, point, about, ids)


def _of_point(role: str, point: Point, about: Entry, ids: _Ids) -> Iterator[Shelved]:
    text = "\n".join(_texts(point))
    if not point.use and (point.title or len(text) >= LEAST_POINT):
        title = point.title or _begin(text)
        entry = replace(
            about, id=ids.new(title), kind="point", title=title, text=text, role=point.role or role
        )
        yield Shelved(entry, point)
    for below in point.points:
        yield from _of_point(role, below, about, ids)


class _Ids:
    """Gives ids below one file; a title that comes twice is numbered. `named` are those it names itself."""

    def __init__(self, volume: str) -> None:
        self.volume = volume
        self.named: set[str] = set()
        self.taken: dict[str, int] = {}

    def new(self, title: str) -> str:
        name = slug(title) or "无题"
        self.taken[name] = count = self.taken.get(name, 0) + 1
        return f"{self.volume}#{name}" + (f"-{count}" if count > 1 else "")


def _begin(text: str) -> str:
    """The first words of a text, to know it by."""
    return text.partition("\n")[0][:LONGEST_TITLE]


def _uses(outline: Outline) -> Iterator[str]:
    """The ids that the outline takes over, and those that it says its points come from."""
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section):
                yield from _taken(item)
                for point in item.points:
                    yield from _point_uses(point)


def _taken(item: Section | Point) -> Iterator[str]:
    if item.use is not None:
        yield item.use.id
    if item.source:
        yield item.source


def _point_uses(point: Point) -> Iterator[str]:
    yield from _taken(point)
    for below in point.points:
        yield from _point_uses(below)


def _texts(item: str | Section | Point) -> Iterator[str]:
    """What a part's item says, a paragraph each; a point's title stands before its first."""
    if isinstance(item, str):
        yield item
        return
    if isinstance(item, Section):
        yield from filter(None, (item.heading,))
        yield from (_counted(text, len(item.points)) for text in item.lead)
    else:
        first, *rest = item.text or ("",)
        end = "。" if item.title and first and item.title[-1:] not in "。！？；，：" else ""
        yield from filter(None, (item.title + end + first,))
        yield from rest
    for point in item.points:
        yield from _texts(point)
    if isinstance(item, Section):
        yield from ("　".join(row) for row in item.table)
    yield from _tail(item.tail)


def _counted(text: str, points: int) -> str:
    """A lead with the number of its own points filled in."""
    return _COUNT.sub(numerals.counted(points), text) if points else text


def _tail(tail: Texts | Tail) -> Iterator[str]:
    if not isinstance(tail, Tail):
        yield from tail
        return
    yield from tail.lead
    for point in tail.points:
        yield from _texts(point)
    yield from tail.tail


def _collection(volume: Volume, source: Source) -> Contents:
    """The entries of a collection; what its head says holds for each that does not say it itself."""
    reading = Reading(origins=True)
    about = _About(reading, {})
    entries: yaml.Node | None = None
    for name, key, node in reading.fields(source.root, _COLLECTION, "素材集里"):
        if name == "entries":
            entries = node
        elif name != "collection":
            about.take(name, key, node)
    found: list[Shelved] = []
    if isinstance(entries, yaml.Sequence):
        ids = _Ids(volume.name)
        for node in entries.items:
            shelved = _entry(volume, node, reading, about.values, ids)
            if shelved is not None:
                found.append(shelved)
    else:
        reading.complain(entries or source.root, "wrong-type", "“素材”要写成列表", "每一条以“- ”开头")
    return Contents(tuple(found), {}, None, (*source.problems, *reading.problems))


class _About:
    """What a collection or an entry says of occasion, genre, tags and the like."""

    def __init__(self, reading: Reading, values: Mapping[str, str | Texts]) -> None:
        self.reading = reading
        self.values: dict[str, str | Texts] = dict(values)

    def take(self, name: str, key: yaml.Scalar, node: yaml.Node) -> None:
        """Keeps one field; tags are added to those of the collection."""
        if name == "tags":
            old = self.values.get("tags", ())
            self.values[name] = tuple(dict.fromkeys((*old, *self.reading.texts(node, key.text))))
            return
        text = self.reading.line(node, key.text)
        self.values[name] = (dates.normal(text) or text) if name == "date" else text


def _entry(
    volume: Volume, node: yaml.Node, reading: Reading, given: Mapping[str, str | Texts], ids: _Ids
) -> Shelved | None:
    """One entry of a collection, or None with a problem."""
    if not isinstance(node, yaml.Mapping):
        reading.complain(node, "wrong-type", "每条素材要写成“键: 值”", "至少写 类别: 和 正文:")
        return None
    about = _About(reading, given)
    structure = yaml.Mapping(node.line, node.column, node.source)
    kind = "point"
    for name, key, value in reading.fields(node, {**_OF_PIECES, **_ENTRY}, "素材里"):
        if name == "kind":
            kind = reading.choice(value, key.text, _KINDS)
        elif key.text in _ENTRY:
            about.take(name, key, value)
        else:
            structure.pairs.append((key, value))
    if not kind:
        return None
    if kind == "section":
        structure.pairs = [(_as_heading(key), value) for key, value in structure.pairs]
    piece = _piece(kind, structure, reading)
    return None if piece is None else _shelved(volume, kind, piece, about.values, ids, node, reading)


def _as_heading(key: yaml.Scalar) -> yaml.Scalar:
    """A section's title is its heading."""
    return key.respelt("heading") if key.text in ("title", "标题") else key


def _piece(kind: str, structure: yaml.Mapping, reading: Reading) -> Section | Point | None:
    """What the entry puts into an outline; None where it says nothing."""
    parts = PartReader(reading, vocabulary.spellings(vocabulary.ROLES))
    if kind == "section":
        section = parts.section(structure)
        return section if section != Section() else None
    return parts.point(structure)


def _shelved(
    volume: Volume,
    kind: str,
    piece: Section | Point,
    values: Mapping[str, str | Texts],
    ids: _Ids,
    node: yaml.Node,
    reading: Reading,
) -> Shelved:
    """The entry with its id: the one it names, or one made of its title."""
    title = piece.heading if isinstance(piece, Section) else piece.title
    is_phrase = kind not in ("section", "point")
    text = "\n".join(piece.text if is_phrase and isinstance(piece, Point) else _texts(piece))
    named = _named(str(values.get("id", "")), ids, node, reading)
    if kind == "quotation" and not values.get("source"):
        reading.complain(node, "missing-key", "引文没有写来源", "加上 来源: ……")
    given = {name: str(values.get(name, "")) for name in _LINES}
    entry = Entry(
        named or ids.new(title or text),
        "phrase" if is_phrase else kind,
        title or _begin(text),
        text,
        kind if is_phrase else piece.role,
        given["template"],
        given["date"],
        given["occasion"],
        given["audience"],
        tuple(values.get("tags", ())),
        given["source"],
        given["note"],
        volume=volume.name,
        shelf=volume.shelf,
    )
    return Shelved(entry, piece.text if is_phrase and isinstance(piece, Point) else piece)


def _named(named: str, ids: _Ids, node: yaml.Node, reading: Reading) -> str:
    """The id that an entry names, or "" where it cannot have it."""
    if not named:
        return ""
    if not _ID.fullmatch(named):
        hint = "只用汉字、字母、数字和 -，不超过 40 个字"
        reading.complain(node, "bad-id", f"编号“{named[:20]}”不能用", hint)
        return ""
    if named in ids.named:
        reading.complain(node, "repeated-id", f"编号“{named}”前面用过了", "给后一条改个编号")
        return ""
    ids.named.add(named)
    return named


def as_section(piece: Piece) -> Section:
    """The piece where a section stands."""
    if isinstance(piece, Section):
        return piece
    if isinstance(piece, Point):
        return Section(
            role=piece.role,
            heading=piece.title,
            lead=piece.text,
            points=piece.points,
            tail=piece.tail,
            marks=piece.marks,
        )
    return Section(lead=piece)


def as_point(piece: Piece) -> Point:
    """The piece where a point stands."""
    if isinstance(piece, Point):
        return piece
    if isinstance(piece, Section):
        return Point(
            title=piece.heading, text=piece.lead, points=piece.points, tail=piece.tail, marks=piece.marks
        )
    return Point(text=piece)
