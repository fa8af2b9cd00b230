"""Marks and spaces of a Word file put right, and no word: what is safe to mend without asking."""

from __future__ import annotations

from collections import Counter

from drafter.checks.draft import Setting
from drafter.checks.engine import Choice
from drafter.checks.rule import Family
from drafter.drafting.options import Options
from drafter.problems import Place, Problem, Severity
from drafter.proofreading import annotating, findings, sheets
from drafter.session import inputs, lexicons
from drafter.session.session import Session

_RULES = Choice((Family.PUNCTUATION.value, "odd-space", "invisible-character"))
_ROUNDS = 4
"""A mark that is right at last can show another; no text needs as many."""


def tidied(session: Session, name: str, data: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """The Word file with its marks and spaces put right, and what was: how many of each kind.

    Raises:
        InputProblem: there is something to mend and the file is of a kind that cannot be written into.

    """
    setting = Setting(lexicons.lexicon(session))
    done: Counter[str] = Counter()
    for _ in range(_ROUNDS):
        sheet = sheets.read(session, name, inputs.by_reader("word"), data, setting, Options())
        if sheet.package is None:
            break
        data, mended = annotating.mend(sheet.package, data, findings.find_all(sheet, _RULES))
        if not mended:
            break
        done.update(one.rule.name for one in mended)
    if not done:
        return data, ()
    said = "，".join(f"{kind} {count} 处" for kind, count in done.items())
    hint = "只动标点和空格；拿不准的没有动，drafter check 列得出来"
    return data, (Problem("tidied", f"顺手改了：{said}", Place(name), Severity.INFO, hint),)
