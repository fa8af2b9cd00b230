"""What reviewers made of an outline's Word file, back into the outline."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.drafting.production import Draft
from drafter.model.tree import Tree
from drafter.problems import InputProblem
from drafter.readers.outline import anchors
from drafter.readers.outline import tree as outline_tree
from drafter.readers.word import package
from drafter.readers.word.remarks import Remark
from drafter.readers.yaml.stretches import yaml_text
from drafter.records import Record
from drafter.redline.aligning import groups
from drafter.revising import applying, tracing
from drafter.revising.agreeing import DECLINED, TAKEN, UNPLACED, Asked, Done
from drafter.revising.printed import OWN, SUPPLIED, Path, Printed, Span, printed
from drafter.revising.reviewed import Reviewed, read
from drafter.revising.stages.rebasing import rebased
from drafter.session.session import Session
from drafter.writers.in_place import weave
from drafter.writers.yaml_text import dumped


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


def absorb(
    session: Session,
    text: str,
    name: str,
    files: Sequence[Reviewed],
    accepted: Sequence[str],
    only: str,
    declined: Sequence[int] = (),
    sent: Mapping[str, str] = {},
) -> Absorbed:
    """The outline after what its reviewers asked for; of changes that contradict each other those of the persons in
    `accepted` are taken. `only` is comments, changes, or "" for both; `declined` are changes by their place (from 0) that
    somebody looked at and does not want. `sent` is, by the name of a file, what the outline said when that was made of it,
    where it says something else now.

    Raises:
        InputProblem: the outline cannot be drafted.

    """
    tree = outline_tree.read(text, name)
    draft = _draft(session, tree, name)
    asked = _all_asked(session, tree, name, files, sent) if only != "comments" else []
    keys = _keys(tree, draft)
    wanted = [one for place, one in enumerate(asked) if place not in declined]
    new, done = _applied(session, tree, name, wanted, accepted, keys)
    done += [Done(one, DECLINED) for place, one in enumerate(asked) if place in declined]
    if len(files) == 1 and asked and not declined and not sent:
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
    file = read(package.read(produce(session, draft, "docx"), draft.name), draft.name, "")
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


def _all_asked(
    session: Session, tree: Tree, name: str, files: Sequence[Reviewed], sent: Mapping[str, str]
) -> list[Asked]:
    """What all files ask for; what was asked of an earlier stage is laid at the texts of now."""
    asked: list[Asked] = []
    now = _based(session, tree, name)
    for file in files:
        if file.name in sent:
            then = outline_tree.read(sent[file.name], name)
            asked += rebased(_asked(_based(session, then, name), file), then, tree)
        else:
            asked += _asked(now, file)
    return asked


def _based(session: Session, tree: Tree, name: str) -> _Base:
    return _Base(_base(session, _draft(session, tree, name)), anchors.ordinals(tree), anchors.digest(tree))


class _Base(Record):
    """What the Word file of an outline prints, the ordinals of the outline's texts, and its digest."""

    printed: Sequence[Printed]
    ordinals: Mapping[Path, int]
    digest: str

    def known(self, file: Reviewed) -> Callable[[int, int], bool] | None:
        """Whether a paragraph of a reviewed file bears the mark of one of these; None where its marks are of another outline."""
        if self.digest != file.digest:
            return None
        paths = list(self.ordinals)
        own = [{span.path for span in one.spans if span.kind == OWN and span.path} for one in self.printed]
        marked = [{_path(paths, *mark) for mark in marks} for marks in file.anchors]
        return lambda at, place: bool(own[at] & marked[place])


def _path(paths: Sequence[Path], ordinal: int, again: int) -> Path:
    """The text of an ordinal, or of the paragraph that follows so many later in one list of them."""
    if ordinal > len(paths):
        return ()
    first = paths[ordinal - 1]
    later = paths[ordinal + again - 2] if ordinal + again - 1 <= len(paths) else ()
    is_list = isinstance(first[-1], int) and later[:-1] == first[:-1]
    return later if is_list else first


def _asked(base: _Base, file: Reviewed) -> list[Asked]:
    found = []
    for step in tracing.trace(base.printed, file.paragraphs, base.known(file)):
        hand = file.hands.get(step.paragraph)
        found.append(
            Asked(step, (hand.author if hand else "") or file.author, hand.date if hand else "", file.name)
        )
    return found


def _left(session: Session, tree: Tree, name: str, file: Reviewed, done: list[Done]) -> list[Done]:
    """What became of the changes; what the new outline still prints otherwise has no place, whatever was done for it."""
    left = _asked(_Base(_base(session, _draft(session, tree, name)), {}, ""), file)
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
            if group.old < group.old_end  # what is new there is about no text of the outline
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
