"""A line of YAML as it was typed: what stands in it before its value, and its repair."""

from __future__ import annotations

from drafter.patterns import pattern
from drafter.problems import Fix, Place, Problem

BLANKS = " \t\u3000"
PAIR = pattern(
    r"(?P<key>[^\s:：\"'\[\]{}#,，。；、][^:：\"'\[\]{}#,，。；、]*?)(?P<colon> ?[:：])(?P<gap>[ \t\u3000]*)(?P<value>.*)"
)
_ENTRY = pattern(r"(?P<indent>[ \t\u3000]*)(?P<dashes>(?:- +)*)(?P<rest>.*)")


class TypedLine:
    """One line under repair; `any_key` says that every word before a colon is meant as a key."""

    def __init__(self, number: int, text: str, source: str, any_key: bool = False) -> None:
        self.number = number
        self.text = text
        self.source = source
        self.any_key = any_key

    def slip(self, code: str, column: int, message: str, hint: str, mended: str) -> Problem:
        """The problem at this column; the line is mended."""
        problem = Problem(
            code,
            message,
            Place(self.source, self.number, column),
            hint=hint,
            excerpt=self.text.strip()[:40],
            fix=Fix(self.text.strip(), mended.strip()),
        )
        self.text = mended
        return problem


def split_entry(text: str) -> tuple[str, str]:
    """The dashes that a line begins with after its indent, and the rest of it."""
    entry = _ENTRY.match(text)
    assert entry is not None
    return entry["dashes"], entry["rest"]


def find_value(text: str) -> tuple[int, str]:
    """Where the value of a line begins, and the value: after the key, or after the dash."""
    dashes, rest = split_entry(text)
    at = len(text) - len(rest)
    pair = PAIR.match(rest)
    if pair and pair["colon"].endswith(":") and (pair["gap"] or not pair["value"]):
        return at + pair.start("value"), pair["value"]
    return (at, rest) if dashes else (len(text), "")


def quote(text: str) -> str:
    """The text in the quotes that need the least changing."""
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
