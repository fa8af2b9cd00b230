"""A fence where there are no processes: in a worker of the browser, which the page ends when it works too long."""

from __future__ import annotations

import importlib
from collections.abc import Callable


class Tab:
    """The `inside` of a module, asked in this very process.

    The page is told when such work begins and when it ends, and ends the worker, and with it whatever it was asked,
    once `seconds` have gone by in between.
    """

    def __init__(self, module: str, seconds: float) -> None:
        self._module = module
        self._seconds = seconds
        self._answer: Callable[[bytes], bytes] | None = None

    def ask(self, request: bytes, _: float) -> bytes:
        """The answer to a request."""
        if self._answer is None:
            self._answer = importlib.import_module(self._module).inside()
        fence = importlib.import_module(
            "drafter_host"
        ).fence  # the worker's; there is none but in the browser
        fence(self._seconds)
        try:
            return self._answer(request)
        finally:
            fence(0)
