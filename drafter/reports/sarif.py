"""What `check` found in each file, as SARIF 2.1.0, for editors and review tools."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from drafter import __version__
from drafter.checks import registry
from drafter.problems import Severity
from drafter.reports.problems import Json

if TYPE_CHECKING:
    from drafter.actions.check import Checked
    from drafter.checks.rule import Rule
    from drafter.problems import Place, Problem

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(checked: Iterable[Checked]) -> Json:
    """The report as the log of one run, every rule described in it."""
    tool: Json = {
        "driver": {
            "name": "drafter",
            "version": __version__,
            "rules": [_rule(rule) for rule in registry.RULES],
        }
    }
    results = [_result(problem, one.path) for one in checked for problem in one.all_problems]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": tool, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"依据（{rule.basis.value}）：{rule.source}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, path: str) -> Json:
    """One finding; its hint follows the message, since SARIF has no place for it."""
    return {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.message + (f"。{problem.hint}" if problem.hint else "")},
        "locations": [{"physicalLocation": _location(problem.place, path, problem.excerpt)}],
    }


def _location(place: Place, path: str, excerpt: str) -> Json:
    """Where a finding stands. SARIF has no paragraphs, so that of a Word file is its line."""
    location: Json = {"artifactLocation": {"uri": quote(Path(place.source or path).as_posix())}}
    line = place.line or place.paragraph
    if line:
        location["region"] = {
            "startLine": line,
            "startColumn": place.column or 1,
            "snippet": {"text": excerpt},
        }
    return location
