"""One outline made row by row: what is the same in many rows is prepared once, and each document written whole."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from drafter.batching.columns import sort_columns
from drafter.batching.jobs import Job, Made, Order
from drafter.batching.settings import Setting, Settings
from drafter.drafting import production
from drafter.drafting.facts import renewed
from drafter.drafting.gaps import gap_problems
from drafter.drafting.printing.formats import produce
from drafter.drafting.production import Draft, Prepared
from drafter.model.outline import Facts, FactValue
from drafter.problems import DrafterError, InputProblem, OpenGaps, Place, Problem
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.soundness import Proven, find_broken_part
from drafter.session.session import Session
from drafter.storage.digests import Digests

WORD = "docx"


class RowMaker:
    """Makes the documents of an order, and writes them where `digests` lets it.

    Raises:
        InputProblem: the outline, its template or its style cannot be used, or a column names a place that it does not have.

    """

    def __init__(self, session: Session, order: Order, digests: Digests) -> None:
        self._session = session
        self._order = order
        self.forms = order.forms
        self._digests = digests
        self._proven: Proven = set()
        self.columns = sort_columns(order.columns, order.source)
        self._settings = Settings(session, order, self.columns)
        self.prepared = self._settings.of({}).prepared
        self._units = _typed_facts(self.prepared, order.columns)

    def __call__(self, job: Job) -> Made:
        """The documents of one row, written. What is wrong with a row stops no other."""
        try:
            setting = self._settings.of(job.cells)
            draft = self._draft(setting, job.cells)
            if self._order.dry:
                return Made(job.row, gaps=len(draft.gaps), problems=setting.doubts)
            files = {path: self._printed(draft, path, form) for path, form in self._wanted(job)}
            for path, data in files.items():
                if self._digests.check(self._session.base / path, data, self._order.force):
                    self._digests.write(self._session.base / path, data)
        except DrafterError as error:
            return Made(job.row, problems=error.problems, exit_code=error.exit_code)
        digests = tuple(hashlib.sha256(data).hexdigest() for data in files.values())
        return Made(job.row, digests, len(draft.gaps), setting.doubts)

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
        draft = production.bound_draft(self._session, setting.prepared, self.own_facts(cells))
        if self._order.final and draft.gaps:
            raise OpenGaps(*gap_problems(draft.gaps))
        return draft

    def _wanted(self, job: Job) -> list[tuple[str, str]]:
        return list(zip(job.outputs, self._order.forms, strict=True))

    def _printed(self, draft: Draft, path: str, form: str) -> bytes:
        data = produce(self._session, draft, form)
        broken = find_broken_part(data, self._proven) if form == WORD else ""
        if broken:
            raise InputProblem(_not_sound(broken, path))
        return data


def _typed_facts(prepared: Prepared, columns: tuple[str, ...]) -> Facts:
    """What the outline itself says of the facts that the table gives: their units, most of all."""
    typed, _ = outline_yaml.read(prepared.loaded.source, prepared.loaded.template.role_spellings())
    return {column: typed.facts[column] for column in columns if column in typed.facts}


def _not_sound(part: str, output: str) -> Problem:
    """Why a document is not handed on that Word would not open."""
    hint = "这一行里多半有不能用的字符，重打一遍；还不行，就是 drafter 的毛病"
    return Problem("not-sound", f"写出来的 Word 文件打不开（{part}），没有留下", Place(output), hint=hint)
