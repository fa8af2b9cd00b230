"""A count that is announced and not kept: 六个方面, and five are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import HAN, Draft, Paragraph
from drafter.checks.rule import ERROR, WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.enumerations import RANKS, Row, rows
from drafter.checks.text.outlines import where_they_print
from drafter.model.document import Role
from drafter.model.outline import Outline, Point, Section

_N = r"[两二三四五六七八九十]{1,3}|\d{1,2}"
_COUNT = re.compile(
    rf"(?<![第“〇零百千万十\d.月年日—\-]|[每近约])(?P<number>{_N})(?P<what>{numerals.COUNTED_WORDS})"
)
_QUOTED = re.compile(
    rf"(?<=“)(?P<number>{_N})(?P<what>个(?:坚持|必须|着力|聚焦|注重|突出|强化|统筹|更加|严禁|不准))(?=”：)"
)
"""A formula of the draft's own, right before what it counts; well-known ones have other words."""

_WORD = re.compile(
    rf"(?<![第〇])(?P<number>{_N})个“?(?P<word>坚持|必须|着力|聚焦|注重|突出|强化|统筹|更加|严禁|不准)”?：(?!一是|一要)"
)
_LISTED = re.compile(
    rf"(?<![第“〇零百千万一二三四五六七八九十\d.])(?P<number>{_N})(?P<what>[类种项个大条][{HAN}]{{0,8}})(?:：|，即|，分别是|，分别为)(?P<list>[{HAN}“”《》]+(?:、[{HAN}“”《》]+)+)(?=[。；\n])"
)
_WORD_COUNTED = re.compile("个(?=“?(?:坚持|必须|着力|聚焦|注重|突出|强化|统筹|更加|严禁|不准)”?：)")
_LIST_COUNTED = re.compile(
    rf"[类种项个大条](?<=[两二三四五六七八九十\d].)(?=[{HAN}]{{0,8}}(?:：|，即|，分别))"
)
"""What stands behind the number in `_WORD` and `_LISTED`: few places, and quickly found. (The lookbehind takes in the
classifier itself: before it stands a number.)
"""

_LONGEST_NUMBER = 3
_OPEN_LIST = re.compile("等|其中|之一")
"""In a list that names some of many."""

_JOINTS = re.compile("[、和及与]")
_MOST = 99
"""So often at most is a word said that was counted; more is no row."""

_FAR = 400
"""Characters after an announced word within which its sentence ends."""

_NEAR = 14
"""How far from the end of its sentence an announced count may stand."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each count right before a row that has more or fewer items, or before a word said more or less often."""
    yield from _repeated(draft)
    yield from _listed(draft)
    headed = list(_sections(draft) if draft.outline is not None else _headings(draft))
    yield from headed
    told = {one.start for one in headed if one.end}
    for row in draft.once(rows):
        if row.marks[0].number != 1 or len(row.marks) < 2:
            continue
        lead = _lead(draft, row)
        if lead is None:
            continue
        start, end = lead
        counts = [*_COUNT.finditer(draft.text, start, end), *_QUOTED.finditer(draft.text, start, end)]
        if len(counts) != 1 or end - counts[0].end() > _NEAR:
            continue
        match = counts[0]
        said, there = _number(match["number"]), row.marks[-1].number
        if said and said not in (there, len(row.marks)) and match.start() not in told:
            yield Finding(
                match.start(), match.end(), f"说是“{match[0]}”，后面列了 {there} 条",
                f"改成“{numerals.counted(there)}{match['what']}”，或补齐、删去多的",
            )  # fmt: skip


def _sections(draft: Draft) -> Iterator[Finding]:
    """Each heading or title of the outline that announces another number than that of the points below it."""
    for said, points in _titled(draft.outline):
        count = numerals.announced(said)
        if count is None or len(points) < 2 or count.number == len(points):
            continue
        start, _ = where_they_print(draft, said)
        span = (start + count.start, start + count.end) if draft.text.startswith(said, start) else (0, 0)
        yield _headed(span, said[count.start : count.end], count.what, len(points), said)


def _titled(outline: Outline | None) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Each heading and each title with the points below it."""
    open_ = [
        (item.heading, item.points, item.lead)
        for part in (outline.parts if outline is not None else ())
        for item in part.items
        if isinstance(item, Section)
    ]
    while open_:
        said, points, lead = open_.pop(0)
        if not any(
            _COUNT.search(text) for text in lead
        ):  # else the lead counts, and is held against them itself
            yield said, points
        open_ += [(point.title, point.points, point.text) for point in points]


def _headings(draft: Draft) -> Iterator[Finding]:
    """Each heading of a file that announces another number than that of any row right below it."""
    found = draft.once(rows)
    heads = [one for one in draft.paragraphs if one.role is Role.HEADING]
    for number, heading in enumerate(heads):
        words = draft.words(heading)
        count = numerals.announced(words)
        if count is None:
            continue
        last = next((one.start for one in heads[number + 1 :] if one.level <= heading.level), len(draft.text))
        below = [
            row for row in found if heading.end <= row.marks[0].start < last and row.marks[0].number == 1
        ]
        counts = {len(row.marks) for row in below if len(row.marks) > 1}
        lead = draft.text[heading.end : below[0].marks[0].start] if below else ""
        if counts and count.number not in counts and not _COUNT.search(lead):
            start = heading.start + count.start
            span = start, heading.start + count.end
            there = len(below[0].marks)
            yield _headed(span, words[count.start : count.end], count.what, there)


def _headed(span: tuple[int, int], said: str, what: str, there: int, quote: str = "") -> Finding:
    message = f"小标题说是“{said}”，下面列了 {there} 条"
    hint = f"改成“{numerals.counted(there)}{what}”，或补齐、删去多的"
    return Finding(*span, message, hint, quote=quote)


def _repeated(draft: Draft) -> Iterator[Finding]:
    """四个坚持： and the word is said another number of times before the sentence ends."""
    for match in _counted(_WORD, _WORD_COUNTED, draft.text):
        start = match.end()
        ends = [draft.text.find(mark, start, start + _FAR) for mark in "。\n"]
        end = min((at for at in ends if at >= 0), default=start + _FAR)
        there = draft.text.count(match["word"], start, end)
        said = _number(match["number"])
        if said and 2 <= there <= _MOST and there != said:
            yield Finding(
                match.start("number"), match.end("word"), f"说是“{said} 个{match['word']}”，后面有 {there} 个",
                f"改成“{numerals.counted(there)}个{match['word']}”，或补齐、删去多的",
            )  # fmt: skip


def _listed(draft: Draft) -> Iterator[Finding]:
    """四项重点工作：a、b、c。 What is too long may be items that hold 、 themselves; what is too short is not."""
    for match in _counted(_LISTED, _LIST_COUNTED, draft.text):
        if _WORD.match(draft.text, match.start()):
            continue  # counted by its word already
        said = _number(match["number"])
        there, most = match["list"].count("、") + 1, len(_JOINTS.findall(match["list"])) + 1
        if most < said and not _OPEN_LIST.search(match["list"]):
            yield Finding(
                match.start("number"), match.end("what"),
                f"说是“{match['number']}{match['what']}”，后面列了 {there} 项",
                "补齐，或改前面的数", None, WARNING,
            )  # fmt: skip


def _counted(pattern: re.Pattern[str], behind: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As `pattern.finditer`, for one that begins with a number: tried only in front of what stands `behind` it."""
    done = 0
    for found in behind.finditer(text):
        for start in range(max(found.start() - _LONGEST_NUMBER, done), found.start()):
            match = pattern.match(text, start)
            if match:
                yield match
                done = match.end()
                break


def _lead(draft: Draft, row: Row) -> tuple[int, int] | None:
    """Where the sentence right before a row begins and ends, without the white space after it."""
    text, first = draft.text, row.marks[0]
    end = first.start
    while end and text[end - 1].isspace():
        end -= 1
    start = draft.paragraph(max(end - 1, 0)).start
    if first.opens and not _may_lead(draft, draft.paragraph(max(end - 1, 0)), row):
        return None
    return (draft.sentence(end - 1)[0], end) if end > start else None


def _may_lead(draft: Draft, paragraph: Paragraph, row: Row) -> bool:
    """Whether the paragraph before a row that stands on its own speaks of that row: no heading does,
    unless the row stands right below it.
    """
    words = draft.words(paragraph).rstrip()
    return words.endswith(("：", ":", "。")) or (row.scheme in RANKS and bool(_COUNT.search(words[-_NEAR:])))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return 2 if text == "两" else numerals.value(text)


RULE = Rule(
    code="count-mismatch",
    name="条数不符",
    family=Family.STRUCTURE,
    severity=ERROR,
    why="说“讲六点”只讲了五点，台下都在数；多半是删改以后没有回头改前面的数。",
    source="核稿的惯例：凡点数的，逐条数一遍",
    basis=Basis.CUSTOM,
    bad=(
        "下面，我讲三点意见。\n一、提高认识\n要想清楚。\n二、抓好落实\n要干起来。",
        "主要体现在四个方面：一是快了。二是近了。三是省了。",
        "今年要做好2项工作：一要修路。二要通水。三要绿化。",
        "存在三个问题：一是人少；二是钱少。",
        "做到四个坚持：坚持党的领导，坚持人民至上，坚持问题导向。",
        "抓好四项重点工作：安全、环保、消防。",
        "要做到“四个坚持”：一是坚持党的领导；二是坚持改革；三是坚持法治。",
        "落实“三个坚持”：坚持党的领导，坚持人民至上。",
        "一、抓好三件事\n大家都在看着。\n（一）修路\n年底通车。\n（二）通水\n年底通水。\n二、要求\n抓紧干。",
        Example(
            "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n任务:\n  小标题: 做到五个更\n  要点: [{标题: 更快, 正文: 当天办。}, {标题: 更近, 正文: 到村办。}, {标题: 更省, 正文: 免费办。}]\n",
            outline=True,
        ),
    ),
    good=(
        "下面，我讲两点意见。\n一、提高认识\n要想清楚。\n二、抓好落实\n要干起来。",
        "主要体现在三个方面：一是快了。二是近了。三是省了。",
        "去年5个方面的工作得到肯定。今年要抓好：一是修路。二是通水。",
        "增强“四个意识”：一是学。二是做。",
        "落实“三个必须”：管行业必须管安全、管业务必须管安全、管生产经营必须管安全。",
        "做到三个坚持：坚持党的领导，坚持人民至上，坚持问题导向。",
        "抓好四项重点工作：安全、环保、消防和食品。到过五个县：白石、东陂、南丰等。",
        "一、抓好三件事\n这里讲两点：一是快，二是稳。\n（一）修路\n年底通车。\n（二）通水\n年底通水。",
        "一、打好三大攻坚战\n（一）修路\n年底通车。\n（二）通水\n年底通水。",
    ),
    find=find,
)
