"""Entries of the library: listed, found, shown, taken; told to a person or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.reports import library as report

if TYPE_CHECKING:
    from drafter.actions.library.find import Found, Shown
    from drafter.actions.library.take import Took
    from drafter.library.library import Hit

_TITLE = 40
"""Characters of a title in a list."""


def tell_listed(found: Found, as_json: bool) -> None:
    """A line for each entry."""
    if as_json:
        console.emit(report.listed_json(found))
        return
    kinds, roles = _words()
    rows = [
        [
            hit.entry.id,
            kinds[hit.entry.kind],
            roles.get(hit.entry.role, hit.entry.role) or hit.entry.template,
            hit.entry.date,
            hit.entry.title[:_TITLE],
            f"用过 {len(hit.used)} 次" if hit.used else "",
        ]
        for hit in found.hits
    ]
    console.table(rows)
    if not rows:
        console.note("没有这样的素材；用 drafter library add 把旧稿收进来")
    tell_hidden(found.hidden)
    console.problems(found.notes)


def tell_found(found: Found, as_json: bool) -> None:
    """The hits, the best first."""
    if as_json:
        console.emit(report.found_json(found))
        return
    kinds, roles = _words()
    for hit in found.hits:
        _tell_hit(hit, kinds, roles)
    if not found.hits:
        console.note("没有找到；少写一个词，或去掉 --role、--year 这些条件再试")
    elif found.more:
        console.note(f"只列了前 {len(found.hits)} 条；多写一个词，或加 --limit")
    tell_hidden(found.hidden)
    console.problems(found.notes)


def tell_hidden(hidden: int) -> None:
    """How many there are for whose mark of secrecy nothing is said of them."""
    if hidden:
        console.note(f"另有 {hidden} 条密级更高，没有列出；手上的活有密级，加 --secrecy")


def _tell_hit(hit: Hit, kinds: dict[str, str], roles: dict[str, str]) -> None:
    """What kind of entry it is, and the words that were found."""
    entry = hit.entry
    kind, role = kinds[entry.kind], roles.get(entry.role, entry.role)
    about = [kind, role if role != kind else "", entry.template, entry.date]
    used = f"；用在：{'、'.join(hit.used)}" if hit.used else ""
    console.say(f"{entry.id}  {' · '.join(filter(None, about))}{used}")
    console.say(f"    {hit.excerpt}")


def tell_shown(shown: Shown, as_json: bool) -> None:
    """One entry in full, and what can be taken from it."""
    if as_json:
        console.emit(report.shown_json(shown))
        return
    kinds, roles = _words()
    _tell_head(shown, kinds, roles)
    console.say("")
    for paragraph in shown.entry.paragraphs:
        console.say(paragraph)
    if shown.below:
        console.say("")
        console.table([[one.id, kinds[one.kind], roles.get(one.role, one.role)] for one in shown.below])
    console.problems(shown.notes)


def _tell_head(shown: Shown, kinds: dict[str, str], roles: dict[str, str]) -> None:
    """What is known of an entry, a line each."""
    entry = shown.entry
    for name, value in (
        ("编号", entry.id),
        ("类别", kinds[entry.kind]),
        ("部分", roles.get(entry.role, entry.role)),
        ("标题", entry.title),
        ("文体", entry.template),
        ("日期", entry.date),
        ("场合", entry.occasion),
        ("对象", entry.audience),
        ("密级", entry.secrecy),
        ("标签", "、".join(entry.tags)),
        ("来源", entry.source),
        ("备注", entry.note),
        ("引用", "、".join(shown.uses)),
        ("用在", "、".join(shown.used)),
        ("文件", console.near(shown.path)),
    ):
        if value:
            console.say(f"{name}：{value}")


def tell_took(took: Took, as_json: bool) -> None:
    """What was written into the outline."""
    if as_json:
        console.emit(report.took_json(took))
        return
    _, roles = _words()
    console.say(f"√ {took.path}：“{roles.get(took.role, took.role)}”末尾加了“{took.entry.title}”")
    if took.facts:
        console.say(f"  “数据”里添了 {'、'.join(took.facts)}，填上数值")
    if took.entry.note:
        console.note(f"  备注：{took.entry.note}")
    console.problems(took.notes)


def _words() -> tuple[dict[str, str], dict[str, str]]:
    """Kinds and roles in Chinese."""
    from drafter.model import vocabulary
    from drafter.model.library import KINDS, PHRASES

    roles = {**vocabulary.chinese(PHRASES), **vocabulary.chinese(vocabulary.ROLES)}
    return vocabulary.chinese(KINDS), roles
