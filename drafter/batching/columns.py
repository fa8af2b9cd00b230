"""What the columns of a table are for: facts, texts of the outline, conditions, the template."""

from __future__ import annotations

from drafter.model.outline import REFERENCE
from drafter.readers.tables import columns as called
from drafter.records import Record

_YES = frozenset(("是", "有", "要", "√", "✓", "✔", "对", "1", "y", "yes", "true", "on"))
_NO = frozenset(
    ("", "否", "无", "没有", "不要", "不", "×", "✗", "x", "错", "0", "n", "no", "false", "off", "/", "-", "—")
)


class Columns(Record):
    """The columns of a table by what they are for; `template` is the one that says which template drafts a row."""

    facts: tuple[str, ...]
    texts: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    template: str = ""

    @property
    def outside_facts(self) -> tuple[str, ...]:
        """Those that are for something else than to be referred to."""
        return (*self.texts, *self.conditions, *([self.template] if self.template else ()))


def sort_columns(columns: tuple[str, ...], source: str) -> Columns:
    """The columns by what they are for; one that the outline's text refers to is a fact, whatever it is called."""
    referred = {match[1] for match in REFERENCE.finditer(source)}
    texts = tuple(one for one in columns if called.is_place(one))
    conditions = tuple(one for one in columns if called.condition(one))
    template = next((one for one in columns if one in called.TEMPLATE and one not in referred), "")
    others = {*texts, *conditions, template}
    return Columns(tuple(one for one in columns if one not in others), texts, conditions, template)


def is_yes(cell: str) -> bool | None:
    """Whether the cell of a condition says yes; None where it says neither yes nor no."""
    said = cell.strip().casefold()
    return True if said in _YES else False if said in _NO else None
