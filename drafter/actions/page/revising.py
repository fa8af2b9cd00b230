"""What comes back in Word, looked at on the page before it is taken into what is being written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.drafting.options import Options
from drafter.model.tree import Tree
from drafter.problems import Problem
from drafter.readers.word import package as word_package
from drafter.readers.word import remarks
from drafter.records import Record
from drafter.revising import absorbing, comparing
from drafter.revising.changed import Change, changes
from drafter.revising.comparing import Compared
from drafter.revising.reviewed import read
from drafter.revising.stages.sending import sent
from drafter.session.session import Session
from drafter.storage import files, temporary
from drafter.writers.yaml_text import dumped


class Offered(Record):
    """A change that a reviewed file brings, and its place among them by which it may be declined; -1 for one that may not."""

    place: int
    change: Change


class Looked(Record):
    """The outline after the changes, all of these, and what is to be said of the file."""

    tree: Tree
    offered: tuple[Offered, ...]
    problems: tuple[Problem, ...]


def absorb(
    session: Session, tree: Tree, name: str, file: str, data: bytes, reviewer: str, declined: Sequence[int]
) -> Looked:
    """What a reviewed Word file makes of an outline, without the changes that were declined.

    Raises:
        InputProblem: the file cannot be read, or the outline not be drafted.

    """
    text = dumped(tree)
    with temporary.folder() as folder:
        files.replace(folder / file, data)
        package = word_package.read(comparing.word_of(session, str(folder / file), Options()), file)
    author = reviewer or remarks.last_author(package)
    came = read(package, file, author)
    then, problems = sent(session, name, tree, [came])
    found = absorbing.absorb(session, text, name, [came], (), "", declined, then)
    places = {id(one): place for place, one in enumerate(found.asked)}
    of_words = [places.get(id(one.asked), -1) for one in found.done]
    told = changes(found, {}, {})
    offered = [
        Offered(place, one) for place, one in zip([*of_words, *[-1] * len(found.notes)], told, strict=True)
    ]
    return Looked(found.tree, tuple(offered), tuple(problems))


def compare(session: Session, old: tuple[str, bytes], new: tuple[str, bytes]) -> Compared:
    """Two files compared.

    Raises:
        InputProblem: one of them cannot be read.

    """
    with temporary.folder() as folder:
        paths = []
        for number, (name, data) in enumerate((old, new)):
            path = folder / str(number) / Path(name).name
            files.replace(path, data)
            paths.append(str(path))
        return comparing.compare(session, paths[0], paths[1], Options(), "两稿对比")
