"""What Word shows of a file's runs, one of two texts where changes were tracked.

python-docx's `.text` loses tracked insertions, content controls, text boxes and smart tags,
so the runs are walked here (ECMA-376 17.3, 17.13.5, 17.16).
"""

from __future__ import annotations

from typing import Any

from drafter.readers import characters
from drafter.readers.word.package import Package
from drafter.readers.yaml.paragraphs import joined
from drafter.wordml import DOCUMENT, W

ACCEPTED, ORIGINAL = "accepted", "original"
"""Which of two texts a tracked change stands for."""

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""A copy of what follows that Word keeps for older programs."""

_REMOVED = {
    ACCEPTED: frozenset({f"{W}del", f"{W}moveFrom"}),
    ORIGINAL: frozenset({f"{W}ins", f"{W}moveTo"}),
}
_NEVER = frozenset({f"{W}rt", FALLBACK, f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{W}txbxContent"})
_SHOWN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SYMBOLS = {
    "FE": "☑",
    "FD": "☒",
    "A8": "□",
    "6F": "□",
    "A3": "□",
    "52": "☑",
    "FC": "√",
    "FB": "×",
    "6C": "●",
    "6E": "■",
    "D8": "➢",
    "76": "❖",
}
"""The symbols that forms and lists take from Wingdings, by the end of their private code."""


class RunReader:
    """Reads the runs of one file; hidden text is set aside in `hidden`."""

    def __init__(self, package: Package, revisions: str = ACCEPTED) -> None:
        self.hidden: list[str] = []
        self.skipped = _REMOVED[revisions] | _NEVER
        """Elements that show nothing: what the other text has, and what is none."""

        self._deleted = f"{W}delText" if revisions == ORIGINAL else ""
        self._hides = b"vanish" in package.parts[DOCUMENT]

    def text(self, element: Any) -> str:
        """What Word shows of an element, in order."""
        pieces: list[str] = []
        pending = list(reversed(element))
        while pending:
            child = pending.pop()
            if child.tag in self.skipped:
                continue
            if child.tag in (f"{W}t", _FORMULA_TEXT, self._deleted):
                pieces.append(child.text or "")
            elif child.tag in _SHOWN:
                pieces.append(_SHOWN[child.tag])
            elif child.tag == f"{W}sym":
                pieces.append(_symbol(child))
            elif self._hides and child.tag == f"{W}r" and child.find(f"{W}rPr/{W}vanish") is not None:
                self.hidden.append("".join(child.itertext(f"{W}t")))
            else:
                pending.extend(reversed(child))
        return "".join(pieces)

    def whole(self, element: Any) -> str:
        """All that an element says, its paragraphs joined."""
        return "".join(tidy(self.text(paragraph)) for paragraph in element.iter(f"{W}p"))


def tidy(text: str) -> str:
    """The text on one line, without characters that no page can hold."""
    return " ".join(joined(characters.usable(text)).split())


def _symbol(element: Any) -> str:
    """The character of a `w:sym`, as near as Unicode has it: a box ticked or empty, a mark of a list."""
    return _SYMBOLS.get(element.get(f"{W}char", "").upper()[-2:], "□")
