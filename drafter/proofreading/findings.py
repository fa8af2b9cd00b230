"""What rules found, as problems with their places in the file; what a person silenced is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.checks import engine, registry
from drafter.checks.draft import Draft
from drafter.checks.engine import Choice
from drafter.checks.rule import Finding, Rule
from drafter.problems import Fix, Problem
from drafter.proofreading.positions import Position
from drafter.proofreading.sheets import Sheet

_AROUND = 14
"""Characters of the sentence that an excerpt shows on either side."""

_LONGEST = 20
"""Characters of a finding that an excerpt shows and underlines; of a whole sentence, its beginning."""

_BOX = "□"
_SILENCED = re.compile(
    r"(?P<before>.*?)(?:#|<!--)\s*check[:：]\s*(?:忽略|ignore)\s*(?P<codes>[\w\- ,，、]*)", re.IGNORECASE
)
_ALL = frozenset(("全部", "all", ""))


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its place in the file.

    `problem.excerpt` shows it in its sentence: `at` is where its words begin there, `size` how many
    there are.
    """

    problem: Problem
    rule: Rule
    finding: Finding
    position: Position
    at: int = 0
    size: int = 0


def find_all(sheet: Sheet, choice: Choice) -> list[Located]:
    """Every finding in the file, in the order of the draft."""
    silenced = _silenced(sheet.text) if sheet.kind.reader in ("yaml", "markdown") else {}
    found = []
    for hit in engine.run(sheet.draft, registry.RULES, choice):
        position = sheet.places.locate(sheet.draft, hit.finding)
        if not _is_silent(hit.rule.code, position, silenced):
            mendable = position.start is not None or sheet.kind.reader != "yaml"
            found.append(_located(sheet.draft, hit, position, mendable))
    return found


def _located(draft: Draft, hit: engine.Hit, position: Position, mendable: bool) -> Located:
    finding = hit.finding
    excerpt, at, size = _excerpt(draft, finding)
    fix = None
    if finding.fix is not None and mendable:
        fix = Fix(draft.text[finding.start : finding.end], finding.fix)
    message = f"{position.beside}里：{finding.message}" if position.beside else finding.message
    problem = Problem(hit.rule.code, message, position.place, hit.severity, finding.hint, excerpt, fix)
    return Located(problem, hit.rule, finding, position, at, size)


def _excerpt(draft: Draft, finding: Finding) -> tuple[str, int, int]:
    """Some words around a finding, where its own begin in them, and how many they are."""
    if finding.end == 0 or not draft.paragraphs:
        return finding.quote, 0, len(finding.quote)
    paragraph = draft.paragraph(finding.start)
    start = max(paragraph.start, finding.start - _AROUND)
    shown_end = min(finding.end, finding.start + _LONGEST, paragraph.end)
    end = min(paragraph.end, shown_end + _AROUND)
    text = shown(draft.text[start:end])
    cut = min(len(text) - len(text.lstrip(" \u3000")), finding.start - start)
    return text[cut:].rstrip(), finding.start - start - cut, shown_end - finding.start


def shown(words: str) -> str:
    """The words with a box for each character that a terminal does not show."""
    return "".join(char if char.isprintable() or char == "\u3000" else _BOX for char in words)


def _silenced(text: str) -> dict[int, frozenset[str]]:
    """The codes that a comment silences, by line: its own; where it stands alone, the next with all
    that is set in below it.
    """
    found: dict[int, frozenset[str]] = {}
    if "check" not in text.lower():
        return found
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        match = _SILENCED.match(line)
        if match is None:
            continue
        codes = (
            frozenset(code for code in re.split(r"[\s,，、]+", match["codes"].strip(" -")) if code) or _ALL
        )
        codes |= {rule.code for rule in registry.RULES if rule.name in match["codes"]}
        covered = [number] if match["before"].strip() else _block(lines, number)
        for at in covered:
            found[at] = found.get(at, frozenset()) | codes
    return found


def _block(lines: Sequence[str], after: int) -> list[int]:
    """The first line that says something after this one (from 1), and those set in below it."""
    first = next((n for n in range(after, len(lines)) if lines[n].strip()), None)
    if first is None:
        return []
    covered, indent = [first + 1], len(lines[first]) - len(lines[first].lstrip())
    for number in range(first + 1, len(lines)):
        bare = lines[number].lstrip()
        if bare and len(lines[number]) - len(bare) <= indent:
            break
        covered.append(number + 1)
    return covered


def _is_silent(code: str, position: Position, silenced: dict[int, frozenset[str]]) -> bool:
    """Whether a comment silences this rule on the line of a finding, or of the text that holds it."""
    lines = {position.place.line, position.text_line} - {None}
    return any({code, *_ALL} & silenced[line] for line in lines if line in silenced)
