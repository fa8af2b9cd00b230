"""Where a signature and its date stand when no seal is put on them."""

from __future__ import annotations

_SIGNATURE_RIGHT = 2.0
_SHIFT = 2.0
"""The date's first character stands two characters to the right of the signature's."""


def right_indents(signature: float, date: float) -> tuple[float, float]:
    """The right indents of signature and date, in characters, from their widths.

    GB/T 9704—2012 7.3.5.2: the signature leaves two characters to its right and the date
    begins two characters further right; where the date is the longer, it is the date that
    leaves two, and the signature moves left with it.
    """
    date_right = _SIGNATURE_RIGHT + signature - _SHIFT - date
    if date_right >= 0:
        return _SIGNATURE_RIGHT, date_right
    return _SIGNATURE_RIGHT + date + _SHIFT - signature, _SIGNATURE_RIGHT
