"""What readers and writers of Word files both call by name (ECMA-376 part 1), and how both walk a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
"""Stands before an element's name, as lxml writes it."""

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
"""The parts that every Word file has."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NOT_SHOWN = frozenset(
    {
        f"{W}del", f"{W}moveFrom", f"{W}rt", f"{_MC}Fallback", f"{W}instrText", f"{W}pPr", f"{W}rPr",
        f"{W}txbxContent",
    }
)  # fmt: skip
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\u2028", f"{W}cr": "\u2028", f"{W}noBreakHyphen": "-"}


def paragraphs(body: Any) -> list[Any]:
    """Every paragraph of a body in order, those of tables and text boxes included; a copy that Word
    keeps for older programs is none.
    """
    found = list(body.iter(f"{W}p"))
    if next(body.iter(f"{_MC}Fallback"), None) is None and next(body.iter(f"{W}del"), None) is None:
        return found
    hidden = {f"{_MC}Fallback", f"{W}del", f"{W}moveFrom"}
    return [one for one in found if not any(above.tag in hidden for above in one.iterancestors())]


def shown(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """The elements of a paragraph that print, changes accepted, each with its characters.

    A line end within it is U+2028. What stands in a text box is another paragraph's.
    """
    pending = list(reversed(paragraph))
    while pending:
        child = pending.pop()
        if child.tag in _NOT_SHOWN:
            continue
        if child.tag == f"{W}t":
            yield child, child.text or ""
        elif child.tag in _SIGNS:
            yield child, _SIGNS[child.tag]
        else:
            pending.extend(reversed(child))
