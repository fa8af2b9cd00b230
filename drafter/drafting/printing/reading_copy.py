"""A draft as a speaker reads it: pinyin over hard characters, pauses, minutes, figures said.

The aids are put into the tree just before it is written, so that the text of the draft, its
gaps and its measures stay what they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from drafter.measuring import measure
from drafter.measuring.measure import PartMeasure
from drafter.model.document import (
    Added,
    Aid,
    Attachment,
    Block,
    Document,
    Inline,
    Inlines,
    Lead,
    PageBreak,
    Paragraph,
    Role,
    Ruby,
    Table,
    Text,
    Value,
    plain,
    text_of,
)
from drafter.model.stylesheet import ReadingAids, Stylesheet
from drafter.problems import Place, Problem, Severity
from drafter.speaking import figures, pauses, readings

_READ = frozenset({Role.BODY, Role.HEADING, Role.SALUTATION, Role.SPEAKER})
_HEADING = "数字读法"


def dressed(document: Document, sheet: Stylesheet, words: Mapping[str, str], rate: float) -> Document:
    """The document with the aids that its stylesheet asks for; the very same where it asks none.

    `words` are known readings. Attachments are not read aloud and stay as they are.
    """
    aids = sheet.reading
    words = {**words, **_spaced(words)}
    if aids == ReadingAids():
        return document
    parts = measure.parts(document, rate) if aids.minutes or aids.pauses else []
    blocks = _with_parts(document.blocks, parts, aids)
    blocks = tuple(
        replace(block, content=_inlines(block.content, aids, words))
        if isinstance(block, Paragraph) and block.role in _READ
        else block
        for block in blocks
    )
    said = tuple(_figures(document)) if aids.figures else ()
    end = next((i for i, block in enumerate(blocks) if _is_after_the_speech(block)), len(blocks))
    return Document((*blocks[:end], *said, *blocks[end:]))


def _is_after_the_speech(block: Block) -> bool:
    """Whether a block is no longer read aloud: attachments, and the imprint."""
    return isinstance(block, Attachment) or (isinstance(block, Paragraph) and block.role is Role.IMPRINT)


def unread(document: Document, sheet: Stylesheet, words: Mapping[str, str], name: str) -> tuple[Problem, ...]:
    """A warning that names the rare characters which a copy to read from leaves without a reading."""
    rare = readings.unread(text_of(document), words) if sheet.reading.pinyin else []
    if not rare:
        return ()
    message = f"“{'”“'.join(rare)}”没有注音：自动注音要装附加组件 pinyin"
    hint = "运行 pip install 'drafter-cn[pinyin]'；或在大纲的“注音”里写上，例如 陂: bēi"
    return (Problem("no-pinyin", message, Place(name), Severity.WARNING, hint),)


def _with_parts(blocks: tuple[Block, ...], parts: list[PartMeasure], aids: ReadingAids) -> tuple[Block, ...]:
    """The blocks with the minutes beside each part's first paragraph and a rest before the next."""
    begins = {part.paragraph: part for part in parts if part.minutes}
    so_far = 0.0
    out: list[Block] = []
    number = 0
    for block in blocks:
        if not isinstance(block, Paragraph):
            out.append(block)
            number += sum(map(len, block.rows)) if isinstance(block, Table) else 0
            continue
        number += 1
        part = begins.get(number)
        if part is not None:
            so_far += part.minutes
            last = out[-1] if out else None
            if aids.pauses and isinstance(last, Paragraph) and last.role is Role.BODY:
                out[-1] = replace(last, content=(*last.content, Aid(pauses.REST)))
            if aids.minutes:
                block = replace(block, aside=f"约{part.minutes:g}分\n到{so_far:.1f}分")
        out.append(block)
    return tuple(out)


def _spaced(words: Mapping[str, str]) -> dict[str, str]:
    """Names of two characters as they stand in a list, with a space between them."""
    return {
        f"{word[0]}\u3000{word[1]}": " ".join((first, readings.SKIPPED, *rest))
        for word, (first, *rest) in ((w, said.split()) for w, said in words.items() if len(w) == 2)
        if len(rest) == 1
    }


def _inlines(content: Inlines, aids: ReadingAids, words: Mapping[str, str]) -> Inlines:
    out: list[Inline] = []
    for inline in content:
        match inline:
            case Text(text):
                out += _text(text, aids, words)
            case Lead(inner, level):
                out.append(Lead(_inlines(inner, aids, words), level))
            case Added(inner):
                out.append(Added(_inlines(inner, aids, words)))
            case Value(inner):
                out.append(Value(_inlines(inner, aids, words)))
            case _:
                out.append(inline)
    return tuple(out)


def _text(text: str, aids: ReadingAids, words: Mapping[str, str]) -> list[Inline]:
    """One text with its readings and breaths."""
    breaths = pauses.places(text) if aids.pauses else []
    pieces = readings.annotated(text, words) if aids.pinyin else [(text, "")]
    out: list[Inline] = []
    at = 0
    for passage, reading in pieces:
        if reading:
            out.append(Ruby(passage, reading))
        else:
            cuts = [place - at for place in breaths if at < place < at + len(passage)]
            for start, end in zip([0, *cuts], [*cuts, len(passage)], strict=True):
                out += [Aid(pauses.BREATH)] if start else []
                out.append(Text(passage[start:end]))
        at += len(passage)
    return out


def _figures(document: Document) -> list[Block]:
    """A page with the figures of what is read and how they are said; nothing where all are easy."""
    read = [plain(b.content) for b in document.blocks if isinstance(b, Paragraph) and b.role in _READ]
    said = list(figures.said("\n".join(read)).items())
    if not said:
        return []
    rows = [said[i : i + 2] for i in range(0, len(said), 2)]
    cells = [tuple(cell for pair in row for cell in pair) for row in rows]
    head = ("写作", "读作") * 2
    table = tuple(tuple((Text(cell),) for cell in row) for row in (head, *cells))
    return [PageBreak(), Paragraph(Role.HEADING, (Text(_HEADING),), 1), Table(table)]
