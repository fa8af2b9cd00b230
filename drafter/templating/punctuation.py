"""The marks between points: never missing, never doubled."""

from __future__ import annotations

from drafter import shield
from drafter.model.inlines import picture_of
from drafter.model.words import cut, phrase, trimmed

_CLOSING = "”’）》」』〉】)"
_END = "。！？；：…，、.!?;:," + shield.shield(":")
_FULL_STOPS = "。！？"


def has_end_mark(text: str) -> bool:
    """Whether the text ends in a mark of its own, be it inside a closing quote."""
    text = cut(text, 0, _before_pictures(text))
    bare = text.rstrip(_CLOSING + shield.ADDED_CLOSE)
    return bool(bare) and (bare[-1] in _END or text[-1] in _END)


def ended(text: str, mark: str = "。") -> str:
    """The text with an end mark: its own, else `mark`."""
    if not text or has_end_mark(text):
        return text
    end = _before_pictures(text)
    return phrase(cut(text, 0, end), mark if end else "", cut(text, end))


def _before_pictures(text: str) -> int:
    """Where the words of a text end: pictures behind them stand on lines of their own."""
    end = len(text)
    while text.endswith("}}", 0, end) and picture_of(text[text.rfind("{{", 0, end) : end]):
        end = text.rfind("{{", 0, end)
    return end


def run(pieces: list[str]) -> str:
    """Inline points as one run of text.

    Where none of them holds a full stop, “；” stands between and “。” after the last; else
    each ends in “。”. A mark that a piece brings itself is kept.
    """
    if any(stop in piece for piece in pieces for stop in _FULL_STOPS):
        return phrase(*map(ended, pieces))
    return phrase(*(ended(piece, "；") for piece in pieces[:-1]), *map(ended, pieces[-1:]))


def opening_sentence(text: str) -> str:
    """The first sentence of the text without its end mark; brackets are not torn apart."""
    depth = 0
    for index, char in enumerate(text):
        depth += (char in "（([【《“") - (char in "）)]】》”")
        if depth <= 0 and (char in _FULL_STOPS or char == "；"):
            return cut(text, 0, index)
    return cut(text, 0, len(text.rstrip("，：")))


def first_sentence(text: str, longest: int) -> tuple[str, str]:
    """The first sentence and the rest, where there is a rest and the sentence is short.

    `longest` counts characters without the end mark. Otherwise "" and the whole text.
    """
    for index, char in enumerate(text[: longest + 1]):
        if char in _FULL_STOPS:
            end = index + 1
            while end < len(text) and text[end] in _CLOSING:
                end += 1
            rest = trimmed(cut(text, end))
            return (cut(text, 0, end), rest) if rest and index else ("", text)
    return "", text
