"""What is wrong, where, and what to do about it.

Findings are values: rooms collect `Problem` objects and hand them back, so that one run
shows every fault of a file. Exceptions are for the case where no result can be made at
all; they carry the same problems and the exit code of the contract.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from enum import Enum

from drafter.records import Record


class Severity(Enum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(Record):
    """A spot in a source: line and column of a text, or a paragraph of a document.

    All three count from 1, in characters; None means that the spot is not known so closely.
    """

    source: str = ""
    line: int | None = None
    column: int | None = None
    paragraph: int | None = None

    def __str__(self) -> str:
        where = [str(part) for part in (self.line, self.column) if part is not None]
        if self.paragraph is not None:
            where.append(f"第{self.paragraph}段")
        return ":".join([self.source or "输入", *where])


class Fix(Record):
    """A replacement that mends the problem: what stands there and what should."""

    old: str
    new: str


class Problem(Record):
    """One finding, with its place and, where there is one, the way out."""

    code: str
    message: str
    place: Place = field(default_factory=Place)
    severity: Severity = Severity.ERROR
    hint: str = ""
    excerpt: str = ""
    fix: Fix | None = None

    def in_source(self, source: str) -> Problem:
        """The same problem, its place naming `source`."""
        return replace(self, place=replace(self.place, source=source))


def place_in_source(problems: Iterable[Problem], source: str) -> tuple[Problem, ...]:
    """The problems, those whose place names no source placed in this one."""
    return tuple(problem if problem.place.source else problem.in_source(source) for problem in problems)


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Whether one of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


class DrafterError(Exception):
    """No result can be made. Its problems are written for the person at the keyboard."""

    exit_code = 70

    def __init__(self, *problems: Problem) -> None:
        super().__init__("；".join(problem.message for problem in problems))
        self.problems = problems


class UsageProblem(DrafterError):
    """The command was called in a way that cannot be carried out."""

    exit_code = 2


class InputProblem(DrafterError):
    """An input is missing, unreadable, invalid, or refused as unsafe."""

    exit_code = 3


class OutputProblem(DrafterError):
    """The output could not be written, or is protected."""

    exit_code = 4


class MissingProgram(DrafterError):
    """A program or an extra that this needs is not installed."""

    exit_code = 5


class OpenGaps(DrafterError):
    """A final copy was asked for, and gaps remain."""

    exit_code = 6
