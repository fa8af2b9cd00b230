"""A word typed twice: 的的, 进行进行."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule

_ONE = re.compile(
    r"的(?<![目标有的之].)的(?!确|士)|了(?<![为除].)了(?![解结然却])|和(?<![共温柔缓饱调谐祥平].)和(?![气睦平美])|在(?<![实现存所正].)在"
    r"|是是(?![非否])|与(?<!参.)与|及(?<!以.)及(?![时早格第])|把把(?!关)|对(?<![面针相].)对(?!子|碰)|被(?<!棉.)被|将将(?!军|就|士|领)"
    r"|要要(?!求|点|素|闻|件|义|紧|害)|向(?<![方走志意导倾].)向(?!日|上)|由(?<![理自事缘].)由(?!于)|并(?<!合.)并|而而|从(?<!服.)从(?!容|严|快|头)"
)
"""A particle that stands twice; what stands before the first is looked at after it, which is quicker."""

_SURE = "的的"
"""The one particle of which no word begins: 对对口, 与与会, 和和谐 may be right."""

_TWO = re.compile(rf"(?P<word>(?P<a>[{HAN}])(?!(?P=a))[{HAN}]{{1,3}}?)(?P=word)(?![一长员])")
_TWICE = 2
_SIDES = 2
"""Of the three words that a doubled one may be made of, so many stand elsewhere too."""

_KEPT = frozenset(
    ("一一", "方方", "时时", "处处", "考虑", "研究", "讨论", "商量", "打扫", "收拾", "学习", "了解", "认识", "休息", "整理", "介绍", "一个", "一步", "一件", "一年", "一代", "一点", "一条", "一项", "一次", "一层", "一遍", "一户", "一天", "许多", "很多", "永远", "千万", "非常", "来来", "哈哈", "谢谢", "多少", "点点", "三三", "两两", "琢磨", "合计", "思考", "反思", "锻炼", "放松", "参观", "检查", "多多", "一批", "一家", "一城", "一地", "一村", "感谢", "欢迎", "加油", "前进", "万岁", "冲啊", "十分", "一茬", "一字", "一句", "一笔", "一桩", "一环", "一级", "一座", "一片", "一块", "一栋")
)  # fmt: skip
_TRIED = re.compile(r"(?:[你我他她们家谁者人给让叫来去再好多先帮]|好好|随便)$")
"""After which a verb said twice means once, and briefly: 让大家考核考核, 好好谋划谋划."""

_SOUNDS = frozenset("哇啦哗叽喳嘀嗒叮咚噼啪呼嘻吱呀咕噜轰隆")
"""What words for sounds are made of: they come twice."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each doubled particle, and each doubled word of two characters."""
    for match in _ONE.finditer(draft.text):
        sure = match[0] == _SURE
        fix = match[0][0] if sure else None
        level = ERROR if sure else WARNING
        yield Finding(*match.span(), f"字重了：{match[0]}", f"删去一个“{match[0][0]}”", fix, level)
    for match in _TWO.finditer(draft.text):
        word = match["word"]
        usual = word in _KEPT or {"一", "每"} & set(word) or set(word) <= _SOUNDS
        usual = usual or _TRIED.search(draft.text, max(match.start() - 2, 0), match.start()) is not None
        if not usual and not _is_across(draft, match) and not draft.paragraph(match.start()).cell:
            yield Finding(*match.span(), f"词重了：{match[0]}", f"只留一个“{word}”", None, WARNING)


def _is_across(draft: Draft, match: re.Match[str]) -> bool:
    """Whether what stands twice begins in the middle of a word: 构建·共建·共治, 深化·文化·文艺.

    So it is where a set phrase begins there, or where the word between, and those on either side, stand elsewhere in
    the draft, and what stands twice does not.
    """
    if any(draft.text.startswith(phrase, match.start() + 1) for phrase in draft.lexicon.phrases):
        return True
    text, first, second = draft.text, match["word"][0], match["word"][1]
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    pieces = (before + first, second + first, second + after)
    if any(len(piece) < 2 or not piece.isalpha() for piece in pieces):
        return False
    counts = draft.once(_pairs)
    return counts[match["word"]] <= _TWICE and sum(counts[piece] > 1 for piece in pieces) >= _SIDES


def _pairs(draft: Draft) -> Counter[str]:
    """How often every two characters stand together."""
    return Counter(map("".join, pairwise(draft.text)))


RULE = Rule(
    code="word-doubled",
    name="字词重复",
    family=Family.TERMS,
    severity=ERROR,
    why="改句子时剩下半截，“的的”“进行进行”连在一起。两字的词有的可以叠用，只作提醒。",
    source="核稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "这是全市的的大事。",
        "要和和各部门配合。",
        "对问题进行进行整改。",
        "要把把任务分下去。",
        "推动高质量高质量发展。",
    ),
    good=(
        "这是目的的一部分，的的确确如此。",
        "为了了解情况，以及及时处置，除了了结旧账。",
        "加快构建新格局。各方共建产业园。要构建共建共治共享的局面。",
        "请大家考核考核，回去谋划谋划。",
        "大家研究研究，一件一件办，不要哇啦哇啦一阵风。",
        "合并并行的项目，群众参与与监督，面对对手，现在在建的，关键是是否落实。",
    ),
    find=find,
    of_words=True,
)
