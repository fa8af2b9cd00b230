"""Slips before a value: in the indent, at the dash of a list, at the colon after a key."""

from __future__ import annotations

from drafter.model import vocabulary
from drafter.problems import Problem
from drafter.readers.yaml.typed_line import BLANKS, PAIR, TypedLine, split_entry

_KEYS = frozenset().union(
    *(vocabulary.spellings(table) for table in vocabulary.TABLES.values()),
    vocabulary.spellings(vocabulary.ROLES),
)
_POINT_KEYS = frozenset(vocabulary.spellings((*vocabulary.POINT, *vocabulary.SECTION)))
_LONGEST_SHOWN = 24


def is_known(key: str) -> bool:
    """Whether a word is a key somewhere in an outline."""
    return key.strip() in _KEYS


def find_bad_indent(line: TypedLine) -> Problem | None:
    """A tab or a full-width space where YAML wants spaces."""
    text = line.text.lstrip(BLANKS)
    indent = line.text[: len(line.text) - len(text)]
    for char, name in (("\t", "制表符"), ("\u3000", "全角空格")):
        if char in indent:
            mended = indent.replace("\t", "  ").replace("\u3000", "  ") + text
            hint = "缩进改用半角空格，每层两个"
            return line.slip("bad-indent", indent.index(char) + 1, f"缩进用了{name}", hint, mended)
    return None


def find_tight_dash(line: TypedLine) -> Problem | None:
    """No space between the dash of a list and its item."""
    _, rest = split_entry(line.text)
    if len(rest) < 2 or rest[0] != "-" or rest[1] in "- \t" or rest[1].isdigit():
        return None
    at = len(line.text) - len(rest)
    mended = line.text[:at] + "- " + rest[1:].lstrip("\u3000")
    hint = f"写成“{_short('- ' + rest[1:])}”"
    return line.slip("dash-space", at + 2, "“-”后面少一个空格", hint, mended)


def find_wrong_colon(line: TypedLine) -> Problem | None:
    """A full-width colon after a key, or no space after its colon."""
    dashes, rest = split_entry(line.text)
    pair = PAIR.match(rest)
    if not pair or not _is_key(pair["key"].strip(), bool(dashes), line.any_key):
        return None
    start = len(line.text) - len(rest)
    key, value = pair["key"].strip(), pair["value"]
    column = start + pair.start("colon") + 1
    mended = f"{line.text[:start]}{key}: {value}".rstrip()
    if "：" in pair["colon"]:
        hint = f"写成“{key}: ”（半角冒号加空格）"
        return line.slip("fullwidth-colon", column, f"“{key}”后面用了全角冒号", hint, mended)
    hint = f"写成“{_short(key + ': ' + value)}”"
    if value and not pair["gap"]:
        return line.slip("colon-space", column + 1, f"“{key}:”后面少一个空格", hint, mended)
    if "\u3000" in pair["gap"]:
        return line.slip("colon-space", column + 1, f"“{key}:”后面用了全角空格", hint, mended)
    return None


def _is_key(key: str, in_list: bool, any_key: bool) -> bool:
    """Whether a word before a colon is meant as a key here.

    In a list, `任务：……` is more likely a sentence than a role, so only the keys of points
    and sections count there.
    """
    return key in _POINT_KEYS if in_list else any_key or key in _KEYS


def _short(text: str) -> str:
    """The text, or its beginning and a sign that there is more."""
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "……"
