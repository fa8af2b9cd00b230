"""What changes from one year to the next in a text: its years, names and figures, proposed as facts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from drafter.model.outline import FactValue, Outline, Part, Point, Section, Tail, Texts
from drafter.outlining.meaning.names import NAME
from drafter.outlining.meaning.others import is_somebody_elses

_POSTS = r"(?:副?(?:省长|市长|县长|区长|镇长|乡长|州长|书记|主任|局长|厅长|处长|科长|部长|主席|院长|校长|秘书长|总经理|董事长))"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:%|个百分点|[万亿]?(?:元|件|人次|人|户|家|个|项|亩|平方米|公里|千米|米|吨|次|起|名|处|台|辆|座|所|条|套|份|小时|分钟|天|分))"
_DAY = r"\d{1,2}月(?:\d{1,2}日|底|中旬|上旬|下旬)"
_AT = r"(?:^|(?<=[，。；：、（“到在赴对与和由从至向经把将])|(?<=建成)|(?<=走进))"
_PLACE = r"(?![到在赴对与和由从至向经把将来带]|建成|新建|位于|走进)[\u4e00-\u9fff]{2,4}?(?:街道|[市县区镇乡](?![级镇县区乡]))"
_HOUSE = (
    r"(?:(?![的各家关于和与两座里])[\u4e00-\u9fff]){2,6}?(?:医院|中学|小学|大学|学院|水库|大桥|产业园|开发区)"
)
_NO_NAME = re.compile(
    r"[全各请是强加快化促向为与立兴预统样施动更并深上本该大都的了个省我表业功产户试验发进两和与受有]|[市县区镇乡](?=.)"
)
"""What tells that words are no name: 强 of 生态强市, 促 of 促进乡."""

_QUARTER = re.compile(r"[城老新片园社辖山校小地乡集县市库][区市镇]$")
"""Words for any quarter or small town."""

_BOUNDARY = r"(?:^|(?<=[，。；：、（“由请让与和同向对在按经]))"
_VARIABLE = re.compile(
    rf"(?P<date>\d{{4}}年{_DAY})|(?P<year>(?<!\d)(?:19|20)\d{{2}})(?=年)|(?P<day>{_DAY})"
    rf"|(?P<turn>第[一二三四五六七八九十百\d]{{1,4}}(?:届|次(?=会议|全体|全会|代表|党代会|常务|常委)))"
    rf"|{_BOUNDARY}(?P<person>{NAME})(?P<post>{_POSTS})(?![\u4e00-\u9fff]?会)"
    rf"|(?P<before>{_POSTS})(?P<named>{NAME})(?=同志|[，。、；：主出讲作指强带任为担分]|$)"
    rf"|{_AT}(?P<place>{_PLACE})(?P<house>{_HOUSE})?"
    rf"|(?P<office>{_BOUNDARY}[省市县区](?:[\u4e00-\u9fff]{{2,9}}?)(?:局|委员会|办公室|集团|公司))"
    rf"|(?<![\d.,第〔])(?P<number>{_NUMBER})(?P<unit>{_UNIT})(?![月日])"
)
_LITERAL = re.compile(r"\\\{\{")
_LABEL = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,}+$")
_VERBS = re.compile(
    r"(?:同比|环比|达|为|是|约|近|超过?|突破|占|由|从|共计?|累计|只有|仅|有|了|到|至|在|已|增加|减少|增长|下降|提高|降低|上升|升|降|缩短|压减|减|增|稳定|保持){1,8}$"
)
_MEASURE = re.compile(
    r"(?:率|量|额|数|值|度|比重|占比|面积|收入|支出|投资|资金|费用|补助|产值|产量|人口|里程|用时|时长|时间|距离|人次|库存|存款|贷款|缺口)$"
)
"""What a figure of that name is worth a look at every year."""

_SCOPE = re.compile("[全我本各][省市县区镇年]")
_SPLIT = re.compile(
    r"\A.*(?:的|了|在|对|把|由|和|与|及|从|到(?!位)|共|全年|去年|今年|上年|一年|全市|全县|全区|累计|已|其中|每|各|将|这|那|办理|完成|建成|实现|兑现|落实|争取|平均)(?=[\u4e00-\u9fff]{2})"
)
_LARGE = re.compile(r"[万亿%]|个百分点")
_LONGEST_NAME = 6
_BEFORE = 40
"""How many characters before a figure may say what it is of."""

_OWN_WORDS = 6
"""Characters before a figure without a name that say whether another is the same."""

_DIGITS = 3
"""How many digits make a count a figure, and no way of speaking."""

_NEAR = 1
"""Years so near to the text's own go with it; older ones are history."""

_DATE, _FIGURE, _PLACE_NAME, _HOUSE_NAME = "日期", "数据", "地名", "单位名"
_NUMBERED = (_DATE, _FIGURE, _PLACE_NAME, _HOUSE_NAME)
"""Names that say nothing by themselves: each gets a number."""

_YEARS = {-1: "上年", 0: "本年", 1: "下年"}


@dataclass(slots=True)
class _Found:
    """The facts so far, and the name of each by what it stands for."""

    year: int
    places: frozenset[str]
    text: str
    facts: dict[str, FactValue | None] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def is_place(self, words: str) -> bool:
        """Whether words that end in 县 or 镇 name a place: a known one, a small one, or one named again."""
        named = words.endswith(("镇", "街道")) or self.text.count(words) > 1
        known = words in self.places or (named and not _NO_NAME.search(words))
        return known and not _QUARTER.search(words)

    def name(self, kind: str, said: str, wanted: str, fact: FactValue) -> str:
        """The name of a fact: that of the same said before, else the one wanted, made its own."""
        if (kind, said) not in self.names:
            numbers = itertools.count(1 if wanted in _NUMBERED else 2)
            free = f"{wanted}{next(numbers)}" if wanted in _NUMBERED else wanted
            while free in self.facts:
                free = f"{wanted}{next(numbers)}"
            self.names[kind, said] = free
            self.facts[free] = fact
        return self.names[kind, said]


def proposed(outline: Outline, places: frozenset[str] = frozenset()) -> Outline:
    """The outline with its variable words as references to facts, which hold them; `places` are
    the names of cities and counties.

    It prints as before: a fact holds the very characters that stood in its place.
    """
    whole = _text_of(outline)
    found = _Found(_year_of(outline, whole), places, whole)

    def replaced(text: str) -> str:
        if _LITERAL.search(text):
            return text  # braces of the text's own stay the only ones in it
        return _VARIABLE.sub(lambda match: _reference(match, text, found), text)

    changed = mapped(outline, replaced)
    return replace(changed, facts={**outline.facts, **found.facts})


def _text_of(outline: Outline) -> str:
    """Every text of the outline, a line each."""
    said: list[str] = []

    def noted(text: str) -> str:
        said.append(text)
        return text

    mapped(outline, noted)
    return "\n".join(said)


def _year_of(outline: Outline, whole: str) -> int:
    """The year that the text is of: its date's, else the latest that it names twice."""
    dated = re.match(r"\d{4}", outline.date or "")
    if dated:
        return int(dated[0])
    said = re.findall(r"(?<!\d)(20\d{2})年", whole)
    often = [int(year) for year in set(said) if said.count(year) > 1] or [int(year) for year in said]
    return max(often, default=0)


def _reference(match: re.Match[str], text: str, found: _Found) -> str:
    """What stands in a text for what was found there; the same words where it is no variable."""
    said = match[0]
    if not (match["person"] or match["named"]) and is_somebody_elses(text, *match.span()):
        return said
    if match["year"]:
        away = int(said) - found.year
        if abs(away) > _NEAR:
            return said
        name = found.name("year", said, _YEARS[away], FactValue(said))
    elif match["date"] or match["day"]:
        name = found.name("day", said, _DATE, FactValue(said))
    elif match["turn"]:
        name = found.name("turn", said, "届次", FactValue(said))
    elif match["person"]:
        fact = FactValue(name=match["person"], post=match["post"])
        name = found.name("person", said, match["post"], fact)
    elif match["named"]:
        name = found.name("name", match["named"], match["before"] + "姓名", FactValue(match["named"]))
        return f"{match['before']}{{{{ {name} }}}}"
    elif match["place"]:
        name = _place(match, found)
    elif match["office"]:
        name = found.name("office", said, said[1:], FactValue(said))
    else:
        name = _figure(match, text[max(0, match.start() - _BEFORE) : match.start()], found)
    return f"{{{{ {name} }}}}" if name else said


def _place(match: re.Match[str], found: _Found) -> str:
    """The name of a place, or of a house that bears one's name; "" where it is neither."""
    if match["house"] and not _NO_NAME.search(match["place"]):
        return found.name("house", match[0], _HOUSE_NAME, FactValue(match[0]))
    return found.name("place", match[0], _PLACE_NAME, FactValue(match[0])) if found.is_place(match[0]) else ""


def _figure(match: re.Match[str], before: str, found: _Found) -> str:
    """The name of a figure by the words before it; "" where it is a way of speaking (2个, 3项)."""
    wanted = _label(before)
    if not wanted and not _LARGE.search(match["unit"]):
        if len(match["number"].replace(",", "")) < _DIGITS:
            return ""
        wanted = _counted(before)
    of = wanted or before[-_OWN_WORDS:]  # equal values of different measures are two facts
    return found.name("figure", of + match[0], wanted or _FIGURE, FactValue(match["number"], match["unit"]))


def _label(before: str) -> str:
    """What a figure is of, by the words before it; "" where they do not say."""
    verb = _VERBS.search(before)
    change = verb[0][-2:] if verb and verb[0][-2:] in ("增长", "下降", "提高", "降低") else ""
    words = _LABEL.search(_VERBS.sub("", before))
    if words is None:
        return ""
    label = _SPLIT.sub("", words[0])
    measure = _MEASURE.search(label)
    if measure is None:
        return ""
    if len(label) > _LONGEST_NAME:
        label = label[max(0, measure.start() - 2) :]
    return label + change


def _counted(before: str) -> str:
    """What is counted by the words before a figure that are no measure (新增就业3200人)."""
    words = _LABEL.search(_VERBS.sub("", before))
    label = _SPLIT.sub("", words[0]) if words else ""
    return label if 2 <= len(label) <= _LONGEST_NAME and not _SCOPE.fullmatch(label) else ""


Change = Callable[[str], str]


def mapped(outline: Outline, change: Change) -> Outline:
    """The outline with every text of its title and its parts changed."""
    parts = tuple(
        Part(
            part.role,
            tuple(
                _section(item, change) if isinstance(item, Section) else change(item) for item in part.items
            ),
        )
        for part in outline.parts
    )
    return replace(outline, title=change(outline.title), subtitle=change(outline.subtitle), parts=parts)


def _texts(texts: Texts, change: Change) -> Texts:
    return tuple(map(change, texts))


def _section(section: Section, change: Change) -> Section:
    return replace(
        section,
        heading=change(section.heading),
        lead=_texts(section.lead, change),
        points=tuple(_point(point, change) for point in section.points),
        tail=_tail(section.tail, change),
    )


def _point(point: Point, change: Change) -> Point:
    return replace(
        point,
        title=change(point.title),
        text=_texts(point.text, change),
        points=tuple(_point(below, change) for below in point.points),
        tail=_tail(point.tail, change),
    )


def _tail(tail: Texts | Tail, change: Change) -> Texts | Tail:
    if not isinstance(tail, Tail):
        return _texts(tail, change)
    return replace(
        tail,
        lead=_texts(tail.lead, change),
        points=tuple(_point(point, change) for point in tail.points),
        tail=_texts(tail.tail, change),
    )
