"""A count that is announced and not kept: 六个方面, and five are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter import numerals
from drafter.checks.draft import HAN, Draft, Paragraph
from drafter.checks.rule import ERROR, WARNING, Basis, Example, Family, Finding, Rule
from drafter.checks.text.anchored import matches
from drafter.checks.text.announced import Miscounted, headings
from drafter.checks.text.enumerations import RANKS, Row, rows

_N = r"[两二三四五六七八九十]{1,3}|\d{1,2}"
_COUNT = re.compile(
    rf"(?<![第“”〇零百千万十\d.月年日—\-]|[每近约])(?P<number>{_N})(?P<what>{numerals.COUNTED_WORDS})(?!”)"
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
    headed = headings(draft)
    yield from map(_headed, headed)
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


def _headed(one: Miscounted) -> Finding:
    message = f"小标题说是“{one.said}”，下面列了 {one.there} 条"
    hint = f"改成“{numerals.counted(one.there)}{one.what}”，或补齐、删去多的"
    return Finding(one.start, one.end, message, hint, quote=one.quote)


def _repeated(draft: Draft) -> Iterator[Finding]:
    """四个坚持： and the word is said another number of times before the sentence ends."""
    for match in matches(_WORD, _WORD_COUNTED, _LONGEST_NUMBER, draft.text):
        start = match.end()
        ends = [draft.text.find(mark, start, start + _FAR) for mark in "。\n"]
        end = min((at for at in ends if at >= 0), default=start + _FAR)
        there = len(
            re.findall(rf"(?:^|[：，、；“])(?:更加|进一步)?{match['word']}", f"：{draft.text[start:end]}")
        )
        said = _number(match["number"])
        if said and 2 <= there <= _MOST and there != said:
            yield Finding(
                match.start("number"), match.end("word"), f"说是“{said} 个{match['word']}”，后面有 {there} 个",
                f"改成“{numerals.counted(there)}个{match['word']}”，或补齐、删去多的",
            )  # fmt: skip


def _listed(draft: Draft) -> Iterator[Finding]:
    """四项重点工作：a、b、c。 What is too long may be items that hold 、 themselves; what is too short is not."""
    for match in matches(_LISTED, _LIST_COUNTED, _LONGEST_NUMBER, draft.text):
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
        "做到三个坚持：坚持党的领导，坚持人民至上，坚持问题导向，一张蓝图坚持到底。",
        "坚持“查、改、督”三个环节一体推进。\n1.开展检查。抓好自查。\n2.实行清单管理。抓好整改。",
        "抓好四项重点工作：安全、环保、消防和食品。到过五个县：白石、东陂、南丰等。",
        "一、抓好三件事\n这里讲两点：一是快，二是稳。\n（一）修路\n年底通车。\n（二）通水\n年底通水。",
        "一、打好三大攻坚战\n（一）修路\n年底通车。\n（二）通水\n年底通水。",
    ),
    find=find,
)
