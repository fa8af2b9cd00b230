"""What drafts have from elsewhere, passage by passage; told to a person or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli import console
from drafter.reports import similar as report

if TYPE_CHECKING:
    from drafter.actions.library.similar import FromOne, Report
    from drafter.library.comparing import Comparison, Copied

_TITLE = 40
"""Characters of a title."""

_BESIDE, _END = 120, 18
"""Characters of a passage beside another; of a longer one those at its end."""


def tell_compared(held: Report, as_json: bool) -> int:
    """How much of each draft stands elsewhere, and which passages; the highest exit code of all."""
    if as_json:
        console.emit(report.as_json(held))
    for one in held.compared:
        if one.comparison is not None and not as_json:
            _tell_sums(one.path, one.comparison)
            for source in one.sources:
                _tell_source(source, one.comparison)
            for number, copied in enumerate(one.comparison.copied, 1):
                _tell_passage(number, copied)
        console.problems(one.problems, one.path)
    console.problems(held.notes)
    return max((one.exit_code for one in held.compared), default=0)


def _tell_sums(path: str, comparison: Comparison) -> None:
    excepted = f"；引文 {comparison.excepted} 字不算" if comparison.excepted else ""
    console.say(
        f"{path}：{comparison.characters} 字，重复 {comparison.same} 字，占 {comparison.share:.1%}{excepted}"
    )


def _tell_source(source: FromOne, comparison: Comparison) -> None:
    """How much is from one entry."""
    entry = source.entry
    share = source.characters / max(comparison.characters - comparison.excepted, 1)
    about = entry.title[:_TITLE] + (f"，{entry.date}" if entry.date else "")
    console.say(f"  {entry.id}（{about}）：{source.passages} 处，{source.characters} 字，占 {share:.1%}")


def _tell_passage(number: int, copied: Copied) -> None:
    """A passage beside the one that it is like."""
    also = f"；另见 {'、'.join(copied.also)}" if copied.also else ""
    alike = f"{copied.same} 字，相似 {copied.similarity:.0%}"
    console.say("")
    console.say(f"{number}. 第 {copied.paragraph} 段，{alike}，来自 {copied.entry.id}{also}")
    console.say(f"   本稿：{_short(copied.text)}")
    console.say(f"   旧稿：{_short(copied.source_text)}")


def _short(text: str) -> str:
    return text if len(text) <= _BESIDE else f"{text[: _BESIDE - 20]}……{text[-_END:]}"
