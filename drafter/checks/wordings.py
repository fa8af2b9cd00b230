"""Where the wordings of a list stand in a draft, with their gaps and their exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.checks.draft import Draft
from drafter.model.lexicon import Wording

GAP = "……"
"""Stands in a wording for some characters of one sentence."""

_OPENS = re.compile(r"[\s“]*(?:[^，。！？；\n]{1,8}[年月来期后]，)?")
"""What may stand before a wording that opens its sentence: a time, which is no subject."""


def find_wordings(draft: Draft, wordings: Mapping[str, Wording]) -> Iterator[tuple[int, int, str, Wording]]:
    """Start, end, words and entry of each wording in the draft, the longest where several begin."""
    plain = [word for word in wordings if GAP not in word]
    taken = -1
    for at, word in sorted(draft.find_words(plain), key=lambda found: (found[0], -len(found[1]))):
        if at >= taken and not _is_longer(draft.text, at, word, wordings[word]):
            taken = at + len(word)
            yield at, taken, word, wordings[word]
    for word, wording in wordings.items():
        first, gap, last = word.partition(GAP)
        if not gap or (len(first) > 1 and first[:2] not in draft.pairs):
            continue
        pattern = re.compile(rf"{re.escape(first)}[^。！？；\n]{{1,{wording.gap}}}?{re.escape(last)}")
        for match in pattern.finditer(draft.text):
            if not _is_right(draft, match, first, last, wording):
                yield match.start(), match.end(), match[0], wording


def _is_right(draft: Draft, match: re.Match[str], first: str, last: str, wording: Wording) -> bool:
    """Whether a wording with a gap is right here: its first or last word is a piece of a longer one
    (使用), or something stands before it that only its opening the sentence would lack.
    """
    text = draft.text
    if any(longer in match[0] for longer in wording.unless):
        return True
    if _is_longer(text, match.start(), first, wording) or _goes_on(text, match.end(), last, wording):
        return True
    before = text[draft.sentence(match.start())[0] : match.start()]
    return wording.opens and _OPENS.fullmatch(before) is None


def _goes_on(text: str, end: int, last: str, wording: Wording) -> bool:
    """Whether what the wording ends with is the beginning of a longer word: ，使 of 使用."""
    return any(
        last.endswith(longer[:size]) and text.startswith(longer, end - size)
        for longer in wording.unless
        for size in range(1, len(longer))
    )


def _is_longer(text: str, at: int, word: str, wording: Wording) -> bool:
    """Whether what stands here is one of the longer words in which the wording is right."""
    for longer in wording.unless:
        inside = longer.find(word)
        while inside >= 0:
            if text.startswith(longer, at - inside) and at >= inside:
                return True
            inside = longer.find(word, inside + 1)
    return False
