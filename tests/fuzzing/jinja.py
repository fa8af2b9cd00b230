"""Templates changed tag by tag: expressions, and whole stretches between tags."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from tests.fuzzing import lines
from tests.fuzzing.oddities import odd, often

_TAG = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
_NAME = re.compile(r"[\w一-鿿]+(?:\.[\w一-鿿]+)*")
_FILTERS = (
    "length", "first", "last", "join('、')", "upper", "list", "string", "int", "sum", "sort", "reverse", "trim", "title", "tojson",
    "batch(3)", "default('无')", "replace('一', '二')", "wordwrap(3)", "indent(99)", "map(attribute='x')", "xmlattr", "center(999)", "added",
)  # fmt: skip
_CONSTANTS = (
    "0", "1", "-1", "10**9", "'字'", "'字' * 99999", "[]", "{}", "none", "range(9)", "条数", "item", "true",
)  # fmt: skip
_OPERATORS = ("+", "-", "*", "/", "//", "%", "**", "~", "and", "or", "==", "<", "in", "is")


def mutated(rng: random.Random, text: str, others: Sequence[str]) -> str:
    """The template with a few expressions changed, or stretches of it dropped, doubled, swapped or wrapped in tags."""
    if rng.random() < lines.LOOSE:
        return lines.scrambled(rng, text, others)
    head, mark, body = text.rpartition("\n---\n") if "\n---\n" in text else ("", "", text)
    pieces = _TAG.split(body)
    names = sorted(set(_NAME.findall(" ".join(pieces[1::2]))))
    for _ in range(rng.choice((1, 1, 2, 3))):
        at = rng.randrange(len(pieces))
        if at % 2 and pieces[at].startswith("{{"):
            pieces[at] = _printing(rng, names)
        elif at % 2:
            continue  # a tag of a block: alone it may not change
        else:
            pieces[at] = _changed(rng, pieces[at], rng.choice(pieces[::2]), names)
    return (head + mark + "".join(pieces))[: lines.LARGEST]


def _changed(rng: random.Random, words: str, others: str, names: Sequence[str]) -> str:
    """Words between two tags, and what may be made of them."""
    how = rng.randrange(8)
    if how == 0:
        return words * often(rng)
    if how == 1:
        return others
    if how == 2:
        return words + odd(rng).replace("{%", "").replace("{{", "")
    if how == 3:
        return f"{{% if {_expression(rng, names)} %}}{words}{{% else %}}{others}{{% endif %}}"
    if how == 4:
        return f"{{% for x in {_expression(rng, names)} %}}{words}{_printing(rng, [*names, 'x', 'loop.index'])}{{% endfor %}}"
    if how == 5:
        return f"{{% for x in range({rng.choice((1, 3, 50, 10**6))}) %}}{words}{{% endfor %}}"
    if how == 6:
        return f"{{% set x = {_expression(rng, names)} %}}{words}"
    depth = rng.choice((1, 5, 90))
    return "{% if 1 %}" * depth + words + _printing(rng, names) + "{% endif %}" * depth


def _printing(rng: random.Random, names: Sequence[str]) -> str:
    return f"{{{{ {_expression(rng, names)} }}}}"


def _expression(rng: random.Random, names: Sequence[str], depth: int = 0) -> str:
    """Names of the template, constants, filters and operators, a few levels of them."""
    how = rng.randrange(8 if depth < 3 else 3)
    if how <= 1 and names:
        return rng.choice(names)
    if how <= 2:
        return rng.choice(_CONSTANTS)
    inner = _expression(rng, names, depth + 1)
    if how == 3:
        return f"({inner} {rng.choice(_OPERATORS)} {_expression(rng, names, depth + 1)})"
    if how == 4:
        return f"({inner})[{_expression(rng, names, depth + 1)}]"
    if how == 5:
        return f"{rng.choice(names or ['range'])}({inner})"
    return f"({inner})|{rng.choice(_FILTERS)}"
