"""The slips of the hand that Chinese typists make in YAML, found line by line.

They are looked for before the YAML parser runs, since its own complaint would come later
and elsewhere. Each slip that is found is also mended in a copy of the text (line numbers
stay), so that the structure of the file can be checked in the same run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.patterns import pattern
from drafter.problems import Problem
from drafter.readers.yaml import key_slips, value_slips
from drafter.readers.yaml.typed_line import BLANKS, PAIR, TypedLine, split_entry

_BLOCK_SCALAR = pattern(r"[|>][+-]?\d?[+-]?(?:\s+#.*)?$")
_FACTS = ("facts", "数据")

SLIPS: tuple[Callable[[TypedLine], Problem | None], ...] = (
    key_slips.find_bad_indent,
    value_slips.find_wide_braces,
    key_slips.find_tight_dash,
    key_slips.find_wrong_colon,
    value_slips.find_bare_sign,
    value_slips.find_lost_end,
    value_slips.find_slip_in_flow,
    value_slips.find_inner_colon,
)
"""Every slip, in the order in which they are looked for: later ones read the mended line."""


def find(text: str, source: str, *, any_key: bool = False) -> tuple[str, list[Problem]]:
    """The text with its slips mended, and a problem for each.

    `any_key` says that every word before a colon is meant as a key: in a file of facts, or in
    a stylesheet.
    """
    lines = text.split("\n")
    problems: list[Problem] = []
    for index, below_facts in _readable_lines(lines):
        line = TypedLine(index + 1, lines[index], source, below_facts or any_key)
        problems += filter(None, (find_slip(line) for find_slip in SLIPS))
        lines[index] = line.text
    return "\n".join(lines), problems


def _readable_lines(lines: list[str]) -> Iterator[tuple[int, bool]]:
    """The index of each line that holds YAML of its own, and whether it stands under 数据.

    Left out are blank lines, comments, the insides of block scalars, and lines that go on
    with a text begun above. A line is read once more when it has been mended.
    """
    text_indent = -1  # a text begun at this indent goes on in deeper lines
    facts_indent = -1
    in_block = False
    for index, line in enumerate(lines):
        if _is_silent(line.strip()):
            continue
        indent = len(line) - len(line.lstrip(BLANKS))
        if text_indent >= 0 and indent > text_indent and (in_block or not _is_odd_key(line)):
            continue
        text_indent = -1
        if indent <= facts_indent:
            facts_indent = -1
        yield index, facts_indent >= 0
        dashes, rest = split_entry(lines[index])
        pair = PAIR.match(rest)
        value = (pair["value"] if pair else rest).strip()
        if pair and pair["key"] in _FACTS and not value:
            facts_indent = indent
        elif _goes_on(value):
            in_block = bool(_BLOCK_SCALAR.match(value))
            text_indent = indent + (len(dashes) if pair else 0)


def _is_silent(bare: str) -> bool:
    """Whether a line says nothing: a blank one, a comment, the mark of a document."""
    return not bare or bare.startswith("#") or bare in ("---", "...")


def _is_odd_key(line: str) -> bool:
    """Whether a line that seems to go on with a text is a key, indented by a tab or 　."""
    match = PAIR.match(line.lstrip(BLANKS))
    return match is not None and line.lstrip(" ")[:1] in ("\t", "\u3000") and key_slips.is_known(match["key"])


def _goes_on(value: str) -> bool:
    """Whether deeper lines below this value belong to it: it is a text, not a structure."""
    if not value or value.startswith("#"):
        return False
    return bool(_BLOCK_SCALAR.match(value)) or not (value[0] in "[{" and value[-1] in "]}")
