"""A stylesheet's YAML as a `Stylesheet`; one that extends another is laid over it first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from drafter import measures
from drafter.model import word_styles
from drafter.model.stylesheet import (
    FONT_SETS,
    CharacterStyle,
    HeaderGeometry,
    Page,
    PageNumber,
    ParagraphStyle,
    ReadingAids,
    Stylesheet,
)
from drafter.model.vocabulary import NO, YES
from drafter.patterns import pattern
from drafter.problems import Place, Problem
from drafter.readers import stylesheet_keys as keys
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml import slips, trees
from drafter.readers.yaml.reading import Reading

_NOT_VALUES = ("name", "aliases", "about", "extends", "basis")
_COLORS = {"黑": "000000", "红": "FF0000", "蓝": "0000FF", "灰": "808080"}
_COLOR = pattern(r"[0-9A-Fa-f]{6}")
_HIGHLIGHTS = {"黄": "yellow", "绿": "green", "青": "cyan", "粉": "magenta", "灰": "lightGray", "无": ""}
_RANGES = {"lines": (1, 100), "chars": (1, 100), "outline_level": (0, 9), "numbered_lines": (0, 100)}
_YES_NO = dict.fromkeys(YES, True) | dict.fromkeys(NO, False)
_WORDS: dict[str, dict[str, Any]] = {
    "align": keys.ALIGN | {value: value for value in keys.ALIGN.values()},
    "outer": {"外侧": True, "居中": False},
    "color": _COLORS,
    "highlight": _HIGHLIGHTS | {value: value for value in _HIGHLIGHTS.values()},
    "bold": _YES_NO,
    "keep_next": _YES_NO,
    "keep_lines": _YES_NO,
    **dict.fromkeys(keys.READING.values(), _YES_NO),
}
"""The values of keys that take one of a few words, and what each word means."""

_COUNTS = frozenset({"lines", "chars", "outline_level", "numbered_lines"})
_LENGTHS = {"width", "height", "top", "bottom", "left", "right", "footer", "line", "char_spacing", "gutter"}
_LENGTHS |= set(keys.HEADER.values())
_IN_CHARACTERS = frozenset({"first_line", "left", "hanging", "right", "indent"})
_IN_LINES = frozenset({"before", "after"})
_RESERVED = frozenset(word_styles.style_id(name).lower() for name in ("", *word_styles.RESERVED))


def _with_english(names: dict[str, str]) -> dict[str, str]:
    """The spellings of keys: the Chinese ones, and each English name itself."""
    return {**names, **{name: name for name in names.values()}}


def parse(text: str, name: str) -> tuple[yaml.Mapping | None, tuple[Problem, ...]]:
    """The stylesheet's nodes, None where there are none."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    root, problems = trees.parse(text, name)
    if not isinstance(root, yaml.Mapping):
        mended, found = slips.find(text, name, any_key=True)
        root, problems = trees.parse(mended, name)
        problems = [*found, *problems]
    if isinstance(root, yaml.Mapping):
        return root, tuple(problems)
    if problems:
        return None, tuple(problems)
    problem = Problem(
        "no-stylesheet", "这不是一份版式", Place(name, 1, 1), hint="用 drafter styles copy 复制一份来改"
    )
    return None, (*problems, problem)


def extends(root: yaml.Mapping) -> str:
    """The name of the stylesheet that this one extends, or ""."""
    node = root.get("继承", "extends")
    return node.text if isinstance(node, yaml.Scalar) else ""


def values(root: yaml.Mapping) -> list[tuple[str, str]]:
    """Every value as written, by the path of its keys; the basis and the names are left out."""
    found: list[tuple[str, str]] = []
    pending: list[tuple[str, yaml.Node]] = [("", root)]
    while pending:
        path, node = pending.pop()
        if isinstance(node, yaml.Scalar):
            found.append((path, node.text))
        elif isinstance(node, yaml.Mapping):
            below = [(f"{path}.{key.text}" if path else key.text, value) for key, value in node.pairs]
            pending.extend(reversed([item for item in below if keys.TOP.get(item[0]) not in _NOT_VALUES]))
    return found


def about(root: yaml.Mapping) -> str:
    """What the stylesheet says of itself in one line."""
    node = root.get("说明", "about")
    return node.text if isinstance(node, yaml.Scalar) else ""


def aliases(root: yaml.Mapping) -> tuple[str, ...]:
    """The other names that the stylesheet goes by."""
    node = root.get("别名", "aliases")
    return tuple(scalar.text for scalar in yaml.walk(node))


def overlay(base: yaml.Mapping, over: yaml.Mapping) -> yaml.Mapping:
    """The base with `over` written on top, key by key at every depth.

    Where a value is changed, the clause that the base's value followed says nothing of the
    new one, so it goes too.
    """
    merged = _overlay(base, over, keys.TOP)
    own = over.get("依据", "basis")
    kept = {key.text for key, _ in own.pairs} if isinstance(own, yaml.Mapping) else set()
    changed = {path for path, _ in values(over)} - kept
    basis = merged.get("依据", "basis")
    if isinstance(basis, yaml.Mapping):
        basis.pairs = [pair for pair in basis.pairs if pair[0].text not in changed]
    return merged


def _overlay(base: yaml.Mapping, over: yaml.Mapping, names: dict[str, str]) -> yaml.Mapping:
    merged = yaml.Mapping(over.line, over.column, over.source)
    above = {names.get(key.text, key.text): (key, value) for key, value in over.pairs}
    for key, value in base.pairs:
        name = names.get(key.text, key.text)
        new_key, new = above.pop(name, (key, value))
        if new is not value and isinstance(value, yaml.Mapping) and isinstance(new, yaml.Mapping):
            new = _overlay(value, new, keys.BELOW.get(name, keys.PARAGRAPH))
        merged.pairs.append((new_key, new))
    merged.pairs.extend(above.values())
    return merged


_LATER = {"picture": "图片", "caption": "caption"}
"""Styles that whole stylesheets of before do not have: they look like what stands in a table."""


def read(root: yaml.Mapping) -> tuple[Stylesheet | None, tuple[Problem, ...]]:
    """The stylesheet, None where a value that every page needs is missing, and problems."""
    reader = _Reader(root)
    values: dict[str, Any] = {"aliases": (), "about": "", "basis": {}}
    for name, key, node in reader.fields(root, _with_english(keys.TOP), "版式里"):
        if name == "extends":
            continue
        values[name] = reader.part(name, key.text, node)
    optional = ("extends", "font_set", "reading", "copy")
    missing = [chinese for chinese, name in keys.TOP.items() if name not in values and name not in optional]
    if missing and not reader.problems:
        hint = "写上“继承: gbt9704”，只写与它不同的地方"
        reader.complain(root, "missing-key", f"版式里缺少：{'、'.join(missing)}", hint)
    if table := values.get("paragraphs", {}).get("table"):
        for later, called in _LATER.items():
            values["paragraphs"].setdefault(later, replace(table, word_name=called, align="center"))
    for part, known in (("paragraphs", keys.STYLE_NAMES), ("characters", keys.CHARACTER_NAMES)):
        lacking = [spelt for spelt, style in known.items() if style not in values.get(part, known.values())]
        if lacking and not reader.problems:  # a page that needs one of them could not be set
            hint = "写上“继承: gbt9704”，只写与它不同的地方"
            reader.complain(root, "missing-key", f"版式里缺少：{'、'.join(lacking)}", hint)
    if reader.problems:
        return None, tuple(reader.problems)
    return with_font_set(Stylesheet(**values), values.get("font_set", "")), ()


def with_font_set(sheet: Stylesheet, font_set: str) -> Stylesheet:
    """The stylesheet with the usual fonts replaced by those of a set; a unit's own stay."""
    if not font_set:
        return sheet
    usual, wanted = FONT_SETS["gb2312"], FONT_SETS[font_set]
    fonts = {role: wanted[role] if usual.get(role) == name else name for role, name in sheet.fonts.items()}
    return replace(sheet, fonts=fonts, font_set=font_set)


class _Reader(Reading):
    """Reads the parts of a stylesheet."""

    def __init__(self, root: yaml.Mapping) -> None:
        super().__init__()
        self._file = root.source
        self._named: dict[str, yaml.Node] = {}

    def part(self, name: str, key: str, node: yaml.Node) -> Any:
        """One part at the top."""
        match name:
            case "page":
                return self._page(node, key)
            case "header":
                return self._made(HeaderGeometry, self._values(node, keys.HEADER, key), node, key)
            case "page_number":
                return self._made(PageNumber, self._values(node, keys.PAGE_NUMBER, key), node, key)
            case "paragraphs":
                return self._styles(node, keys.STYLE_NAMES, keys.PARAGRAPH, ParagraphStyle)
            case "characters":
                return self._styles(node, keys.CHARACTER_NAMES, keys.CHARACTER, CharacterStyle)
            case "reading":
                return self._made(ReadingAids, self._values(node, keys.READING, key), node, key)
            case "font_set":
                return self._known(node, key, self.line(node, key), {name: name for name in FONT_SETS})
            case "fonts" | "basis":
                return self._lines(node, key)
            case "aliases":
                return self.texts(node, key)
            case _:
                return self.line(node, key)

    def _page(self, node: yaml.Node, key: str) -> Any:
        """The page; what goes into the binding comes on top of its left margin."""
        values = self._values(node, keys.PAGE, key)
        if "left" in values:
            values["left"] = (values["left"] or 0) + (values.get("gutter") or 0)
        return self._made(Page, values, node, key)

    def _lines(self, node: yaml.Node, what: str) -> dict[str, str]:
        """Names and lines of text, whatever the names."""
        if not isinstance(node, yaml.Mapping):
            self.complain(node, "wrong-type", f"“{what}”要写成“名称: 值”")
            return {}
        return {key.text: self.line(value, key.text) for key, value in node.pairs}

    def _styles(
        self, node: yaml.Node, styles: dict[str, str], names: dict[str, str], kind: type
    ) -> dict[str, Any]:
        made = {}
        for name, key, value in self.fields(node, _with_english(styles), "版式里"):
            made[name] = self._made(kind, self._values(value, names, key.text), value, key.text)
        return made

    def _made(self, kind: type, values: dict[str, Any], node: yaml.Node, what: str) -> Any:
        try:
            return kind(**values)
        except TypeError:
            if not self.problems:
                self.complain(node, "missing-key", f"“{what}”没有写全", "用“继承”接着一份写全的版式写")
            return None

    def _values(self, node: yaml.Node, names: dict[str, str], what: str) -> dict[str, Any]:
        values = {}
        for name, key, value in self.fields(node, _with_english(names), f"“{what}”里"):
            values[name] = self._value(name, key.text, value)
        return values

    def _value(self, name: str, key: str, node: yaml.Node) -> Any:
        """One value, by what its key takes."""
        text = self.line(node, key)
        words = _WORDS.get(name)
        if words is not None and not (name == "color" and _COLOR.fullmatch(text)):
            return self._known(node, key, text, words)
        if name == "word_name":
            return self._style_name(node, key, text)
        if name == "size":
            return self._measured(node, key, measures.half_points(text), "三号、16磅")
        if name in _IN_CHARACTERS and text.endswith("字"):
            return self._number(node, name, key, text[:-1], "2字")
        if name in _IN_LINES:
            return self._number(node, name, key, text.removesuffix("行"), "1行")
        if name in _COUNTS:
            return int(self._number(node, name, key, text, "22"))
        if name in _LENGTHS:
            return self._measured(node, key, measures.twips(text), "37mm、28.95磅")
        return self._number(node, name, key, text, "2字") if name in _IN_CHARACTERS else text

    def _style_name(self, node: yaml.Node, key: str, text: str) -> str:
        """The name of a style of its own: Word tells neither cases nor our identifiers spaces apart."""
        name = word_styles.spell(text)
        same = word_styles.style_id(name).lower()
        first = self._named.setdefault(same, node)
        if same in _RESERVED:
            hint = "换一个名字；Normal 等几个是 Word 自己的，别的样式都立在上面"
            self.complain(node, "bad-value", f"“{key}”不能是“{text[:20]}”", hint)
        elif first is not node:
            message = f"“{key}”写的“{text[:20]}”和另一个是同一个样式，Word 里分不开"
            own = node if node.source == self._file else first  # what it stands on was right before
            self.complain(own, "bad-value", message, "换一个名字")
        return name

    def _known(self, node: yaml.Node, key: str, text: str, words: dict[str, Any]) -> Any:
        if text in words:
            return words[text]
        self.complain(node, "bad-value", f"“{key}”没有“{text[:20]}”", "可以用：" + "、".join(words))
        return None

    def _measured(self, node: yaml.Node, key: str, value: int | None, example: str) -> int:
        if value is None:
            self.complain(node, "bad-value", f"“{key}”的值看不懂", f"例如 {example}")
        return value or 0

    def _number(self, node: yaml.Node, name: str, key: str, text: str, example: str) -> float:
        try:
            value = float(text)
        except ValueError:
            self.complain(node, "bad-value", f"“{key}”的值看不懂", f"例如 {example}")
            return 0
        lowest, highest = _RANGES.get(name, (0, 100))
        if not lowest <= value <= highest:
            self.complain(node, "bad-value", f"“{key}”要在 {lowest} 到 {highest} 之间", f"例如 {example}")
            return lowest  # 1e999 and nan are numbers to Python, and no whole ones
        return value
