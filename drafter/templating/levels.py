"""Which marks and which layout the points of each level take."""

from __future__ import annotations

from drafter import numerals
from drafter.model.outline import Marks
from drafter.records import Record


class Level(Record):
    """A place in the numbering: how deep, and which schemes stand above it."""

    numbering: tuple[str, ...]
    depth: int = 0
    above: tuple[str, ...] = ()

    def scheme(self, running: bool = False) -> str:
        """The scheme of this level, or the next unused running one where it has none.

        `running` asks for marks that can stand inside a paragraph: 一、 cannot.
        """
        if self.numbering == (numerals.NO_MARK,):
            return numerals.NO_MARK
        if self.depth < len(self.numbering):
            own = self.numbering[self.depth]
            if own not in self.above and (not running or numerals.is_running(own)):
                return own
        for scheme in (*self.numbering[self.depth :], *numerals.RUNNING_MARKS):
            if numerals.is_running(scheme) and scheme not in self.above:
                return scheme
        return numerals.RUNNING_MARKS[0]

    def below(self, scheme: Marks) -> Level:
        """The level below one that is numbered by `scheme`."""
        used = scheme if isinstance(scheme, str) else ""
        return Level(self.numbering, self.depth + 1, (*self.above, used))


def literal_mark(marks: Marks, number: int, total: int) -> str:
    """The mark of item `number` of `total`: from a scheme, or from a list of literal marks."""
    if marks is None:
        return ""
    if isinstance(marks, tuple):
        own = marks[number - 1] if number <= len(marks) else numerals.NO_MARK
        return "" if own == numerals.NO_MARK else own
    return numerals.mark(marks, number, total)
