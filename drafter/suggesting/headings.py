"""Parallel headings out of the points' own verbs and objects: 压实责任, 补齐设备 → 把责任压实, 把设备补齐."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from drafter.model import vocabulary
from drafter.model.outline import Outline, Point, Section
from drafter.patterns import pattern
from drafter.records import Record
from drafter.suggesting.suggestion import Suggestion

_DONE = (
    "改到位|保住|修好|做优|做大|做好|做实|做强|做精|做细|兜住|兜牢|办好|办实|压减|压实|"
    "堵住|备足|备齐|夯实|守住|守好|守牢|建优|建好|建强|建起|建齐|扎牢|打通|扛起|找准|"
    "把住|抓好|抓实|抓紧|抓细|护好|控住|提高|搞活|摸清|改好|查准|查清|清零|激活|理清|"
    "理顺|用好|用足|疏通|盘活|盯紧|稳住|立起|筑牢|筹足|管住|管好|练好|练强|育强|落实|"
    "补齐|训好|配强|配齐|降低"
)
"""Verbs with what comes of them: such can stand behind their object (把责任压实, 责任要压实)."""

_DOING = (
    "数字化|下放|严守|严控|严格|严管|严防|优化|促进|保护|保障|修复|健全|公开|凝聚|创建|"
    "创新|办理|加强|加快|化解|压降|发展|吸引|坚持|培育|增进|壮大|守护|完善|建设|开展|"
    "开放|引导|引进|强化|归并|彻查|打造|扩大|扩建|拓宽|拓展|排查|推动|推广|推进|提升|"
    "支持|改善|改建|改进|整改|整治|新建|明确|服务|检查|汇聚|治理|深化|深挖|狠抓|督查|"
    "稳定|突出|答复|精简|组织|细化|统筹|美化|考核|聚焦|落细|规范|贯通|转化|转变|连通|"
    "释放|量化|锤炼|锻造|防范|集成|鼓励"
)
"""Verbs that stand before their object alone."""

_VERB = pattern(
    f"(?P<done>(?:{_DONE})+)|(?:{_DOING})+|[查管抓建修补训稳促保防强优治育引降增扩提严控改清备办用守](?=..(?:..)?$)"
)
_FIRST = pattern("[，。；：！？]")
"""What ends the clause that a heading is made of: what comes after is for the text (年底前……)."""

_DO = frozenset(
    (
        "tasks",
        "guarantee",
        "requests",
        "matters",
        "decisions",
        "goals",
        "suggestions",
        "rectification",
        "body",
    )
)
"""Parts that say what to do; what was done and what is wrong is told otherwise."""
_AFTER_VERBS = "到了好得住成完"
"""What belongs to the verb before it (落实到位, 抓好了)."""

_LONGEST = 12
"""Characters of a title that can be set in a row; a longer one is a sentence."""

_AHEAD = ("着力", "全力", "大力", "合力", "持续", "坚决", "扎实")
_SHOWN = ("下功夫", "求实效", "出实招", "见真章", "求突破", "有作为", "走在前")
_FIRM = ("不放松", "不停步", "不懈怠", "不动摇", "不走样", "不松劲", "不含糊")


class Title(Record):
    """A point's title as a verb and its object; `done`: the verb says what comes of it."""

    verb: str
    thing: str
    done: bool = False

    @property
    def whole(self) -> str:
        """The title as it stands."""
        return f"{self.verb}{self.thing}"


_PATTERNS: Sequence[tuple[bool, Callable[[Title, int], str]]] = (
    (False, lambda title, place: f"{_AHEAD[place % len(_AHEAD)]}{title.whole}"),
    (False, lambda title, place: f"在{title.whole}上{_SHOWN[place % len(_SHOWN)]}"),
    (False, lambda title, place: f"{title.whole}{_FIRM[place % len(_FIRM)]}"),
    (True, lambda title, _: f"把{title.thing}{title.verb}"),
    (True, lambda title, _: f"{title.thing}要{title.verb}"),
)
"""How a row can be worded; with True only where every verb says what comes of it."""


def suggest(outline: Outline, role: str = "") -> tuple[list[Suggestion], list[str]]:
    """Sets of headings for each row of points, a set a suggestion, its headings on lines of their own; then of each row
    for which there are none the first title that is no verb and object.
    """
    made: list[Suggestion] = []
    left: list[str] = []
    for place, titles in _rows(outline, role):
        row = [one for one in map(split_title, titles) if one is not None]
        if len(row) < len(titles):
            left.append(next(title for title in titles if split_title(title) is None))
            continue
        sets = [
            "\n".join(form(title, at) for at, title in enumerate(row))
            for needs_result, form in _PATTERNS
            if not needs_result or all(title.done for title in row)
        ]
        made.append(Suggestion(place, 1, "\n".join(titles), chosen=True))
        made += [Suggestion(place, number, text) for number, text in enumerate(sets, start=2)]
    return made, left


def split_title(title: str) -> Title | None:
    """A title as its verb and its object; None where its first clause does not begin with a verb that we know."""
    bare = _FIRST.split(title, maxsplit=1)[0]
    if not 3 <= len(bare) <= _LONGEST or "{{" in bare:
        return None
    verb = _VERB.match(bare)
    if verb is None or verb.end() == len(bare) or bare[verb.end()] in _AFTER_VERBS:
        return None
    return Title(verb[0], bare[verb.end() :], verb["done"] is not None)


def _rows(outline: Outline, role: str) -> Iterator[tuple[str, list[str]]]:
    """Rows of titles that belong together, each with the heading above it."""
    for part in outline.parts:
        if part.role not in ({role} if role else _DO):
            continue
        sections = [item for item in part.items if isinstance(item, Section)]
        for section in sections:
            titles = [point.title or _alone(point) for point in section.points]
            if len(titles) > 1 and all(titles):
                yield (
                    section.heading or vocabulary.chinese(vocabulary.ROLES).get(part.role, part.role),
                    titles,
                )


def _alone(point: Point) -> str:
    """The text of a point that is nothing but one short text."""
    return point.text[0] if len(point.text) == 1 and len(point.text[0]) <= _LONGEST else ""
