"""Where the wordings of a list stand in a draft, with their gaps and their exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.checks.draft import Draft
from drafter.checks.rule import Finding, cited
from drafter.checks.text.days import is_of_days
from drafter.checks.text.phrases import is_in_title
from drafter.model.lexicon import ANYWHERE, Context, Wording
from drafter.patterns import pattern
from drafter.problems import Severity

GAP = "……"
"""Stands in a wording for some characters of one sentence."""

_SIGHT = 12
"""Characters beside a wording that its context may name."""

_OPENS = pattern(r"[\s“]*(?:[^，。！？；\n]{1,8}[年月来期后]，)?")
"""What may stand before a wording that opens its sentence: a time, which is no subject."""


def find_wordings(draft: Draft, wordings: Mapping[str, Wording]) -> Iterator[tuple[int, int, str, Wording]]:
    """Start, end, words and entry of each wording in the draft, the longest where several begin."""
    plain = [word for word in wordings if GAP not in word]
    taken = -1
    for at, word in sorted(draft.find_words(plain), key=lambda found: (found[0], -len(found[1]))):
        wording = wordings[word]
        if at < taken or _is_longer(draft.text, at, word, wording):
            continue
        if not is_of_days(draft.date, wording.begin, wording.end):
            continue
        if _stands_so(draft, at, at + len(word), wording.context):
            taken = at + len(word)
            yield at, taken, word, wording
    for word, wording in wordings.items():
        first, gap, last = word.partition(GAP)
        if not gap or (len(first) > 1 and first[:2] not in draft.pairs):
            continue
        both = re.compile(rf"{re.escape(first)}[^。！？；\n]{{1,{wording.gap}}}?{re.escape(last)}")
        for match in both.finditer(draft.text):
            if not _is_right(draft, match, first, last, wording):
                yield match.start(), match.end(), match[0], wording


def find_red(draft: Draft, wordings: Mapping[str, Wording], said: str) -> Iterator[Finding]:
    """A finding for each wording that a draft of its days says, but not in a title in 《》, nor after 所谓."""
    for start, end, word, wording in find_wordings(draft, wordings):
        if draft.text.endswith(("所谓", "所谓“"), 0, start) or is_in_title(draft, start):
            continue
        hint = f"应是“{wording.right}”" + (f"（{wording.why}）" if wording.why else "")
        hint = cited(hint if wording.right else wording.why, wording.source)
        severity = wording.severity
        if wording.begin[0] and not draft.year and severity is Severity.ERROR:
            severity = Severity.WARNING  # it was right once, and perhaps the text is of that time
        fix = wording.right if wording.right and severity is Severity.ERROR else None
        yield Finding(start, end, f"{said}：{word}", hint, fix, severity)


def _stands_so(draft: Draft, start: int, end: int, context: Context) -> bool:
    """Whether what stands around a wording is what makes it wrong."""
    if context is ANYWHERE:
        return True
    text = draft.text
    before, after = text[max(start - _SIGHT, 0) : start], text[end : end + _SIGHT]
    if context.before and not before.endswith(context.before):
        return False
    if context.after and not after.startswith(context.after):
        return False
    if before.endswith(context.not_before) or after.startswith(context.not_after):
        return False
    if not context.beside and not context.not_beside:
        return True
    first, last = draft.sentence(start)
    sentence = text[first:start] + "\n" + text[end:last]
    beside = not context.beside or any(word in sentence for word in context.beside)
    return beside and not any(word in sentence for word in context.not_beside)


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
