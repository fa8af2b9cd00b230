"""A paper to a superior that is addressed, or copied, to whom it must not go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.draft import Draft, Paragraph
from drafter.checks.rule import ERROR, WARNING, Basis, Family, Finding, Rule
from drafter.checks.text.papers import paper

_PERSON = re.compile(
    r"(?:^|[、，,\s])((?:尊敬的)?[\u4e00-\u9fff]{0,6}(?:书记|省长|市长|县长|区长|镇长|乡长|州长|局长|厅长|部长|主席|领导)(?:同志)?)(?=[、，,\s：:]|$)"
)
_PARTED = re.compile(r"[、，,]")
_ONE_LEVEL = re.compile(
    r"[\u4e00-\u9fff]{0,8}?([省市县区州旗])委、(?:[\u4e00-\u9fff]{0,6}\1)?(?:人民)?政府[：:]?"
)
"""Party and government of one level, who answer together."""

_BELOW = re.compile(r"各(?:县|区|市(?!级)|镇|乡|街道|科室|股室|村|社区|所属|基层|下属)[^，。；]{0,12}")

_CLAUSE = "《党政机关公文处理工作条例》第十五条"
_NO_PERSON = f"报给机关，不报给个人（领导交办和主要负责人签发的除外）：{_CLAUSE}"
_ONE = f"原则上主送一个上级机关，要知道的写在抄送里：{_CLAUSE}"
_NOT_BELOW = f"上行文不抄送下级机关：{_CLAUSE}"


def find(draft: Draft) -> Iterator[Finding]:
    """In a 请示 or a 报告: several addressees, a person as one, copies to those below."""
    found = draft.once(paper)
    if found is None or not found.goes_up:
        return
    if found.addressees is not None:
        yield from _addressees(draft, found.addressees, "请示" in found.genre)
    below = _BELOW.search(draft.text, *found.copies) if found.copies is not None else None
    if below:
        yield Finding(*below.span(), f"上行文抄送了下级：{below[0]}", _NOT_BELOW)


def _addressees(draft: Draft, line: Paragraph, asks: bool) -> Iterator[Finding]:
    """The persons in a line of addressees, and more units than one that a 请示 asks."""
    said = draft.words(line)
    for match in _PERSON.finditer(said.rstrip("：:")):
        start, end = match.span(1)
        yield Finding(line.start + start, line.start + end, f"上行文主送了个人：{match[1]}", _NO_PERSON)
    if asks and _PARTED.search(said.strip()) and not _ONE_LEVEL.fullmatch(said.strip()):
        yield Finding(line.start, line.end, "请示主送了几个", _ONE, None, WARNING)


RULE = Rule(
    code="routing-wrong",
    name="上行文的主送和抄送",
    family=Family.RULES,
    severity=ERROR,
    why="请示一个头，报告不越位：请示原则上主送一个上级机关，不报给领导个人，不抄送下级。",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十五条",
    basis=Basis.RULED,
    bad=(
        "澜川市水务局关于解决管网改造资金的请示\n市政府、市财政局：\n因管网老旧，请拨付20万元。\n妥否，请批示。",
        "澜川市水务局关于解决管网改造资金的请示。\n顾市长：\n因管网老旧，请拨付20万元。\n妥否，请批示。",
        "澜川市水务局关于防汛准备情况的报告\n市政府:\n物资已经备齐。\n特此报告。\n抄送：各县水务局。",
    ),
    good=(
        "澜川市水务局关于解决管网改造资金的请示\n市政府：\n因管网老旧，请拨付20万元。\n妥否，请批示。\n抄送：市财政局。",
        "澜川市水务局关于做好防汛准备的通知\n各县水务局，局属各单位：\n请备齐物资。\n抄送：各乡镇水利站。",
        "澜川市水务局关于防汛准备情况的报告\n市政府并市防汛抗旱指挥部：\n物资已经备齐。",
    ),
    find=find,
)
