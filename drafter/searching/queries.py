"""What a person types into a search box, as a query."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.model.library import Query

_WORD = re.compile(r"""([-－]?)(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|(\S+))""")
_NEVER = re.compile(r"[\s]+")


def read(text: str, filters: Query = Query()) -> Query:  # noqa: B008 - frozen
    """The words of the text: those in quotes as one, those with a minus in front excluded.

    A minus alone, and quotes with nothing in them, say nothing.
    """
    terms: list[str] = []
    without: list[str] = []
    for match in _WORD.finditer(text):
        minus, *spellings = match.groups()
        word = _NEVER.sub(" ", next((said for said in spellings if said), "")).strip()
        if word.strip("-－"):
            (without if minus else terms).append(word)
    return replace(filters, terms=tuple(dict.fromkeys(terms)), without=tuple(dict.fromkeys(without)))
