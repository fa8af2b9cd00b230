"""What changed between two papers as one page, the old beside the new, nothing fetched from outside."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from drafter.redline.changes import Difference

_STYLE = """
body { font: 16px/1.7 FangSong, "Noto Serif CJK SC", serif; margin: 2em auto; max-width: 72em; padding: 0 1em; color: #1d2329 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border: 1px solid #ccd2d8; padding: .4em .8em; vertical-align: top; text-align: left; white-space: pre-wrap }
th.n { width: 4em } del { background: #fde3e1 } ins { background: #dff3e4; text-decoration: none }
@media (prefers-color-scheme: dark) { body { background: #16191c; color: #e6e9ec } th, td { border-color: #3a4149 }
del { background: #5b2622 } ins { background: #1d4a2a } }
"""


def write(found: Iterable[Difference], old: str, new: str) -> str:
    """The page; `old` and `new` name the two papers."""
    rows = "\n".join(map(_row, found)) or '<tr><td colspan="3">没有不同</td></tr>'
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>两稿对比</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>两稿对比</h1>\n<table>\n"
        f'<tr><th class="n">段</th><th>{escape(old)}</th><th>{escape(new)}</th></tr>\n{rows}\n'
        "</table>\n</body>\n</html>\n"
    )


def _row(one: Difference) -> str:
    before, after, at = "", "", 0
    for change in one.changes:
        same = escape(one.new[at : change.start])
        before += same + (f"<del>{escape(change.old)}</del>" if change.old else "")
        said = escape(one.new[change.start : change.end])
        after += same + (f"<ins>{said}</ins>" if said else "")
        at = change.end
    rest = escape(one.new[at:])
    return f'<tr><td class="n">{one.paragraph}</td><td>{before}{rest}</td><td>{after}{rest}</td></tr>'
