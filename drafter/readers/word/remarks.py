"""What reviewers left in a Word file beside its words: their comments (17.13.4), and whose each tracked change is."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from drafter import wordml
from drafter.readers.word.package import Package
from drafter.records import Record
from drafter.wordml import PARAGRAPH, W

_START, _END, _REFERENCE = f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"
_PROPERTIES = "docProps/core.xml"
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


class Remark(Record):
    """A comment: who wrote it and when, what it says, at which paragraph (from 1) and which words."""

    author: str
    date: str
    text: str
    paragraph: int
    words: str


class Hand(Record):
    """Who changed something in a paragraph, and when."""

    author: str
    date: str


def remarks(package: Package) -> list[Remark]:
    """The comments in the order of the words that they are about.

    Raises:
        InputProblem: a part of the file is damaged.

    """
    said: dict[str, tuple[str, str, str]] = {}
    for part in package.related("comments"):
        root = package.xml(part)
        for comment in root.iter(f"{W}comment") if root is not None else ():
            text = "\n".join(filter(None, map(_text, comment.iter(PARAGRAPH))))
            said[comment.get(f"{W}id", "")] = (
                comment.get(f"{W}author", "").strip(), comment.get(f"{W}date", "")[:10], text,
            )  # fmt: skip
    found = [
        Remark(*said[number], place, words)
        for number, (place, words) in _places(package.text()).items()
        if number in said and said[number][2]
    ]
    return sorted(found, key=lambda one: one.paragraph)


def _text(paragraph: Element) -> str:
    return "".join(piece.text for piece in wordml.pieces(paragraph) if not piece.deleted)


def _places(root: Element) -> dict[str, tuple[int, str]]:
    """By the number of each comment its first paragraph and the words that it is about, as far as they stand in that."""
    found: dict[str, tuple[int, str]] = {}
    for number, paragraph in enumerate(root.iter(PARAGRAPH), 1):
        open_: dict[str, list[str]] = {}
        for element in paragraph.iter():
            one = element.get(f"{W}id", "")
            if element.tag == _START:
                open_[one] = []
                found.setdefault(one, (number, ""))
            elif element.tag == _END:
                if one in open_:
                    found[one] = (found[one][0], "".join(open_.pop(one)))
            elif element.tag == _REFERENCE:
                found.setdefault(one, (number, ""))
            elif element.tag == f"{W}t":
                for words in open_.values():
                    words.append(element.text or "")
        for one, words in open_.items():
            found[one] = (found[one][0], "".join(words))
    return found


def hands(package: Package) -> dict[int, Hand]:
    """By paragraph (from 1) who tracked a change in it first.

    Raises:
        InputProblem: the text is damaged.

    """
    return dict(_hands(package.text()))


def _hands(root: Element) -> Iterator[tuple[int, Hand]]:
    for number, paragraph in enumerate(root.iter(PARAGRAPH), 1):
        change = next((one for one in paragraph.iter() if one.tag in _CHANGES), None)
        if change is not None:
            yield number, Hand(change.get(f"{W}author", "").strip(), change.get(f"{W}date", "")[:10])


def last_author(package: Package) -> str:
    """Who the file says saved it last; "" where it does not say."""
    root = package.xml(_PROPERTIES)
    named = (
        (one.text for one in root.iter() if one.tag.endswith("}lastModifiedBy")) if root is not None else ()
    )
    return (next(iter(named), "") or "").strip()
