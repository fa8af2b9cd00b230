"""Where the open gaps of a draft are in its source, and what to say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.drafting.binding import FoundGap
from drafter.model.outline import Outline
from drafter.problems import Place, Problem, Severity
from drafter.residue import TYPED_GAP

_COMMENT = re.compile(r"(?:^|\s)#\s.*$")


@dataclass(frozen=True, slots=True)
class GapPlace:
    """An open gap, with the line of its source where that is known."""

    name: str
    text: str
    paragraph: int
    excerpt: str
    source: str
    line: int | None = None
    column: int | None = None


def gap_places(gaps: tuple[FoundGap, ...], outline: Outline, name: str, source: str) -> list[GapPlace]:
    """The gaps with their lines: a fact's own line, or where the gap was typed."""
    typed = _typed_lines(source) if any(gap.typed for gap in gaps) else {}
    places = []
    for gap in gaps:
        fact = outline.fact_places.get(gap.name.partition(".")[0])
        if fact is not None and not gap.typed:
            places.append(
                GapPlace(gap.name, gap.text, gap.paragraph, gap.excerpt, fact.source, fact.line, fact.column)
            )
            continue
        before = gap.excerpt.partition(gap.text)[0][-4:]
        lines = typed.get((before, gap.text)) or typed.get(("", gap.text)) or []
        line, column = lines.pop(0) if lines else (None, None)
        places.append(GapPlace(gap.name, gap.text, gap.paragraph, gap.excerpt, name, line, column))
    return places


def _typed_lines(source: str) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """The lines of every gap typed by hand, by the characters before it and its own."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for number, line in enumerate(source.splitlines(), 1):
        text = _COMMENT.sub("", line)
        for match in TYPED_GAP.finditer(text):
            for before in {text[max(match.start() - n, 0) : match.start()] for n in range(5)}:
                found.setdefault((before, match[0]), []).append((number, match.start() + 1))
    return found


def unprinted(source: str, printed: str, name: str) -> tuple[Problem, ...]:
    """A warning for each gap typed where the draft does not print it: in an occasion, a deadline."""
    found: dict[tuple[int, int], str] = {}
    for (_, gap), places in _typed_lines(source).items():
        if gap not in printed:
            found |= dict.fromkeys(places, gap)
    hint = "在大纲里改掉；这份稿子不印它，别的文稿会印"
    return tuple(
        Problem("gap-unprinted", f"还没有填：{gap}", Place(name, line, column), Severity.WARNING, hint)
        for (line, column), gap in sorted(found.items())
    )


def gap_problems(places: tuple[GapPlace, ...]) -> tuple[Problem, ...]:
    """A problem for each open gap, for `--final`."""
    return tuple(
        Problem(
            "open-gap",
            f"还没有补上：{gap.text}" + (f"（……{gap.excerpt}……）" if gap.excerpt != gap.text else ""),
            Place(gap.source, gap.line, gap.column, None if gap.line else gap.paragraph),
            hint="在大纲里填上，或用 --set 名称=值；不该算待补的，写 脱敏: 是",
            excerpt=gap.excerpt,
        )
        for gap in places
    )
