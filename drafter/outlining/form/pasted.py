"""What copying a page brings above a text and beside it: its title twice, a table of contents, several texts in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from drafter import numerals
from drafter.model.source import Dropped, Line, Source
from drafter.outlining.form import marks
from drafter.outlining.form.recognition import PEOPLE
from drafter.outlining.form.view import seen
from drafter.problems import InputProblem, Problem, Severity
from drafter.residue.webpages import INSERTED, LONGEST_TITLE, bare_title, is_title

_MOST_LINES = 8
"""Lines from the first on among which titles stand."""

_CALL = re.compile(r"[^。！？；]{2,40}[：！]")
_CALL_AND_STOP = re.compile(r"(?P<call>[^。！？；：]{2,40}：)(?P<stop>[。.，]+)")
_NUMBER = r"[一二三四五六七八九十\d]{1,3}"
_PIECE = re.compile(
    rf"(?:^|.*?[\s（(【]|.{{4,50}}?)(?:第\s*(?P<nth>{_NUMBER})\s*篇|篇\s*(?P<n>{_NUMBER}))\s*[】)）]?\s*[：:]?$"
)
_OVER = re.compile("谢谢|散会|完毕|批评指正|顺利！$|愉快！$|成功！$")
"""How a speech ends: a call after anything else is one in the same speech."""

_CONTENTS = re.compile(r"目\s*录.{0,8}|目录[/／]?提纲.{0,8}|[.…。]{2,}")
_MOST_LISTED = 40
"""Lines among which a table of contents stands."""


def is_call(text: str) -> bool:
    """Whether a line calls upon who listens."""
    looked = seen(text)
    return _CALL.fullmatch(looked) is not None and PEOPLE.search(looked) is not None


def one_of(source: Source, part: int) -> Source:
    """The source with the one of its texts that has this number, from 1; the others are told.

    Raises:
        InputProblem: there are not so many.

    """
    texts = parted(source.lines)
    if part > len(texts):
        hint = f"--part 写 1 到 {len(texts)}" if len(texts) > 1 else "去掉 --part"
        raise InputProblem(Problem("no-such-part", f"没有第 {part} 篇，一共 {len(texts)} 篇", hint=hint))
    if len(texts) == 1:
        return source
    others = [
        Dropped(line.number, line.text, f"第 {at} 篇")
        for at, text in enumerate(texts, 1)
        if at != part
        for line in text
    ]
    told = Problem(
        "several-texts", f"这里有 {len(texts)} 篇，取的是第 {part} 篇",
        severity=Severity.WARNING, hint="要别的一篇，用 --part 写号",
    )  # fmt: skip
    return replace(
        source,
        lines=tuple(texts[part - 1]),
        dropped=(*source.dropped, *others),
        problems=(*source.problems, told),
    )


def parted(lines: Sequence[Line]) -> list[list[Line]]:
    """The texts that stand in one paste (篇1, 第二篇), in order; one where there are no several."""
    starts = [at for at, number in _starts(lines) if number]
    if len(starts) < 2:
        starts = _called_again(lines)
    if len(starts) < 2:
        return [list(lines)]
    first = 0 if _is_head(lines[: starts[0]]) else starts[0]
    bounds = [first, *starts[1:], len(lines)]
    found = [list(lines[start:end]) for start, end in pairwise(bounds)]
    return [part for part in found if part]


def _is_head(lines: Sequence[Line]) -> bool:
    """Whether what stands before the first text is but a title or two of the whole."""
    return len(lines) <= _MOST_LINES and all(len(line.text) <= LONGEST_TITLE for line in lines)


def _starts(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where a line numbers a text, and its number; only where they count from one."""
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        bare = len(line.text) <= LONGEST_TITLE and not line.rows and marks.opening(line.text) is None
        match = _PIECE.fullmatch(line.text) if bare else None
        number = numerals.number(match["nth"] or match["n"]) if match else 0
        if number and number == len(found) + 1:
            found.append((at, number))
    return found


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
        if not (_counts(lines[before:call]) and _counts(lines[call:end])):
            return []
        titled = call > before + 1 and is_title(lines[call - 1].text)
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
    near = _above(found)
    titles = [at for at in near if is_title(found[at].text)]
    for at in titles:
        bare = bare_title(found[at].text)
        again = [other for other in titles if other > at and bare_title(found[other].text) == bare]
        if again:
            dropped.append(Dropped(found[at].number, found[at].text, "重复的标题"))
            found[at] = replace(found[at], text="")
        elif bare != found[at].text:
            tail = found[at].text.removeprefix(bare).strip()
            dropped.append(Dropped(found[at].number, tail, "网站加在标题后面的话"))
            found[at] = replace(found[at], text=bare)
    return [line for line in found if line.text or line.rows]


def _above(lines: Sequence[Line]) -> list[int]:
    """The lines above the text: up to a salutation, a mark, or a sentence."""
    found = []
    for at, line in enumerate(lines[:_MOST_LINES]):
        if (
            line.rows
            or marks.opening(line.text)
            or is_call(line.text)
            or line.text.endswith(("。", "！", "？"))
        ):
            break
        found.append(at)
    return found


def without_contents(lines: Sequence[Line], dropped: list[Dropped]) -> list[Line]:
    """The lines without a typed table of contents: headings that come again below, and what stands among them."""
    said = [_squeezed(line.text) for line in lines]
    listed: list[int] = []
    for at, line in enumerate(lines[:_MOST_LISTED]):
        if not line.rows and marks.opening(line.text) and said[at] in said[at + 1 :]:
            listed.append(at)
        elif listed and not _CONTENTS.fullmatch(line.text):
            break
    if len(listed) < 2:
        return list(lines)
    first = listed[0] - 1
    around = {
        at
        for at in range(max(first, 0), listed[-1] + 2)
        if at < len(lines) and _CONTENTS.fullmatch(lines[at].text)
    }
    taken = {*listed, *around}
    dropped += [Dropped(lines[at].number, lines[at].text, "目录", "contents") for at in sorted(taken)]
    return [line for at, line in enumerate(lines) if at not in taken]


def _squeezed(text: str) -> str:
    return re.sub(r"[\s.…·]+\d*$", "", "".join(text.split()))


def without_odd_marks(line: Line, dropped: list[Dropped]) -> Line:
    """A line without a stop after its salutation, and without marks that a site put into its words."""
    stopped = _CALL_AND_STOP.fullmatch(seen(line.text))
    if stopped is not None and PEOPLE.search(stopped["call"]):
        dropped.append(Dropped(line.number, line.text[stopped.start("stop") :], "称谓后面多出的标点"))
        line = replace(line, text=line.text[: stopped.start("stop")])
    inserted = "".join(INSERTED.findall(line.text))
    if inserted:
        dropped.append(Dropped(line.number, inserted, "网站插在字里防抄的记号"))
        line = replace(line, text=INSERTED.sub("", line.text))
    return line
