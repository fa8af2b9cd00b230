"""A collection of the library: points, sections and phrases, each with what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.copying import classified
from drafter.model import vocabulary
from drafter.model.library import COLLECTION, ENTRY, PHRASES, Entry, Volume
from drafter.model.outline import Point, Section, Texts
from drafter.readers import dates
from drafter.readers.library.entries import Contents, Ids, Shelved, first_words, paragraphs
from drafter.readers.outline import marks
from drafter.readers.outline.outline import Source
from drafter.readers.outline.parts import PartReader
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.reading import Reading

_COLLECTION = vocabulary.spellings(COLLECTION)
_ENTRY = vocabulary.spellings(ENTRY)
_OF_PIECES = vocabulary.spellings((*vocabulary.POINT, *vocabulary.SECTION))
_KINDS = {
    **dict.fromkeys(("section", "小节"), "section"),
    **dict.fromkeys(("point", "要点"), "point"),
    **vocabulary.spellings(PHRASES),
}
_LINES = ("template", "date", "occasion", "audience", "source", "note", "secrecy")
_ID = re.compile(r"[\w-]{1,40}")


def read_collection(volume: Volume, source: Source) -> Contents:
    """The entries of a collection; what its head says holds for each that does not say it itself."""
    reading = Reading(origins=True)
    about = _About(reading, {})
    entries: yaml.Node | None = None
    head = yaml.Mapping(source.root.line, source.root.column, source.root.source)
    head.pairs = [pair for pair in source.root.pairs if _COLLECTION.get(pair[0].text) != "entries"]
    about.guard(marks.said_in(head))
    for name, key, node in reading.fields(source.root, _COLLECTION, "素材集里"):
        if name == "entries":
            entries = node
        elif name != "collection":
            about.take(name, key, node)
    found: list[Shelved] = []
    if isinstance(entries, yaml.Sequence):
        reader = _EntryReader(volume, reading, about.values)
        found += filter(None, map(reader.read, entries.items))
    else:
        reading.complain(entries or source.root, "wrong-type", "“素材”要写成列表", "每一条以“- ”开头")
    return Contents(tuple(found), {}, None, (*source.problems, *reading.problems))


class _About:
    """What a collection or an entry says of occasion, genre, tags and the like."""

    def __init__(self, reading: Reading, values: Mapping[str, str | Texts]) -> None:
        self.reading = reading
        self.values: dict[str, str | Texts] = dict(values)

    def take(self, name: str, key: yaml.Scalar, node: yaml.Node) -> None:
        """Keeps one field; tags are added to those of the collection, a mark of secrecy is never lower than its."""
        if name == "tags":
            old = self.values.get("tags", ())
            self.values[name] = tuple(dict.fromkeys((*old, *self.reading.texts(node, key.text))))
            return
        text = self.reading.line(node, key.text)
        if name == "secrecy":
            self.guard(text)
            return
        self.values[name] = (dates.normal(text) or text) if name == "date" else text

    def guard(self, mark: str) -> None:
        """Keeps a mark of secrecy, where it is higher than what is kept."""
        self.values["secrecy"] = classified.highest((str(self.values.get("secrecy", "")), mark))


class _EntryReader:
    """Reads the entries of one collection; `given` is what its head says for all of them."""

    def __init__(self, volume: Volume, reading: Reading, given: Mapping[str, str | Texts]) -> None:
        self.volume = volume
        self.reading = reading
        self.given = given
        self.ids = Ids(volume.name)

    def read(self, node: yaml.Node) -> Shelved | None:
        """One entry, or None with a problem."""
        if not isinstance(node, yaml.Mapping):
            self.reading.complain(node, "wrong-type", "每条素材要写成“键: 值”", "至少写 类别: 和 正文:")
            return None
        about = _About(self.reading, self.given)
        about.guard(marks.said_in(node))
        structure = yaml.Mapping(node.line, node.column, node.source)
        kind = "point"
        for name, key, value in self.reading.fields(node, {**_OF_PIECES, **_ENTRY}, "素材里"):
            if name == "kind":
                kind = self.reading.choice(value, key.text, _KINDS)
            elif key.text in _ENTRY:
                about.take(name, key, value)
            else:
                structure.pairs.append((key, value))
        if not kind:
            return None
        if kind == "section":
            structure.pairs = [(_as_heading(key), value) for key, value in structure.pairs]
        piece = self._piece(kind, structure)
        return None if piece is None else self._shelved(kind, piece, about.values, node)

    def _piece(self, kind: str, structure: yaml.Mapping) -> Section | Point | None:
        """What the entry puts into an outline; None where it says nothing."""
        parts = PartReader(self.reading, vocabulary.spellings(vocabulary.ROLES))
        if kind == "section":
            section = parts.section(structure)
            return section if section != Section() else None
        return parts.point(structure)

    def _shelved(
        self, kind: str, piece: Section | Point, values: Mapping[str, str | Texts], node: yaml.Node
    ) -> Shelved:
        """The entry with its id: the one it names, or one made of its title."""
        title = piece.heading if isinstance(piece, Section) else piece.title
        if kind not in ("section", "point") and piece.use is not None:
            self.reading.complain(
                node, "wrong-place", "词句只有自己的话，不能引用别的素材", "类别写 要点，或把话写进“正文”"
            )
        phrase = piece.text if kind not in ("section", "point") and isinstance(piece, Point) else None
        text = "\n".join(paragraphs(piece) if phrase is None else phrase)
        named = self._named(str(values.get("id", "")), node)
        if kind == "quotation" and not values.get("source"):
            self.reading.complain(node, "missing-key", "引文没有写来源", "加上 来源: ……")
        given = {name: str(values.get(name, "")) for name in _LINES}
        entry = Entry(
            named or self.ids.new(title or text),
            kind if phrase is None else "phrase",
            title or first_words(text),
            text,
            piece.role if phrase is None else kind,
            given["template"],
            given["date"],
            given["occasion"],
            given["audience"],
            tuple(values.get("tags", ())),
            given["source"],
            given["note"],
            given["secrecy"],
            volume=self.volume.name,
            shelf=self.volume.shelf,
        )
        return Shelved(entry, piece if phrase is None else phrase)

    def _named(self, named: str, node: yaml.Node) -> str:
        """The id that an entry names, or "" where it cannot have it."""
        if not named:
            return ""
        if not _ID.fullmatch(named):
            hint = "只用汉字、字母、数字和 -，不超过 40 个字"
            self.reading.complain(node, "bad-id", f"编号“{named[:20]}”不能用", hint)
            return ""
        if named in self.ids.named:
            self.reading.complain(node, "repeated-id", f"编号“{named}”前面用过了", "给后一条改个编号")
            return ""
        self.ids.named.add(named)
        return named


def _as_heading(key: yaml.Scalar) -> yaml.Scalar:
    """A section's title is its heading."""
    return key.respelt("heading") if key.text in ("title", "标题") else key
