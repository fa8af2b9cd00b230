"""Runs rules over a draft: each finding with its rule, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from drafter.checks.draft import Draft, within
from drafter.checks.rule import Finding, Rule
from drafter.checks.text.known import names
from drafter.problems import Severity

MOST = 10_000
"""Findings of one rule that are kept; so many nobody reads, and a file of one mark has millions."""

_LEVELS = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding, the rule that found it, and how much it matters here."""

    rule: Rule
    finding: Finding
    severity: Severity


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules run, and what a unit thinks of them. An empty `select` means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] | None = None

    def takes(self, rule: Rule) -> bool:
        """Whether the rule runs: named by its code, its name or its family."""
        chosen = not self.select or any(_names(name, rule) for name in self.select)
        return chosen and not any(_names(name, rule) for name in self.ignore)


def _known(draft: Draft) -> list[tuple[int, int]]:
    """Where the draft says a name of the unit's roster."""
    return [(at, at + len(name)) for at, name in draft.longest(names(draft))]


def _is_name(finding: Finding, known: Sequence[tuple[int, int]]) -> bool:
    """Whether what was found is a name of the roster, or a piece of one."""
    return within(known, finding.start) and within(known, max(finding.end - 1, finding.start))


def _names(name: str, rule: Rule) -> bool:
    return name in (rule.code, rule.family.value, rule.family.name.lower(), rule.name)


def run(draft: Draft, rules: Sequence[Rule], choice: Choice | None = None) -> list[Hit]:
    """What the rules find, by place; a rule finds a place once. Where one finds more than `MOST`, the first of the rest
    says how many there are.
    """
    choice = choice or Choice()
    levels = choice.severity or {}
    hits: list[Hit] = []
    known = _known(draft)
    for rule in filter(choice.takes, rules):
        found = _told(draft, rule, levels.get(rule.code), known)
        hits += islice(found, MOST)
        hits += _counted(found)
    return sorted(hits, key=lambda hit: (hit.finding.start, hit.finding.end, hit.rule.code))


def _told(
    draft: Draft, rule: Rule, severity: Severity | None, known: Sequence[tuple[int, int]]
) -> Iterator[Hit]:
    """What a rule finds, a place once, as far as it is kept; `severity` is what the unit thinks of it."""
    seen: set[tuple[int, int, str]] = set()
    for finding in rule.find(draft):
        key = (finding.start, finding.end, finding.quote)
        if key not in seen and not (rule.of_words and _is_name(finding, known)):
            if len(seen) < MOST:
                seen.add(key)
            yield Hit(rule, finding, severity or finding.severity or rule.severity)


def _counted(rest: Iterator[Hit]) -> Iterator[Hit]:
    """One hit that stands for all these, as grave as the gravest of them."""
    first = next(rest, None)
    if first is not None:
        more, worst = 0, _LEVELS.index(first.severity)
        for hit in rest:
            more, worst = more + 1, min(worst, _LEVELS.index(hit.severity))
        message = f"“{first.rule.name}”太多了，还有 {more + 1} 处没有列出"
        hint = f"一条规则最多列 {MOST} 处：先改前面的，改完再查一遍"
        yield Hit(
            first.rule,
            replace(first.finding, message=message, hint=hint, fix=None, more=more),
            _LEVELS[worst],
        )
