"""The parts of a Word file, opened with care: it may come from anywhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from drafter import opc
from drafter.problems import InputProblem
from drafter.readers.intake import safe_xml
from drafter.readers.intake.archives import Parts, bad_word_file, opened
from drafter.readers.intake.file_kinds import office_kind, refuse_others
from drafter.readers.intake.safe_xml import Allowance
from drafter.readers.word import relations
from drafter.wordml import DOCUMENT


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file by its parts, in the order of the file; `name` is for messages.

    `main` is the part with the text, `kinds` the parts that this is related to, by what they are to it. A part is
    read once, and all of them together may hold what one file may.
    """

    name: str
    parts: Mapping[str, bytes]
    main: str = DOCUMENT
    kinds: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _allowance: Allowance = field(default_factory=Allowance, init=False, compare=False, repr=False)
    _proven: set[str] = field(default_factory=set, init=False, compare=False, repr=False)
    _allowance_of_trees: Allowance = field(default_factory=Allowance, init=False, compare=False, repr=False)
    _trees: dict[str, ElementTree.Element] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def xml(self, part: str) -> ElementTree.Element | None:
        """The root element of a part; None where the file has no such part.

        Raises:
            InputProblem: the part is no XML that may be read.

        """
        if part not in self._trees and part in self.parts:
            with self.blaming(part):
                self._trees[part] = safe_xml.parsed(self.parts[part], self._allowance)
        return self._trees.get(part)

    def tree(self, part: str) -> Any:
        """The root element of a part as lxml has it, for who writes it back: its namespaces stay as they are
        written. None where the file has no such part.

        Raises:
            InputProblem: the part is no XML that may be read.

        """
        data = self.parts.get(part)
        if data is None:
            return None
        from lxml import etree  # only who writes needs it

        # Without comments and processing instructions, as ElementTree has it: a text that one stands in is whole.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        with self.blaming(part):
            # What bounds the tree, as lxml's own limits no longer do; a part that was counted is not counted again.
            known = part in self._proven
            self._proven.add(part)
            if safe_xml.prove(data, None if known else self._allowance_of_trees):
                raise self.refuse_strict("只能读")
            try:
                return etree.fromstring(data, parser)
            except etree.XMLSyntaxError as error:
                raise ElementTree.ParseError(str(error)) from error

    @contextmanager
    def blaming(self, part: str) -> Iterator[None]:
        """What goes wrong with the XML of a part is said with its name and the file's (InputProblem)."""
        try:
            yield
        except safe_xml.TooLarge as error:
            raise bad_word_file(self.name, str(error), "拆成几个文件，一份一份来") from error
        except safe_xml.UnsafeXml as error:
            raise bad_word_file(self.name, str(error)) from error
        except ElementTree.ParseError as error:
            raise bad_word_file(self.name, f"Word 文件已损坏（{part} 读不通）") from error

    def text(self) -> ElementTree.Element:
        """The root element of the part that holds the text.

        Raises:
            InputProblem: it is no XML that may be read.

        """
        root = self.xml(self.main)
        if root is None:
            raise bad_word_file(self.name, "不是 Word 文件（里面没有正文）")
        return root

    @property
    def is_strict(self) -> bool:
        """Whether the file is in Word's strict form, which is read and never written into."""
        with self.blaming(self.main):
            return safe_xml.prove(self.parts[self.main])

    def refuse_strict(self, cannot: str) -> InputProblem:
        """What to raise where a file in the strict form cannot be used so."""
        message = f"这个 Word 文件存成了“严格”格式，{cannot}"
        return bad_word_file(self.name, message, "在 Word 里另存为普通的 .docx 再来")

    @property
    def relations_part(self) -> str:
        """The part that says what the text is related to."""
        return opc.relations_of(self.main)

    def related(self, kind: str) -> Sequence[str]:
        """The parts that stand beside the text as `kind`: styles, numbering, header, footnotes …"""
        folder = posixpath.dirname(self.main)
        return self.kinds.get(kind) or relations.usually_named(kind, folder, self.parts)


def read(data: bytes, name: str) -> Package:
    """The parts of a Word file.

    Raises:
        InputProblem: it is no Word file, is protected or damaged, or swells beyond all measure.

    """
    refuse_others(data, name)
    parts = Parts(opened(data, name), name)
    main, kind = DOCUMENT, office_kind(parts)
    if not kind:
        main = next(iter(_related(name, parts, "").get("officeDocument", ())), DOCUMENT)
    if main not in parts:
        if not kind and not {"[Content_Types].xml", "mimetype"} & parts.keys():
            raise bad_word_file(name, "这是压缩包，不是 Word 文件", "先解压，再用里面的文件")
        raise bad_word_file(
            name, f"这是 {kind} 文件，不是 Word 文件" if kind else "不是 Word 文件（里面没有正文）"
        )
    return Package(name, parts, main, _related(name, parts, main))


def _related(name: str, parts: Mapping[str, bytes], part: str) -> dict[str, list[str]]:
    """What a part is related to; nothing where the file does not say, or not in a way that can be read.

    Raises:
        InputProblem: its relationships are not safe to read.

    """
    listed = parts.get(opc.relations_of(part))
    try:
        return relations.by_kind(safe_xml.parsed(listed), part, parts) if listed is not None else {}
    except safe_xml.UnsafeXml as error:
        raise bad_word_file(name, str(error)) from error
    except ElementTree.ParseError:
        return {}
