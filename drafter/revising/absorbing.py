"""What reviewers made of an outline's Word file, back into the outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.production import Draft
from drafter.model.tree import Tree
from drafter.problems import InputProblem
from drafter.readers.outline import tree as outline_tree
from drafter.readers.word import document as word_document
from drafter.readers.word import remarks
from drafter.readers.word.document import WordParagraph
from drafter.readers.word.package import Package
from drafter.readers.word.remarks import Hand, Remark
from drafter.readers.yaml.stretches import yaml_text
from drafter.records import Record
from drafter.redline.aligning import groups
from drafter.revising import applying, tracing
from drafter.revising.applying import DECLINED, TAKEN, UNPLACED, Asked, Done
from drafter.revising.printed import OWN, Path, Printed, printed
from drafter.session.session import Session
from drafter.writers.in_place import weave
from drafter.writers.yaml_text import dumped

ROUNDS = 3
"""How often what is still different is traced again: a split and an edit beside it may need two."""


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


def reviewed(package: Package, name: str, author: str) -> Reviewed:
    """A reviewed Word file; `author` is who is behind what no change names.

    Raises:
        InputProblem: it is damaged.

    """
    hands = remarks.hands(package)
    whole = _whole(package)
    place = {number: at for at, (numbers, _) in enumerate(whole, 1) for number in numbers}
    return Reviewed(
        name,
        author,
        tuple(text for _, text in whole),
        {place[number]: hand for number, hand in hands.items() if number in place},
        tuple(
            Remark(one.author, one.date, one.text, place.get(one.paragraph, 0), one.words)
            for one in remarks.remarks(package)
        ),
    )


def _whole(package: Package) -> list[tuple[list[int], str]]:
    """The paragraphs that print, those that run on into the next as one, each with the numbers of its `w:p`."""
    found: list[tuple[list[int], str]] = []
    numbers: list[int] = []
    held = ""
    for paragraph, _ in word_document.read(package).paragraphs():
        numbers.append(paragraph.number)
        held += _said(paragraph)
        if not paragraph.goes_on:
            if held.strip():
                found.append((numbers, held.strip()))
            numbers, held = [], ""
    return found


def _said(paragraph: WordParagraph) -> str:
    return paragraph.mark + paragraph.text


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
    asked = [] if only == "comments" else [one for file in files for one in _asked(printed(draft), file)]
    roles = (
        {role: key for key, role in reversed(list(draft.loaded.template.role_spellings().items()))}
        if draft.loaded
        else {}
    )
    wanted = [one for place, one in enumerate(asked) if place not in declined]
    new, done = applying.apply(tree, wanted, accepted, roles)
    if declined:
        done += [Done(one, DECLINED) for place, one in enumerate(asked) if place in declined]
    elif len(files) == 1 and asked:
        new, done = _again(session, new, name, files[0], done, roles)
    new, notes = (new, ()) if only == "changes" else _with_notes(session, tree, new, name, files)
    woven, in_place = weave.woven(yaml_text(text, name), new, outline_tree.read)
    return Absorbed(woven, new, tuple(asked), in_place, tuple(done), tuple(notes))


def _draft(session: Session, tree: Tree, name: str) -> Draft:
    return production.from_outline(session, dumped(tree), name, Options())


def _asked(base: Sequence[Printed], file: Reviewed) -> list[Asked]:
    found = []
    for step in tracing.trace(base, file.paragraphs):
        hand = file.hands.get(step.paragraph)
        found.append(Asked(step, (hand.author if hand else "") or file.author, hand.date if hand else ""))
    return found


def _again(
    session: Session, tree: Tree, name: str, file: Reviewed, done: list[Done], roles: Mapping[str, str]
) -> tuple[Tree, list[Done]]:
    """What the new outline still prints otherwise, traced anew; what has no place then is said, nothing else."""
    found = [one for one in done if one.state != UNPLACED]
    for _ in range(ROUNDS):
        try:
            left = _asked(printed(_draft(session, tree, name)), file)
        except InputProblem:
            return tree, done
        if not left:
            return tree, found
        newer, more = applying.apply(tree, left, (), dict(roles))
        taken = [one for one in more if one.state == TAKEN]
        if not taken or newer == tree:
            return tree, [*found, *(Done(one, UNPLACED) for one in left)]
        tree, found = newer, [*found, *taken]
    left = _asked(printed(_draft(session, tree, name)), file)
    return tree, [*found, *(Done(one, UNPLACED) for one in left)]


def _with_notes(
    session: Session, old: Tree, tree: Tree, name: str, files: Sequence[Reviewed]
) -> tuple[Tree, list[Noted]]:
    """The tree with the comments at their points."""
    notes: list[Noted] = []
    if not any(file.remarks for file in files):
        return tree, notes
    base = printed(_draft(session, tree, name))
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
            tree = newer
            if placed:
                base = printed(_draft(session, tree, name))
            notes.append(Noted(remark, who, path, TAKEN if placed else UNPLACED))
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
