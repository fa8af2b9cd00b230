"""The outlines of one folder as documents: listed, opened, saved under their version, with earlier states."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from drafter.model.tree import Tree
from drafter.problems import DrafterError, InputProblem, OutputProblem, Place, Problem
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.outline import tree as outline_tree
from drafter.readers.yaml.stretches import yaml_text
from drafter.records import Record
from drafter.session.session import Session
from drafter.storage import files, history, locks, names, paths
from drafter.writers.in_place import weave
from drafter.writers.outline_yaml import dumped

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


class Document(Record):
    """An outline that is open. `version` changes with its text; `problems` is what became of the file when it was saved."""

    id: str
    name: str
    text: str
    tree: Tree
    version: str
    problems: tuple[Problem, ...] = ()


def list_documents(session: Session) -> list[Listed]:
    """The outlines of the session's folder, those that were changed last first."""
    found = []
    latest = sorted(_outlines(session).values(), key=lambda path: -paths.changed(path))
    for path in latest[:_MOST]:
        try:
            source, _ = outline_yaml.parse(files.read_text(path).text, path.name)
        except DrafterError:
            continue  # no outline of ours, or gone
        if source is not None and (source.field("template") or source.field("title")):
            found.append(
                Listed(
                    _id(path), path.name, source.field("title"), source.field("template"), paths.changed(path)
                )
            )
    return sorted(found, key=lambda one: -one.changed)


def open_document(session: Session, id_: str) -> Document:
    """The outline of this id.

    Raises:
        InputProblem: there is none, or it cannot be read.

    """
    path = _path(session, id_)
    return _document(path, files.read_text(path, path.name).text)


def save(session: Session, id_: str, tree: Tree, version: str, stamp: str, apart: bool = False) -> Document:
    """Writes what the outline should say into its file, which keeps its comments; a new one is named by its title.

    `stamp` is the time under which the state before is kept; `apart`: it goes into a file of its own.

    Raises:
        InputProblem: there is no such document, or it was changed since `version` (code changed-meanwhile).
        OutputProblem: it cannot be written.

    """
    with locks.held(session.places.home / locks.EDITS):  # of two servers on one folder, too
        return _saved(session, id_, tree, version, stamp, apart)


def _saved(session: Session, id_: str, tree: Tree, version: str, stamp: str, apart: bool) -> Document:
    if not id_ or apart:
        path = _new_path(session, tree)
        text = dumped(tree)
        _create(path, text)
        return _document(path, text)
    path = _path(session, id_)
    before = files.read_text(path, path.name).text
    if _version(before) != version:
        hint = "先看看那一份；要留下这里写的，另存一份"
        message = f"{path.name} 在别处改过了，没有覆盖它"
        raise InputProblem(Problem("changed-meanwhile", message, Place(path.name), hint=hint))
    text, in_place = weave.woven(yaml_text(before, path.name), tree, outline_tree.read)
    if text != before:
        history.keep(session.places.home, path, before, stamp)
        files.replace(path, text.encode("utf-8"))
    return _document(path, text, () if in_place or "#" not in before else (_rewritten(path),))


def states(session: Session, id_: str) -> list[str]:
    """The times of the earlier states of a document, the latest first."""
    return history.stamps(session.places.home, _path(session, id_))[::-1]


def state(session: Session, id_: str, stamp: str) -> Tree:
    """What a document said at that time.

    Raises:
        InputProblem: nothing is kept of it.

    """
    path = _path(session, id_)
    return outline_tree.read(history.text(session.places.home, path, stamp), path.name)


def texts(session: Session) -> dict[str, str]:
    """What the outlines of the folder say, by the names of their files."""
    return {path.name: files.read_text(path, path.name).text for path in _outlines(session).values()}


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
        path = _free(session, names.safe(name.removesuffix(".yaml"), "新稿"))
        _create(path, text)
        brought.append(path.name)
    return brought


def _create(path: Path, text: str) -> None:
    if not files.create(path, text.encode("utf-8")):
        raise OutputProblem(Problem("exists", f"{path.name} 已经存在", hint="再来一次"))


def _document(path: Path, text: str, problems: tuple[Problem, ...] = ()) -> Document:
    return Document(_id(path), path.name, text, outline_tree.read(text, path.name), _version(text), problems)


def _rewritten(path: Path) -> Problem:
    message = f"{path.name} 原来的写法没法就地改，整份重新写过，里面的注释没有留下"
    return Problem("comments-lost", message, Place(path.name), hint="稿子的话都在；改前的那一份在“历史”里")


def _version(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _id(path: Path) -> str:
    """What a document is called on the page: no part of it is ever used as a path."""
    return hashlib.sha256(path.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _outlines(session: Session) -> Mapping[str, Path]:
    """The files of the folder that may be outlines, by id; a link that leads out of it is none."""
    here = paths.real(session.base)
    named = (session.base / name for name in files.listed(session.base, (".yaml", ".yml")))
    return {_id(path): path for path in named if paths.real(path).parent == here}


def _path(session: Session, id_: str) -> Path:
    path = _outlines(session).get(id_)
    if path is None:
        hint = "它可能被移走或改名了；点“打开”看看现在有哪些"
        raise InputProblem(Problem("missing-file", "这份稿子找不到了", hint=hint))
    return path


def _new_path(session: Session, tree: Tree) -> Path:
    """A file that is not there yet, named by the title."""
    said = tree.get("标题") if isinstance(tree, dict) else ""
    return _free(session, names.safe(said if isinstance(said, str) else "", "新稿"))


def _free(session: Session, stem: str) -> Path:
    """A name of the folder that is not taken."""
    numbers = ("", *(f"（{number}）" for number in range(2, 1000)))
    free = (session.base / f"{stem}{number}.yaml" for number in numbers)
    home = session.places.home
    fresh = (path for path in free if not paths.exists(path) and not history.stamps(home, path))
    return next(fresh, session.base / f"{stem}.yaml")  # what another said under that name is not this one's
