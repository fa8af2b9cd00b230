"""What several departments sent in, as passages by part of one outline, each with whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from drafter.drafting.binding import printed
from drafter.importing import recasting
from drafter.model import vocabulary
from drafter.model.roster import Unit
from drafter.model.template import Template
from drafter.model.tree import Tree
from drafter.outlining.form import leftovers
from drafter.patterns import pattern
from drafter.problems import DrafterError, InputProblem
from drafter.readers.outline import outline as outline_yaml_reader
from drafter.readers.outline import tree as outline_tree
from drafter.records import Record
from drafter.redline.aligning import likeness
from drafter.session import inputs, old_files
from drafter.session.session import Session
from drafter.session.tables import read_table
from drafter.storage import files
from drafter.writers import outline_yaml

SENT, MISSING, AGAIN, EMPTY, BROKEN, STRANGER = "已交", "未交", "重复交", "空文件", "读不了", "不认识是谁的"
ALIKE = 0.75
"""Likeness from which two passages of two units say one thing."""

_NAMED = 4
"""Characters before a figure that say what it counts."""

_LEAST = 12
"""Characters of a passage that is compared with others."""

_REFERENCE = pattern(r"(?<!\\)\{\{\s*([^{}\s]+)\s*\}\}")
_OWN = pattern(r"我(?:局|委|办|部|厅|院|中心|镇|县|区|乡|街道|单位|公司|校|所|站)")
_FIGURE = pattern(
    r"(?P<what>[\u4e00-\u9fff]{2,20}?)(?:达到?|为|共|累计|完成|是|约)?(?P<number>\d+(?:[.,]\d+)*)(?P<unit>[%％‰]|[万亿]?[\u4e00-\u9fff]{1,2})"
)
_HEAD = frozenset(vocabulary.chinese(vocabulary.OUTLINE).values())
"""Keys of what is said about a paper; all others are its parts."""


class Passage(Record):
    """Something that a unit wrote for a part: a point of an outline's tree, and what it says."""

    unit: str
    file: str
    role: str
    tree: Tree
    text: str


class Sent(Record):
    """A file that came: whose it is, in what state, how many passages and characters, and pictures, which stay behind;
    `problem` says what is wrong.
    """

    file: str
    unit: str
    state: str
    passages: tuple[Passage, ...] = ()
    characters: int = 0
    problem: str = ""
    pictures: int = 0


class Differing(Record):
    """One measure with several values: each with the unit that says it, and its sentence."""

    what: str
    said: tuple[tuple[str, str, str], ...]


def read(session: Session, file: str, units: Sequence[Unit], template: Template) -> Sent:
    """What a file brings."""
    name, pictures = Path(file).name, 0
    try:
        if inputs.is_outline(file):
            text = files.read_text(session.base / file, file).text
            tree = _filled(outline_tree.read(text, file), _values(text, file))
            said = file
        elif Path(file).suffix.lower() in inputs.SHEETS:
            tree, said = {"标题": Path(file).stem, "主体": {"表格": _rows(session, file)}}, file
        else:
            source = leftovers.set_aside(old_files.source_of(session, file))
            pictures = sum(one.kind == "picture" for one in source.dropped)
            said = f"{file}\n" + "\n".join(line.text for line in (*source.lines[:6], *source.lines[-4:]))
            outline = recasting.recast(session, source, template).outline
            tree = outline_tree.read(outline_yaml.write(outline, template=template), file)
    except DrafterError as error:
        return Sent(file, unit_of(name, units), BROKEN, problem=error.problems[0].message)
    unit = unit_of(name, units) or unit_of(f"{said}\n{tree.get('标题') or ''}", units)
    passages = tuple(_passages(tree, unit or Path(file).stem, file))
    if not passages:
        return Sent(file, unit, EMPTY)
    state = SENT if unit or not units else STRANGER
    size = sum(len(one.text) for one in passages)
    return Sent(file, unit or Path(file).stem, state, passages, size, pictures=pictures)


def _rows(session: Session, file: str) -> list[list[str]]:
    """The rows of a workbook as it shows them, the names of its columns first.

    Raises:
        InputProblem: it cannot be read, or a cell cannot be printed.

    """
    table = read_table(session, file)
    faults = [fault for row in table.rows for fault in row.faults.values()]
    if faults:
        raise InputProblem(*faults)
    return [list(table.columns), *([row.cells.get(one, "") for one in table.columns] for row in table.rows)]


def _values(text: str, name: str) -> Mapping[str, str]:
    """What the figures of an outline print."""
    source, _ = outline_yaml_reader.parse(text, name)
    facts = outline_yaml_reader.read(source, {})[0].facts if source is not None else {}
    return {one: printed(fact) for one, fact in facts.items() if fact is not None}


def _filled(tree: Tree, values: Mapping[str, str]) -> Tree:
    """A tree in which texts say the figures themselves: those stay behind."""
    if isinstance(tree, dict):
        return {key: value if key == "数据" else _filled(value, values) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_filled(one, values) for one in tree]
    if isinstance(tree, str) and "{{" in tree:
        return _REFERENCE.sub(lambda found: values.get(found[1], f"〔待补：{found[1]}〕"), tree)
    return tree


def unit_of(text: str, units: Sequence[Unit]) -> str:
    """The unit that a text names, by the longest of its names; "" for none."""
    named = [
        (len(name), unit.name)
        for unit in units
        for name in (unit.name, *unit.short, *unit.former)
        if name in text
    ]
    return max(named, default=(0, ""))[1]


def states(sent: Sequence[Sent], units: Sequence[Unit]) -> list[Sent]:
    """The files, those of a unit that sent more than one as such, and the units that sent none."""
    seen: set[str] = set()
    said: set[tuple[str, str]] = set()
    found = []
    for one in sent:
        again = one.state == SENT and one.unit in seen
        seen |= {one.unit} if one.state == SENT else set()
        fresh = tuple(passage for passage in one.passages if (one.unit, passage.text) not in said)
        said |= {(one.unit, passage.text) for passage in fresh}
        found.append(replace(one, state=AGAIN if again else one.state, passages=fresh))
    return [*found, *(Sent("", unit.name, MISSING) for unit in units if unit.name not in seen)]


def usable(sent: Sequence[Sent]) -> list[Passage]:
    """The passages of every file that says something."""
    return [one for file in sent if file.state in (SENT, STRANGER, AGAIN) for one in file.passages]


def _passages(tree: Tree, unit: str, file: str) -> Iterator[Passage]:
    for key, value in tree.items():
        if key == "小节":
            for section in value or []:
                role = section.get("角色", "主体") if isinstance(section, dict) else "主体"
                yield from _of_section(role, section, unit, file)
        elif key not in _HEAD:
            for section in value if isinstance(value, list) else [value]:
                yield from _of_section(key, section, unit, file)


def _of_section(role: str, section: Tree, unit: str, file: str) -> Iterator[Passage]:
    if not isinstance(section, dict):
        points = [section] if section else []
    else:
        leads, tails = (section.get(key) for key in ("导语", "小结"))
        points = [
            *_listed(leads),
            *_listed(section.get("要点")),
            *(_listed(tails) if not isinstance(tails, dict) else []),
        ]
        rows = section.get("表格")
        if rows:
            text = "\n".join(" ".join(map(str, row)) for row in rows if isinstance(row, list))
            yield Passage(unit, file, role, {"表格": rows, "来源": unit}, text)
    for point in points:
        text = "\n".join(_texts(point))
        if text:
            made = dict(point) if isinstance(point, dict) else {"正文": point}
            yield Passage(unit, file, role, {**made, "来源": unit}, text)


def _listed(value: Tree) -> list[Tree]:
    return list(value) if isinstance(value, list) else [value] if value else []


def _texts(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree.replace("\\{{", "{{")
    elif isinstance(tree, list):
        for one in tree:
            yield from _texts(one)
    elif isinstance(tree, dict):
        for key in ("标题", "正文", "要点", "小结"):
            yield from _texts(tree.get(key))


def merged(tree: Tree, passages: Sequence[Passage]) -> Tree:
    """The outline's tree with every passage at the end of its part; parts that it has not are put before its closing."""
    made = dict(tree)
    for one in passages:
        there = made.get(one.role)
        if "表格" in one.tree:
            made[one.role] = [*_listed(there), one.tree]
        elif one.role in made and isinstance(there, list):
            made[one.role] = (
                [*there, {"要点": [one.tree]}] if not _with_points(there) else _appended(there, one.tree)
            )
        elif isinstance(there, dict):
            made[one.role] = {**there, "要点": [*_listed(there.get("要点")), one.tree]}
        elif there:
            made[one.role] = {"导语": there, "要点": [one.tree]}
        else:
            made[one.role] = {"要点": [one.tree]}
    last = [key for key in ("结尾",) if key in made]
    return {
        **{key: value for key, value in made.items() if key not in last},
        **{key: made[key] for key in last},
    }


def _with_points(sections: Sequence[Tree]) -> bool:
    return bool(sections) and isinstance(sections[-1], dict) and "要点" in sections[-1]


def _appended(sections: Sequence[Tree], point: Tree) -> list[Tree]:
    *ahead, last = sections
    return [*ahead, {**last, "要点": [*_listed(last["要点"]), point]}]


def differing(passages: Sequence[Passage]) -> list[Differing]:
    """Measures to which units give different values."""
    found: dict[tuple[str, str], dict[str, tuple[str, str, str]]] = {}
    for one in passages:
        for match in _FIGURE.finditer(one.text):
            start = max(one.text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
            sentence = one.text[start : match.end() + 12].split("。")[0]
            key = match["what"][-_NAMED:], match["unit"]
            value = match["number"].replace(",", "")
            found.setdefault(key, {}).setdefault(value, (one.unit, match["number"] + match["unit"], sentence))
    return [
        Differing(what, tuple(said.values()))
        for (what, _), said in found.items()
        if len(said) > 1 and len({unit for unit, _, _ in said.values()}) > 1
    ]


def alike(passages: Sequence[Passage]) -> list[tuple[Passage, Passage]]:
    """Passages of different units for one part that say nearly the same."""
    found = []
    for at, one in enumerate(passages):
        for other in passages[at + 1 :]:
            near = (
                one.role == other.role
                and one.unit != other.unit
                and min(len(one.text), len(other.text)) >= _LEAST
            )
            if (
                near
                and 0.5 <= len(one.text) / len(other.text) <= 2
                and likeness(one.text, other.text) >= ALIKE
            ):
                found.append((one, other))
    return found


def own_words(passages: Sequence[Passage]) -> list[tuple[Passage, str]]:
    """Passages that speak of their unit as 我局, which the whole may not."""
    return [(one, match[0]) for one in passages if (match := _OWN.search(one.text))]
