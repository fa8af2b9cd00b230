"""What copying a page brings above a text and beside it: its title twice, a table of contents, several texts in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter import numerals
from drafter.copying.pages import REPEATED
from drafter.model.source import Dropped, Line, Source
from drafter.outlining.form import marks
from drafter.outlining.form.recognition import PEOPLE
from drafter.outlining.form.view import seen
from drafter.problems import InputProblem, Problem, Severity
from drafter.residue.titles import LONGEST, NTH, bare_title, is_title, unnumbered
from drafter.residue.webpages import COLLECTION

_MOST_LINES = 8
"""Lines from the first on among which titles stand."""

_CALL = re.compile(r"[^。！？；]{2,40}[：！]")
_CALL_AND_STOP = re.compile(r"(?P<call>[^。！？；：]{2,40}：)(?P<stop>[。.，]+)")
_PIECE = re.compile(
    rf"(?:^|.*?[\s（(【]|.{{4,50}}?)(?:第\s*(?P<nth>{NTH})\s*篇|篇\s*(?P<n>{NTH}))\s*+(?:[】)）]\s*+)?[：:]?$"
)
_PIECE_AND_TITLE = re.compile(
    rf"[（(【]?\s*(?:第\s*(?P<nth>{NTH})\s*篇|(?:篇|范文|稿件?|材料)\s*(?P<n>{NTH}))\s*(?:[】)）]\s*[：:]?|[：:、])\s*(?P<title>.+)"
)
"""What numbers a text before its title: 篇一：在……会上的讲话."""

_OVER = re.compile("谢谢|散会|完毕|批评指正|顺利！$|愉快！$|成功！$")
"""How a speech ends: a call after anything else is one in the same speech."""

_PADDED = re.compile(r"(?:PART|Part)?\s*+(?:[.．]\s*+)?0\d")
_SEVERAL, _OTHER = "several-texts", "第 {} 篇"
_STOP, _DRESS = "标题末尾的句号", "标题前后多出来的话"


def is_call(text: str) -> bool:
    """Whether a line calls upon who listens."""
    looked = seen(text)
    return _CALL.fullmatch(looked) is not None and PEOPLE.search(looked) is not None


def one_of(source: Source, part: int, listed: Sequence[str] = ()) -> Source:
    """The source with the one of its texts that has this number, from 1; the others are told. `listed` is what a table of
    contents lists.

    Raises:
        InputProblem: there are not so many.

    """
    texts = parted(source.lines, listed)
    before = source.lines[: len(source.lines) - sum(map(len, texts))]
    if part > len(texts):
        hint = f"--part 写 1 到 {len(texts)}" if len(texts) > 1 else "去掉 --part"
        raise InputProblem(Problem("no-such-part", f"没有第 {part} 篇，一共 {len(texts)} 篇", hint=hint))
    if len(texts) == 1:
        return source
    others = [
        Dropped(line.number, line.text, _OTHER.format(at))
        for at, text in enumerate(texts, 1)
        if at != part
        for line in text
    ]
    others += [Dropped(line.number, line.text, COLLECTION) for line in before]
    told = Problem(
        _SEVERAL, f"这里有 {len(texts)} 篇，取的是第 {part} 篇",
        severity=Severity.WARNING, hint="要别的一篇，用 --part 写号；每篇一份，用 --each",
    )  # fmt: skip
    return replace(
        source,
        lines=tuple(texts[part - 1]),
        dropped=(*source.dropped, *others),
        problems=(*source.problems, told),
    )


def by_itself(source: Source) -> Source:
    """One of several texts without a word of the others, which are outlines of their own."""
    others = {_OTHER.format(at) for at in range(1, len(source.dropped) + 1)}
    return replace(
        source,
        dropped=tuple(dropped for dropped in source.dropped if dropped.reason not in others),
        problems=tuple(problem for problem in source.problems if problem.code != _SEVERAL),
    )


def parted(lines: Sequence[Line], listed: Sequence[str] = ()) -> list[list[Line]]:
    """The texts that stand in one paste (篇1, 第二篇), in order; one where there are no several."""
    starts = [at for at, number in _starts(lines) if number]
    if len(starts) < 2:
        starts = _listed_again(lines, listed) or _called_again(lines)
    if len(starts) < 2:
        return [list(lines)]
    titled = any(is_title(line.text) for line in lines[starts[0] : starts[0] + 2])
    first = 0 if _is_head(lines[: starts[0]]) and not titled else starts[0]
    bounds = [first, *starts[1:], len(lines)]
    found = [list(lines[start:end]) for start, end in pairwise(bounds)]
    return [part for part in found if part]


def _is_head(lines: Sequence[Line]) -> bool:
    """Whether what stands before the first text is but a title or two of the whole."""
    return len(lines) <= _MOST_LINES and all(len(line.text) <= LONGEST for line in lines)


def _starts(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where a line numbers a text, and its number; only where they count from one."""
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        bare = len(line.text) <= LONGEST and not line.rows and marks.opening(line.text) is None
        match = (_PIECE.fullmatch(line.text) or _PIECE_AND_TITLE.fullmatch(line.text)) if bare else None
        if match and match.re is _PIECE_AND_TITLE and "篇" not in line.text[: match.start("title")]:
            match = match if is_title(match["title"]) else None
        number = numerals.number(match["nth"] or match["n"]) if match else 0
        if number and number == len(found) + 1:
            found.append((at, number))
    return found


def _listed_again(lines: Sequence[Line], listed: Sequence[str]) -> list[int]:
    """Where the titles stand again that a table of contents lists, each with headings that count from one."""
    titles = {_squeezed(entry) for entry in listed if is_title(unnumbered(entry).rstrip("0123456789 .…"))}
    starts = [at for at, line in enumerate(lines) if not line.rows and _squeezed(line.text) in titles]
    bounds = [*starts, len(lines)]
    return starts if len(starts) > 1 and all(_counts(lines[a:b]) for a, b in pairwise(bounds)) else []


def _squeezed(text: str) -> str:
    """A title as a table of contents and the text itself have it."""
    return re.sub(r"[.…·]+\d*$", "", "".join(unnumbered(text).split()))


def _called_again(lines: Sequence[Line]) -> list[int]:
    """Where texts begin that each call upon the listeners and count their headings anew."""
    calls = [
        at
        for at, line in enumerate(lines)
        if not line.rows and line.text.endswith((":", "：")) and is_call(line.text)
    ]
    if len(calls) < 2:
        return []
    starts = [0]
    for before, call in pairwise(calls):
        end = next((at for at in calls if at > call), len(lines))
        titled = call > before + 1 and is_title(lines[call - 1].text)
        if not titled and not (_counts(lines[before:call]) and _counts(lines[call:end])):
            return []
        if not (titled or _OVER.search(lines[call - 1].text)):
            return []
        starts.append(call - 1 if titled else call)
    return starts


def _counts(lines: Sequence[Line]) -> bool:
    """Whether headings count from one here."""
    found = (marks.opening(line.text) for line in lines if not line.rows)
    return any(
        mark is not None and mark.number == 1 and marks.rank(mark.scheme) == marks.TOP for mark in found
    )


def without_repeats(lines: Sequence[Line], dropped: list[Dropped]) -> list[Line]:
    """The lines with the title once, and nothing behind it that a site put there."""
    found = list(lines)
    if found and not found[0].rows and is_title(unnumbered(found[0].text)):
        bare = unnumbered(found[0].text)
        if bare != found[0].text:
            dropped.append(Dropped(found[0].number, found[0].text.removesuffix(bare).strip(), _DRESS))
            found[0] = replace(found[0], text=bare)
    near = _above(found)
    titles = [at for at in near if is_title(found[at].text)]
    for at in titles:
        bare = bare_title(found[at].text)
        again = [other for other in titles if other > at and bare_title(found[other].text) == bare]
        if again:
            dropped.append(Dropped(found[at].number, found[at].text, REPEATED))
            found[at] = replace(found[at], text="")
        elif at == titles[0] or not found[at].text.endswith("。"):
            found[at] = undressed(found[at], dropped)
    return [line for line in found if line.text or line.rows]


def undressed(line: Line, dropped: list[Dropped]) -> Line:
    """A title without what a site put around it, and without a full stop."""
    bare = bare_title(line.text)
    if bare == line.text or line.rows:
        return line
    before, _, behind = line.text.partition(bare)
    said = (word.strip() for word in (before, behind))
    dropped += [Dropped(line.number, word, _STOP if word in "。．" else _DRESS) for word in said if word]
    return replace(line, text=bare)


def _above(lines: Sequence[Line]) -> list[int]:
    """The lines above the text: up to a salutation, a mark, or a sentence."""
    found = []
    for at, line in enumerate(lines[:_MOST_LINES]):
        if (
            line.rows
            or marks.opening(line.text)
            or is_call(line.text)
            or (line.text.endswith(("。", "！", "？")) and not is_title(line.text))
        ):
            break
        found.append(at)
    return found


def numbered(lines: Sequence[Line]) -> list[Line]:
    """The lines, a number with two digits (01) that stands alone over a short line before that line."""
    found: list[Line] = []
    for line in lines:
        alone = found and not found[-1].rows and _PADDED.fullmatch(found[-1].text) and not line.rows
        if alone and len(line.text) <= LONGEST:
            found[-1] = replace(line, text=f"{found[-1].text} {line.text}", lead=0)
        else:
            found.append(line)
    return found


def without_odd_stop(line: Line, dropped: list[Dropped]) -> Line:
    """A line without a stop after its salutation."""
    stopped = _CALL_AND_STOP.fullmatch(seen(line.text))
    if stopped is None or not PEOPLE.search(stopped["call"]):
        return line
    at = stopped.start("stop")
    dropped.append(Dropped(line.number, line.text[at:], "称谓后面多出的标点"))
    return replace(line, text=line.text[:at])
