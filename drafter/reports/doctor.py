"""What `doctor` found on this computer, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.reports.problems import Json

if TYPE_CHECKING:
    from drafter.actions.doctor import Finding


def as_json(findings: Iterable[Finding]) -> Json:
    """The whole report."""
    return {"files": [], "findings": [_finding(finding) for finding in findings]}


def _finding(finding: Finding) -> Json:
    return {
        "group": finding.group,
        "name": finding.name,
        "value": finding.value,
        "ok": finding.ok,
        "advice": finding.advice,
    }
