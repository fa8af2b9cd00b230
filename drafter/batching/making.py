"""One outline made row by row: what is the same in many rows is prepared once, and each document written whole."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from itertools import chain
from pathlib import Path

from drafter.batching.columns import sort_columns
from drafter.batching.jobs import Job, Made, Order
from drafter.batching.settings import Setting, Settings
from drafter.drafting import production
from drafter.drafting.facts import renewed
from drafter.drafting.gaps import gap_problems
from drafter.drafting.printing.formats import produce
from drafter.drafting.production import Draft, Prepared
from drafter.model.outline import Facts, FactValue
from drafter.office import libreoffice
from drafter.problems import DrafterError, InputProblem, OpenGaps, OutputProblem, Place, Problem
from drafter.readers.outline import outline as outline_yaml
from drafter.records import Record
from drafter.session.session import Session
from drafter.soundness import Proven, find_broken_part
from drafter.storage.digests import Digests
from drafter.writers.series import NotSoundError

WORD, PDF = "docx", "pdf"
_MOST_PROVEN = 1000
"""Parts of Word files that are remembered as sound: those that all rows share, and what some of the last had alone."""

_TOGETHER, _TOGETHER_PDF, _MOST_HELD = 50, 5, 8 << 20
"""Rows, those of which PDFs are made, and bytes of documents that are written together: the disk, or LibreOffice, is waited
for once.
"""


class _Printed(Record):
    """The documents of a row by their format, before they are written; a PDF comes of the Word file."""

    job: Job
    files: dict[str, bytes]
    gaps: int
    doubts: tuple[Problem, ...]


class _Ready(Record):
    """The documents of a row that are to be written, by their places, and what is to be said of it when they are."""

    job: Job
    wanted: dict[Path, bytes]
    made: Made


class RowMaker:
    """Makes the documents of an order, and writes them where `digests` lets it.

    Raises:
        InputProblem: the outline, its template or its style cannot be used, or a column names a place that it does not have.

    """

    def __init__(self, session: Session, order: Order, digests: Digests) -> None:
        self._session = session
        # Waits for the disk while the next rows are printed; a page of its own has no threads, and nothing to wait for.
        self._writer = None if sys.platform == "emscripten" else ThreadPoolExecutor(1)
        self._order = order
        self._together = _TOGETHER_PDF if PDF in order.forms else _TOGETHER
        self.forms = order.forms
        self._digests = digests
        self._proven: Proven = set()
        self.columns = sort_columns(order.columns, order.source)
        self._settings = Settings(session, order, self.columns)
        self.prepared = self._settings.of({}).prepared
        self._units = _typed_facts(self.prepared, order.columns)

    def __call__(self, job: Job) -> Made:
        """The documents of one row, written."""
        return next(self.make([job]))

    def make(self, jobs: Iterable[Job]) -> Iterator[Made]:
        """The documents of some rows, written, a bundle of them at a time: while one is brought to the disk, the next is
        printed. What is wrong with a row stops no other.
        """
        if self._writer is None:
            yield from chain.from_iterable(map(self._written, self._bundles(jobs)))
            return
        waiting: Future[list[Made]] | None = None
        try:
            for printed in self._bundles(jobs):
                done, waiting = waiting, self._writer.submit(self._written, printed)
                yield from done.result() if done else ()
            yield from waiting.result() if waiting else ()
        finally:
            if waiting:
                wait([waiting])  # whoever is interrupted leaves nobody at work behind

    def draft(self, cells: Mapping[str, str]) -> Draft:
        """The bound draft of a row.

        Raises:
            InputProblem: something that it says cannot be printed.
            OpenGaps: it is to be final and has gaps.

        """
        return self._draft(self._settings.of(cells), cells)

    def fingerprint(self, cells: Mapping[str, str]) -> str:
        """A digest of all that a row of these cells is made from beside them; "" where it cannot be made."""
        try:
            return self._settings.fingerprint(cells)
        except DrafterError:
            return ""

    def facts(self, cells: Mapping[str, str]) -> Facts:
        """All that may be referred to in a row: the outline's facts, its own on top."""
        return {**self.prepared.loaded.outline.facts, **self._units, **self.own_facts(cells)}

    def own_facts(self, cells: Mapping[str, str]) -> Facts:
        """The cells of a row as facts; a figure whose unit the outline knows keeps it, an empty cell is a gap."""
        given = {name: cells[name] for name in self.columns.facts if name in cells}
        return {
            name: renewed(self._units.get(name), FactValue(value=cell)) if cell else None
            for name, cell in given.items()
        }

    def _draft(self, setting: Setting, cells: Mapping[str, str]) -> Draft:
        bound = production.bound_draft(self._session, setting.prepared, self.own_facts(cells))
        draft = replace(bound, keeps_lines=True) if self._order.joined else bound
        if self._order.final and draft.gaps:
            raise OpenGaps(*gap_problems(draft.gaps))
        return draft

    def _printed(self, job: Job) -> _Printed | Made:
        """The documents of one row but PDFs; why there are none, where there are none."""
        try:
            setting = self._settings.of(job.cells)
            draft = self._draft(setting, job.cells)
            forms = (
                () if self._order.dry else dict.fromkeys(WORD if form == PDF else form for form in self.forms)
            )
            files = {form: self._produced(setting, draft, job, form) for form in forms}
        except DrafterError as error:
            return _failed(job, error)
        return _Printed(job, files, len(draft.gaps), setting.doubts)

    def _produced(self, setting: Setting, draft: Draft, job: Job, form: str) -> bytes:
        if form == WORD and setting.alike is not None:
            try:
                return setting.alike.docx(draft)
            except NotSoundError as error:
                raise InputProblem(_not_sound(str(error), job.outputs[0])) from error
        data = produce(self._session, draft, form)
        if len(self._proven) > _MOST_PROVEN:
            self._proven.clear()
        broken = find_broken_part(data, self._proven) if form == WORD else ""
        if broken:
            raise InputProblem(_not_sound(broken, job.outputs[0]))
        return data

    def _bundles(self, jobs: Iterable[Job]) -> Iterator[list[_Printed | Made]]:
        """The rows printed, so many at once as are written together."""
        printed: list[_Printed | Made] = []
        size = 0
        for job in jobs:
            one = self._printed(job)
            printed.append(one)
            size += 0 if isinstance(one, Made) else sum(map(len, one.files.values()))
            if len(printed) >= self._together or size > _MOST_HELD:
                yield printed
                printed, size = [], 0
        if printed:
            yield printed

    def _add_pdfs(self, printed: Sequence[_Printed]) -> None:
        """What LibreOffice makes of the Word files; one of which nothing came is asked for again, alone, where it is written."""
        made = libreoffice.pdfs([one.files[WORD] for one in printed]) if len(printed) > 1 else []
        for one, data in zip(printed, made, strict=False):
            if data is not None:
                one.files[PDF] = data

    def _written(self, printed: Sequence[_Printed | Made]) -> list[Made]:
        """The documents of some rows, each in its place, whole."""
        if PDF in self.forms and not self._order.dry:
            self._add_pdfs([one for one in printed if isinstance(one, _Printed)])
        ready = [one if isinstance(one, Made) else self._ready(one) for one in printed]
        wanted: dict[Path, bytes] = {}
        for one in ready:
            wanted |= one.wanted if isinstance(one, _Ready) else {}
        failed = self._digests.write_all(wanted)
        return [one if isinstance(one, Made) else _made(one, failed) for one in ready]

    def _ready(self, printed: _Printed) -> _Ready | Made:
        """What of a row's documents is to be written; why nothing may be, where that is so."""
        job = printed.job
        try:
            if self._order.dry:
                for output in job.outputs:
                    self._digests.check(self._session.base / output, b"", self._order.force)
                return Made(job.row, (), printed.gaps, printed.doubts)
            wanted: dict[Path, bytes] = {}
            digests = []
            for output, form in zip(job.outputs, self.forms, strict=True):
                path, data = self._session.base / output, printed.files.get(form)
                data = data or libreoffice.pdf(printed.files[WORD])
                if self._digests.check(path, data, self._order.force):
                    wanted[path] = data
                digests.append(hashlib.sha256(data).hexdigest())
        except DrafterError as error:
            return _failed(job, error)
        return _Ready(job, wanted, Made(job.row, tuple(digests), printed.gaps, printed.doubts))


def _made(ready: _Ready, failed: Mapping[Path, OutputProblem]) -> Made:
    """What became of a row, of whose documents some could not be written."""
    errors = [failed[path] for path in ready.wanted if path in failed]
    return _failed(ready.job, errors[0]) if errors else ready.made


def _failed(job: Job, error: DrafterError) -> Made:
    return Made(job.row, problems=error.problems, exit_code=error.exit_code)


def _typed_facts(prepared: Prepared, columns: tuple[str, ...]) -> Facts:
    """What the outline itself says of the facts that the table gives: their units, most of all."""
    typed, _ = outline_yaml.read(prepared.loaded.source, prepared.loaded.template.role_spellings())
    return {column: typed.facts[column] for column in columns if column in typed.facts}


def _not_sound(part: str, output: str) -> Problem:
    """Why a document is not handed on that Word would not open."""
    hint = "这一行里多半有不能用的字符，重打一遍；还不行，就是 drafter 的毛病"
    return Problem("not-sound", f"写出来的 Word 文件打不开（{part}），没有留下", Place(output), hint=hint)
