"""What `check` found in each file, as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from drafter.problems import Severity
from drafter.reports.problems import Json, file_json, problems_json

if TYPE_CHECKING:
    from drafter.actions.check import Checked
    from drafter.problems import Problem


def as_json(checked: Sequence[Checked]) -> Json:
    """The whole report, and how much was found in all."""
    everything = [problem for one in checked for problem in one.all_problems]
    return {"files": [_file(one) for one in checked], "summary": _summary(everything)}


def _file(checked: Checked) -> Json:
    report = file_json(checked.path, checked.all_problems) | {
        "summary": _summary(checked.all_problems),
        "hidden": checked.hidden,
        "rules": checked.rules,
        "unchecked": {"figures": checked.unchecked.figures, "names": list(checked.unchecked.names)},
        "as_of": "-".join(f"{part:02}" for part in checked.as_of if part) or None,
    }
    if checked.fixed:
        report["fixed"] = problems_json(one.problem for one in checked.fixed)
        report["backup"] = checked.backup
    if checked.annotated:
        report["annotated"] = checked.annotated
    return report


def _summary(problems: Iterable[Problem]) -> Json:
    """How many there are of each severity."""
    counts = Counter(problem.severity for problem in problems)
    return {level.value: counts[level] for level in Severity}
