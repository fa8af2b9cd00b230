"""What `build` made of each input, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json

if TYPE_CHECKING:
    from drafter.actions.build import Built
    from drafter.drafting.gaps import GapPlace
    from drafter.drafting.production import Draft
    from drafter.measuring.measure import Measures
    from drafter.model.library import ParagraphSource


def as_json(built: Iterable[Built]) -> Json:
    """The whole report."""
    return {"files": [_file(one) for one in built]}


def _file(built: Built) -> Json:
    """One input; what only a draft has is null where there is none."""
    report = file_json(built.path, built.problems) | {
        "paper": built.paper or None,
        "outputs": list(built.outputs),
        "template": None, "style": None, "characters": None, "minutes": None, "pages": None,
        "gaps": [], "added": [], "cut": [],
        "origins": [_origin(origin) for origin in built.origins],
    }  # fmt: skip
    if built.draft is not None and built.measures is not None:
        report |= _draft(built.draft, built.measures)
    if built.checksums:
        both = zip(built.outputs, built.checksums, strict=True)
        report["checksums"] = [{"path": path, "sha256": one.sha256, "sm3": one.sm3} for path, one in both]
    if built.data is not None:
        report["content"] = built.data.decode("utf-8")
    return report


def _draft(draft: Draft, measures: Measures) -> Json:
    return {
        "template": draft.template,
        "style": draft.style,
        "characters": measures.characters,
        "minutes": measures.minutes,
        "pages": measures.pages,
        "gaps": [gap.name for gap in draft.gaps],
        "added": list(draft.bound.added),
        "cut": list(draft.cut),
        "gap_places": [_gap(gap) for gap in draft.gaps],
    }


def _gap(gap: GapPlace) -> Json:
    return {
        "name": gap.name,
        "text": gap.text,
        "paragraph": gap.paragraph,
        "source": gap.source,
        "line": gap.line,
        "column": gap.column,
        "excerpt": gap.excerpt,
    }


def _origin(origin: ParagraphSource) -> Json:
    return {
        "paragraph": origin.paragraph,
        "text": origin.text,
        "what": origin.what,
        "id": origin.id,
        "title": origin.title,
        "line": origin.line,
        "source": origin.source,
        "key": origin.key,
    }
