"""Characters that stand above or below the line (17.3.2.42): 10 and a raised 8 is no hundred and eight."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from drafter.readers.word.styles import Styles
from drafter.wordml import W

_ABOVE = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_BELOW = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_FAR = 6
"""Half points by which characters are moved, from which they stand above or below their line."""

_TABLES: Mapping[str, tuple[str, dict[int, int]]] = {
    "superscript": ("上标", _ABOVE),
    "subscript": ("下标", _BELOW),
    "moved up": ("", _ABOVE),  # words are moved for many a reason
    "moved down": ("", _BELOW),
}


def written(run: Element | None, text: str, styles: Styles) -> str:
    """The characters of a run as they are written without a look: those that Unicode has raised or lowered, so."""
    _, table = _TABLES.get(_place(run, styles), ("", None))
    return text.translate(table) if table and _has_all(text, table) else text


def lost(run: Element, text: str, styles: Styles) -> str:
    """What is lost of a run that stands above or below the line, "" where nothing is."""
    name, table = _TABLES.get(_place(run, styles), ("", None))
    return f"{name}“{text}”" if name and table and text.strip() and not _has_all(text, table) else ""


def _has_all(text: str, table: Mapping[int, int]) -> bool:
    return all(char.isspace() or ord(char) in table for char in text)


def _moved(said: str) -> str:
    """Where a run stands that was moved by hand (17.3.2.24); a little is how types are set level."""
    points = said.removesuffix("pt")  # as strict files say it
    size = int(points) if points.removeprefix("-").isdecimal() and len(points) < 6 else 0
    half_points = size * (2 if points != said else 1)
    if abs(half_points) < _FAR:
        return ""
    return "moved up" if half_points > 0 else "moved down"


def _place(run: Element | None, styles: Styles) -> str:
    """Where a run stands by its own look, else by the style that it names."""
    look = run.find(f"{W}rPr") if run is not None else None
    if look is None:
        return ""
    moved = look.find(f"{W}position")
    if moved is not None and (place := _moved(moved.get(f"{W}val", ""))):
        return place
    own = look.find(f"{W}vertAlign")
    named = look.find(f"{W}rStyle")
    if own is None and named is not None:
        said = (style.find(f"{W}rPr/{W}vertAlign") for style in styles.chain(named.get(f"{W}val", "")))
        own = next((one for one in said if one is not None), None)
    return own.get(f"{W}val", "") if own is not None else ""
