"""The outlines of a folder on the page: listed, opened, saved under their version, with earlier states."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from drafter.model.tree import Tree
from drafter.problems import DrafterError, InputProblem, Place, Problem
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.outline import tree as outline_tree
from drafter.readers.yaml.stretches import yaml_text
from drafter.records import Record
from drafter.session import documents
from drafter.session.session import Session
from drafter.storage import files, locks, names, paths
from drafter.storage.states import history
from drafter.writers.in_place import weave
from drafter.writers.yaml_text import dumped

_LONGEST = 60
_MOST = 500
"""Outlines of a folder that are listed."""


class Listed(Record):
    """An outline of the folder: its id, its file, what it says of itself, when it was changed (seconds)."""

    id: str
    name: str
    title: str
    template: str
    changed: float


class Listing(Record):
    """The outlines of the folder that are shown; how many older ones are not, and of those that cannot be read what is wrong."""

    documents: tuple[Listed, ...]
    older: int = 0
    broken: tuple[Problem, ...] = ()


def list_documents(session: Session) -> Listing:
    """The outlines of the session's folder, those that were changed last first."""
    found: list[Listed] = []
    broken: list[Problem] = []
    latest = sorted(documents.outlines(session).values(), key=lambda path: -paths.changed(path))
    for path in latest[:_MOST]:
        try:
            source, problems = outline_yaml.parse(files.read_text(path, path.name).text, path.name)
        except DrafterError as error:
            source, problems = None, error.problems
        if source is None:
            broken += problems[:1]
        elif source.field("template") or source.field("title"):
            found.append(
                Listed(
                    documents.id_of(path.name),
                    path.name,
                    source.field("title"),
                    source.field("template"),
                    paths.changed(path),
                )
            )
    found.sort(key=lambda one: -one.changed)
    return Listing(tuple(found), len(latest[_MOST:]), tuple(broken))


def open_document(session: Session, id_: str) -> documents.Document:
    """The outline of this id.

    Raises:
        InputProblem: there is none, or it cannot be read.

    """
    path = documents.path_of(session, id_)
    return documents.document(path, files.read_text(path, path.name).text)


def save(
    session: Session, id_: str, tree: Tree, version: str, stamp: str, apart: bool = False
) -> documents.Document:
    """Writes what the outline should say into its file, which keeps its comments; a new one is named by its title.

    `stamp` is the time under which the state before is kept; `apart`: it goes into a file of its own.

    Raises:
        InputProblem: there is no such document, or it was changed since `version` (code changed-meanwhile).
        OutputProblem: it cannot be written.

    """
    with locks.held(session.places.home / locks.EDITS):  # of two servers on one folder, too
        return _saved(session, id_, tree, version, stamp, apart)


def _saved(
    session: Session, id_: str, tree: Tree, version: str, stamp: str, apart: bool
) -> documents.Document:
    if not id_ or apart:
        path = _new_path(session, tree)
        text = dumped(tree)
        documents.create_file(path, text)
        return documents.document(path, text)
    path = documents.path_of(session, id_)
    before = files.read_text(path, path.name).text
    if documents.version_of(before) != version:
        hint = "先看看那一份；要留下这里写的，另存一份"
        message = f"{path.name} 在别处改过了，没有覆盖它"
        raise InputProblem(Problem("changed-meanwhile", message, Place(path.name), hint=hint))
    text, in_place = weave.woven(yaml_text(before, path.name), tree, outline_tree.read)
    if text != before:
        history.keep(session.places.home, path, before, stamp)
        files.replace(path, text.encode("utf-8"))
    return documents.document(path, text, () if in_place or "#" not in before else (_rewritten(path),))


def states(session: Session, id_: str) -> list[str]:
    """The times of the earlier states of a document, the latest first."""
    return history.stamps(session.places.home, documents.path_of(session, id_))[::-1]


def state(session: Session, id_: str, stamp: str) -> Tree:
    """What a document said at that time.

    Raises:
        InputProblem: nothing is kept of it.

    """
    path = documents.path_of(session, id_)
    return outline_tree.read(history.text(session.places.home, path, stamp), path.name)


def texts(session: Session) -> dict[str, str]:
    """What the outlines of the folder say, by the names of their files."""
    found = {}
    for path in documents.outlines(session).values():
        with contextlib.suppress(DrafterError):  # what cannot be read is told in the list
            found[path.name] = files.read_text(path, path.name).text
    return found


def bring(session: Session, given: Mapping[str, str]) -> list[str]:
    """Puts outlines into the folder, none over another; the names that they got.

    Raises:
        InputProblem: one of them is no outline; then none is put there.
        OutputProblem: it cannot be written.

    """
    for name, text in given.items():
        outline_tree.read(text, name[:_LONGEST])
    brought = []
    for name, text in given.items():
        path = documents.free(session, names.safe(name.removesuffix(".yaml"), "新稿"))
        documents.create_file(path, text)
        brought.append(path.name)
    return brought


def _rewritten(path: Path) -> Problem:
    message = f"{path.name} 原来的写法没法就地改，整份重新写过，里面的注释没有留下"
    return Problem("comments-lost", message, Place(path.name), hint="稿子的话都在；改前的那一份在“历史”里")


def _new_path(session: Session, tree: Tree) -> Path:
    """A file that is not there yet, named by the title."""
    said = tree.get("标题") if isinstance(tree, dict) else ""
    return documents.free(session, names.safe(said if isinstance(said, str) else "", "新稿"))
