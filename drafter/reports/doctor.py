"""What `doctor` found on this computer, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json, problems_json

if TYPE_CHECKING:
    from drafter.actions.doctor import Digested, Finding
    from drafter.actions.holdings import Report
    from drafter.storage.holdings import Holding


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


def kept_json(held: Report, forget: bool) -> Json:
    """What is kept; where it was asked to go, what goes, and whether it went."""
    shown = held.chosen if forget else held.kept
    report: Json = {
        "files": [],
        "kept": [_holding(one) for one in shown],
        "problems": problems_json(held.problems),
    }
    return report | ({"removed": held.removed} if forget else {"library": held.elsewhere or None})


def _holding(one: Holding) -> Json:
    return {
        "kind": one.kind.name,
        "what": one.kind.what,
        "path": str(one.path),
        "paths": [str(path) for path in one.paths],
        "count": one.count,
        "bytes": one.size,
        "since": f"{datetime.fromtimestamp(one.since):%Y-%m-%d}" if one.since else None,
        "note": one.note,
        "own": one.kind.own,
    }


def digests_json(found: Iterable[Digested]) -> Json:
    """The digests of each file; null where it cannot be read."""
    return {
        "files": [
            file_json(one.path, one.problems)
            | {
                "sha256": one.checksums.sha256 if one.checksums else None,
                "sm3": one.checksums.sm3 if one.checksums else None,
            }
            for one in found
        ]
    }
