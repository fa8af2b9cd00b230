"""Messages through a pipe: how long each is, then the bytes."""

from __future__ import annotations

import struct
from typing import BinaryIO

_LENGTH = struct.Struct(">Q")


def write(stream: BinaryIO, message: bytes) -> None:
    """Sends a message.

    Raises:
        OSError: nobody is at the other end.

    """
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def read(stream: BinaryIO, most: int = 1 << 30) -> bytes | None:
    """The next message; None where the other end is gone, or says that it is longer than `most` bytes."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length) if length <= most else b""
    return message if len(message) == length else None
