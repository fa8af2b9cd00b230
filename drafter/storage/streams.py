"""The three streams that a program is born with."""

from __future__ import annotations

import os


def hold_numbers() -> None:
    """Opens those that are closed upon nothing, so that no file of ours takes their number and is written into."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
