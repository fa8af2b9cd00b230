"""What a rule is: why it is there, examples that prove it, and a function that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum

from drafter.checks.draft import Draft
from drafter.model.roster import Roster
from drafter.problems import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
"""What a rule is sure of: surely wrong; most likely; worth a look."""


class Family(Enum):
    """What a rule is about; the value is a chapter of the manual."""

    REDLINE = "红线"
    RULES = "行文规则"
    STRUCTURE = "结构"
    LEFTOVERS = "残留"
    REUSE = "套用"
    FIGURES = "数字"
    PUNCTUATION = "标点"
    TERMS = "名称和用语"
    BRIEF = "交代"
    SPEAKING = "讲话"
    PROSE = "文气"


class Basis(Enum):
    """On whose authority: a standard or a regulation rules it, or offices do it so."""

    RULED = "规定"
    CUSTOM = "惯例"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: the characters from `start` to `end` of the draft's text.

    `fix` stands in their place, where that is safe; `severity` departs from the rule's; `quote`
    are words of the outline that the finding is about: where they were typed, it stands, whether they print or not.
    `more` says for how many others of its rule it stands, which are counted and not kept.
    """

    start: int
    end: int
    message: str
    hint: str = ""
    fix: str | None = None
    severity: Severity | None = None
    quote: str = ""
    more: int = 0


def cited(hint: str, source: str) -> str:
    """The hint with the source that a word list gives for it, where it gives one."""
    return f"{hint}（据：{source}）" if source else hint


@dataclass(frozen=True, slots=True)
class Example:
    """An example that needs more than a text: an outline in YAML, an older draft, what was said before, a unit's own roster."""

    text: str
    older: str = ""
    before: str = ""
    outline: bool = False
    roster: Roster = field(default_factory=Roster)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `bad` and `good` are its tests and its page of the manual; `source` names the clause."""

    code: str
    name: str
    family: Family
    severity: Severity
    why: str
    source: str
    basis: Basis
    bad: tuple[str | Example, ...]
    good: tuple[str | Example, ...]
    find: Callable[[Draft], Iterable[Finding]]
    of_words: bool = False
    """Whether it takes characters for a slip: those of a name of the roster are none."""
