"""What somebody did by hand to a paragraph of a Word file, taken out: blanks for indents, empty lines, runs in pieces."""

from __future__ import annotations

from typing import Any

from lxml import etree

from drafter.wordml import W

_SAYS = frozenset(
    W + name
    for name in (
        "r",
        "hyperlink",
        "fldSimple",
        "sdt",
        "ins",
        "del",
        "smartTag",
        "moveFrom",
        "moveTo",
        "object",
        "pict",
    )
)
_BLANK = " \t\u3000\xa0"


def join(paragraph: Any) -> None:
    """Makes one run of those side by side that hold text alone and look the same now: where lines may break, and how wide
    they are set, is not to hang on who typed what when.
    """
    last, look = None, b""
    for run in list(paragraph):
        properties = run.find(f"{W}rPr") if run.tag == f"{W}r" else None
        if properties is not None and not len(properties):
            run.remove(properties)
            properties = None
        if run.tag != f"{W}r" or any(node.tag not in (f"{W}rPr", f"{W}t") for node in run):
            last = None
            continue
        own = b"" if properties is None else etree.tostring(properties, method="c14n")
        if last is None or own != look:
            last, look = run, own
            continue
        said = "".join(node.text or "" for one in (last, run) for node in one.iter(f"{W}t"))
        texts = list(last.iter(f"{W}t"))
        if texts:
            say(last, said)
        else:
            last.extend(run.findall(f"{W}t"))
        paragraph.remove(run)


def say(run: Any, text: str) -> None:
    """The text in a run that holds text alone."""
    first, *others = [node for node in run if node.tag == f"{W}t"]
    for node in others:
        run.remove(node)
    first.text = text
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def unindent(paragraph: Any) -> None:
    """Takes away the blanks that somebody indented a paragraph with."""
    for run in [one for one in paragraph if one.tag == f"{W}r"]:
        for node in list(run):
            if node.tag == f"{W}tab":
                run.remove(node)
            elif node.tag == f"{W}t":
                node.text = (node.text or "").lstrip(_BLANK)
                if node.text:
                    return
            elif node.tag != f"{W}rPr":
                return


def _is_something(inside: Any) -> bool:
    """Whether what a run holds shows: neither its look nor blanks."""
    if inside.tag == f"{W}t":
        return bool((inside.text or "").strip())
    return bool(inside.tag != f"{W}rPr")


def drop(paragraph: Any) -> None:
    """Takes away an empty paragraph that only makes room; one that holds something, or parts two tables, stays."""
    holds = any(one.tag in _SAYS and any(map(_is_something, one)) for one in paragraph)
    section = paragraph.find(f"{W}pPr/{W}sectPr") is not None
    marks = any(one.tag not in (f"{W}pPr", f"{W}r", f"{W}proofErr") for one in paragraph)
    before, after = paragraph.getprevious(), paragraph.getnext()
    in_cell = paragraph.getparent().tag == f"{W}tc"
    parts = any(one is not None and one.tag == f"{W}tbl" for one in (before, after))
    alone = before is None and (after is None or after.tag == f"{W}sectPr")
    if not (holds or marks or in_cell or section or parts or alone):
        paragraph.getparent().remove(paragraph)
