"""What `stats` counted in each draft, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from drafter.actions.stats import Counted, LongSentence
    from drafter.measuring.cutting import Change
    from drafter.measuring.measure import PartMeasure


def as_json(counted: Iterable[Counted]) -> Json:
    """The whole report."""
    return {"files": [_file(one) for one in counted]}


def _file(counted: Counted) -> Json:
    """One draft; null and nothing where there is none to count."""
    report = file_json(counted.path, counted.problems) | {
        "characters": None, "paragraphs": None, "minutes": None, "pages": None, "parts": [], "gaps": [],
    }  # fmt: skip
    draft, measures = counted.draft, counted.measures
    if draft is None or measures is None:
        return report
    return report | {
        "characters": measures.characters,
        "paragraphs": measures.paragraphs,
        "minutes": measures.minutes,
        "pages": measures.pages,
        "parts": [_part(part) for part in measures.parts],
        "gaps": [gap.name for gap in draft.gaps],
        "long_sentences": [_sentence(sentence) for sentence in counted.sentences],
        "changes": [_change(change) for change in counted.changes],
    }


def _part(part: PartMeasure) -> Json:
    return {
        "role": part.role,
        "heading": part.heading,
        "characters": part.characters,
        "minutes": part.minutes,
    }


def _sentence(sentence: LongSentence) -> Json:
    return {"paragraph": sentence.paragraph, "characters": len(sentence.text), "text": sentence.text}


def _change(change: Change) -> Json:
    return {"role": change.part.role, "heading": change.part.heading, "characters": change.characters}
