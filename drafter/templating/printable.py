"""What a template may print: texts and numbers, nothing as Python would show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

NO_TEXT = "这里印的不是文字或数字"
"""What to say of a list, a mapping or a function where a text is wanted."""


def number(value: object) -> str:
    """A value that is no text as it prints.

    Raises:
        TypeError: it is a list or a mapping.

    """
    if isinstance(value, (Mapping, Sequence, Set)):
        raise TypeError(NO_TEXT)
    return str(value)
