"""How long a draft is: characters, paragraphs, pages and speaking time, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.production import Draft
from drafter.importing.drafts import decode_draft, read_draft
from drafter.measuring import cutting
from drafter.measuring.cutting import Change
from drafter.measuring.measure import Measures
from drafter.model.document import Role, paragraphs, plain
from drafter.problems import DrafterError, Place, Problem, Severity, UsageProblem
from drafter.session.destinations import STREAM
from drafter.session.session import Session
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
    session: Session,
    inputs: Sequence[str],
    options: Options,
    rate: float | None,
    stdin: bytes | None = None,
    stdin_reader: str = "yaml",
) -> list[Counted]:
    """The measures of each input, read at `rate` syllables a minute, else at the workspace's.

    Raises:
        UsageProblem: nobody reads at that rate.

    """
    rate = session.rate if rate is None else rate
    if not syllables.SLOWEST <= rate <= syllables.FASTEST:  # which nan is not, too
        message = f"--rate 要写每分钟读多少字，{syllables.SLOWEST} 到 {syllables.FASTEST} 之间的数"
        raise UsageProblem(Problem("bad-rate", message, hint=f"如 --rate {syllables.RATE}"))
    return [_count(session, name, options, rate, stdin, stdin_reader) for name in inputs]


def _count(
    session: Session, name: str, options: Options, rate: float, stdin: bytes | None, stdin_reader: str
) -> Counted:
    shown = "标准输入" if name == STREAM else name
    try:
        if name == STREAM:
            draft, said = decode_draft(session, stdin or b"", shown, stdin_reader, options)
        else:
            draft, said = read_draft(session, name, options)
    except DrafterError as error:
        return Counted(shown, error.exit_code, problems=error.problems)
    measures = production.measured(session, draft, rate)
    changes = tuple(cutting.changes(measures, draft.minutes, TOLERANCE))
    problems = (*said, *draft.problems, *_budget(draft, measures, changes))
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
        for _, sentence in sentences.long_ones(plain(content))
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
