"""What several departments sent in, gathered into one outline, with a register of who has and who has not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.importing import guesses
from drafter.model.roster import Unit
from drafter.problems import InputProblem, Place, Problem, UsageProblem
from drafter.readers import roster as roster_reader
from drafter.readers.outline import tree as outline_tree
from drafter.readers.yaml.stretches import yaml_text
from drafter.records import Record
from drafter.revising import collection, departments
from drafter.revising.departments import Differing, Passage, Sent
from drafter.session import inputs, rosters
from drafter.session.destinations import refuse_clashes, refuse_other_than_word
from drafter.session.session import Session
from drafter.session.tables import read_table
from drafter.storage import files, paths
from drafter.storage.digests import Digests
from drafter.storage.library import folders
from drafter.writers.in_place import weave

_STYLE = "公文"


class Request(Record):
    """The outline to gather into, the files and folders that came, where the whole goes ("" nowhere: the register alone is
    made, of what this outline used of them); a table of the units that are to send, else those of the roster; where the
    register goes.
    """

    outline: str
    parts: Sequence[str]
    output: str
    units: str = ""
    report: str = ""
    force: bool = False


class Report(Record):
    """Where the whole is, what became of each file, where figures differ, and which passages were not used."""

    path: str
    output: str
    sent: tuple[Sent, ...]
    differing: tuple[Differing, ...]
    left: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()


def merge(session: Session, request: Request) -> Report:
    """Gathers what came.

    Raises:
        InputProblem: the outline or the table cannot be read, or a folder holds nothing.
        UsageProblem: no output is named, or one would overwrite an input.
        OutputProblem: what is there was not written by drafter, or has been changed since.

    """
    if not (request.output or request.report):
        hint = "汇总后的大纲写 -o 文件；只要采用情况表，写 --report 文件"
        raise UsageProblem(Problem("missing-option", "没有说结果写到哪里", hint=hint))
    refuse_other_than_word(request.report)
    names = [name for part in request.parts for name in _below(session, part)]
    refuse_clashes(
        session.base, [one for one in (request.output, request.report) if one], [request.outline, *names]
    )
    text = files.read_text(session.base / request.outline, request.outline).text
    tree = outline_tree.read(text, request.outline)
    template = session.templates.named(str(tree.get("模板") or guesses.PLAIN))
    units = _units(session, request.units)
    read = [departments.read(session, name, units, template) for name in names]
    sent = departments.states(read, units)
    passages = departments.usable(sent)
    merged = departments.merged(tree, passages) if request.output else tree
    differing = departments.differing(passages)
    outputs = {}
    if request.output:
        whole, _ = weave.woven(yaml_text(text, request.outline), merged, outline_tree.read)
        outputs[session.base / request.output] = whole.encode("utf-8")
    left = collection.unused(merged, sent)
    if request.report:
        said = collection.table(sent, differing, left)
        draft = production.from_markdown(session, said, "报送情况.md", Options(style=_STYLE), own=True)
        outputs[session.base / request.report] = produce(session, draft, "docx")
    with Digests(session.places.home) as digests:
        digests.put(outputs, request.force)
    problems = tuple(collection.problems(sent, passages, differing, request.output or request.outline))
    return Report(request.outline, request.output, tuple(sent), tuple(differing), tuple(left), problems)


def _below(session: Session, name: str) -> list[str]:
    """The file itself, or the files of a folder."""
    path = session.base / name
    if not paths.is_folder(path):
        return [name]
    found = [
        str(Path(name) / file.relative_to(path))
        for file in folders.below(path, (*inputs.OUTLINES, *inputs.IMPORTED, *inputs.SHEETS))
    ]
    if not found:
        raise InputProblem(
            Problem("empty-folder", f"{name} 里没有能收的文件", Place(name), hint="放进各单位报来的稿子")
        )
    return found


def _units(session: Session, table: str) -> tuple[Unit, ...]:
    if not table:
        return rosters.roster(session).units
    read = read_table(session, table)
    found, problems = roster_reader.from_table(read.columns, read.rows, table)
    if not found.units:
        hint = "表头写 单位名称、简称"
        raise InputProblem(*problems, Problem("bad-table", f"{table} 里没有单位", Place(table), hint=hint))
    return found.units
