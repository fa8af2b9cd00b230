"""采用情况表: who has sent in and who has not, what each brought, where figures differ; and what is to be said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.model.tree import Tree
from drafter.problems import Place, Problem, Severity
from drafter.readers.outline import anchors
from drafter.readers.outline.tree import Path
from drafter.revising import departments
from drafter.revising.departments import AGAIN, BROKEN, EMPTY, MISSING, STRANGER, Differing, Passage, Sent
from drafter.writers import markdown

_UNUSED = {
    BROKEN: ("merge-unread", "请他们另存为 .docx 再报一次"),
    EMPTY: ("merge-empty", "里面没有文字，请他们重报"),
    STRANGER: ("merge-unknown-unit", "文件名或开头写上单位，或先用 drafter roster add 把单位收进名册"),
    AGAIN: ("merge-again", "看看用哪一份，另一份从清单里拿掉"),
}


_GRAM = 4
"""Characters of the stretches by which a passage is known again in what became of it."""

_USED = 0.4
"""Share of a passage's stretches that a text of the outline has to hold, so that the passage was used there."""


_OWN = 3
"""How much more a stretch says where the point still bears the unit's name: what the writer polished was used."""


def unused(tree: Tree, sent: Sequence[Sent]) -> list[Passage]:
    """The passages of which the outline holds nothing to speak of: left out, or rewritten beyond knowledge."""
    where: dict[str, set[int]] = {}
    texts = list(anchors.texts(tree))
    whose = _sources(texts)
    for number, (_, text) in enumerate(texts):
        for gram in _grams(text):
            where.setdefault(gram, set()).add(number)
    said = {text for _, text in texts}
    found = []
    for one in (passage for file in sent for passage in file.passages):
        rows = one.tree.get("表格") if isinstance(one.tree, dict) else None
        if rows:
            cells = [str(cell) for row in rows for cell in row if str(cell).strip()]
            if sum(cell in said for cell in cells) < _USED * len(cells):
                found.append(one)
            continue
        grams = _grams(one.text)
        held = Counter(number for gram in grams for number in where.get(gram, ()))
        share = max(
            (count * (_OWN if whose[number] == one.unit else 1) for number, count in held.items()), default=0
        )
        if share < _USED * len(grams):
            found.append(one)
    return found


def _sources(texts: Sequence[tuple[Path, str]]) -> list[str]:
    """By each text of an outline the unit whose point it is in, by the 来源 that stands beside it."""
    units = {path[:-1]: text for path, text in texts if path[-1] == "来源"}
    return [
        next((units[path[:at]] for at in range(len(path), 0, -1) if path[:at] in units), "")
        for path, _ in texts
    ]


def _grams(text: str) -> set[str]:
    said = "".join(text.split())
    return {said[at : at + _GRAM] for at in range(max(len(said) - _GRAM + 1, 1))}


def table(sent: Sequence[Sent], differing: Sequence[Differing], left: Sequence[Passage]) -> str:
    """The table as a draft in Markdown; `left` are the passages that were not used."""
    units = [one for one in sent if one.state != MISSING]
    missing = [one.unit for one in sent if one.state == MISSING]
    head = f"收到材料{len(units)}份，未交{len(missing)}家" + (
        f"：{'、'.join(missing)}。" if missing else "。"
    )
    files = [
        (
            str(number),
            one.unit or "—",
            one.file or "—",
            one.state,
            str(len(one.passages)),
            str(len(one.passages) - sum(passage in left for passage in one.passages)),
            str(one.characters),
        )
        for number, one in enumerate(sent, 1)
    ]
    columns = ("序号", "单位", "文件", "情况", "段落", "已用", "字数")
    lines = ["# 材料报送和采用情况表", "", head, "", *markdown.table([columns, *files])]
    if left:
        rows = [(one.unit, " ".join(one.text.split())) for one in left]
        lines += ["", f"没有用上的{len(left)}段：", "", *markdown.table([("单位", "原话"), *rows])]
    if differing:
        figures = [(one.what, *said) for one in differing for said in one.said]
        lines += [
            "", "各单位说法不一的数字：", "",
            *markdown.table([("事项", "单位", "数字", "原话"), *figures]),
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def problems(
    sent: Sequence[Sent], passages: Sequence[Passage], differing: Sequence[Differing], name: str
) -> Iterator[Problem]:
    """What is to be said of the files, and of the whole, which is called `name`."""
    for file in sent:
        if file.state in _UNUSED:
            code, hint = _UNUSED[file.state]
            message = f"{file.file}：{file.state}" + (f"（{file.problem}）" if file.problem else "")
            yield Problem(code, message, severity=Severity.WARNING, hint=hint)
        if file.pictures:
            hint = "要用的，另存到总稿旁边，在总稿里写 图片"
            yield Problem(
                "left-out",
                f"{file.file}：图片 {file.pictures} 张没有收",
                severity=Severity.WARNING,
                hint=hint,
            )
    for measure in differing:
        said = "；".join(f"{unit}说 {number}" for unit, number, _ in measure.said)
        message = f"“{measure.what}”说法不一：{said}"
        yield Problem("figures-differ", message, Place(name), Severity.WARNING, "问清楚以哪家为准")
    for first, second in departments.alike(passages):
        message = f"{first.unit}和{second.unit}说的差不多：“{' '.join(first.text.split())[:24]}……”"
        yield Problem("alike", message, Place(name), Severity.INFO, "留一条就够")
    for one, word in departments.own_words(passages):
        message = f"{one.unit}的稿子里写着“{word}”"
        yield Problem("own-unit", message, Place(name), Severity.WARNING, f"改成“{one.unit}”")
