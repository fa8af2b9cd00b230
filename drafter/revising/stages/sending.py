"""Which stage of an outline a reviewed file was made of: where it is not what the outline says now, that is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.model.tree import Tree
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.readers.outline import anchors
from drafter.readers.outline import tree as outline_tree
from drafter.revising.reviewed import Reviewed
from drafter.revising.stages.differing import printed_of
from drafter.session.session import Session
from drafter.storage.states.versions import text_of, versions
from drafter.writers.yaml_text import dumped


def sent(
    session: Session, name: str, tree: Tree, files: Sequence[Reviewed]
) -> tuple[dict[str, str], list[Problem]]:
    """By the name of each file what the outline said when the file was made of it, where that is kept and is something
    else now; and what is to be said of this.
    """
    now = anchors.digest(tree)
    found: dict[str, str] = {}
    told: list[Problem] = []
    stages: dict[str, tuple[int, str]] | None = None
    for file in files:
        if file.digest == now or not (file.digest or any(file.anchors)):
            continue
        stages = _stages(session, name) if stages is None else stages
        number, text = (
            stages.get(file.digest, (0, "")) if file.digest else _nearest(session, name, tree, stages, file)
        )
        if number:
            found[file.name] = text
        problem = _told(file, number)
        told += [problem] if problem else []
    return found, told


def _told(file: Reviewed, number: int) -> Problem | None:
    if number:
        message, severity = f"这份是照第{number}稿出的，大纲后来又改过；两边都改了的地方没有收", Severity.INFO
        hint = "没有收的一条条列着，照着自己定"
    elif file.digest:
        message = "这份 Word 不是照大纲现在的样子出的，那一稿又没有留：大纲后来改的，会被当成改稿里改回去的"
        severity = Severity.WARNING
        hint = "逐条看一遍，多收的改回来（改前的另存着）；往后送出去以前留一稿：drafter versions save"
    else:
        return None
    return Problem("outline-changed", message, Place(file.name), severity, hint)


def _nearest(
    session: Session, name: str, tree: Tree, stages: Mapping[str, tuple[int, str]], file: Reviewed
) -> tuple[int, str]:
    """The stage of whose paragraphs a file without a digest holds most, where that is more than it holds of today's."""
    said = set(file.paragraphs)

    def held(text: str) -> int:
        try:
            return sum(one.text in said for one in printed_of(session, text, name))
        except InputProblem:  # a stage whose template is gone
            return 0

    best = (held(dumped(tree)), 0, 0, "")
    for number, text in sorted(stages.values()):
        best = max(best, (held(text), 1, number, text))
    return best[2], best[3]


def _stages(session: Session, name: str) -> dict[str, tuple[int, str]]:
    """The stages that are kept, by what each is known by."""
    found: dict[str, tuple[int, str]] = {}
    for one in versions(session.base / name):
        text = text_of(one)
        try:
            found[anchors.digest(outline_tree.read(text, one.path.name))] = one.number, text
        except InputProblem:  # changed by hand since, and nobody's stage any more
            continue
    return found
