"""What a Markdown file from elsewhere says of itself before its text: lines 键: 值 between two rows of dashes."""

from __future__ import annotations

from drafter.patterns import pattern
from drafter.problems import Place, Problem, Severity

_BEGINS, _ENDS = "---", ("---", "...")
_MOST = 60
"""Lines that such a head has at most."""

_FIELD = pattern(r"\s*([\w\u4e00-\u9fff][\w\u4e00-\u9fff \-]{0,29}?)\s*[:：]\s*(.*?)\s*")
_TITLE = frozenset({"标题", "title", "题目"})
_MARK = pattern(r"密\s*级|secrecy|classification", 2)  # re.IGNORECASE
_HEADING = pattern(r"#\s")


def read(text: str, source: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with its own lines where they were: of the head only title and mark of secrecy stay, the rest is told."""
    lines = text.split("\n")
    if lines[0].rstrip() != _BEGINS:
        return text, ()
    end = next((at for at, line in enumerate(lines[1:_MOST], 1) if line.rstrip() in _ENDS), 0)
    fields = [_FIELD.fullmatch(line) for line in lines[1:end]]
    if not end or not any(fields):
        return text, ()
    has_title = any(_HEADING.match(line) for line in lines[end + 1 :])
    left = []
    for at, field in enumerate(fields, 1):
        said = ""
        key, value = (field[1], field[2].strip("\"'")) if field else ("", "")
        if _MARK.search(key):
            said = f"密级：{value}" if value else ""
        elif key.lower() in _TITLE and value and not has_title:
            said = f"# {value}"
        elif lines[at].strip():
            left.append(key or lines[at].strip()[:10])
        lines[at] = said
    lines[0] = lines[end] = ""
    named = "、".join(left[:8]) + ("等" if len(left) > 8 else "")
    hint = "要印的写进正文，或改写成大纲里的键"
    message = f"文件开头 --- 之间的几行不排：{named}"
    told = (Problem("front-matter", message, Place(source, 1), Severity.INFO, hint),) if left else ()
    return "\n".join(lines), told
