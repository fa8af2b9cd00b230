"""Looking for entries: searching, listing, showing one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.library.clearance import cleared_by
from drafter.library.library import Hit, opened
from drafter.model import vocabulary
from drafter.model.library import KINDS, PHRASES, Entry, Query, uses_of
from drafter.problems import Problem, UsageProblem
from drafter.readers.yaml.reading import nearest
from drafter.searching import queries
from drafter.session.session import Session

_KINDS = vocabulary.spellings(KINDS)
_ROLES = {**vocabulary.spellings(vocabulary.ROLES), **vocabulary.spellings(PHRASES)}


@dataclass(frozen=True, slots=True)
class Filters:
    """Which entries to look at, as typed."""

    kind: str = ""
    role: str = ""
    template: str = ""
    year: str = ""
    tag: str = ""
    secrecy: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The entries for a query, the best first. `more`: there are others; `hidden` counts those with a higher mark of
    secrecy than the work at hand.
    """

    query: str
    hits: tuple[Hit, ...]
    more: bool = False
    notes: tuple[Problem, ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry, the file that it stands in, who took it over, and which others it takes over itself."""

    entry: Entry
    path: str
    used: tuple[str, ...]
    below: tuple[Entry, ...] = ()
    notes: tuple[Problem, ...] = ()
    uses: tuple[str, ...] = ()


def search(session: Session, text: str, filters: Filters, limit: int, folders: Sequence[str] = ()) -> Found:
    """The best entries for the words.

    Raises:
        UsageProblem: there is nothing to search for, or a filter has no such value.

    """
    query = queries.read(text, _query(filters))
    if not query.terms and query == Query(without=query.without, cleared=query.cleared):
        hint = "例如 drafter library search 营商环境；只按条件找，加 --role、--tag 等"
        raise UsageProblem(Problem("no-query", "没有写要找什么", hint=hint))
    library = opened(session, folders)
    found = library.search(query, limit)
    hidden = len(library.hidden(query))
    return Found(text, found.hits, found.more, tuple(library.notes), hidden)


def list_entries(session: Session, filters: Filters, folders: Sequence[str] = ()) -> Found:
    """Every entry that passes the filters; parts of outlines only where a kind is asked for."""
    library = opened(session, folders)
    query = _query(filters)
    entries = [one for one in library.all(query) if _is_listed(one, filters)]
    hidden = sum(_is_listed(one, filters) for one in library.hidden(query))
    order = [word.name for word in KINDS]
    entries.sort(key=lambda one: (one.shelf, order.index(one.kind), one.volume, one.id))
    used = library.users([entry.id for entry in entries], query.cleared)
    hits = tuple(Hit(entry, 0, "", used[entry.id]) for entry in entries)
    return Found("", hits, notes=tuple(library.notes), hidden=hidden)


def _is_listed(entry: Entry, filters: Filters) -> bool:
    """Whether an entry is listed: a part of an outline only where a kind is asked for."""
    return bool(not entry.within or filters.kind or filters.role)


def show(session: Session, id_: str, secrecy: str = "", folders: Sequence[str] = ()) -> Shown:
    """One entry in full, with what can be taken from it; `secrecy` is the mark of the work at hand.

    Raises:
        InputProblem: there is none of this id, or it bears a higher mark.
        UsageProblem: there is no such mark.

    """
    library = opened(session, folders)
    cleared = cleared_by(secrecy)
    entry = library.entry(id_, cleared=cleared)
    below = library.entries_of(library.volume(entry)) if entry.kind == "outline" else ()
    used = library.users([id_], cleared)[id_]
    piece = library.shelved(id_, cleared=cleared).piece
    named = uses_of(piece) if piece is not None else ()
    uses = tuple(one for one in named if not library.is_hidden(one, cleared))
    return Shown(entry, library.where(entry), used, below[1:], tuple(library.notes), uses)


def _query(filters: Filters) -> Query:
    """The filters by their names.

    Raises:
        UsageProblem: there is no such kind, role or mark of secrecy, or the year is none.

    """
    kind = _named(filters.kind, _KINDS, "--kind")
    role = _named(filters.role, _ROLES, "--role")
    year = filters.year.removesuffix("年")
    if year and not (year.isdigit() and len(year) == 4):
        raise UsageProblem(Problem("bad-year", f"--year {filters.year} 不是年份", hint="例如 --year 2025"))
    cleared = cleared_by(filters.secrecy)
    return replace(
        Query(), kind=kind, role=role, template=filters.template, year=year, tag=filters.tag, cleared=cleared
    )


def _named(text: str, names: dict[str, str], option: str) -> str:
    if text and text not in names:
        raise UsageProblem(Problem("unknown-value", f"{option} 没有“{text[:20]}”", hint=nearest(text, names)))
    return names.get(text, "")
