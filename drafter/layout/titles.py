"""Where a long title breaks: at the joints of its sense, in lines of like length.

GB/T 9704—2012 7.3.1: a title of several lines keeps words whole and stands like a trapezoid
or a lozenge. Without a dictionary, the joints are told by the particles and nouns that
titles of official papers are made of.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import accumulate, pairwise

from drafter.patterns import pattern

_AFTER = pattern(
    r"[的和与及暨、，》”）]|工作|建设|发展|改革|管理|服务|实施|落实|推进|加强|开展|会议|部署|进一步|环境"
)
_BEFORE = pattern(
    r"[和与及暨《“（]|关于|进一步|切实|全面|深入|扎实|若干|优化|人民|生命|全省|全市|全县|全区|推进会|动员会|座谈会|现场会|工作会|大会|会议|上的|通知|报告|意见|方案|讲话|总结"
)
_WHOLE = pattern(
    r"[省市县区]委|[省市县区]政府|党中央|国务院|高效办成一件事|一网通办|营商环境|乡村振兴|工作要点|工作总结|工作方案"
    r"|工作会议|工作报告|实施意见|实施方案|若干措施|\d+年?|安全生产|政务服务|非物质文化遗产|代表性传承人|规范性文件|国民经济|社会发展|生态环境|人民群众|生命财产安全"
)
_PLACE = pattern(
    r"[\u4e00-\u9fff](?![全各我本该])[\u4e00-\u9fff](?:[县镇乡旗](?![域级城乡政处])|[市区](?![场域级委政民长内直]))"
)
"""The name of a county or a town, as most are: two characters and what it is."""
_OPEN, _CLOSE = "《“（〔", "》”）〕"
_NEVER_FIRST = "的了和与及、，。；：》”）〕！？上"
_TOO_LONG = 200  # no title: Word may break it as it likes
_GOOD, _FAIR, _POOR = 0, 5, 40


def lines(title: str, longest: float, whole: Iterable[tuple[int, int]] = ()) -> list[str]:
    """The title in as few lines as hold it, none over `longest` full-width characters; what is `whole`, from one character
    to before another, is parted where nothing else helps.
    """
    count = math.ceil(width(title) / longest)
    if count <= 1 or len(title) > _TOO_LONG:
        return [title]
    costs = _costs(title)
    for start, end in whole:
        for index in range(start + 1, end):
            costs[index] += 3 * _POOR
    found = [cut for total in (count, count + 1) if (cut := _best(title, total, longest, costs))]
    for cut in found:
        if all(costs[end] < 2 * _POOR for end in accumulate(map(len, cut[:-1]))):
            return cut
    if found:
        return found[0]
    step = int(longest)
    return [title[i : i + step] for i in range(0, len(title), step)]


def width(text: str) -> float:
    """How many full-width characters the text is wide; ASCII counts half."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2


def _costs(title: str) -> list[int]:
    """What it costs to break before each character: little at a joint, much inside a word."""
    costs = [_POOR] * (len(title) + 1)
    for match in _AFTER.finditer(title):
        costs[match.end()] = min(costs[match.end()], _FAIR if len(match[0]) > 1 else _GOOD + 2)
    for match in _BEFORE.finditer(title):
        costs[match.start()] = min(costs[match.start()], _GOOD)
    for match in (*_PLACE.finditer(title), *_WHOLE.finditer(title)):
        for index in range(match.start() + 1, match.end()):
            costs[index] = 2 * _POOR
    depth = 0
    for index, char in enumerate(title):
        depth += (index > 0 and title[index - 1] in _OPEN) - (char in _CLOSE)
        if depth > 0 or char in _NEVER_FIRST or (index and title[index - 1] in _OPEN):
            costs[index] += 3 * _POOR
    return costs


def _best(title: str, total: int, longest: float, costs: list[int]) -> list[str]:
    """The cheapest way to cut the title into `total` lines; [] where there is none."""
    size = len(title)
    reach = [0.0, *accumulate(width(char) for char in title)]
    ideal = reach[-1] / total
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for row in range(1, total + 1):
        reached: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, cuts) in best.items():
            for end in range(start + 1, min(start + int(2 * longest), size) + 1):
                wide = reach[end] - reach[start]
                if (end == size) != (row == total) or wide > longest:
                    continue
                price = cost + (costs[end] if end < size else 0) + (wide - ideal) ** 2
                if end not in reached or price < reached[end][0]:
                    reached[end] = (price, [*cuts, end])
        best = reached
    if size not in best:
        return []
    cuts = [0, *best[size][1]]
    return [title[a:b] for a, b in pairwise(cuts)]
