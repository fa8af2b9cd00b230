"""What was prepared once and is kept between runs, by the digest of what it was made from."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from drafter.problems import OutputProblem
from drafter.storage import files

_DIGEST = 32


class Cache:
    """A folder of prepared files. Losing it costs time, never more."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> bytes:
        """The bytes kept under the key, b"" where there are none or torn ones.

        The file begins with the digest of the rest, so that a torn one is known.
        """
        try:
            kept = self._path(key).read_bytes()
        except OSError:
            return b""
        data = kept[_DIGEST:]
        return data if kept[:_DIGEST] == hashlib.sha256(data).digest() else b""

    def write(self, key: str, data: bytes) -> None:
        """Keeps the bytes; in a closed or full folder they are prepared anew next time."""
        with contextlib.suppress(OutputProblem, OSError):
            files.keep(self._path(key), hashlib.sha256(data).digest() + data)

    def _path(self, key: str) -> Path:
        return self._folder / hashlib.sha256(key.encode("utf-8")).hexdigest()[:24]
