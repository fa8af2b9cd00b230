"""An old text as an outline that rebuilds to the same text.

What the text's form tells is a guess, so every guess is tried: an outline that does not print
the very characters that it was made of is taken apart less, stretch by stretch, until it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from drafter import secrecy
from drafter.copying import classified
from drafter.drafting import binding, loading
from drafter.drafting.composing import compose
from drafter.drafting.options import Options
from drafter.importing import numbering
from drafter.model.document import Document
from drafter.model.outline import Attachment, Official, Outline, Part, Section, Speaker
from drafter.model.source import Dropped, Guess, Line, Source, size
from drafter.outlining.form import headings, tree, unbroken, wrapped
from drafter.outlining.form.enumerations import Detail, literal
from drafter.outlining.meaning import gathering, head, official, roles, structure
from drafter.outlining.meaning.official import Foot, Header
from drafter.problems import InputProblem
from drafter.session.session import Session
from drafter.templating import context
from drafter.writers import outline_yaml
from drafter.writers import text as text_writer

PLAIN = "原样"
"""The template that adds nothing."""

OFFICIAL_STYLE = "公文"
"""How an official document looks."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The outline of an old text, what was left out, and what was guessed.

    `characters` counts the file's without white space, `kept` those that were not left out.
    """

    outline: Outline
    characters: int
    dropped: tuple[Dropped, ...] = ()
    guessed: tuple[Guess, ...] = ()

    @property
    def kept(self) -> int:
        return self.characters - sum(size(dropped.text) for dropped in self.dropped)


def imported(session: Session, source: Source) -> Imported:
    """The outline of these lines, named for the template that adds nothing."""
    return _Importer(session, source).run()


def with_facts(session: Session, found: Imported) -> Imported:
    """The same text with its years, names and figures as facts, where it still prints the same."""
    from drafter.outlining.meaning import variables
    from drafter.session import lexicons  # these two for who asks for facts alone

    plain = session.templates.named(PLAIN)
    known = lexicons.lexicon(session, (lexicons.PLACES,)).places
    outline = variables.proposed(found.outline, frozenset({*known.cities, *known.counties}))
    before = text_writer.write(compose(session, found.outline, plain))
    bound = binding.bind(compose(session, outline, plain), outline.facts, redacted=True).document
    if text_writer.write(bound) != before:
        return found
    guesses = tuple(
        Guess(f"数据 {name}", 0, binding.printed(fact)) for name, fact in outline.facts.items() if fact
    )
    return replace(found, outline=outline, guessed=(*found.guessed, *guesses))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the text: an outline of that alone, the lines it takes, the lines left."""

    outline: Outline
    taken: Sequence[Line]
    rest: Sequence[Line]
    guesses: tuple[Guess, ...] = ()


class _Importer:
    """Tries outlines against the text that they are to print."""

    def __init__(self, session: Session, source: Source) -> None:
        self.session = session
        self.source = source
        self.plain = session.templates.named(PLAIN)
        self.guesses: list[Guess] = []
        self.plainly: set[int] = set()
        """The paragraphs whose stretch was left as texts: no guess about them came true."""

    def run(self) -> Imported:
        given = unbroken.parted(wrapped.joined(self.source.lines, self.guesses), self.guesses)
        outline = self._at_once(given) or self._bit_by_bit(given) or _literally(given)
        beside = classified.mark_of_source(given, self.source.dropped)
        if secrecy.rank(beside) > secrecy.rank(classified.mark_of(outline)):
            outline = replace(outline, secrecy=beside)
        outline = replace(outline, contents=self.source.contents)
        return Imported(outline, self.source.size, self.source.dropped, tuple(self.guesses))

    def _at_once(self, given: Sequence[Line]) -> Outline | None:
        """The outline of the fullest guesses, where it prints the whole text; else None."""
        guesses: list[Guess] = []
        frame = next(self._frames(given))
        outline = numbering.named(self._whole(frame, guesses, tried=False))
        if not self._comes_back(outline, given):
            return None
        self.guesses += [*frame.guesses, *guesses]
        return outline

    def _bit_by_bit(self, given: Sequence[Line]) -> Outline | None:
        """The outline whose every bit was tried: its frame, each stretch, its marks."""
        frame = next(frame for frame in self._frames(given) if self._prints(frame.outline, frame.taken))
        guesses: list[Guess] = []
        outline = self._whole(frame, guesses, tried=True)
        whole = next((o for o in (numbering.named(outline), outline) if self._comes_back(o, given)), None)
        if whole is not None:
            self.guesses += frame.guesses
            self.guesses += [guess for guess in guesses if guess.paragraph not in self.plainly]
        return whole

    def _whole(self, frame: _Frame, guesses: list[Guess], tried: bool) -> Outline:
        """The frame with the text in it."""
        rest = headings.told(frame.rest, guesses)
        ends = max(structure.closing(rest), official.below(rest))
        items = self._body(rest[: len(rest) - ends], tried)
        items = items if tried else gathering.gathered(items)
        first = next((i for i, (_, item) in enumerate(items) if isinstance(item, Section)), len(items))
        opening = tuple(item for _, item in items[:first] if isinstance(item, str))
        parts = roles.as_parts(items[first:], guesses, frame.outline.title + frame.outline.subtitle)
        last = tuple(
            structure.table(line) if line.rows else literal(line.text) for line in rest[len(rest) - ends :]
        )
        ordered = (Part("opening", opening), *parts, Part("closing", last))
        return replace(
            frame.outline, ordered=bool(parts), parts=tuple(part for part in ordered if part.items)
        )

    def _frames(self, given: Sequence[Line]) -> Iterator[_Frame]:
        """Readings of what stands around the text, the fullest first, the last with nothing."""
        header = official.header(given)
        for block in (header, Header()) if header.used else (header,):
            about = head.read(given[block.used :])
            if block.official is not None:
                about.guesses.append(Guess("版头", given[0].number, "标题上面的机关标志和发文字号"))
                about.fields |= {"official": block.official, "style": OFFICIAL_STYLE}
            above = block.used + about.used
            below = official.foot(given[above:])
            below.start += above
            if below:
                yield self._frame(given, above, below, about)
            yield self._frame(given, above, Foot(len(given)), about)
        if about.fields.get("title"):
            titled = head.Head({"title": about.fields["title"]}, 1, about.guesses)
            yield self._frame(given, 1, Foot(len(given)), titled)
        yield _Frame(Outline(template=PLAIN), (), given)

    def _frame(self, given: Sequence[Line], above: int, below: Foot, about: head.Head) -> _Frame:
        guesses = list(about.guesses)
        if below:
            guesses.append(Guess("落款和附件", given[below.start].number, "文末的单位、日期、附件"))
        taken = [*given[:above], *given[below.start :]]
        return _Frame(self._around(below, about), taken, given[above : below.start], tuple(guesses))

    def _around(self, below: Foot, about: head.Head) -> Outline:
        """An outline of what stands around the text."""
        fields = {name: _literal(value) for name, value in about.fields.items()}
        outline = Outline(template=PLAIN, **fields)
        if not below:
            return outline
        whole = _literal(official.official(about.fields.get("official"), below))
        own = outline.speaker or Speaker()
        if len(below.issuers) > 1 and whole is None:
            whole = Official(issuers=_literal(tuple(below.issuers)))
        elif below.issuers and (whole is None or not whole.issuers):
            outline = replace(outline, speaker=replace(own, org=_literal("".join(below.issuers))))
        return replace(
            outline, official=whole, date=below.date or outline.date, attachments=self._attachments(below)
        )

    def _attachments(self, below: Foot) -> tuple[Attachment, ...]:
        """The attachments that are listed or added; those that are only listed have no text."""
        added = dict(below.attached)
        return tuple(
            Attachment(
                literal(title),
                tuple(item for _, item in self._body(headings.told(added.get(title, []), []), tried=True)),
                landscape=any(line.turned for line in added.get(title, [])),
            )
            for title in below.listed or added
        )

    def _body(self, given: Sequence[Line], tried: bool) -> list[tuple[Line, str | Section]]:
        """Every stretch, taken apart as far as can be, or `tried` as far as it still prints the same."""
        items: list[tuple[Line, str | Section]] = []
        for stretch in tree.stretches(given) if given else []:
            texts = [literal(line.text) for line in stretch]  # of which nothing is guessed
            for detail in reversed(Detail):
                found = structure.parts(stretch, detail)
                if not tried or found == texts or self._stands(found, stretch):
                    break
            if detail is Detail.TEXT:
                self.plainly |= {line.number for line in stretch}
            items += [(stretch[0], item) for item in found]
        return items

    def _stands(self, items: Sequence[str | Section], given: Sequence[Line]) -> bool:
        """Whether these items print the lines, by themselves; the whole will be tried as the page prints it."""
        return _says(Document(tuple(context.laid_out(_body_of(items), self.plain))), given)

    def _prints(self, outline: Outline, given: Sequence[Line]) -> bool:
        """Whether the outline prints the lines; references are literal braces by now."""
        try:
            return _says(compose(self.session, outline, self.plain), given)
        except InputProblem:
            return False

    def _comes_back(self, outline: Outline, given: Sequence[Line]) -> bool:
        """Whether the outline prints the lines, and does so once it is written to YAML and read again."""
        if not self._prints(outline, given):
            return False
        try:
            loaded = loading.load(self.session, outline_yaml.write(outline), "大纲", Options())
        except InputProblem:
            return False
        return loaded.outline == outline or self._prints(loaded.outline, given)


def _says(document: Document, given: Sequence[Line]) -> bool:
    """Whether a document says what the lines say, white space apart."""
    return _squeezed(text_writer.write(document)) == _squeezed("".join(line.text for line in given))


def _literally(given: Sequence[Line]) -> Outline:
    """The lines as the texts of one part: what is left where no guess comes true."""
    items = (structure.table(line) if line.rows else literal(line.text) for line in given)
    return Outline(template=PLAIN, ordered=True, parts=(Part("body", tuple(items)),))


def _body_of(items: Sequence[str | Section]) -> Outline:
    return Outline(template=PLAIN, ordered=True, parts=tuple(Part("body", (item,)) for item in items))


def _literal(value: Any) -> Any:
    """The texts of a field as an outline has them, those of a field of several parts too."""
    if isinstance(value, str):
        return literal(value)
    if isinstance(value, Official | Speaker):
        return replace(value, **{name: _literal(getattr(value, name)) for name in value.__dataclass_fields__})
    return tuple(map(literal, value)) if isinstance(value, tuple) else value


def _squeezed(text: str) -> str:
    return "".join(text.split())
