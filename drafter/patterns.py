"""Regular expressions that are compiled when they are first used.

The modules of one run hold two hundred, and a short run matches with a third of them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; each method is taken from it once."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __reduce__(self) -> tuple[Any, ...]:
        return pattern, (self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # what copying and the like ask for
        method = getattr(self._compiled, name)
        setattr(self, name, method)
        return method


def pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, to be called (search, match, sub …), not to be handed to `re` itself.

    One that is wrong is told as it is first used: `tests/test_patterns.py` compiles all.
    """
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
