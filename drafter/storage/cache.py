"""What was prepared once and is kept between runs, by the digest of what it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from drafter.problems import OutputProblem
from drafter.storage import files

_DIGEST = 32


class Cache:
    """A folder of prepared files. Losing it costs time, never more."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The bytes kept under the key, made and kept where there are none or broken ones.

        The file begins with the digest of the rest, so that a torn one is made again.
        """
        path = self._folder / hashlib.sha256(key.encode("utf-8")).hexdigest()[:24]
        try:
            kept = path.read_bytes()
        except OSError:
            kept = b""
        data = kept[_DIGEST:]
        if data and kept[:_DIGEST] == hashlib.sha256(data).digest():
            return data
        data = make()
        try:
            files.replace(path, hashlib.sha256(data).digest() + data)
        except OutputProblem:
            return data  # a closed or full folder: prepared anew next time
        return data
