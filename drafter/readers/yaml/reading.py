"""What the readers of one YAML file share: its problems so far, and its fields by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from drafter.model import vocabulary
from drafter.model.outline import REFERENCE, Reference
from drafter.model.words import Origin, typed
from drafter.problems import Problem, Severity
from drafter.readers.intake import characters
from drafter.readers.yaml import keys, paragraphs
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.paragraphs import joined

_MOST_GUESSES = 100
"""Unknown keys of a file for which the nearest is looked up: each is compared with all that are known."""

_MOST_COMPARED = 50_000
"""Comparisons that looking for the nearest names may cost, where a file knows as many names as it likes."""

_LATER = "先改前面的，再看这一个"


class Reading:
    """One run over one file. Problems and references gather here as nodes are read; with `origins` texts
    know where they were typed.
    """

    def __init__(self, problems: list[Problem] | None = None, origins: bool = False) -> None:
        self.problems = [] if problems is None else problems
        self.references: list[Reference] = []
        self.origins = origins
        self._guesses = _MOST_GUESSES

    def complain(
        self,
        node: yaml.Node,
        code: str,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Adds a problem at the node's place."""
        self.problems.append(Problem(code, message, node.place, severity, hint))

    def fields(
        self, node: yaml.Node, names: Mapping[str, str], what: str, taken: Mapping[str, str] | None = None
    ) -> Iterator[tuple[str, yaml.Scalar, yaml.Node]]:
        """The fields of a mapping: English name, key, value.

        Unknown and repeated keys become problems, as does a node that is no mapping. A misspelt key
        comes as the one that its problem suggests, so that what stands under it is read as well.
        `taken` are the spellings to suggest, where they are not all of the names.
        """
        if not isinstance(node, yaml.Mapping):
            self.complain(node, "wrong-type", f"{what}要写成“键: 值”", "每个键一行，键后写半角冒号和空格")
            return
        seen: dict[str, yaml.Scalar] = {}
        suggested = taken or names
        for written, key, value in keys.meant(node, names, suggested, self._guess):
            if key is not written:
                message = f"{what}没有“{written.text[:20]}”这个键"
                hint = nearest(written.text, suggested) if self._guesses else _LATER
                self.complain(written, "unknown-key", message, hint)
                if key is not None:
                    yield names[key.text], key, value
            elif names[key.text] in seen:
                self._complain_of_repeated(key, seen[names[key.text]])
            else:
                seen[names[key.text]] = key
                yield names[key.text], key, value

    def _guess(self, text: str, known: Iterable[str]) -> str:
        """The known key that is nearest, for as many keys as a person would look at."""
        self._guesses = max(self._guesses - 1, 0)
        return keys.nearest_spelling(text, known) if self._guesses else ""

    def _complain_of_repeated(self, key: yaml.Scalar, first: yaml.Scalar) -> None:
        also = f"（和“{first.text}”是同一个键）" if first.text != key.text else ""
        message = f"“{key.text}”写了两次{also}，第一次在第 {first.line} 行"
        self.complain(key, "repeated-key", message, "合成一处，或删去一处")

    def line(self, node: yaml.Node, what: str) -> str:
        """The node as one line of text; a list or mapping there is a problem."""
        if isinstance(node, yaml.Scalar):
            return self._typed(node, (paragraphs.line(node),))[0]
        self.complain(node, "wrong-type", f"“{what}”要写一行文字", _instead(node))
        return ""

    def texts(self, node: yaml.Node, what: str) -> tuple[str, ...]:
        """The node as paragraphs: one text, or a list of texts."""
        if isinstance(node, yaml.Scalar):
            return self._typed(node, paragraphs.paragraphs(node))
        if isinstance(node, yaml.Sequence):
            found: list[str] = []
            for item in node.items:
                if isinstance(item, yaml.Scalar):
                    found += self._typed(item, paragraphs.paragraphs(item))
                else:
                    self.complain(item, "wrong-type", f"“{what}”的每一项要写文字", _instead(item))
            return tuple(found)
        self.complain(node, "wrong-type", f"“{what}”要写文字，或文字的列表", _instead(node))
        return ()

    def _typed(self, node: yaml.Scalar, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The paragraphs of a scalar with their origin, checked; their references are noted."""
        if len(texts) == 1 and "{{" not in texts[0] and texts[0].isprintable():  # most are
            node.said = texts[0]
            return (typed(node.said, Origin(node)),) if self.origins else texts
        checked = [self._checked(node, text) for text in texts]
        node.said = "\n".join(checked)
        found, at = [], 0
        for text in checked:
            if "{{" in text:
                self._note_references(node, text, at)
            found.append(typed(text, Origin(node, at)) if self.origins else text)
            at += len(text) + 1
        return tuple(found)

    def choice(
        self, node: yaml.Node, what: str, names: Mapping[str, str], code: str = "unknown-value"
    ) -> str:
        """The English name of a fixed value; one that is not known is a problem of this code."""
        text = self.line(node, what)
        if not text:
            return ""
        if text not in names:
            self.complain(node, code, f"“{what}”没有“{text[:20]}”", nearest(text, names))
            return ""
        return names[text]

    def flag(self, node: yaml.Node, what: str) -> bool:
        """The node as yes or no."""
        text = self.line(node, what).lower()
        if text in vocabulary.YES:
            return True
        if text and text not in vocabulary.NO:
            self.complain(node, "wrong-type", f"“{what}”要写 是 或 否", "写成 true 或 false 也可以")
        return False

    def number(self, node: yaml.Node, what: str) -> float | None:
        """The node as a number above zero."""
        text = self.line(node, what).removesuffix("分钟").strip()
        if not text:
            return None
        if not re.fullmatch(r"\d{1,6}(\.\d{1,4})?", text) or float(text) == 0:
            self.complain(node, "wrong-type", f"“{what}”要写大于 0 的数字，现在是“{text[:20]}”", "例如 30")
            return None
        return float(text)

    def _checked(self, node: yaml.Scalar, text: str) -> str:
        """The text; characters that no page can hold are refused."""
        if text.isprintable():
            return text
        text = joined(characters.plain_line_ends(text))
        bad = characters.unusable(text)
        if bad is None:
            return text
        message = f"文字里有不能用的字符 U+{ord(bad[0]):04X}"
        self.complain(node, "bad-character", message, "删去这个字符（多半是从网页或旧文件带来的）")
        return characters.usable(text)

    def _note_references(self, node: yaml.Scalar, text: str, at: int) -> None:
        """Keeps each reference with its place; braces that are none are a problem. The text begins at `at`."""
        opened = text.count("{{") - text.count("\\{{")
        for match in REFERENCE.finditer(text):
            opened -= 1
            place = node.place_at(at + match.start())
            self.references.append(Reference(match[1], match[2] or "", place))
        if opened > 0:
            self.complain(
                node,
                "bad-reference",
                "{{ 后面的写法看不懂",
                "引用数据写成 {{ 名称 }}（名称用汉字、字母、数字、下划线）；要印出 {{ 本身，写成 \\{{",
            )


class Guesses:
    """Hints for names that a file does not know, told by those that it does: the nearest, for as many as a person
    would look at. What was asked before is answered again.
    """

    def __init__(self, known: Callable[[], Mapping[str, str]]) -> None:
        self._known = known
        self._left = _MOST_COMPARED
        self._said: dict[str, str] = {}

    def hint(self, text: str) -> str:
        """A hint as `nearest` gives it; for one name too many, that those before come first."""
        if text not in self._said and self._left > 0:
            known = self._known()
            self._left -= len(known)
            self._said[text] = nearest(text, known)
        return self._said.get(text, _LATER)


def nearest(text: str, names: Mapping[str, str] | Callable[[], Mapping[str, str]]) -> str:
    """A hint that names the nearest known spelling, or the ones there are."""
    known = names() if callable(names) else names
    near = keys.nearest_spelling(text, known)
    if near:
        return f"是不是“{near}”？"
    return "可以用：" + "、".join(first_spellings(known)[:16])


def first_spellings(known: Mapping[str, str]) -> list[str]:
    """One Chinese spelling of each thing that is known, the one that is written; else all there are."""
    first: dict[str, str] = {}
    for spelling, name in known.items():
        if not spelling.isascii():
            first.setdefault(name or spelling, spelling)
    return list(first.values()) or list(known)


def _instead(node: yaml.Node) -> str:
    """What to write where a structure stands instead of a text."""
    if isinstance(node, yaml.Mapping):
        return "文字里有半角冒号加空格时，改成全角冒号“：”或给整句加引号；有 {{ 的文字也要加引号"
    return "去掉“- ”，或给方括号里的文字加引号"
