"""Counts that an outline announces and that are not those of the points below."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.model import counts
from drafter.model.outline import Outline
from drafter.numerals import Announced
from drafter.problems import Place, Problem, Severity


def find_miscounted(outline: Outline, name: str) -> list[Problem]:
    """Headings that announce another number of points than stands below them."""
    return _miscounted(counts.miscounted(outline), name)


def find_outcounted(before: Outline, after: Outline, name: str) -> list[Problem]:
    """Headings and leads whose count was right until points were left out."""
    return _miscounted(counts.outcounted(before, after), name)


def _miscounted(found: Iterable[tuple[str, Announced, int]], name: str) -> list[Problem]:
    return [
        Problem(
            "count-mismatch",
            f"“{said}”说是{said[count.start : count.end]}，下面是 {there} 条",
            Place(name),
            Severity.WARNING,
            "把数改对，或补上缺的",
        )
        for said, count, there in found
    ]
