"""Party before government, 人大 before government and 政协: institutions and offices in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.patterns import pattern

_LEVEL = "[省市县区州旗镇乡]"
_AND = "[、和与及]"
_ALONE = r"(?=[、，。；：）\s和与及]|研究|决定|联合|印发|共同|同意|批准|部署|要求|高度|主要|负责|领导|班子|$)"
"""What follows a committee that is named by itself, and not a department of it."""

_BODY = "(?!代表|各|专门|机关|委员)"
_BODIES = "次序是党委、人大、政府、政协"
_ORDERS = (
    (
        pattern(rf"政府{_AND}.?委"),
        rf"({_LEVEL})(?:人民)?政府{_AND}\1委{_ALONE}",
        "同级的党委在政府前面",
    ),
    (
        pattern(rf"国务院{_AND}?(?:党|中共)中央"),
        rf"国务院{_AND}?(?:党|中共)中央(?![办委政组宣统纪社直军]|党校|对外)",
        "党中央在国务院前面",
    ),
    (pattern(rf"政协{_AND}.?人大"), rf"({_LEVEL}?)政协{_AND}\1人大{_BODY}", _BODIES),
    (pattern(rf"政府{_AND}.?人大"), rf"({_LEVEL}?)(?:人民)?政府{_AND}\1人大{_BODY}", _BODIES),
    (pattern(rf"政协{_AND}.?(?:人民)?政府"), rf"({_LEVEL}?)政协{_AND}\1(?:人民)?政府{_ALONE}", _BODIES),
    (pattern(rf"人大{_AND}.?委"), rf"({_LEVEL})人大{_AND}\1委{_ALONE}", _BODIES),
    (
        pattern(rf"政府{_AND}中共"),
        rf"({_LEVEL})(?:人民)?政府{_AND}中共[\u4e00-\u9fff]{{0,6}}\1委{_ALONE}",
        "同级的党委在政府前面",
    ),
    (
        pattern(rf"{_AND}{_LEVEL}委书记"),
        rf"(?<!副)({_LEVEL})长[\u4e00-\u9fff]{{2,3}}?(?:同志)?{_AND}\1委书记",
        "书记在行政首长前面",
    ),
)
"""What is quickly found of each, the whole of it, and the right order."""

_WHOLE = tuple(pattern(whole) for _, whole, _ in _ORDERS)
_SIGHT = 8
"""Characters before what is quickly found in which the whole of it begins."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each pair in the wrong order, where both are of one level."""
    text = draft.text
    for (mark, _, right), whole in zip(_ORDERS, _WHOLE, strict=True):
        for found in mark.finditer(text):
            near = whole.finditer(text, max(found.start() - _SIGHT, 0), found.end() + _SIGHT)
            match = next((one for one in near if one.start() <= found.start() < one.end()), None)
            if match:
                yield Finding(match.start(), match.end(), f"次序反了：{match[0]}", right)


RULE = Rule(
    code="order-reversed",
    name="党政次序",
    family=Family.REDLINE,
    severity=ERROR,
    why="党委在政府前，四大班子依次是党委、人大、政府、政协，书记在行政首长前。“在省委、省政府和市委的领导下”级别不同，不算。",
    source="公文和新闻报道的通行次序",
    basis=Basis.CUSTOM,
    bad=(
        "市政府、市委研究决定。",
        "按照国务院、党中央的部署。",
        "市委、市政府、市人大、市政协负责同志参加。",
        "市长王某某、市委书记赵某某出席会议。",
        "请县政协、县人大的同志发言。",
        "市委、市人大、市政协、市政府负责同志参加。",
    ),
    good=(
        "市委、市政府研究决定。",
        "在省委、省政府和市委的坚强领导下，工作有了起色。",
        "按照党中央、国务院的部署。",
        "市委、市人大、市政府、市政协负责同志参加。",
        "市委书记赵某某、市长王某某出席会议。",
        "市政府和市委组织部联合发文。由市政府、市委社会工作部牵头，市委农办、市委金融办配合。",
    ),
    find=find,
)
