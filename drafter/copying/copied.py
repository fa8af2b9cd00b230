"""What of a text was copied along with it: whole lines, and what stands in lines. Import and check ask here, so that
neither keeps what the other tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter import numerals, residue
from drafter.copying import grafts, pages
from drafter.copying.grafts import Graft
from drafter.copying.webwords import weigh
from drafter.records import Record
from drafter.residue import webpages
from drafter.residue.forms import simple
from drafter.residue.titles import is_title

_MANY, _SHARE = 6, 0.2
"""Lines that nothing but their place tells, and of how much of the text, from where on that is too many."""


class Copied(Record):
    """The lines that are a page's, by their numbers from 0, with what each is; what others hold of a page; and which is
    the title of a text that was copied, -1 where that does not show.
    """

    lines: Mapping[int, str]
    grafts: Mapping[int, Sequence[Graft]]
    title: int = -1

    @property
    def is_cut_off(self) -> bool:
        """Whether a page said that there is more."""
        return webpages.CUT_OFF in self.lines.values()


def read(lines: Sequence[str | None], by_place: bool = True) -> Copied:
    """What a page left in these lines; None stands for a table, which is nobody else's. Empty lines are none.

    Without `by_place` lines are judged by themselves, and what was put into them: what stands where, whoever made the
    draft knows.
    """
    places = [at for at, line in enumerate(lines) if line is None or line]
    found = _read([lines[at] for at in places], by_place)
    return Copied(
        {places[at]: kind for at, kind in found.lines.items()},
        {places[at]: grafted for at, grafted in found.grafts.items()},
        places[found.title] if found.title >= 0 else -1,
    )


def _read(lines: Sequence[str | None], by_place: bool) -> Copied:
    put_in: dict[int, list[Graft]] = {}
    for at, graft in grafts.found([line or "" for line in lines]):
        put_in.setdefault(at, []).append(graft)
    bare = [line and simple(grafts.without(line, put_in.get(at, ()))) for at, line in enumerate(lines)]
    whole = [_kind(line) or _kind(left) for line, left in zip(lines, bare, strict=True)]
    told = {at: grafts.CODE for at, line in enumerate(bare) if lines[at] and not line}
    kinds = {at: kind for at, kind in enumerate(whole) if kind}
    page, title = pages.found(bare, whole) if by_place else (kinds, -1)
    told |= _spared(bare, page)
    kept = [None if at in told else line for at, line in enumerate(lines)]
    named: dict[int, list[Graft]] = {}
    for at, graft in grafts.naming_site(kept, [line or "" for at, line in enumerate(lines) if at in told]):
        named.setdefault(at, []).append(graft)
    put_in |= {at: grafts.apart([*put_in.get(at, ()), *more]) for at, more in named.items()}
    return Copied(told, {at: found for at, found in put_in.items() if at not in told}, title)


def _spared(lines: Sequence[str | None], page: dict[int, str]) -> dict[int, str]:
    """The lines of a page without those that nothing but their place tells, where they are much of the text: a paper of
    short lines has no margin.
    """
    placed = [
        at
        for at, kind in page.items()
        if kind == webpages.TOOLS and lines[at] and not weigh(lines[at] or "")[0]
    ]
    kept = sum(len(line or "") for at, line in enumerate(lines) if at not in page)
    if len(placed) < _MANY or sum(len(lines[at] or "") for at in placed) <= _SHARE * kept:
        return page
    return {at: kind for at, kind in page.items() if at not in placed}


def _kind(line: str | None) -> str:
    """What a line is by itself."""
    if (
        not line or line.startswith("“") or not residue.kind_of(line, marked=False)
    ):  # most are none, and whether a mark opens them takes longer
        return ""
    kind = residue.kind_of(line, numerals.opens_with_mark(line))
    return "" if kind == webpages.FILE and is_title(line) else kind
