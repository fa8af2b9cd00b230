"""What an EQ field of Word shows (ECMA-376 17.16.5.17 and Word's own manual): readings over characters, numbers in circles,
characters one over another and fractions are kept as code that holds their text. And what a symbol shows, which is kept as
a font and a place in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_IS_ONE = re.compile(r"\s*eq\b", re.IGNORECASE)
_SWITCHES = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')
_TOKEN = re.compile(
    r"\\(?P<name>[a-zA-Z]{1,2})\s*(?P<number>-?\d+)?\s*|(?P<sign>[(),;])|(?P<escaped>\\.)|(?P<text>[^\\(),;]+)"
)
_READING = re.compile(r"[a-zA-Zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü ]+")
_MOST_CIRCLED = 20
_DEEPEST, _LONGEST = 50, 500
_OVER = re.compile(r"\\up\s*-?\d*\s*\((?P<said>[^()]*)\)\s*[,;]\s*(?P<over>[^()\\,;]+)\)")
_WINGDINGS = {
    0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0xA3: "□", 0x52: "☑", 0xFC: "√", 0xFB: "×", 0x6C: "●", 0x6E: "■",
    0xD8: "➢", 0x76: "❖",
}  # fmt: skip
"""The symbols that forms and lists take from Wingdings."""

_SYMBOL = {
    **dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x41)), **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x61)),
    0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB9: "≠", 0xBB: "≈", 0xD7: "·", 0xE5: "∑",
}  # fmt: skip
"""The characters of the font Symbol that texts and formulas take from it."""

_PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the characters of fonts that have an order of their own."""


def reading(instruction: str) -> tuple[str, str]:
    """What a field with this code sets over some characters, and those; "" twice where it sets no reading."""
    is_one = len(instruction) <= _LONGEST and _IS_ONE.match(instruction)
    found = _OVER.search(instruction) if is_one else None
    said = found["said"].strip() if found else ""
    return (said, found["over"].strip()) if found and _READING.fullmatch(said) else ("", "")


def shown(instruction: str) -> str:
    """The characters that a field with this code shows; "" for a field of another kind, or code that is nested absurdly."""
    is_one = _IS_ONE.match(instruction)
    code = _SWITCHES.sub("", instruction[is_one.end() :]) if is_one else ""
    if code.count("(") > _DEEPEST:
        return ""
    return "".join(_row(_TOKEN.finditer(code.strip()), [])[0])


def _row(tokens: Iterator[re.Match[str]], names: list[str]) -> tuple[list[str], bool]:
    """The texts of a row that commas part, up to its bracket; and whether one closed it."""
    said = [""]
    options: list[str] = list(names)
    for token in tokens:
        if token["name"]:
            options.append(token["name"].lower())
        elif token["sign"] == "(":
            inner, _ = _row(tokens, [])
            said[-1] += _set(options, inner)
            options = []
        elif token["sign"] == ")":
            return said, True
        elif token["sign"]:
            said.append("")
            options = []
        else:
            said[-1] += token["escaped"][1:] if token["escaped"] else token["text"].strip()
    return said, False


def _set(options: list[str], texts: list[str]) -> str:
    """How texts in brackets read, behind these options."""
    if "ac" in options and len(texts) > 1:
        return _circled(texts[-1])
    if "f" in options and len(texts) > 1:
        return f"{texts[0]}/{texts[1]}"
    if "o" in options and len(texts) > 1:
        bases = [text for text in texts if not _READING.fullmatch(text)]
        return "".join(bases or texts[-1:])
    return f"√{texts[-1]}" if "r" in options else "".join(texts)


def _circled(text: str) -> str:
    """A number in its circle; other characters without one."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
    return chr(ord("①") + number - 1) if 0 < number <= _MOST_CIRCLED else text


def symbol(font: str, place: str) -> str:
    """The character of a `w:sym` (ECMA-376 17.3.3.30), as near as Unicode has it; □ for one that is not known."""
    try:
        code = int(place, 16)
    except ValueError:
        return "□"
    if code not in _PRIVATE and (0xFF < code < 0xD800 or 0xDFFF < code <= 0x10FFFF):
        return chr(code)
    table = _SYMBOL if font.lower() == "symbol" else _WINGDINGS
    return table.get(code & 0xFF, "□")
