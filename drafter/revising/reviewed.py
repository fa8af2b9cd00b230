"""A reviewed Word file as what it says: its words, who changed them, the comments, and of which outline it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from drafter import wordml
from drafter.model.words import DRAFT_ANCHOR, TEXT_ANCHOR
from drafter.patterns import pattern
from drafter.readers.word import document as word_document
from drafter.readers.word import pictures, remarks
from drafter.readers.word.document import WordParagraph
from drafter.readers.word.package import Package
from drafter.readers.word.remarks import Hand, Remark
from drafter.records import Record
from drafter.wordml import W

_ANCHOR = pattern(rf"{TEXT_ANCHOR}([1-9]\d{{0,6}})(?:_([1-9]\d{{0,3}}))?")


class Reviewed(Record):
    """A reviewed file as what it says: its paragraphs, whose change is in which (from 1), and the comments; the digest of
    the outline that it was made of, and by each paragraph the ordinals of the texts that it is known to come from, with
    which of their paragraphs (from 1) it is; how many `pictures` it shows.
    """

    name: str
    author: str
    paragraphs: tuple[str, ...]
    hands: Mapping[int, Hand]
    remarks: tuple[Remark, ...]
    digest: str
    anchors: tuple[frozenset[tuple[int, int]], ...]
    pictures: int = 0


def read(source: Package, name: str, author: str) -> Reviewed:
    """A reviewed Word file; `author` is who is behind what no change names.

    Raises:
        InputProblem: it is damaged.

    """
    hands = remarks.hands(source)
    whole = _whole(source)
    place = {number: at for at, (numbers, _, _) in enumerate(whole, 1) for number in numbers}
    names = [one for _, _, marked in whole for one in marked]
    return Reviewed(
        name,
        author,
        tuple(text for _, text, _ in whole),
        {place[number]: hand for number, hand in hands.items() if number in place},
        tuple(
            Remark(one.author, one.date, one.text, place.get(one.paragraph, 0), one.words)
            for one in remarks.remarks(source)
        ),
        next((one.removeprefix(DRAFT_ANCHOR) for one in names if one.startswith(DRAFT_ANCHOR)), ""),
        tuple(frozenset(_ordinals(marked)) for _, _, marked in whole),
        len(pictures.found(source)),
    )


def _whole(source: Package) -> list[tuple[list[int], str, list[str]]]:
    """The paragraphs that print, those that run on into the next as one, each with the numbers of its `w:p` and the names
    of its bookmarks.
    """
    found: list[tuple[list[int], str, list[str]]] = []
    numbers: list[int] = []
    names: list[str] = []
    held = ""
    for paragraph, _ in word_document.read(source).paragraphs():
        numbers.append(paragraph.number)
        names += [one.get(f"{W}name", "") for one in paragraph.element.iter(f"{W}bookmarkStart")]
        held += _said(paragraph)
        if not paragraph.goes_on:
            if held.strip():
                found.append((numbers, held.strip(), names))
                names = []
            numbers, held = [], ""
    return found


def _ordinals(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    for name in names:
        match = _ANCHOR.fullmatch(name)
        if match:
            yield int(match[1]), int(match[2] or 1)


def _said(paragraph: WordParagraph) -> str:
    """What a paragraph says; where we break a title over lines is no text."""
    return (paragraph.mark + paragraph.text).replace(wordml.LINE_END, "")


def named(file: Reviewed, called: Callable[[str], str], author: str) -> Reviewed:
    """The file with the persons as they are called, and who is behind what no change names."""
    return Reviewed(
        file.name,
        author,
        file.paragraphs,
        {at: Hand(called(hand.author), hand.date) for at, hand in file.hands.items()},
        tuple(
            Remark(called(one.author), one.date, one.text, one.paragraph, one.words) for one in file.remarks
        ),
        file.digest,
        file.anchors,
        file.pictures,
    )
