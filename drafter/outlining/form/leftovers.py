"""What copying from web pages and shared files leaves in a text, and no draft wants."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.copying import copied, furniture
from drafter.model.source import Dropped, Line, Source
from drafter.outlining.form import pasted
from drafter.problems import Problem, Severity
from drafter.residue import INVISIBLE

_HASHES = re.compile(r"#{1,6}(?=[^#\d])|>+ (?=[\u4e00-\u9fff“《])")
_BOLD = re.compile(
    r"(?<![\u4e00-\u9fff\w*])\*\*(?P<bold>[^*]+(?:(?<=[^*]{4}[。：:！？])\*\*|(?<=[^*]{2})\*\*(?![\u4e00-\u9fff\w*])))"
)
"""Words set bold in Markdown. What two stars in a word hide (张**同志, **县**乡) stays hidden."""


def set_aside(source: Source, part: int = 1) -> Source:
    """The source without such lines, and without characters that nobody sees; each is reported.

    Of several texts in one paste the one of this number is kept; the others are told.

    Raises:
        InputProblem: there are not so many.

    """
    source, listed = _without_contents(_without_hidden(source))
    source = pasted.one_of(source, part, listed)
    dropped = list(source.dropped)
    problems = list(source.problems)
    page = copied.read([None if line.rows else line.text for line in source.lines])
    kept: list[Line] = []
    for at, line in enumerate(source.lines):
        if at in page.lines:
            dropped.append(Dropped(line.number, line.text, page.lines[at]))
            continue
        for graft in reversed(page.grafts.get(at, ())):
            said = line.text[graft.start : graft.end].strip()
            dropped.append(Dropped(line.number, said, graft.kind))
            text = line.text[: graft.start] + graft.instead + line.text[graft.end :]
            line = replace(line, text=text.strip(), lead=0)
        if at == page.title:
            line = pasted.undressed(line, dropped)
        if line.rows or (line := _cleaned(line, dropped)).text:
            kept.append(line)
    kept = pasted.numbered(pasted.without_repeats(kept, dropped))
    if page.is_cut_off:
        message = "这是试读的一段，后面没有了"
        problems.append(Problem("cut-off", message, severity=Severity.WARNING, hint="找到全文再导入"))
    return replace(source, lines=tuple(kept), dropped=tuple(dropped), problems=tuple(problems))


def count_texts(source: Source) -> int:
    """How many texts stand in one paste."""
    source, listed = _without_contents(_without_hidden(source))
    return len(pasted.parted(source.lines, listed))


def _without_hidden(source: Source) -> Source:
    """The source without characters that nobody sees."""
    dropped = list(source.dropped)
    kept: list[Line] = []
    for line in source.lines:
        hidden = "".join(INVISIBLE.findall(line.text))
        if hidden:
            dropped.append(Dropped(line.number, hidden, f"看不见的字符 {len(hidden)} 个"))
            line = replace(line, text=INVISIBLE.sub("", line.text))
        if line.text or line.rows:
            kept.append(line)
    return replace(source, lines=tuple(kept), dropped=tuple(dropped))


def _without_contents(source: Source) -> tuple[Source, list[str]]:
    """The source without a typed table of contents, and what that lists."""
    listed = set(furniture.contents([None if line.rows else line.text for line in source.lines]))
    taken = [line for at, line in enumerate(source.lines) if at in listed]
    if not taken:
        return source, []
    kept = tuple(line for at, line in enumerate(source.lines) if at not in listed)
    gone = (Dropped(line.number, line.text, furniture.CONTENTS, "contents") for line in taken)
    return replace(source, lines=kept, dropped=(*source.dropped, *gone)), [line.text for line in taken]


def _cleaned(line: Line, dropped: list[Dropped]) -> Line:
    """A line without marks of Markdown, and without a stop that nobody meant."""
    hashes = _HASHES.match(line.text)
    if hashes:
        dropped.append(Dropped(line.number, hashes[0], "行首的 # 或 > 号（Markdown 记号）"))
        line = replace(line, text=line.text[hashes.end() :].lstrip())
    stars = len(_BOLD.findall(line.text))
    if stars:
        dropped.append(Dropped(line.number, "****" * stars, "加粗用的 ** 号（Markdown 记号）"))
        line = replace(line, text=_BOLD.sub(lambda match: match["bold"][:-2], line.text), lead=0)
    return pasted.without_odd_stop(line, dropped)
