"""Set phrases (提法) on what a draft is about, as they are said on its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from drafter.checks.text.days import is_of_days
from drafter.model.lexicon import Lexicon, SetPhrase
from drafter.model.roster import Day
from drafter.suggesting.suggestion import Suggestion

PLACE = "提法"
_MOST = 20
_COMMON = 6
"""Characters that stand in more phrases than so many tell no subject (建设, 发展)."""
_GENERAL = frozenset(
    ("工作", "全面", "重要", "会议", "开展", "加强", "推进", "一件", "件事", "目标", "精神", "总书", "书记")
)


def suggest(lexicon: Lexicon, subject: str, text: str, day: Day) -> list[Suggestion]:
    """The phrases on a subject, each with its source: those that share a word with the subject (title, occasion,
    headings) or three characters in a row with the text, the nearest first.
    """
    current = [one for one in lexicon.phrases.values() if is_of_days(day, one.begin, one.end)]
    asked: set[str] = set()
    for said, length in ((subject, 2), (text, 3)):
        spread = Counter(word for phrase in current for word in _words(phrase.text, length))
        asked |= {word for word in _words(said, length) if 0 < spread[word] <= _COMMON} - _GENERAL
    near = [(_shared(phrase, asked), phrase) for phrase in current]
    best = sorted((one for one in near if one[0]), key=lambda one: -one[0])[:_MOST]
    return [
        Suggestion(PLACE, number, _quoted(phrase.text, lexicon.formulas), phrase.source, phrase.text in text)
        for number, (_, phrase) in enumerate(best, start=1)
    ]


def _shared(phrase: SetPhrase, asked: set[str]) -> float:
    """How much of a phrase's subject is asked for, from 0 to 1."""
    words = _words(phrase.text, 2) | _words(phrase.text, 3)
    return len(words & asked) / max(len(words), 1)


def _words(text: str, length: int) -> set[str]:
    """Every run of so many Chinese characters."""
    runs = (text[at : at + length] for at in range(len(text) - length + 1))
    return {run for run in runs if all("一" <= character <= "鿿" for character in run)}


def _quoted(text: str, formulas: Iterable[str]) -> str:
    """The phrase with the quotation marks that set formulas are printed in; lists hold it without."""
    for name in formulas:
        if name[0] in "一二两三四五六七八九十" and name != text:
            text = text.replace(name, f"“{name}”")
    return text
