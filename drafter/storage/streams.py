"""The three streams that a program is born with."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import BinaryIO


def hold_numbers() -> None:
    """Opens those that are closed upon nothing, so that no file of ours takes their number and is written into."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


@contextlib.contextmanager
def for_a_protocol() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """Standard input and output as bytes, for a protocol alone: what anything else prints from now on, a program that is
    started too, goes to the error output, and who asks for input finds none. Who listened may go: then it is over.
    """
    asked, answered = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    try:
        yield asked, answered
    except BrokenPipeError:
        pass
    finally:
        asked.close()
        with contextlib.suppress(OSError):  # what was left to say
            answered.close()
