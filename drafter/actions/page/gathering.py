"""What departments sent in, gathered on the page into what is being written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.importing import guesses
from drafter.model.tree import Tree
from drafter.problems import Problem
from drafter.records import Record
from drafter.revising import collection, departments
from drafter.revising.departments import Differing, Sent
from drafter.session import rosters
from drafter.session.session import Session
from drafter.storage import files, temporary


class Gathered(Record):
    """The outline with every passage, what became of each file, where figures differ."""

    tree: Tree
    sent: tuple[Sent, ...]
    differing: tuple[Differing, ...]
    problems: tuple[Problem, ...]


def gather(session: Session, tree: Tree, given: Sequence[tuple[str, bytes]]) -> Gathered:
    """Gathers files, each by its name and bytes, into an outline.

    Raises:
        InputProblem: the outline's genre is not known.

    """
    template = session.templates.named(str(tree.get("模板") or guesses.PLAIN))
    units = rosters.roster(session).units
    read = []
    with temporary.folder() as folder:
        for number, (name, data) in enumerate(given):
            path = folder / str(number) / name
            files.replace(path, data)
            one = departments.read(session, str(path), units, template)
            read.append(replace(one, file=name, problem=one.problem.replace(str(path), name)))
    sent = departments.states(read, units)
    passages = departments.usable(sent)
    differing = departments.differing(passages)
    problems = tuple(collection.problems(sent, passages, differing, "汇总"))
    return Gathered(departments.merged(tree, passages), tuple(sent), tuple(differing), problems)
