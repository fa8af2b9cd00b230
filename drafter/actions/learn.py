"""A unit's style learned from papers that are set as it wants them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path

from drafter import measures
from drafter.model.stylesheet import Stylesheet
from drafter.problems import Place, Problem, Severity
from drafter.readers import stylesheet_keys as keys
from drafter.records import Record
from drafter.session.destinations import refuse_clashes
from drafter.session.session import Session
from drafter.storage.digests import Digests
from drafter.writers.yaml_text import quoted

BASE = "公文"
"""The style on which a learned one stands: what the examples do not show is the standard's."""

_NEAR, _NEAR_LINE = 30, 10
"""Twips by which a length, and a pitch, of an example may differ from the standard's and be the same."""

_ROLES = {"title": "小标宋", "heading1": "黑体", "heading2": "楷体", "body": "仿宋"}
"""The paragraphs that show which font the unit uses for which role."""

_LEARNED = ("title", "heading1", "heading2", "heading3", "heading4", "body")
_SIDES = ("width", "height", "top", "bottom", "left", "gutter", "right", "footer")
_NAMES = {name: said for said, name in keys.STYLE_NAMES.items()}
_PAGE = {name: said for said, name in keys.PAGE.items()}
_ALIGNED = {name: said for said, name in keys.ALIGN.items()}


class Value(Record):
    """A value of the style: where it stands, what it is, and in how many of the examples."""

    group: str
    key: str
    said: str
    count: int


class Learned(Record):
    """Where the style is, what of it is not as the standard has it, and what is to be said of the examples."""

    output: str
    examples: int
    values: tuple[Value, ...]
    problems: tuple[Problem, ...] = ()


def learn(session: Session, inputs: Sequence[str], output: str, force: bool = False) -> Learned:
    """The style of these files, written as one that stands on the standard's and says what is different.

    Raises:
        UsageProblem: the output would overwrite an input.
        InputProblem: one of the files cannot be read.
        OutputProblem: what is there was not written by drafter, or has been changed since.

    """
    refuse_clashes(session.base, [output], inputs)
    base = session.stylesheets.named(BASE)
    sheets = [session.stylesheets.named(name) for name in inputs]
    values = tuple(_values(sheets, base))
    text = _written(Path(output).stem, len(sheets), values)
    with Digests(session.places.home) as digests:
        digests.put({session.base / output: text.encode("utf-8")}, force)
    unsure = [one for one in values if one.count * 2 <= len(sheets) and len(sheets) > 1]
    return Learned(output, len(sheets), values, tuple(_doubts(unsure, len(sheets), output)))


def _doubts(unsure: Sequence[Value], examples: int, output: str) -> Iterator[Problem]:
    for one in unsure:
        message = f"{one.group}.{one.key} 各份不一样，取了“{one.said}”（{examples} 份里 {one.count} 份）"
        yield Problem("examples-differ", message, Place(output), Severity.WARNING, "照单位的规定改一改")


def _values(sheets: Sequence[Stylesheet], base: Stylesheet) -> Iterator[Value]:
    """What most examples have and the base has not, group by group."""
    for key, role in _ROLES.items():
        yield from _most("字体", role, sheets, base, partial(_font, key=key))
    for side in _SIDES:
        yield from _most("版面", _PAGE[side], sheets, base, partial(_side, side=side), _millimetres)
    yield from _most("页码", "格式", sheets, base, attrgetter("page_number.form"))
    yield from _most("页码", "位置", sheets, base, lambda one: "外侧" if one.page_number.outer else "居中")
    yield from _most("版面", "行距", sheets, base, attrgetter("page.line"), _points)
    for key in _LEARNED:
        for field, called, shown in _FIELDS:
            yield from _most(
                f"段落.{_NAMES[key]}",
                called,
                sheets,
                base,
                partial(_field, key=key, field=field),
                shown,
            )


def _font(sheet: Stylesheet, key: str) -> str:
    font = sheet.paragraphs[key].font
    return sheet.fonts.get(font, font)


def _field(sheet: Stylesheet, key: str, field: str) -> object:
    return getattr(sheet.paragraphs[key], field)


def _side(sheet: Stylesheet, side: str) -> object:
    """A length of the page; of the left margin what does not go into the binding."""
    page = sheet.page
    return page.left - page.gutter if side == "left" else getattr(page, side)


def _millimetres(value: object) -> str:
    return measures.millimetres(float(str(value)))


def _points(value: object) -> str:
    return measures.points(float(str(value)))


_FIELDS: Sequence[tuple[str, str, Callable[[object], str]]] = (
    ("size", "字号", lambda value: measures.size(int(str(value)))),
    ("align", "对齐", lambda value: _ALIGNED[str(value)]),
    ("first_line", "首行缩进", lambda value: f"{float(str(value)):g}字"),
    ("bold", "加粗", lambda value: "是" if value else "否"),
)


def _most(
    group: str,
    key: str,
    sheets: Sequence[Stylesheet],
    base: Stylesheet,
    of: Callable[[Stylesheet], object],
    shown: Callable[[object], str] = str,
) -> Iterator[Value]:
    values = [of(sheet) for sheet in sheets]
    most, count = Counter(map(shown, values)).most_common(1)[0]  # nobody sees a twip
    said = next(value for value in values if shown(value) == most)
    usual = of(base)
    least = {"版面": _NEAR_LINE if key == "行距" else _NEAR}.get(group, 0)
    near = isinstance(said, int) and isinstance(usual, int) and abs(said - usual) <= least
    if said != usual and not near:
        yield Value(group, key, shown(said), count)


def _written(name: str, examples: int, values: Sequence[Value]) -> str:
    lines = [
        f"# 从 {examples} 份样稿学来的；每项后面是几份里这样写。没有写的照公文格式。",
        f"名称: {quoted(name)}",
        "继承: gbt9704",
        f"说明: 照 {examples} 份样稿的样子",
    ]
    for group in dict.fromkeys(one.group for one in values):
        here = [one for one in values if one.group == group]
        path = group.split(".")
        if len(path) == 2 and f"{path[0]}:" not in lines:
            lines.append(f"{path[0]}:")
        lines.append(f"{'  ' * (len(path) - 1)}{path[-1]}:")
        lines += [
            f"{'  ' * len(path)}{one.key}: {quoted(one.said)}  # {one.count}/{examples}" for one in here
        ]
    return "\n".join(lines) + "\n"
