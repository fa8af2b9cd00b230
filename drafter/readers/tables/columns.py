"""What a column of a table may be called: a fact, a place in the outline (任务.2.正文), a condition (?督查)."""

from __future__ import annotations

from drafter.model.outline import is_fact_name
from drafter.patterns import pattern

_PLACE = pattern(r"\w{1,20}(?:\.\w{1,20}){1,8}")
_CONDITION = pattern(r"[?？]([\w、，·（）()《》“”.—-]{1,60})")

TEMPLATE = ("模板", "template")
"""Names of the column that says which template drafts a row."""

NUMBERS = frozenset(("序号", "序", "编号", "行号", "No", "NO", "no"))
"""Names of columns that only count the rows: no document is called by them unless somebody asks for it."""


def is_place(name: str) -> bool:
    """Whether a column gives the text of a place in the outline."""
    return _PLACE.fullmatch(name) is not None


def condition(name: str) -> str:
    """What a column keeps in a row or leaves out; "" where it is no condition."""
    found = _CONDITION.fullmatch(name)
    return found[1] if found else ""


def is_column_name(name: str) -> bool:
    """Whether a column may be called so."""
    return is_fact_name(name) or is_place(name) or bool(condition(name))
