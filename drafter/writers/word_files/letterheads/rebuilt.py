"""A Word file that somebody handed in, made anew of what may stay.

What a part is, its relationship says (ECMA-376 part 2, 9.3); so the file is rebuilt from its first relationship on: a part
comes along where one of a known kind leads to it, with the content type of that kind, and its markup is made inert, and
settled where it is to be a form. All
else is left behind, under whatever name it lies there: a list of what is forbidden would have to know every spelling of
everything that programs may do.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote, urlsplit

from drafter import opc, wordml
from drafter.writers.docx import properties
from drafter.writers.docx.escaping import quoted
from drafter.writers.word_files.comments import serialised
from drafter.writers.word_files.letterheads.inert import clean
from drafter.writers.word_files.letterheads.settled import drop_lone_notes, references, settle

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {
    "styles": f"{_WORD}styles+xml", "numbering": f"{_WORD}numbering+xml", "settings": f"{_WORD}settings+xml",
    "fontTable": f"{_WORD}fontTable+xml", "footnotes": f"{_WORD}footnotes+xml", "endnotes": f"{_WORD}endnotes+xml",
    "header": f"{_WORD}header+xml", "footer": f"{_WORD}footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}  # fmt: skip
"""The kinds of parts with markup that stay, and their content types."""

_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"), (b"\xff\xd8\xff", 0, "image/jpeg"), (b"GIF8", 0, "image/gif"), (b"BM", 0, "image/bmp"),
    (b"II*\0", 0, "image/tiff"), (b"MM\0*", 0, "image/tiff"), (b"\xd7\xcd\xc6\x9a", 0, "image/x-wmf"), (b"\1\0\t\0", 0, "image/x-wmf"),
    (b" EMF", 40, "image/x-emf"),
)  # fmt: skip
"""What pictures begin with, where, and their content types."""

_MAIN = f"{_WORD}document.main+xml"
_WITH_MARKUP = frozenset((_MAIN, *_KINDS.values()))
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CORE = "docProps/core.xml"
"""What the file says of itself: who, what and when. Nothing at first, since that was somebody else's file."""

_CORE = (
    f"{_PACKAGE}relationships/metadata/core-properties",
    "application/vnd.openxmlformats-package.core-properties+xml",
)
_MOST_SHOWN, _LONGEST_SHOWN = 3, 60
"""Of links that stay behind."""

_TAKEN = frozenset((opc.folded("[Content_Types].xml"), opc.folded(CORE)))
_SCHEMES = ("http", "https", "mailto")
"""What a link may lead to, which a reader has to click."""

_CALLED = {
    "vbaProject": "宏", "wordVbaData": "宏", "keyMapCustomizations": "宏", "oleObject": "嵌入的对象", "package": "嵌入的对象",
    "aFChunk": "外来的内容块", "attachedTemplate": "附着的模板", "frame": "框架", "subDocument": "子文档", "control": "控件",
    "activeXControlBinary": "控件", "extensibility": "自定义界面", "mailMergeSource": "邮件合并", "mailMergeHeaderSource": "邮件合并",
    "recipientData": "邮件合并", "chart": "图表", "chartEx": "图表", "diagramData": "SmartArt 图示", "image": "链接的图片",
    "hyperlink": "指向别处的链接", "video": "视频", "audio": "声音", "media": "视频", "transform": "保存时的转换", "font": "字体",
    "webextensiontaskpanes": "加载项", "webextension": "加载项", "attachedToolbars": "自定义界面", "customXml": "", "thumbnail": "",
    "extended-properties": "", "custom-properties": "", "webSettings": "", "glossaryDocument": "", "stylesWithEffects": "",
    "comments": "", "commentsExtended": "", "commentsIds": "", "commentsExtensible": "", "people": "", "diagramLayout": "", "diagramQuickStyle": "",
    "diagramColors": "", "diagramDrawing": "", "printerSettings": "", "customXmlProps": "",
}  # fmt: skip
"""What people call that to which a relationship leads that does not stay; "" for what nobody misses."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The parts of the new file, and what people call that which stayed behind: what acts by itself, and what of a
    draft was settled.
    """

    parts: Mapping[str, bytes]
    left: tuple[str, ...]
    settled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Relation:
    id: str
    kind: str
    target: str
    is_outside: bool


def rebuilt(
    parts: Mapping[str, bytes],
    main: str,
    tree: Callable[[str], Any],
    hiding: wordml.Hiding | None = None,
) -> Rebuilt:
    """The file whose text is in the part `main`, without anything that acts by itself; `tree` gives lxml's root of a
    part, once it is known that it may be read. With `hiding`, what styles hide, also without what
    does not print.

    Raises:
        InputProblem: a part that would stay cannot be read.

    """
    maker = _Maker(parts, tree, hiding)
    maker.take(main)
    maker.finish(main)
    return Rebuilt(maker.made, tuple(map(maker.named, maker.left)), tuple(maker.settled))


class _Maker:
    """Goes from part to part along the relationships that stay."""

    def __init__(
        self, parts: Mapping[str, bytes], tree: Callable[[str], Any], hiding: wordml.Hiding | None
    ) -> None:
        self.made: dict[str, bytes] = {}
        self.left: dict[str, None] = {}
        self.settled: dict[str, None] = {}
        self._parts, self._tree, self._hiding = parts, tree, hiding
        self._links: dict[str, None] = {}
        self._referred: set[tuple[str, str]] = set()
        self._types: dict[str, str] = {}
        self._names = {opc.folded(name): name for name in reversed(list(parts)) if _is_inside(name)}
        for name in parts:
            if not _is_inside(name):
                self._leave("包外的成员")

    def take(self, main: str) -> None:
        """Takes the text along with all that it needs, each part once."""
        pending = [(main, _MAIN)]
        while pending:
            name, content_type = pending.pop()
            if name in self.made:
                continue
            self._types[name] = content_type
            if content_type not in _WITH_MARKUP:
                self.made[name] = self._parts[name]
                continue
            kept = self._kept(name)
            pending += [(relation.target, type_) for relation, type_ in kept if type_]
            root = self._tree(name)
            kinds = {relation.id: relation.kind.rpartition("/")[2] for relation, _ in kept}
            if self._hiding is not None:
                self._settle(root, self._hiding)
            clean(root, kinds, self._leave)
            self.made[name] = serialised(root)
            if kept:
                self.made[opc.relations_of(name)] = _relationships(relation for relation, _ in kept)

    def _settle(self, root: Any, hiding: wordml.Hiding) -> None:
        """Leaves of a part what prints; the text comes before the notes that it refers to."""
        settle(root, hiding, lambda called: self.settled.setdefault(called))
        drop_lone_notes(root, self._referred)
        self._referred |= references(root)

    def finish(self, main: str) -> None:
        """Writes what holds the parts together."""
        for relation in self._relations(""):
            if relation.kind not in (f"{_OFFICE}officeDocument", _CORE[0]):
                self._leave(_called(relation))
        self._types[CORE], self.made[CORE] = _CORE[1], properties.core(properties.Properties()).encode()
        self.made["_rels/.rels"] = _relationships(
            (
                _Relation("rId1", f"{_OFFICE}officeDocument", main, False),
                _Relation("rId2", _CORE[0], CORE, False),
            )
        )
        types = "".join(
            f"<Override PartName={quoted('/' + name)} ContentType={quoted(type_)}/>"
            for name, type_ in self._types.items()
        )
        rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        listed = f'{_HEAD}<Types xmlns="{_PACKAGE}content-types">{rels}{types}</Types>'
        self.made = {"[Content_Types].xml": listed.encode(), **self.made}

    def _kept(self, part: str) -> list[tuple[_Relation, str]]:
        """The relationships of a part that stay, each with the content type of the part to which it leads, "" for one
        that leads outside; the target is that part's name.
        """
        kept: dict[str, tuple[_Relation, str]] = {}
        for relation in self._relations(part):
            if relation.id in kept:
                continue
            name = self._found(part, relation)
            content_type = self._type_of(relation, name) if name else ""
            if content_type and self._types.setdefault(name, content_type) == content_type:
                kept[relation.id] = (replace(relation, target=name), content_type)
            elif relation.kind == f"{_OFFICE}hyperlink" and relation.is_outside and _is_link(relation.target):
                kept[relation.id] = (relation, "")
            elif name or relation.is_outside:
                self._leave(_called(relation))
                if relation.kind == f"{_OFFICE}hyperlink":
                    self._links[relation.target] = None
        return list(kept.values())

    def named(self, called: str) -> str:
        """What stayed behind, of links with where they lead: a document has many."""
        if called != _CALLED["hyperlink"] or not self._links:
            return called
        shown = "、".join(link[:_LONGEST_SHOWN] for link in itertools.islice(self._links, _MOST_SHOWN))
        more = f" 等 {len(self._links)} 个" if len(self._links) > _MOST_SHOWN else ""
        return f"{called}（{shown}{more}）"

    def _type_of(self, relation: _Relation, name: str) -> str:
        """The content type of a part to which a relationship of this kind leads; "" where none such may stay."""
        kind = relation.kind.removeprefix(_OFFICE)
        if (
            kind == relation.kind or name.lower().endswith(".rels") or opc.folded(name) in _TAKEN
        ):  # not Office's
            return ""
        if kind == "image":
            data = self._parts[name]
            return next((type_ for start, at, type_ in _PICTURES if data.startswith(start, at)), "")
        return _FONT if kind == "font" else _KINDS.get(kind, "")

    def _found(self, part: str, relation: _Relation) -> str:
        """The part to which a relationship leads; "" where it leads out of the file, or nowhere."""
        if relation.is_outside:
            return ""
        return self._names.get(opc.folded(opc.target_of(part, relation.target)), "")

    def _relations(self, part: str) -> list[_Relation]:
        listed = self._names.get(opc.folded(opc.relations_of(part)), "")
        root = self._tree(listed) if listed else None
        return [_relation(element) for element in root.iter(opc.RELATION)] if root is not None else []

    def _leave(self, called: str) -> None:
        if called:
            self.left[called] = None


def _relation(element: Any) -> _Relation:
    outside = element.get("TargetMode", "Internal") != "Internal"
    return _Relation(element.get("Id", ""), element.get("Type", ""), element.get("Target", ""), outside)


def _called(relation: _Relation) -> str:
    """What people call that to which a relationship leads."""
    kind = relation.kind.rpartition("/")[2]
    return _CALLED.get(kind, f"{kind[:30]} 部件")


def _is_inside(name: str) -> bool:
    """Whether a member's name is that of a part of the file, and not of something beside it (part 2, 9.1.1.1)."""
    plain = unquote(name)
    steps = plain.split("/")
    return not (
        plain.startswith("/")
        or "\\" in plain
        or ":" in plain
        or ".." in steps
        or "" in steps
        or "\0" in plain
    )


def _is_link(target: str) -> bool:
    """Whether a link leads to a page or an address of mail, and to nothing that a program would run."""
    try:
        return urlsplit(target.strip()).scheme.lower() in _SCHEMES
    except ValueError:
        return False


def _relationships(relations: Iterable[_Relation]) -> bytes:
    """A part of relationships: to a part by its whole path, to the outside as it was."""
    listed = [
        f"<Relationship Id={quoted(one.id)} Type={quoted(one.kind)} "
        + (
            f'Target={quoted(one.target)} TargetMode="External"/>'
            if one.is_outside
            else f"Target={quoted('/' + one.target)}/>"
        )
        for one in relations
    ]
    return f'{_HEAD}<Relationships xmlns="{opc.RELATIONSHIPS}">{"".join(listed)}</Relationships>'.encode()
