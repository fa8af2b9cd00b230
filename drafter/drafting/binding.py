"""The last step before the page: references become figures, what is missing becomes a gap."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter import numerals
from drafter.model.document import (
    Added,
    Attachment,
    Block,
    Count,
    Document,
    Fact,
    Gap,
    Inline,
    Inlines,
    Lead,
    Paragraph,
    Role,
    Table,
    Text,
    plain,
    text_of,
)
from drafter.model.inlines import literal
from drafter.model.outline import Facts, FactValue
from drafter.model.vocabulary import COUNT, FACT_PARTS
from drafter.problems import Place, Problem
from drafter.readers import dates
from drafter.readers.yaml.reading import nearest
from drafter.residue import TYPED_GAP

MEASURE_WORDS = "个项点条件方种类层步句大名次场家处"
SHORT_POST = 4
"""A post of so many characters follows its holder's name (李某某副市长); a longer one precedes."""

_MAYBE_GAP = re.compile(r"[×Xx某_〔]")
_END_MARKS = "。；，！？"


@dataclass(frozen=True, slots=True)
class FoundGap:
    """An open gap: its name, what prints, and the paragraph (from 1) with some words around."""

    name: str
    text: str
    paragraph: int
    excerpt: str
    typed: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A document without references, its gaps, what the template added, and problems."""

    document: Document
    gaps: tuple[FoundGap, ...] = ()
    added: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def bind(
    document: Document, facts: Facts, redacted: bool = False, source: str = "", lines: bool = False
) -> Bound:
    """The document with its references filled in from the facts.

    `redacted` says that what is left out by hand (××, 〔待补…〕) is deliberate and no gap.
    A reference to no fact is a problem with its paragraph, and with its line where `lines`
    says that the document's lines are those of `source`.
    """
    binder = _Binder(facts, redacted, source, lines)
    blocks = binder.blocks(document.blocks)
    return Bound(Document(blocks), tuple(binder.gaps), tuple(binder.added), tuple(binder.problems))


def filled(text: str, facts: Facts) -> str:
    """A line of text with its references filled in, gaps included."""
    if "{{" not in text:
        return text
    paragraph = Paragraph(Role.BODY, literal(text))
    return text_of(bind(Document((paragraph,)), facts).document)


def printed(fact: FactValue) -> str:
    """How a fact prints where only its name is given: a figure with its unit, or a person."""
    if fact.name:
        if not fact.post:
            return fact.name
        return fact.name + fact.post if len(fact.post) <= SHORT_POST else fact.post + fact.name
    return fact.value + fact.unit if fact.value else fact.post


def _is_bound(content: Inlines) -> bool:
    """Whether the inlines hold nothing to fill in, mark or list: most paragraphs do not."""
    for inline in content:
        if isinstance(inline, Text):
            if _MAYBE_GAP.search(inline.text):
                return False
        elif not (isinstance(inline, Lead) and _is_bound(inline.content)):
            return False
    return True


class _Binder:
    """Walks the blocks once, counting paragraphs as it goes."""

    def __init__(self, facts: Facts, redacted: bool, source: str, lines: bool) -> None:
        self.facts = facts
        self.typed = None if redacted else TYPED_GAP
        self.source = source
        self.gaps: list[FoundGap] = []
        self.added: list[str] = []
        self.problems: list[Problem] = []
        self.lines = lines
        self.line: int | None = None
        self.paragraph = 0

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph(_, content):
                self.line = block.line if self.lines else None
                bound = self._content(content)
                return block if bound is content else replace(block, content=bound)
            case Table(rows):
                return Table(tuple(tuple(self._content(cell) for cell in row) for row in rows))
            case Attachment(inner, landscape):
                return Attachment(self.blocks(inner), landscape)
            case _:
                return block

    def _content(self, content: Inlines) -> Inlines:
        """One paragraph's inlines; the very same where nothing needs to change."""
        self.paragraph += 1
        if _is_bound(content):
            return content
        bound = tuple(self._inlines(content))
        self._note(bound, plain(bound))
        return bound

    def _inlines(self, content: Inlines) -> list[Inline]:
        bound: list[Inline] = []
        for index, inline in enumerate(content):
            match inline:
                case Text(text):
                    bound.extend(self._text(text, bound))
                case Fact():
                    bound.extend(self._fact(inline))
                case Count(number):
                    following = content[index + 1] if index + 1 < len(content) else None
                    bound.append(self._count(number, following))
                case Lead(inner, level):
                    bound.append(Lead(tuple(self._inlines(inner)), level))
                case Added(inner):
                    words = Added(tuple(self._inlines(inner)))
                    self.added.append(plain((words,)))
                    bound.append(words)
                case Gap():
                    bound.append(inline)
        return bound

    def _text(self, text: str, before: list[Inline]) -> list[Inline]:
        """The text with hand-typed gaps marked, and no end mark doubled after a fact's own."""
        if before and isinstance(before[-1], Text) and text[:1] in _END_MARKS:
            ends = before[-1].text[-1:]
            if ends in _END_MARKS and text[0] in (ends, "。"):
                text = text[1:]
        if not text or self.typed is None or not _MAYBE_GAP.search(text):
            return [Text(text)] if text else []
        pieces: list[Inline] = []
        position = 0
        for match in self.typed.finditer(text):
            if match.start() > position:
                pieces.append(Text(text[position : match.start()]))
            pieces.append(Gap("", match[0]))
            position = match.end()
        if position < len(text):
            pieces.append(Text(text[position:]))
        return pieces

    def _fact(self, fact: Fact) -> list[Inline]:
        """What the fact prints; a gap inside its value is a gap too."""
        if fact.name not in self.facts:
            return [self._unknown(fact)]
        value = self.facts[fact.name]
        field = FACT_PARTS.get(fact.attribute, "")
        text = ""
        if value is not None and (field or not fact.attribute):
            text = getattr(value, field) if field else printed(value)
        name = f"{fact.name}.{fact.attribute}" if value is not None and fact.attribute else fact.name
        if field == "as_of" and text:
            text = dates.normal(text) or text
        return self._text(text, []) if text else [Gap(name, f"〔待补：{name}〕")]

    def _unknown(self, fact: Fact) -> Inline:
        if fact.name == COUNT:
            return self._count(0, None)
        self.problems.append(
            Problem(
                "unknown-fact",
                f"数据里没有“{fact.name}”",
                Place(self.source, self.line, 1 if self.line else None, self.paragraph),
                hint=nearest(fact.name, dict.fromkeys(self.facts, ""))
                if self.facts
                else "用 --facts 或 --set 给出",
            )
        )
        return Gap(fact.name, f"〔待补：{fact.name}〕")

    def _count(self, number: int, following: Inline | None) -> Inline:
        if number == 0:
            self.problems.append(
                Problem(
                    "count-of-nothing",
                    "这里的 {{ 条数 }} 没有要点可数",
                    Place(self.source, self.line, 1 if self.line else None, self.paragraph),
                    hint="指明数哪一部分，如 {{ 任务.条数 }}；那一部分要有要点",
                )
            )
        measured = isinstance(following, Text) and following.text[:1] in MEASURE_WORDS
        return Text(numerals.counted(number) if measured else numerals.han(number))

    def _note(self, content: Inlines, text: str) -> None:
        """Adds the paragraph's gaps to the list."""
        for inline in content:
            match inline:
                case Gap(name, shown):
                    at = max(text.find(shown), 0)
                    excerpt = text[max(at - 8, 0) : at + len(shown) + 8]
                    self.gaps.append(FoundGap(name or shown, shown, self.paragraph, excerpt, not name))
                case Lead(inner) | Added(inner):
                    self._note(inner, text)
                case _:
                    pass
