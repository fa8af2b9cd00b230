"""Where the open gaps of a draft are in its source, and what to say of them."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.drafting.binding import FoundGap
from drafter.model.outline import Outline
from drafter.problems import Place, Problem, Severity
from drafter.readers.outline.outline import Source
from drafter.readers.yaml import nodes as yaml
from drafter.records import Record
from drafter.residue import TYPED_GAP


class GapPlace(Record):
    """An open gap, with the line of its source where that is known."""

    name: str
    text: str
    paragraph: int
    excerpt: str
    source: str
    line: int | None = None
    column: int | None = None


def gap_places(gaps: Iterable[FoundGap], outline: Outline, name: str) -> list[GapPlace]:
    """The gaps with their lines: where each was typed, or that of the fact that is missing."""
    places = []
    for gap in gaps:
        fact = outline.fact_places.get(gap.name.partition(".")[0])
        place = gap.origin.place if gap.origin is not None else fact or Place(name)
        places.append(
            GapPlace(gap.name, gap.text, gap.paragraph, gap.excerpt, place.source, place.line, place.column)
        )
    return places


def unprinted(source: Source, gaps: Iterable[FoundGap]) -> list[Problem]:
    """A warning for each gap typed where the draft does not print it: in an occasion, a deadline."""
    found = {(gap.origin.passage, gap.origin.offset) for gap in gaps if gap.origin is not None}
    hint = "在大纲里改掉；这份稿子不印它，别的文稿会印"
    return [
        Problem(
            "gap-unprinted", f"还没有填：{match[0]}", scalar.place_at(match.start()), Severity.WARNING, hint
        )
        for scalar in yaml.walk(source.root)
        if scalar.source == source.name
        for match in TYPED_GAP.finditer(scalar.said)
        if (scalar, match.start()) not in found
    ]


def gap_problems(places: Iterable[GapPlace]) -> tuple[Problem, ...]:
    """A problem for each open gap, for `--final`."""
    return tuple(
        Problem(
            "open-gap",
            f"还没有补上：{gap.text}" + (f"（……{gap.excerpt}……）" if gap.excerpt != gap.text else ""),
            Place(gap.source, gap.line, gap.column, None if gap.line else gap.paragraph),
            hint="在大纲里填上，或用 --set 名称=值"
            + ("" if gap.text.startswith("〔待补") else "；不该算待补的，写 脱敏: 是"),
            excerpt=gap.excerpt,
        )
        for gap in places
    )
