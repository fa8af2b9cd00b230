"""What reviewers made of an outline's Word file, back into the outline."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence

from drafter import wordml
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.drafting.production import Draft
from drafter.model.tree import Tree
from drafter.problems import InputProblem
from drafter.readers.outline import tree as outline_tree
from drafter.readers.word import document as word_document
from drafter.readers.word import package, remarks
from drafter.readers.word.document import WordParagraph
from drafter.readers.word.package import Package
from drafter.readers.word.remarks import Hand, Remark
from drafter.readers.yaml.stretches import yaml_text
from drafter.records import Record
from drafter.redline.aligning import groups
from drafter.revising import applying, tracing
from drafter.revising.agreeing import DECLINED, TAKEN, UNPLACED, Asked, Done
from drafter.revising.printed import OWN, SUPPLIED, Path, Printed, Span, printed
from drafter.session.session import Session
from drafter.writers.in_place import weave
from drafter.writers.yaml_text import dumped


class Reviewed(Record):
    """A reviewed file as what it says: its paragraphs, whose change is in which (from 1), and the comments."""

    name: str
    author: str
    paragraphs: tuple[str, ...]
    hands: Mapping[int, Hand]
    remarks: tuple[Remark, ...]


class Noted(Record):
    """A comment, and the text of the outline that it is about; no path where it is about none."""

    remark: Remark
    reviewer: str
    path: Path
    state: str


class Absorbed(Record):
    """The outline's new text and tree; what was asked for, what became of that and of every comment."""

    text: str
    tree: Tree
    asked: tuple[Asked, ...]
    in_place: bool
    done: tuple[Done, ...]
    notes: tuple[Noted, ...]


def reviewed(source: Package, name: str, author: str) -> Reviewed:
    """A reviewed Word file; `author` is who is behind what no change names.

    Raises:
        InputProblem: it is damaged.

    """
    hands = remarks.hands(source)
    whole = _whole(source)
    place = {number: at for at, (numbers, _) in enumerate(whole, 1) for number in numbers}
    return Reviewed(
        name,
        author,
        tuple(text for _, text in whole),
        {place[number]: hand for number, hand in hands.items() if number in place},
        tuple(
            Remark(one.author, one.date, one.text, place.get(one.paragraph, 0), one.words)
            for one in remarks.remarks(source)
        ),
    )


def _whole(source: Package) -> list[tuple[list[int], str]]:
    """The paragraphs that print, those that run on into the next as one, each with the numbers of its `w:p`."""
    found: list[tuple[list[int], str]] = []
    numbers: list[int] = []
    held = ""
    for paragraph, _ in word_document.read(source).paragraphs():
        numbers.append(paragraph.number)
        held += _said(paragraph)
        if not paragraph.goes_on:
            if held.strip():
                found.append((numbers, held.strip()))
            numbers, held = [], ""
    return found


def _said(paragraph: WordParagraph) -> str:
    """What a paragraph says; where we break a title over lines is no text."""
    return (paragraph.mark + paragraph.text).replace(wordml.LINE_END, "")


def absorb(
    session: Session,
    text: str,
    name: str,
    files: Sequence[Reviewed],
    accepted: Sequence[str],
    only: str,
    declined: Sequence[int] = (),
) -> Absorbed:
    """The outline after what its reviewers asked for; of changes that contradict each other those of the persons in
    `accepted` are taken. `only` is comments, changes, or "" for both; `declined` are changes by their place (from 0) that
    somebody looked at and does not want.

    Raises:
        InputProblem: the outline cannot be drafted.

    """
    tree = outline_tree.read(text, name)
    draft = _draft(session, tree, name)
    base = _base(session, draft)
    asked = [] if only == "comments" else [one for file in files for one in _asked(base, file)]
    keys = _keys(tree, draft)
    wanted = [one for place, one in enumerate(asked) if place not in declined]
    new, done = _applied(session, tree, name, wanted, accepted, keys)
    done += [Done(one, DECLINED) for place, one in enumerate(asked) if place in declined]
    if len(files) == 1 and asked and not declined:
        done = _left(session, new, name, files[0], done)
    new, notes = (new, []) if only == "changes" else _with_notes(session, new, name, files)
    woven, in_place = weave.woven(yaml_text(text, name), new, outline_tree.read)
    return Absorbed(woven, new, tuple(asked), in_place, tuple(done), tuple(notes))


def _draft(session: Session, tree: Tree, name: str) -> Draft:
    return production.from_outline(session, dumped(tree), name, Options())


def _base(session: Session, draft: Draft) -> list[Printed]:
    """The paragraphs of the Word file that the draft makes, each with whose its characters are: what the Word file alone
    has (a header block, a table of contents) is nobody's.
    """
    known: dict[str, deque[Printed]] = {}
    for one in printed(draft):
        known.setdefault(_squeezed(one.text), deque()).append(one)
    file = reviewed(package.read(produce(session, draft, "docx"), draft.name), draft.name, "")
    found = []
    for text in file.paragraphs:
        there = known.get(_squeezed(text))
        own = there.popleft() if there else None
        same = own is not None and own.text == text
        found.append(own if own is not None and same else Printed(text, (Span(0, len(text), SUPPLIED),), ""))
    return found


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _keys(tree: Tree, draft: Draft) -> dict[str, str]:
    """How each part is called: as the outline calls it, else as its genre does."""
    if draft.loaded is None:
        return {}
    template = draft.loaded.template
    spellings = template.role_spellings()
    own = {role.name: role.chinese for role in template.roles}
    return own | {spellings[key]: key for key in tree if key in spellings}


def _applied(
    session: Session,
    tree: Tree,
    name: str,
    asked: Sequence[Asked],
    accepted: Sequence[str],
    keys: dict[str, str],
) -> tuple[Tree, list[Done]]:
    """The tree after all that was asked for; where it could not be drafted then, without what breaks it."""
    new, done = applying.apply(tree, asked, accepted, keys)
    if _can_be_drafted(session, new, name):
        return new, done
    kept: list[Asked] = []
    broken: list[Asked] = []
    for one in asked:
        trial, _ = applying.apply(tree, [*kept, one], accepted, keys)
        (kept if _can_be_drafted(session, trial, name) else broken).append(one)
    new, done = applying.apply(tree, kept, accepted, keys)
    return new, [*done, *(Done(one, UNPLACED) for one in broken)]


def _can_be_drafted(session: Session, tree: Tree, name: str) -> bool:
    try:
        _draft(session, tree, name)
    except InputProblem:
        return False
    return True


def _asked(base: Sequence[Printed], file: Reviewed) -> list[Asked]:
    found = []
    for step in tracing.trace(base, file.paragraphs):
        hand = file.hands.get(step.paragraph)
        found.append(Asked(step, (hand.author if hand else "") or file.author, hand.date if hand else ""))
    return found


def _left(session: Session, tree: Tree, name: str, file: Reviewed, done: list[Done]) -> list[Done]:
    """What became of the changes; what the new outline still prints otherwise has no place, whatever was done for it."""
    left = _asked(_base(session, _draft(session, tree, name)), file)
    return [*(one for one in done if one.state != UNPLACED), *(Done(one, UNPLACED) for one in left)]


def _with_notes(
    session: Session, tree: Tree, name: str, files: Sequence[Reviewed]
) -> tuple[Tree, list[Noted]]:
    """The tree with the comments at their points."""
    notes: list[Noted] = []
    if not any(file.remarks for file in files):
        return tree, notes
    base = _base(session, _draft(session, tree, name))
    for file in files:
        at = {
            new: group.old
            for group in groups([one.text for one in base], file.paragraphs)
            for new in range(group.new, group.new_end)
            if group.old < len(base)
        }
        for remark in file.remarks:
            path = _path_at(base, at.get(remark.paragraph - 1), remark.words)
            who = remark.author or file.author
            newer, placed = applying.noted(tree, path, f"{who}：{remark.text}") if path else (tree, False)
            tree = newer if placed else applying.with_opinion(tree, who, remark, path)
            if placed:
                base = _base(session, _draft(session, tree, name))
            notes.append(Noted(remark, who, path, TAKEN))
    return tree, notes


def _path_at(base: Sequence[Printed], at: int | None, words: str) -> Path:
    """The text of the outline that holds these words of a paragraph, else its first."""
    if at is None:
        return ()
    own = [span for span in base[at].spans if span.kind == OWN and span.path]
    place = base[at].text.find(words) if words else -1
    inside = base[at].at(place) if place >= 0 else None
    return inside.path if inside in own and inside is not None else own[0].path if own else ()


def named(file: Reviewed, is_machine: Callable[[str], bool], name: str) -> Reviewed:
    """The file with this person in the place of every machine's name."""
    return Reviewed(
        file.name,
        name,
        file.paragraphs,
        {at: Hand(name, hand.date) if is_machine(hand.author) else hand for at, hand in file.hands.items()},
        tuple(
            Remark(name, one.date, one.text, one.paragraph, one.words) if is_machine(one.author) else one
            for one in file.remarks
        ),
    )
