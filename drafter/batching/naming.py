"""What the documents of a batch are called: by a pattern, safe, and never two alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from drafter.drafting.binding import filled
from drafter.drafting.printing.formats import FORMATS
from drafter.model.outline import REFERENCE, Facts
from drafter.problems import InputProblem, Problem, UsageProblem
from drafter.readers.tables import columns as called
from drafter.readers.yaml.reading import nearest
from drafter.storage import names


def forms_of(pattern: str, asked: Sequence[str], column: str) -> tuple[str, tuple[str, ...]]:
    """The pattern without its suffix, and the formats: those that are asked for, else the one of the suffix, else Word's.

    Raises:
        UsageProblem: a format is not known.

    """
    suffix = Path(pattern).suffix.lstrip(".").lower()
    known = suffix in FORMATS
    forms = tuple(dict.fromkeys(asked)) or ((suffix,) if known else () if suffix else ("docx",))
    for form in forms:
        if form not in FORMATS:
            hint = "可以用：" + "、".join(FORMATS)
            raise UsageProblem(Problem("unknown-format", f"没有“{form[:20]}”这种格式", hint=hint))
    if not forms:
        hint = "例如 --name '{{ " + column + " }}.docx'"
        raise UsageProblem(Problem("unknown-format", f"--name {pattern} 看不出是哪种格式", hint=hint))
    if known and suffix not in forms:
        message = f"--name 的后缀是 .{suffix}，--to 要的却是 {forms[0]}"
        raise UsageProblem(Problem("suffix-mismatch", message, hint="两处写成一样，或 --name 不写后缀"))
    return (pattern[: -len(suffix) - 1] if known else pattern), forms


def refuse_unknown(pattern: str, known: Iterable[str]) -> None:
    """Says no to a pattern that names what neither the table nor the outline has, or whose braces are none.

    Raises:
        UsageProblem: it does.

    """
    left = REFERENCE.sub("", pattern)
    if "{" in left or "}" in left:
        message = f"--name 的花括号不成对：{pattern[:60]}"
        raise UsageProblem(Problem("unknown-fact", message, hint="写成 '{{ 县 }}.docx' 这样"))
    there = dict.fromkeys(known, "")
    for match in REFERENCE.finditer(pattern):
        if match[1] not in there:
            message, hint = f"--name 里的“{match[1]}”表里没有", nearest(match[1], there)
            if match[1] in called.TEMPLATE:
                message, hint = (
                    f"“{match[1]}”这一列选模板，不能作文件名",
                    "--name 换一列，如 '{{ 名称 }}.docx'",
                )
            raise UsageProblem(Problem("unknown-fact", message, hint=hint))


class Names:
    """Gives each row a name of its own; what is `taken` is no row's."""

    def __init__(self, pattern: str, forms: Sequence[str], taken: Iterable[str]) -> None:
        self._pattern = pattern
        self.named = frozenset(match[1] for match in REFERENCE.finditer(pattern))
        """The facts that a name says."""
        self._forms = forms
        self._taken = set(map(_alike, taken))
        self.again: dict[int, str] = {}
        """The rows whose name another has already, with the name that they got instead."""

    def give(self, facts: Facts, row: int) -> tuple[str, ...]:
        """The names of a row's documents, a form each: the pattern filled in, made safe, told apart from the others.

        Raises:
            InputProblem: what it is called by is still open.

        """
        stem = filled(self._pattern, facts)
        if "〔待补" in stem:
            hint = "在表里填上这一格，或用 --name 换一列作文件名"
            raise InputProblem(Problem("unnamed-row", f"第 {row} 行的文件名缺了数据：{stem}", hint=hint))
        stem = names.safe(stem, f"第{row}行")
        told, number = stem, 1
        while any(_alike(f"{told}.{form}") in self._taken for form in self._forms):
            number += 1
            told = f"{stem}（{number}）"
        given = tuple(f"{told}.{form}" for form in self._forms)
        if number > 1:
            self.again[row] = given[0]
        self._taken.update(map(_alike, given))
        return given


def _alike(name: str) -> int:
    """What two names have in common that some disk takes for one: as a number, of which a hundred thousand take little
    room; should two others ever share one, a name gets a number that it did not need.
    """
    return hash(unicodedata.normalize("NFC", name).casefold())
