"""What a command says about its inputs, beside the inputs themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from drafter.records import Record
from drafter.session.inputs import LETTERHEADS


class Options(Record):
    """What a command says about its inputs, beside the inputs themselves."""

    template: str = ""
    style: str = ""
    facts_files: Sequence[Path] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    date: str = ""
    later: Sequence[str] = ()
    """Names that are given afterwards, row by row."""
    paper: str = ""
    """Which other paper of its meeting the outline is to give, by its name in `papers.names`."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files that these name, and names that are none: whatever is one must not be written over."""
        return (self.template, self.style, *map(str, self.facts_files))

    @property
    def letterhead(self) -> str:
        """The Word file to fill, where the template is one; the outline then names its genre."""
        return self.template if self.template.lower().endswith(LETTERHEADS) else ""

    @property
    def genre(self) -> str:
        """The template that drafts, where the options name one."""
        return "" if self.letterhead else self.template
