"""What the template said in the speaker's last speech that the library keeps: two speeches running should not say it."""

from __future__ import annotations

from pathlib import Path

from drafter import secrecy
from drafter.copying import classified
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.library.addresses import is_kept
from drafter.library.library import opened
from drafter.model.library import Query
from drafter.model.outline import Outline
from drafter.problems import DrafterError
from drafter.proofreading.sheets import date_of
from drafter.session.session import Session
from drafter.storage import paths

_MOST = 60
"""Outlines of the library, newest first, among which the speaker's last is looked for."""

_SHORTEST = 12
"""Characters of a sentence that is no courtesy (谢谢大家)."""


def last_said(session: Session, outline: Outline, name: str) -> tuple[tuple[str, str], ...]:
    """The sentences that the template said in the speaker's speech before this one, each with its title; nothing
    where no library is kept. What cannot be drafted is passed over.
    """
    speaker = outline.speaker.name if outline.speaker else ""
    if not speaker or not is_kept(session):
        return ()
    library = opened(session)
    itself = paths.real(session.base / name)
    cleared = secrecy.clearance(classified.mark_of(outline))
    earlier = [
        entry
        for entry in library.all(Query(kind="outline", cleared=cleared))
        if not (outline.date and date_of(entry.date) > date_of(outline.date))
        and not ((where := library.where(entry)) and paths.real(Path(where)) == itself)
    ]
    for entry in sorted(earlier, key=lambda entry: date_of(entry.date), reverse=True)[:_MOST]:
        try:
            text = library.volume(entry).text
            draft = (
                production.from_outline(session, text, entry.volume, Options()) if speaker in text else None
            )
        except DrafterError:
            continue
        if draft is None or draft.loaded is None or draft.loaded.outline.speaker is None:
            continue
        if draft.loaded.outline.speaker.name == speaker:
            return tuple((entry.title, said) for said in draft.bound.added if len(said) >= _SHORTEST)
    return ()
