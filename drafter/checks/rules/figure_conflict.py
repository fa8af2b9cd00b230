"""The same measure with two values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.checks.draft import HAN, Draft
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.near import is_swapped
from drafter.quantities import NUMBER

_MEASURED = re.compile(
    rf"(?<=[，。；：、\n　（])(?P<label>(?:[{HAN}“”]){{3,16}}?)(?P<verb>达到了|达到|达|为|是|突破|超过|完成|实现)?"
    rf"(?P<number>\d+(?:\.\d+)?)(?P<unit>亿元|万亿元|万元|元|亿|万人次|人次|万[人件户亩吨辆]|[人件户亩吨辆]|%|公里|平方米)(?P<more>[以左多余]?)"
)
_TIME = re.compile(
    r"(?:20\d{2})年|今年|去年|上年|前年|明年|上半年|下半年|[一二三四]季度|\d{1,2}月|过去|五年|时期|目标|预期|预计|力争|计划|全国|全省|同期|当年"
)
_PLANNED = re.compile(r"目标|预期|任务|安排|部署|打算|计划|下一步|重点|要求|思路|举措")
"""What headings say under which a draft speaks of what is to come."""

_OPENING = 20
"""Characters at the beginning of a paragraph that say of what time it is."""

_NOT_LABELS = frozenset(("其中", "分别", "同比", "累计", "总共", "新增", "每人", "平均", "合计", "比上年"))
_RATES = tuple("率量额数比度值")
"""How names of measures end, of which a draft has one at a time."""

_SCOPE = re.compile("[省市县区镇]")
_SHORTEST = 3
"""Characters of the name of a measure: fewer may name anything."""

_AROUND_MEASURE = re.compile(r"^(?:我[省市县区镇]|全[省市县区镇年]|本[市县区年]|实现|完成|累计|达到|预计)+")
"""What stands around the name of a measure."""

_COUNTED = re.compile(
    rf"(?<![{HAN}\d])(?P<label>[{HAN}“”]{{4,16}}?)(?P<number>\d{{3,}}(?:\.\d+)?)"
    r"(?P<unit>万?(?:[人件户亩吨辆栋座家个项台起例宗处条所套名只间]|公里|平方米|公顷)|[万亿]元)(?P<more>[以左多余]?)"
)
"""A count of something named, with or without a verb."""

_FACT = re.compile(rf"(?P<number>{NUMBER})(?P<unit>\D+)")
_FIGURE = re.compile(rf"(?:达到了|达到|达|为|是)?({NUMBER})")
_NAMED_ON = re.compile(f"[{HAN}]")
"""What makes a name the end of a longer one."""

_SCALE = {"万": 1e4, "亿": 1e8, "万亿": 1e12}
_BOUND = re.compile(r"[不未](?:得|能|高|低|少|多)?$|超过|限额|标准$|至少|最低|最高|分别|^[带拉]动")
"""What makes a figure a bound, or that of something named before, and so no measure of its own."""

_OPEN = re.compile(r"(?:增长|下降|提高|增加|减少|上升|降低|增速|比重|新增|增幅)$")


_Value = tuple[float, str, str]
"""A value in single units, what it counts, and as it is typed."""


@dataclass(slots=True)
class _Said:
    """The first value of each measure, by its name and by that without the words around it."""

    first: dict[tuple[str, str], _Value] = field(default_factory=dict)
    alike: dict[tuple[str, str], tuple[str, _Value]] = field(default_factory=dict)

    def before(self, label: str, when: str, here: _Value) -> _Value:
        """The value that was said before of a measure at that time; this one where none was.

        Words around its name may make it another measure, but none of ten times as much.
        """
        bare = _AROUND_MEASURE.sub("", label)
        scope = "".join(_SCOPE.findall(label[: len(label) - len(bare)]))
        other, alike = self.alike.setdefault((bare, when), (scope, here))
        known = self.first.get((label, when))
        if known is not None:
            return known
        self.first[label, when] = here
        same = len(bare) >= _SHORTEST and not (scope and other and scope != other)
        sure = _is_slip(alike[0], here[0]) or (scope == other != "" and bare.endswith(_RATES))
        return alike if same and alike[1] == here[1] and sure else here


def find(draft: Draft) -> Iterator[Finding]:
    """Each later value of a measure that differs from the first, at the same time; a difference of
    a power of ten with the same digits is surely a slip.
    """
    told = list(_against_before(draft))
    yield from told
    places = {one.start for one in told}
    yield from (one for one in _turned(draft) if one.start not in places)
    yield from _against_facts(draft)


def _against_before(draft: Draft) -> Iterator[Finding]:
    said = _Said()
    for match in _MEASURED.finditer(draft.text):
        if not _is_measure(draft, match) or _is_of_part(draft, match):
            continue
        here = (*_value(match), match["number"] + match["unit"])
        old, kind, typed = said.before(match["label"], _when(draft, match.start()), here)
        if kind != here[1] or abs(old - here[0]) < 1e-9 * max(old, 1):
            continue
        slip = _is_slip(old, here[0])
        span = match.start("number"), match.end("unit")
        message = f"“{match['label']}”前面是 {typed}，这里是 {here[2]}"
        hint = "差了一个数量级，核对万、亿和小数点" if slip else "核对哪个对；口径不同的，写明口径"
        yield Finding(*span, message, hint, None, ERROR if slip else WARNING)


def _is_of_part(draft: Draft, match: re.Match[str]) -> bool:
    """Whether a figure is that of one of several things: behind 其中, or a total that any of them has."""
    start, _ = draft.sentence(match.start())
    first = draft.paragraph(start).start
    return (
        "其中" in draft.text[max(first, start - _SIGHT) : match.start()]
        or _OF_ANY.fullmatch(match["label"]) is not None
    )


_SIGHT = 60
_OF_ANY = re.compile(
    "(?:计划|概算|估算)?(?:总?投资|总?面积|总?长度|总?产量|总?产值|总?人数|建设规模|合格率|完成率|达标率)"
)


def _turned(draft: Draft) -> Iterator[Finding]:
    """A later count of the same thing in the same words, at the same time, with two neighbouring digits turned
    about: typed wrongly once.
    """
    first: dict[tuple[str, str, str], str] = {}
    for match in _COUNTED.finditer(draft.text):
        label, number, unit = match["label"], match["number"], match["unit"]
        if (
            label in _NOT_LABELS
            or match["more"]
            or _OPEN.search(label)
            or draft.paragraph(match.start()).cell
        ):
            continue
        known = first.setdefault((label, unit, _when(draft, match.start())), number)
        if is_swapped(known, number):
            message = f"“{label}”前面是 {known}{unit}，这里是 {number}{unit}：有两位数字颠倒了"
            yield Finding(match.start("number"), match.end("unit"), message, "核对哪个对")


def _is_measure(draft: Draft, match: re.Match[str]) -> bool:
    """Whether what stands before a figure names a measure that has one value at a time."""
    label = match["label"]
    if label in _NOT_LABELS or match["more"] or _OPEN.search(label) or _BOUND.search(label):
        return False
    return (match["verb"] is not None or label.endswith(_RATES)) and not draft.paragraph(match.start()).cell


def _against_facts(draft: Draft) -> Iterator[Finding]:
    """Figures typed by hand that differ from the fact of the same name and unit."""
    facts = draft.outline.facts.items() if draft.outline is not None else ()
    said = {name: _FACT.fullmatch(fact.value + fact.unit) for name, fact in facts if fact is not None}
    known = {name: fact for name, fact in said.items() if fact and len(name) >= 3 and name.endswith(_RATES)}
    for at, name in draft.find_words(known):
        fact, match = known[name], _FIGURE.match(draft.text, at + len(name))
        if match is None or _NAMED_ON.match(draft.text[max(at - 1, 0) : at]):
            continue
        number, unit = match[1], fact["unit"]
        if draft.text.startswith(unit, match.end()) and float(number) != float(fact["number"]):
            message = f"“{name}”在数据里是 {fact[0]}，这里是 {number}{unit}"
            span = match.start(1), match.end() + len(unit)
            yield Finding(*span, message, f"改成引用：{{{{ {name} }}}}")


def _when(draft: Draft, offset: int) -> str:
    """What the sentence of a figure, the opening of its paragraph and the headings over it say of the time and the
    scope: what was reached is held against nothing that is planned, nor a year against five.
    """
    start, end = draft.sentence(offset)
    first, headings = draft.paragraph(offset).start, draft.headings_over(offset)
    opening = draft.text[first : min(first + _OPENING, offset)]
    said = f"{draft.text[start : min(end, offset + 16)]}\n{opening}\n{headings}"
    times = sorted({*_TIME.findall(said), *(["计划"] if _PLANNED.search(headings) else [])})
    return "".join(times)


def _value(match: re.Match[str]) -> tuple[float, str]:
    """A figure in single units, and what it counts."""
    unit = match["unit"]
    scale = next((name for name in ("万亿", "万", "亿") if unit.startswith(name)), "")
    return float(match["number"]) * _SCALE.get(scale, 1), unit.removeprefix(scale)


def _is_slip(old: float, new: float) -> bool:
    """Whether two values differ by a power of ten alone, and have two digits or more."""
    digits = [f"{value:.6e}".split("e")[0].rstrip("0").rstrip(".") for value in (old, new)]
    return digits[0] == digits[1] and len(digits[0]) >= 3


RULE = Rule(
    code="figure-conflict",
    name="同一指标前后不一",
    family=Family.FIGURES,
    severity=WARNING,
    why="前面说办件量 128 万件，后面说 12.8 万件；更新数字时漏了一处。只差数量级、数字一样的是错误，其余提醒核对口径。",
    source="核稿的惯例：数据前后一致",
    basis=Basis.CUSTOM,
    bad=(
        "这项工作有成绩，全市办件量达到128万件。\n总的看，全市办件量达到126万件。",
        "一年来，一般公共预算收入完成32.6亿元。\n财政局报告，一般公共预算收入完成32.6万元。",
        "大家知道，我县地区生产总值达到326亿元。\n年终统计，全年实现地区生产总值326万元。",
        "到会的都清楚，窗口满意率为98.2%。\n最后说明，窗口满意率为99.2%。",
        "底数要清。全县共有农村危桥186座。\n再说一遍，全县共有农村危桥168座。",
    ),
    good=(
        "去年干得不错，全市办件量达到128万件。\n总的看，全市办件量达到128万件。",
        "2024年，全市办件量达到120万件。\n2025年，全市办件量达到128万件。",
        "两级合计，全市累计完成326亿元。\n本级来看，我县累计完成3.26亿元。",
        "底数要清。全县共有农村危桥186座。\n再说一遍，全县共有农村危桥186座。",
        "一次补助，总额不得超过300元。\n一年补助，总额不得超过800元。",
        "冰箱卖得多，带动销售额126亿元。\n汽车更多，带动销售额327亿元。",
        "一条一条说。新修农村公路231公里，其中东线132公里。",
        "2024年，改造老旧小区121个。\n2025年，改造老旧小区112个。",
        "工作报告\n一、去年工作回顾\n粮食产量达到732.5亿斤。\n二、主要目标任务\n粮食产量达到730亿斤。",
        "工作报告\n2025年，毕业生留省就业达到17万人。\n五年来，城镇增加了许多岗位。毕业生留省就业达到66万人。",
        "分县看，临浦区：办件量达到30万件。\n东陂县：县里办件量达到20万件。",
    ),
    find=find,
)
