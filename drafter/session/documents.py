"""The outlines of one folder as the page knows them: by ids that are no paths, with versions that tell of changes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from drafter.model.tree import Tree
from drafter.problems import InputProblem, OutputProblem, Problem
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.outline import tree as outline_tree
from drafter.readers.outline.outline import Source
from drafter.records import Record
from drafter.session.session import Session
from drafter.storage import files, names, paths
from drafter.storage.states import history
from drafter.writers.yaml_text import dumped


class Document(Record):
    """An outline that is open. `version` changes with its text; `problems` is what became of the file when it was saved."""

    id: str
    name: str
    text: str
    tree: Tree
    version: str
    problems: tuple[Problem, ...] = ()


def outlines(session: Session) -> Mapping[str, Path]:
    """The files of the folder that may be outlines, by id; a link that leads out of it is none."""
    here = paths.real(session.base)
    named = (session.base / name for name in files.listed(session.base, (".yaml", ".yml")))
    return {id_of(path.name): path for path in named if paths.real(path).parent == here}


def id_of(name: str) -> str:
    """What the document of a file is called on the page: no part of it is ever used as a path."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def path_of(session: Session, id_: str) -> Path:
    """The file of a document.

    Raises:
        InputProblem: there is none of this id.

    """
    path = outlines(session).get(id_)
    if path is None:
        hint = "它可能被移走或改名了；点“打开”看看现在有哪些"
        raise InputProblem(Problem("missing-file", "这份稿子找不到了", hint=hint))
    return path


def text_of(session: Session, id_: str) -> str:
    """What a document says.

    Raises:
        InputProblem: there is none, or it cannot be read.

    """
    path = path_of(session, id_)
    return files.read_text(path, path.name).text


def source_of(session: Session, id_: str) -> Source:
    """A document as it is written.

    Raises:
        InputProblem: there is none, or it is no outline.

    """
    source, problems = outline_yaml.parse(text_of(session, id_), path_of(session, id_).name)
    if source is None:
        raise InputProblem(*problems)
    return source


def create(session: Session, stem: str, tree: Tree) -> Document:
    """A new document under this name, or the next that is free.

    Raises:
        OutputProblem: it cannot be written.

    """
    path, text = free(session, names.safe(stem, "新稿")), dumped(tree)
    create_file(path, text)
    return document(path, text)


def create_file(path: Path, text: str) -> None:
    """Writes a new file.

    Raises:
        OutputProblem: one of that name is there by now.

    """
    if not files.create(path, text.encode("utf-8")):
        raise OutputProblem(Problem("exists", f"{path.name} 已经存在", hint="再来一次"))


def document(path: Path, text: str, problems: tuple[Problem, ...] = ()) -> Document:
    """The document of a file that says this."""
    return Document(
        id_of(path.name), path.name, text, outline_tree.read(text, path.name), version_of(text), problems
    )


def free(session: Session, stem: str) -> Path:
    """A name of the folder that is not taken."""
    numbers = ("", *(f"（{number}）" for number in range(2, 1000)))
    free = (session.base / f"{stem}{number}.yaml" for number in numbers)
    home = session.places.home
    fresh = (path for path in free if not paths.exists(path) and not history.stamps(home, path))
    return next(fresh, session.base / f"{stem}.yaml")  # what another said under that name is not this one's


def version_of(text: str) -> str:
    """What tells one text from another."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
