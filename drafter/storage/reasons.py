"""What the disk said, in words for a person."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENAMETOOLONG: "文件名太长：系统最多 255 个字节，约 85 个汉字",
    errno.ELOOP: "链接绕成了圈",
    errno.EINVAL: "文件名里有不能用的字符",
}
_LONGEST_SHOWN = 100


def reason(error: Exception) -> str:
    """What the disk said, in words for a person."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0, "") or error.strerror or type(error).__name__
    return "链接绕成了圈" if isinstance(error, RuntimeError) else "文件名里有不能用的字符"


def shortened(name: str) -> str:
    """A name as a message shows it: the middle of one that nobody would read to its end left out."""
    half = _LONGEST_SHOWN // 2
    return name if len(name) <= _LONGEST_SHOWN else f"{name[:half]}…{name[-half:]}"
