"""What the terminal's messages say of its options, in the words of the page's own fields; folders of our own go unsaid."""

from __future__ import annotations

import os
import re
from pathlib import Path

from drafter.patterns import pattern

_WHOLE = (
    (pattern(r"写 --sheet (.+)"), r"在“工作表”里选“\1”"),
    (pattern(r"，例如 --header (\d+)"), r"：“表头在第几行”里写 \1"),
    (pattern(r"--header (\d+)"), r"“表头在第几行”写 \1"),
    (pattern(r"，或改用 --zip|，或不用 --zip"), ""),
    (pattern(r"，再加 --(?:resume|retry-failed)(?: 接着做)?"), "，再出一次"),
    (pattern(r"'\{\{ (.+?) \}\}(?:\.\w+)?'"), r"「\1」"),
)
"""Where more than the option's name is said otherwise."""

_FIELDS = {
    "--sheet": "“工作表”", "--header": "“表头”", "--name": "“文件名”", "--to": "“格式”", "--merge": "“合成一份 Word”",
    "--zip": "“压缩包”",
}  # fmt: skip
_OPTION = re.compile(rf" ?({'|'.join(_FIELDS)})\b ?")


def spoken(said: str, *folders: Path) -> str:
    """A message as the page has it; paths below the folders are said from there."""
    for folder in folders:
        said = said.replace(f"{folder}{os.sep}", "")
    for found, instead in _WHOLE:
        said = found.sub(instead, said)
    return _OPTION.sub(lambda option: _FIELDS[option[1]], said)
