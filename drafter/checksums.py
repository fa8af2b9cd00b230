"""By what a file is known to be the one that was given out: its SHA-256, and its SM3 (GB/T 32905—2016)."""

from __future__ import annotations

import hashlib
import struct

from drafter.records import Record

_START = (
    0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E,
)  # fmt: skip
"""The first value of the eight words (4.1)."""

_WORD = 0xFFFFFFFF
_BLOCK = 64


class Checksums(Record):
    """Both digests of a file's bytes, in small hexadecimal."""

    sha256: str
    sm3: str


def checksums(data: bytes) -> Checksums:
    """Both digests of the bytes. OpenSSL's SM3 is taken where Python has it, which is a hundred times quicker."""
    try:
        sm3 = hashlib.new("sm3", data).hexdigest()
    except ValueError:  # an OpenSSL that was made without it
        sm3 = sm3_digest(data)
    return Checksums(hashlib.sha256(data).hexdigest(), sm3)


def sm3_digest(data: bytes) -> str:
    """The SM3 of the bytes, in small hexadecimal (GB/T 32905—2016 clause 5)."""
    zeros = -(len(data) + 9) % _BLOCK
    padded = data + b"\x80" + bytes(zeros) + struct.pack(">Q", len(data) * 8)
    words: tuple[int, ...] = _START
    for start in range(0, len(padded), _BLOCK):
        words = _compressed(words, padded[start : start + _BLOCK])
    return "".join(f"{word:08x}" for word in words)


def _compressed(words: tuple[int, ...], block: bytes) -> tuple[int, ...]:
    """The eight words after a block (5.3.3)."""
    said = _expanded(block)
    a, b, c, d, e, f, g, h = words
    for j in range(64):
        constant = 0x79CC4519 if j < 16 else 0x7A879D8A
        turned = _turned(a, 12)
        first = _turned((turned + e + _turned(constant, j % 32)) & _WORD, 7)
        second = first ^ turned
        mixed = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
        chosen = e ^ f ^ g if j < 16 else (e & f) | (~e & g)
        left = (mixed + d + second + (said[j] ^ said[j + 4])) & _WORD
        right = (chosen + h + first + said[j]) & _WORD
        a, b, c, d = left, a, _turned(b, 9), c
        e, f, g, h = right ^ _turned(right, 9) ^ _turned(right, 17), e, _turned(f, 19), g
    return tuple(old ^ new for old, new in zip(words, (a, b, c, d, e, f, g, h), strict=True))


def _expanded(block: bytes) -> list[int]:
    """The block's sixteen words, and the fifty-two that follow from them (5.3.2)."""
    said = list(struct.unpack(">16I", block))
    for j in range(16, 68):
        mixed = said[j - 16] ^ said[j - 9] ^ _turned(said[j - 3], 15)
        mixed ^= _turned(mixed, 15) ^ _turned(mixed, 23)
        said.append(mixed ^ _turned(said[j - 13], 7) ^ said[j - 6])
    return said


def _turned(word: int, by: int) -> int:
    """The word with its bits turned to the left."""
    return ((word << by) | (word >> (32 - by))) & _WORD if by else word
