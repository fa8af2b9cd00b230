"""The last step before the page: references become figures, what is missing becomes a gap."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

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
    Value,
    paragraphs,
    plain,
    text_of,
)
from drafter.model.inlines import literal, spoken
from drafter.model.outline import Facts, FactValue
from drafter.model.roster import name_with_post
from drafter.model.vocabulary import COUNT, FACT_PARTS
from drafter.model.words import Origin, derived, phrase
from drafter.problems import Place, Problem
from drafter.readers import dates
from drafter.readers.intake import limits
from drafter.readers.yaml.reading import Guesses
from drafter.records import Record
from drafter.residue import TYPED_GAP, may_hold_gap

MEASURE_WORDS = "个项点条件方种类层步句大名次场家处"
_END_MARKS = "。；，！？"


class FoundGap(Record):
    """An open gap: its name, what prints, the paragraph (from 1) with some words around, and where it was
    typed, for one that was.
    """

    name: str
    text: str
    paragraph: int
    excerpt: str
    origin: Origin | None = None


class Bound(Record):
    """A document without references, its gaps, what the template added, and problems."""

    document: Document
    gaps: tuple[FoundGap, ...] = ()
    added: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_settled(document: Document) -> frozenset[int]:
    """The blocks, paragraphs and texts in which there is nothing to fill in, mark or list, by the identities of them or of
    what they hold: whoever binds the same document again and again need not look at them again.
    """
    found: set[int] = set()
    for block, content in paragraphs(document):
        if _is_bound(content):
            found.update((id(block), id(content)) if block else (id(content),))
        found.update(id(one) for one in content if type(one) is Text and not TYPED_GAP.search(one.text))
    return frozenset(found)


def bind(
    document: Document, facts: Facts, redacted: bool = False, source: str = "", settled: Container[int] = ()
) -> Bound:
    """The document with its references filled in from the facts; `settled` as of `find_settled`.

    `redacted` says that what is left out by hand (××, 〔待补…〕) is deliberate and no gap.
    A reference to no fact is a problem with its paragraph, and its place where it was typed in `source`.

    Raises:
        InputProblem: a long fact is referred to so often that no paper is as long, or a table is wider than any.

    """
    binder = _Binder(facts, redacted, source, settled)
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
        return phrase(*name_with_post(fact.name, fact.post))
    return phrase(fact.value, fact.unit) if fact.value else fact.post


def _is_bound(content: Inlines) -> bool:
    """Whether the inlines hold nothing to fill in, mark or list: most paragraphs do not."""
    for inline in content:
        if type(inline) is Text:
            if may_hold_gap(inline.text):
                return False
        elif not (isinstance(inline, Lead) and _is_bound(inline.content)):
            return False
    return True


def _texts(said: str, start: int, end: int, origin: Origin | None) -> list[Inline]:
    """The characters from `start` to `end` as an inline; none where there are none."""
    return [Text(said[start:end], origin and origin.later(start))] if start < end else []


class _Binder:
    """Walks the blocks once, counting paragraphs as it goes."""

    def __init__(self, facts: Facts, redacted: bool, source: str, settled: Container[int]) -> None:
        self.settled = settled
        self.facts = facts
        self.typed = None if redacted else TYPED_GAP
        self.source = source
        self.gaps: list[FoundGap] = []
        self.added: list[str] = []
        self.problems: list[Problem] = []
        self.paragraph = 0
        self.left = limits.MOST_CHARACTERS
        self.guesses = Guesses(lambda: dict.fromkeys(facts, ""))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple([block if self._is_settled(block) else self._block(block) for block in blocks])

    def _is_settled(self, block: Block) -> bool:
        """Whether a paragraph is known to be as it will be; it counts all the same."""
        settled = id(block) in self.settled
        self.paragraph += settled
        return settled

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                bound = self._content(block.content)
                return block if bound is block.content else replace(block, content=bound)
            case Table(rows):
                if max(map(len, rows), default=0) > limits.MOST_COLUMNS:
                    raise limits.too_large(self.source, limits.over("表格", limits.MOST_COLUMNS, "列"))
                return Table(tuple(tuple(self._content(cell) for cell in row) for row in rows))
            case Attachment(inner, landscape):
                return Attachment(self.blocks(inner), landscape)
            case _:
                return block

    def _content(self, content: Inlines) -> Inlines:
        """One paragraph's inlines; the very same where nothing needs to change."""
        self.paragraph += 1
        if id(content) in self.settled or _is_bound(content):
            return content
        bound = tuple(self._inlines(content))
        self._note(bound, plain(bound))
        return bound

    def _inlines(self, content: Inlines) -> list[Inline]:
        bound: list[Inline] = []
        for index, inline in enumerate(content):
            match inline:
                case Text():
                    bound.extend(self._text(inline, bound))
                case Fact():
                    bound.append(self._fact(inline))
                case Count():
                    is_ordinal = plain(tuple(bound[-1:])).endswith("第")
                    following = content[index + 1] if index + 1 < len(content) and not is_ordinal else None
                    bound.append(self._count(inline, following))
                case Lead(inner, level):
                    bound.append(Lead(tuple(self._inlines(inner)), level))
                case Added(inner):
                    words = Added(tuple(self._inlines(inner)))
                    self.added.append(plain((words,)))
                    bound.append(words)
                case _:
                    bound.append(inline)
        return bound

    def _text(self, text: Text, before: list[Inline]) -> list[Inline]:
        """The text with hand-typed gaps marked, and no end mark doubled after a fact's own."""
        said, origin = text.text, text.origin
        at = 0
        if before and isinstance(before[-1], Value) and said[:1] in _END_MARKS:
            ends = plain((before[-1],))[-1:]
            at = int(ends in _END_MARKS and said[0] in (ends, "。"))
        if self.typed is None or id(text) in self.settled or not may_hold_gap(said):
            return [text] if not at else _texts(said, at, len(said), origin)
        pieces: list[Inline] = []
        for match in self.typed.finditer(said, at):
            pieces += _texts(said, at, match.start(), origin)
            pieces.append(Gap("", match[0], origin and origin.later(match.start())))
            at = match.end()
        return pieces + _texts(said, at, len(said), origin)

    def _fact(self, fact: Fact) -> Inline:
        """What the fact prints; a gap inside its value is a gap too."""
        if fact.name not in self.facts:
            return self._unknown(fact)
        value = self.facts[fact.name]
        field = FACT_PARTS.get(fact.attribute, "")
        words = ""
        if value is not None and (field or not fact.attribute):
            words = getattr(value, field) if field else printed(value)
        name = f"{fact.name}.{fact.attribute}" if value is not None and fact.attribute else fact.name
        if field == "as_of" and words:
            day = dates.normal(words)
            words = derived(day, words) if day and day != words else words
        if not words:
            return Gap(name, f"〔待补：{name}〕")
        self.left -= len(words)
        if self.left < 0:
            raise limits.too_large(
                self.source, limits.over("数据填进去以后，文字", limits.MOST_CHARACTERS, "字")
            )
        said: list[Inline] = []
        for inline in spoken(words):
            said += self._text(inline, []) if isinstance(inline, Text) else [inline]
        return Value(tuple(said))

    def _unknown(self, fact: Fact) -> Inline:
        if fact.name == COUNT:
            return self._count(Count(0, fact.origin), None)
        self.problems.append(
            Problem(
                "unknown-fact",
                f"数据里没有“{fact.name}”",
                self._place(fact.origin),
                hint=self.guesses.hint(fact.name) if self.facts else "用 --facts 或 --set 给出",
            )
        )
        return Gap(fact.name, f"〔待补：{fact.name}〕")

    def _place(self, origin: Origin | None) -> Place:
        """Where a reference was typed; else its paragraph."""
        place = origin.place if origin is not None else Place(self.source)
        return replace(place, paragraph=self.paragraph)

    def _count(self, count: Count, following: Inline | None) -> Inline:
        if count.number == 0:
            self.problems.append(
                Problem(
                    "count-of-nothing",
                    "这里的 {{ 条数 }} 没有要点可数",
                    self._place(count.origin),
                    hint="指明数哪一部分，如 {{ 任务.条数 }}；那一部分要有要点",
                )
            )
        measured = isinstance(following, Text) and following.text[:1] in MEASURE_WORDS
        said = numerals.counted(count.number) if measured else numerals.han(count.number)
        origin = count.origin and Origin(count.origin.passage, count.origin.offset, exact=False)
        return Value((Text(said, origin),))

    def _note(self, content: Inlines, text: str, at: int = 0) -> int:
        """Adds the gaps of some inlines, which begin at `at` in the paragraph's text, to the list; returns
        where they end.
        """
        for inline in content:
            if isinstance(inline, Lead | Added | Value):
                at = self._note(inline.content, text, at)
                continue
            end = at + len(plain((inline,)))
            if isinstance(inline, Gap):
                excerpt = text[max(at - 8, 0) : end + 8]
                name = inline.name or inline.text
                self.gaps.append(FoundGap(name, inline.text, self.paragraph, excerpt, inline.origin))
            at = end
        return at
