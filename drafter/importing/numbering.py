"""The marks of an old text's headings: named once for the outline, and left out of the headings."""

from __future__ import annotations

from dataclasses import replace

from drafter import numerals
from drafter.model.outline import Outline, Part, Section
from drafter.outlining.form import marks


def named(outline: Outline) -> Outline:
    """The outline with its headings' marks taken off and named once."""
    headed = [
        item.heading
        for part in outline.parts
        for item in part.items
        if isinstance(item, Section) and item.heading
    ]
    first = next((mark for mark in map(marks.opening, headed) if mark), None)
    if first is None:
        return outline
    numbering = (first.scheme, *_below(outline, first.scheme))
    return replace(
        outline, numbering=numbering, parts=tuple(_stripped(part, numbering) for part in outline.parts)
    )


def _below(outline: Outline, top: str) -> tuple[str, ...]:
    """The scheme of most rows of points under headings, as the second of a numbering."""
    rows = [
        item.marks
        for part in outline.parts
        for item in part.items
        if isinstance(item, Section)
        and item.heading
        and isinstance(item.marks, str)
        and item.marks not in (top, "none")
    ]
    usual = [scheme for scheme in rows if numerals.heading_level(scheme)]
    return (max(sorted(set(usual)), key=usual.count),) if usual else ()


def _stripped(part: Part, numbering: tuple[str, ...]) -> Part:
    """The part with the marks left out that its numbering brings."""
    items = []
    for item in part.items:
        if isinstance(item, Section):
            mark = marks.opening(item.heading) if item.heading else None
            if mark and mark.scheme == numbering[0]:
                item = replace(item, heading=item.heading[len(mark.text) :].strip())
            if item.marks in numbering[1:] and item.heading:
                item = replace(item, marks=None)
        items.append(item)
    return replace(part, items=tuple(items))
