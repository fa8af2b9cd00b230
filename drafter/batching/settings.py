"""An outline as a row has it: its template, the texts that the row gives, the points that it leaves out; each prepared once."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from drafter import __version__
from drafter.batching import spots
from drafter.batching.columns import Columns, is_yes
from drafter.batching.jobs import Order
from drafter.batching.spots import Spot
from drafter.drafting import production
from drafter.drafting.binding import find_settled
from drafter.drafting.composing import compose
from drafter.drafting.counted import find_miscounted, find_outcounted
from drafter.drafting.doubts import find_missing_parts
from drafter.drafting.printing import pictures
from drafter.drafting.printing.alike import Alike, find_alike
from drafter.drafting.production import Prepared
from drafter.model import vocabulary
from drafter.model.outline import Facts, FactValue
from drafter.patterns import pattern
from drafter.problems import InputProblem, Problem
from drafter.records import Record
from drafter.session.session import Session
from drafter.storage import catalogue, files

_KEPT = 32
"""Outlines that are kept ready: as many as a table's conditions usually make."""

_ADDRESS = pattern(r" at 0x[0-9a-fA-F]+")
"""Where in memory something lies, which the same outline has otherwise in each run."""

_ROLES = vocabulary.spellings(vocabulary.ROLES)


class Setting(Record):
    """An outline that waits for a row's facts, and what is doubtful in it that is not in the outline as it was typed; one
    that `is_shared` is that of many rows, which give the facts of these `columns`.
    """

    session: Session
    columns: Sequence[str]
    prepared: Prepared
    doubts: tuple[Problem, ...] = ()
    is_shared: bool = True
    keeps_lines: bool = False

    @cached_property
    def alike(self) -> Alike | None:
        """Who prints its Word files; None where few have it in common, or each is to be printed by itself."""
        if not self.is_shared:
            return None
        given: Facts = {name: FactValue(value=name) for name in self.columns}
        first = production.bound_draft(self.session, self.prepared, given)
        first = replace(first, keeps_lines=self.keeps_lines)
        return find_alike(self.session, first, self.prepared.settled)


class _Base(Record):
    """The outline in one template, with the places that the columns name in it."""

    prepared: Prepared
    texts: Mapping[str, Spot]
    conditions: Mapping[str, Spot]
    fingerprint: str


_Wanted = tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]
"""A template, texts by column, the conditions that are not met."""


class Settings:
    """Outlines made ready for rows. Most tables give facts alone, and all their rows share one."""

    def __init__(self, session: Session, order: Order, columns: Columns) -> None:
        self._session = session
        self._order = order
        self._columns = columns
        self._bases: dict[str, _Base] = {}
        self._kept: OrderedDict[_Wanted, Setting] = OrderedDict()

    def of(self, cells: Mapping[str, str]) -> Setting:
        """The outline as a row of these cells has it; with no cells, as it was typed.

        Raises:
            InputProblem: it cannot be drafted so, or a cell of a condition says neither yes nor no.

        """
        wanted = self._wanted(cells)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
        made = self._made(*wanted)
        self._kept[wanted] = made
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made

    def fingerprint(self, cells: Mapping[str, str]) -> str:
        """A digest of what a row of these cells shares with others: outline and template, look and formats.

        Raises:
            InputProblem: its template cannot be used.

        """
        return self._base(cells.get(self._columns.template, "")).fingerprint

    def _wanted(self, cells: Mapping[str, str]) -> _Wanted:
        texts = tuple((name, cells[name]) for name in self._columns.texts if cells.get(name))
        out = tuple(
            name for name in self._columns.conditions if name in cells and not _met(name, cells[name])
        )
        return cells.get(self._columns.template, ""), texts, out

    def _made(self, template: str, texts: tuple[tuple[str, str], ...], out: tuple[str, ...]) -> Setting:
        base = self._base(template)
        if not texts and not out:
            return Setting(self._session, self._columns.facts, base.prepared, keeps_lines=self._order.joined)
        loaded = base.prepared.loaded
        outline = loaded.outline
        order = tuple(role.name for role in loaded.template.roles)
        for name, said in texts:
            outline = spots.with_text(outline, base.texts[name], said, order)
        outline = spots.without(outline, [base.conditions[name] for name in out])
        name = base.prepared.name
        counted = (*find_miscounted(outline, name), *find_outcounted(loaded.outline, outline, name))
        doubts = [*dict.fromkeys(counted), *find_missing_parts(outline, loaded.template, name)]
        composed = compose(self._session, outline, loaded.template, self._order.final)
        document, unplaced = pictures.placed(self._session, composed, name)
        loaded = replace(loaded, outline=outline)
        prepared = replace(base.prepared, loaded=loaded, document=document, settled=find_settled(document))
        told = tuple(one for one in (*doubts, *unplaced) if one not in loaded.problems)
        return Setting(self._session, self._columns.facts, prepared, told, not texts, self._order.joined)

    def _base(self, template: str) -> _Base:
        if template not in self._bases:
            options = replace(self._order.options, later=self._columns.facts)
            if template:
                options = replace(options, template=_by_name(self._session, template))
            order = self._order
            prepared = production.prepare(self._session, order.source, order.name, options, order.final)
            prepared = replace(prepared, settled=find_settled(prepared.document))
            roles = {**_ROLES, **prepared.loaded.template.role_spellings()}
            outline = prepared.loaded.outline
            texts = {name: spots.find_text(outline, name, roles) for name in self._columns.texts}
            conditions = {
                name: spots.find_left_out(outline, name, roles) for name in self._columns.conditions
            }
            spots.refuse_overlaps(texts, conditions)
            self._bases[template] = _Base(prepared, texts, conditions, self._fingerprint(prepared))
        return self._bases[template]

    def _fingerprint(self, prepared: Prepared) -> str:
        letterhead = (
            files.read_bytes(self._session.base / prepared.letterhead) if prepared.letterhead else b""
        )
        said = repr((
            __version__, self._order.forms, self._order.final, self._order.joined, prepared.loaded.outline, prepared.document,
            self._session.stylesheets.named(prepared.style), letterhead,
        ))  # fmt: skip
        said = _ADDRESS.sub("", said).replace(repr(self._order.name), "")  # a file may get another name
        return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()


def _by_name(session: Session, template: str) -> str:
    """The template that a cell names: a table, like an outline, comes from anywhere and names no path.

    Raises:
        InputProblem: it does.

    """
    if catalogue.by_path("templates", template.lower(), session.base) is None:
        return template
    hint = "写模板的名称，drafter templates list 列出全部；自己的模板先放进工作区或用户文件夹"
    raise InputProblem(Problem("path-outside", f"表里不能用路径指定模板“{template[:40]}”", hint=hint))


def _met(name: str, cell: str) -> bool:
    met = is_yes(cell)
    if met is None:
        message = f"“{name}”这一格写的是“{cell[:20]}”，看不出要还是不要"
        raise InputProblem(Problem("bad-cell", message, hint="写 是 或 否；空着算否"))
    return met
