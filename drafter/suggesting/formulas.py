"""Set phrases (提法) on what a draft is about, as they are said on its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.checks.text.days import is_of_days
from drafter.model.lexicon import Lexicon, SetPhrase, Subject
from drafter.model.roster import Day
from drafter.suggesting.suggestion import Suggestion

COMMON = "通用"
"""The subject of every draft; it stands last."""

_OFTEN = 3
"""How often a word of a subject stands in a text that is about it, where no title or heading says so."""


def suggest(lexicon: Lexicon, subject: str, text: str, day: Day) -> list[Suggestion]:
    """The phrases of the subjects that a draft is about, by subject, each with its source.

    It is about what its title, its occasion or its headings (`subject`) name, and what its text names often; the
    subject that is named most stands first.
    """
    ranked = sorted(
        ((_weight(one, subject, text), name) for name, one in lexicon.subjects.items() if name != COMMON),
        key=lambda pair: -pair[0],
    )
    about = [name for weight, name in ranked if weight]
    found: dict[str, Suggestion] = {}
    for name in (*about, COMMON) if about else ():
        new = (phrase for phrase in _current(lexicon, name, day) if phrase.text not in found)
        for number, phrase in enumerate(list(new), start=1):
            said = _bare(phrase.text) in _bare(text)
            found[phrase.text] = Suggestion(name, number, phrase.text, phrase.source, said)
    return list(found.values())


def _weight(one: Subject, subject: str, text: str) -> int:
    """How much a draft is about a subject: each place in a title or heading counts as three in the text."""
    named = sum(subject.count(word) for word in one.words)
    often = sum(text.count(word) for word in one.words)
    return named * _OFTEN + often if named or often >= _OFTEN else 0


def _current(lexicon: Lexicon, name: str, day: Day) -> Iterator[SetPhrase]:
    """The phrases of a subject that are said on this day, with what the list of those said to the letter knows."""
    known = lexicon.subjects.get(name, Subject())
    for phrase in known.phrases:
        listed = lexicon.phrases.get(_bare(phrase.text))
        if listed is not None and not phrase.source:
            phrase = replace(listed, text=phrase.text)
        if is_of_days(day, phrase.begin, phrase.end):
            yield phrase


def _bare(text: str) -> str:
    """The text without quotation marks: lists hold phrases so."""
    return text.replace("“", "").replace("”", "")
