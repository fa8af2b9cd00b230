"""What templates may do with texts: Jinja's filters, as far as a draft has a use for them, and ours."""

from __future__ import annotations

import functools
from collections.abc import Callable

import jinja2

from drafter.templating import punctuation, sentences
from drafter.templating.printable import NO_TEXT
from drafter.templating.slots import joined, placed, put_together, replaced, trimmed


def before(text: str, run: str) -> str:
    """A lead as it stands before points in its own paragraph: with an end mark, else with a colon."""
    return put_together([text, "：" if run and not punctuation.has_end_mark(text) else ""])


def plain(value: object) -> object:
    """What may be printed: text and numbers. A list or a function would print as Python's."""
    if isinstance(value, (str, int, float, jinja2.Undefined)):
        return value
    raise jinja2.TemplateRuntimeError(NO_TEXT)


class Called:
    """A function of a template: it is called, and prints as nothing of Python's in whatever way it is asked to."""

    def __init__(self, function: Callable[..., object]) -> None:
        self._function = function
        if hasattr(function, "jinja_pass_arg"):
            self.jinja_pass_arg = function.jinja_pass_arg

    def __call__(self, *values: object, **named: object) -> object:
        return self._function(*values, **named)

    def __str__(self) -> str:
        raise jinja2.TemplateRuntimeError(NO_TEXT)

    __repr__ = __str__


def formatted(pattern: object, *values: object, **named: object) -> str:
    """Jinja's `format`, of what may be printed."""
    given = {name: plain(value) for name, value in named.items()} or tuple(map(plain, values))
    return str(plain(pattern)) % given


FILTERS = {
    **sentences.FILTERS,
    "before": before,
    "placed": placed,
    "join": joined,
    "replace": replaced,
    "trim": trimmed,
    "format": formatted,
    "string": lambda value: str(plain(value)),
}
NOT_OURS = (
    "random", "lipsum", "tojson", "pprint", "urlencode", "escape", "e", "forceescape", "safe", "striptags", "urlize", "xmlattr",
)  # fmt: skip
"""What Jinja has and no draft may: chance (the same outline gives the same draft), web pages, and other spellings of
characters, in which a mark of ours would not be known.
"""

OF_TEXT = ("upper", "lower", "title", "capitalize", "center", "indent", "wordwrap", "truncate", "wordcount")
"""Jinja's filters that make a text of whatever they are given."""


def of_text(filter_: Callable[..., object]) -> Callable[..., object]:
    """The filter, of what may be printed alone."""
    at = int(hasattr(filter_, "jinja_pass_arg"))

    @functools.wraps(filter_)
    def checked(*values: object, **named: object) -> object:
        plain(values[at] if len(values) > at else "")
        return filter_(*values, **named)

    return checked
