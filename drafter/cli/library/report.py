"""What `drafter library` says: for people, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.cli import console
from drafter.problems import Problem

_SHOWN = 40
"""Characters of a title in a list, and of a passage beside another."""

_BESIDE = 120


def _words() -> tuple[dict[str, str], dict[str, str]]:
    """Kinds and roles in Chinese."""
    from drafter.model import vocabulary
    from drafter.model.library import KINDS, PHRASES

    roles = {**vocabulary.chinese(PHRASES), **vocabulary.chinese(vocabulary.ROLES)}
    return vocabulary.chinese(KINDS), roles


def _problems(found: Sequence[Problem]) -> list[dict[str, Any]]:
    return [console.problem_json(problem) for problem in found]


def entry_json(entry: Any) -> dict[str, Any]:
    """What a list says of an entry."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "role": entry.role,
        "template": entry.template,
        "date": entry.date,
        "tags": list(entry.tags),
        "occasion": entry.occasion,
        "audience": entry.audience,
        "source": entry.source,
        "within": entry.within,
    }


def _highest(done: Sequence[Any]) -> int:
    """The highest exit code of several files."""
    return max((int(one.exit_code) for one in done), default=0)


def added(report: Any, as_json: bool) -> int:
    """What became of each file."""
    if as_json:
        files = [
            {"path": one.path, "problems": _problems(one.problems), "id": one.id or None}
            | {"entries": one.entries, "new": one.new}
            for one in report.added
        ]
        console.emit({"files": files, "problems": _problems(report.notes)})
    for one in report.added:
        console.problems(one.problems, one.path)
        if not as_json and not one.exit_code:
            console.say(f"√ {one.id}（{one.entries} 条）" if one.new else f"● {one.id}：已经在库里")
    console.problems(report.notes)
    good = [one for one in report.added if one.new]
    if not as_json and len(report.added) > 1:
        total = sum(one.entries for one in good)
        known = sum(1 for one in report.added if not one.new and not one.exit_code)
        failed = len(report.added) - len(good) - known
        rest = [f"{known} 份已经在库里" if known else "", f"{failed} 份没有收" if failed else ""]
        console.say("；".join(filter(None, (f"收进 {len(good)} 份，共 {total} 条可检索", *rest))))
    return _highest(report.added)


def listed(found: Any, as_json: bool) -> int:
    """A line for each entry."""
    if as_json:
        entries = [entry_json(hit.entry) | {"used": list(hit.used)} for hit in found.hits]
        console.emit({"files": [], "entries": entries, "problems": _problems(found.notes)})
        return 0
    kinds, roles = _words()
    rows = [
        [
            hit.entry.id,
            kinds[hit.entry.kind],
            roles.get(hit.entry.role, hit.entry.role) or hit.entry.template,
            hit.entry.date,
            hit.entry.title[:_SHOWN],
            f"用过 {len(hit.used)} 次" if hit.used else "",
        ]
        for hit in found.hits
    ]
    console.table(rows)
    if not rows:
        console.note("没有这样的素材；用 drafter library add 把旧稿收进来")
    console.problems(found.notes)
    return 0


def found(report: Any, as_json: bool) -> int:
    """The hits, the best first."""
    if as_json:
        hits = [
            entry_json(hit.entry) | {"excerpt": hit.excerpt, "score": hit.score, "used": list(hit.used)}
            for hit in report.hits
        ]
        console.emit(
            {"files": [], "query": report.query, "hits": hits, "more": report.more}
            | {"problems": _problems(report.notes)}
        )
        return 0
    kinds, roles = _words()
    for hit in report.hits:
        entry = hit.entry
        role = roles.get(entry.role, entry.role)
        about = [kinds[entry.kind], role if role != kinds[entry.kind] else "", entry.template, entry.date]
        used = f"；用在：{'、'.join(hit.used)}" if hit.used else ""
        console.say(f"{entry.id}  {' · '.join(filter(None, about))}{used}")
        console.say(f"    {hit.excerpt}")
    if not report.hits:
        console.note("没有找到；少写一个词，或去掉 --role、--year 这些条件再试")
    elif report.more:
        console.note(f"只列了前 {len(report.hits)} 条；多写一个词，或加 --limit")
    console.problems(report.notes)
    return 0


def shown(report: Any, as_json: bool) -> int:
    """One entry in full."""
    entry = report.entry
    if as_json:
        below = [entry_json(one) for one in report.below]
        console.emit(
            {"files": [], "entry": entry_json(entry) | {"text": entry.text, "note": entry.note}}
            | {"path": report.path, "used": list(report.used), "below": below}
            | {"problems": _problems(report.notes)}
        )
        return 0
    kinds, roles = _words()
    lines = [
        ("编号", entry.id),
        ("类别", kinds[entry.kind]),
        ("部分", roles.get(entry.role, entry.role)),
        ("标题", entry.title),
        ("文体", entry.template),
        ("日期", entry.date),
        ("场合", entry.occasion),
        ("对象", entry.audience),
        ("标签", "、".join(entry.tags)),
        ("来源", entry.source),
        ("备注", entry.note),
        ("用在", "、".join(report.used)),
        ("文件", console.near(report.path)),
    ]
    for name, value in lines:
        if value:
            console.say(f"{name}：{value}")
    console.say("")
    for paragraph in entry.paragraphs:
        console.say(paragraph)
    if report.below:
        console.say("")
        console.table([[one.id, kinds[one.kind], roles.get(one.role, one.role)] for one in report.below])
    console.problems(report.notes)
    return 0


def took(report: Any, as_json: bool) -> int:
    """What was written into the outline."""
    _, roles = _words()
    if as_json:
        file = {"path": report.path, "problems": _problems(report.notes), "id": report.entry.id}
        more = {"role": report.role, "facts": list(report.facts), "note": report.entry.note}
        console.emit({"files": [file | more]})
        return 0
    console.say(f"√ {report.path}：“{roles.get(report.role, report.role)}”末尾加了“{report.entry.title}”")
    if report.facts:
        console.say(f"  “数据”里添了 {'、'.join(report.facts)}，填上数值")
    if report.entry.note:
        console.note(f"  备注：{report.entry.note}")
    console.problems(report.notes)
    return 0


def compared(report: Any, as_json: bool) -> int:
    """How much of each draft stands elsewhere, and which passages."""
    if as_json:
        console.emit(
            {"files": [_compared_json(one) for one in report.compared], "problems": _problems(report.notes)}
        )
    for one in report.compared:
        if one.comparison is not None and not as_json:
            _tell_compared(one)
        console.problems(one.problems, one.path)
    console.problems(report.notes)
    return _highest(report.compared)


def _compared_json(one: Any) -> dict[str, Any]:
    file: dict[str, Any] = {
        "path": one.path,
        "problems": _problems(one.problems),
        "share": None,
        "passages": [],
    }
    comparison = one.comparison
    if comparison is None:
        return file
    passages = [
        {
            "paragraph": copied.paragraph,
            "text": copied.text,
            "id": copied.entry.id,
            "title": copied.entry.title,
            "source_text": copied.source_text,
            "similarity": copied.similarity,
            "characters": copied.same,
            "date": copied.entry.date,
            "also": list(copied.also),
            "heard": copied.heard,
        }
        for copied in comparison.copied
    ]
    sources = [
        {"id": source.entry.id, "title": source.entry.title, "date": source.entry.date}
        | {"passages": source.passages, "characters": source.characters}
        for source in one.sources
    ]
    return file | {
        "share": comparison.share,
        "characters": comparison.characters,
        "repeated": comparison.same,
        "excepted": comparison.excepted,
        "passages": passages,
        "sources": sources,
    }


def _tell_compared(one: Any) -> None:
    comparison = one.comparison
    console.say(
        f"{one.path}：{comparison.characters} 字，重复 {comparison.same} 字，占 {comparison.share:.1%}"
        + (f"；引文 {comparison.excepted} 字不算" if comparison.excepted else "")
    )
    for source in one.sources:
        share = source.characters / max(comparison.characters - comparison.excepted, 1)
        date = f"，{source.entry.date}" if source.entry.date else ""
        console.say(
            f"  {source.entry.id}（{source.entry.title[:_SHOWN]}{date}）：{source.passages} 处，{source.characters} 字，占 {share:.1%}"
        )
    for number, copied in enumerate(comparison.copied, 1):
        also = f"；另见 {'、'.join(copied.also)}" if copied.also else ""
        console.say("")
        console.say(
            f"{number}. 第 {copied.paragraph} 段，{copied.same} 字，相似 {copied.similarity:.0%}，来自 {copied.entry.id}{also}"
        )
        console.say(f"   本稿：{_short(copied.text)}")
        console.say(f"   旧稿：{_short(copied.source_text)}")


def _short(text: str) -> str:
    return text if len(text) <= _BESIDE else f"{text[: _BESIDE - 20]}……{text[-18:]}"


def removed(report: Sequence[Any], as_json: bool) -> int:
    """What became of each file."""
    if as_json:
        console.emit(
            {
                "files": [
                    {"path": one.id, "problems": _problems(one.problems), "moved": one.moved or None}
                    for one in report
                ]
            }
        )
    for one in report:
        console.problems(one.problems)
        if not as_json and not one.exit_code:
            console.say(f"√ {one.id} 移走了" + (f"，在 {console.near(one.moved)}" if one.moved else ""))
    return _highest(report)


def rebuilt(count: int, notes: Sequence[Problem], as_json: bool) -> int:
    """How many files there are."""
    if as_json:
        console.emit({"files": [], "volumes": count, "problems": _problems(notes)})
        return 0
    console.say(f"√ 索引重建好了，{count} 个文件")
    console.problems(notes)
    return 0


def exported(report: Any, as_json: bool) -> int:
    """The pack and what is in it."""
    if as_json:
        console.emit(
            {
                "files": [
                    {"path": report.path, "problems": _problems(report.notes), "names": list(report.names)}
                ]
            }
        )
        return 0
    console.say(f"√ {report.path}：{len(report.names)} 个文件")
    console.problems(report.notes)
    return 0
