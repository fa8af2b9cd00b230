"""How long a draft is: characters, paragraphs, pages and speaking time, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.drafting import cutting, production
from drafter.drafting.cutting import Change
from drafter.drafting.desk import Desk
from drafter.drafting.loading import Options
from drafter.drafting.measuring import Measures
from drafter.drafting.production import Draft
from drafter.model.document import Role, paragraphs, plain
from drafter.problems import DrafterError, Place, Problem, Severity
from drafter.speaking import sentences, syllables

TOLERANCE = 0.10
"""How far the speaking time may be from the budget before it is said (a tenth)."""


@dataclass(frozen=True, slots=True)
class LongSentence:
    """A sentence that is too long to listen to, and its paragraph (from 1)."""

    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The measures of one input, or the reason why there are none."""

    path: str
    exit_code: int = 0
    draft: Draft | None = None
    measures: Measures | None = None
    rate: float = syllables.RATE
    problems: tuple[Problem, ...] = ()
    sentences: tuple[LongSentence, ...] = ()
    changes: tuple[Change, ...] = ()


def stats(
    desk: Desk,
    inputs: Sequence[str],
    options: Options,
    rate: float | None,
    stdin: bytes | None = None,
    stdin_kind: str = "yaml",
) -> list[Counted]:
    """The measures of each input, read at `rate` syllables a minute, else at the workspace's."""
    rate = rate or desk.rate
    return [_count(desk, name, options, rate, stdin, stdin_kind) for name in inputs]


def _count(
    desk: Desk, name: str, options: Options, rate: float, stdin: bytes | None, stdin_kind: str
) -> Counted:
    shown = "标准输入" if name == "-" else name
    try:
        kind = stdin_kind if name == "-" else production.kind_of(desk, name)
        file = production.read_source(desk, shown, stdin if name == "-" else None, options.genre)
        draft = production.draft_of(desk, file.text, shown, kind, options)
    except DrafterError as error:
        return Counted(shown, error.exit_code, problems=error.problems)
    measures = production.measured(desk, draft, rate)
    changes = tuple(cutting.changes(measures, draft.minutes, TOLERANCE))
    problems = (*file.problems, *draft.problems, *_budget(draft, measures, changes))
    return Counted(
        shown,
        0,
        draft,
        measures,
        rate,
        problems,
        tuple(_long_sentences(draft)),
        changes,
    )


def _long_sentences(draft: Draft) -> list[LongSentence]:
    """The sentences of the text that are too long; tables and attachments are not spoken."""
    return [
        LongSentence(number, sentence)
        for number, (paragraph, content) in enumerate(paragraphs(draft.bound.document), 1)
        if paragraph is not None and paragraph.role is Role.BODY
        for sentence in sentences.long_ones(plain(content))
    ]


def _budget(draft: Draft, measures: Measures, changes: Sequence[Change]) -> tuple[Problem, ...]:
    """What is to be said about the time that was asked for."""
    if not draft.minutes:
        return ()
    over = measures.minutes - draft.minutes
    if abs(over) <= draft.minutes * TOLERANCE:
        return ()
    words = abs(sum(change.characters for change in changes))
    message = f"预定 {draft.minutes:g} 分钟，照现在的稿子要讲 {measures.minutes:g} 分钟"
    hint = f"大约要{'删去' if over > 0 else '补上'} {words} 字"
    return (Problem("off-budget", message, Place(draft.name), Severity.WARNING, hint),)
