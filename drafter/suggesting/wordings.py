"""The template's sentences at each place of a draft, numbered as 措辞 counts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from drafter.drafting.binding import bind
from drafter.drafting.composing import compose
from drafter.drafting.loading import Loaded
from drafter.model import vocabulary
from drafter.session.session import Session
from drafter.suggesting.suggestion import Suggestion

_MOST = 9
"""Wordings of one place that are looked for."""


def suggest(session: Session, loaded: Loaded, role: str = "") -> list[Suggestion]:
    """Every wording at every place where the template says something; what the draft says now is `chosen`."""
    names = [one.name for one in loaded.template.roles]
    places = dict.fromkeys(["opening", *names, "closing"])
    chinese = {one.name: one.chinese for one in loaded.template.roles}
    now = set(_added(session, loaded, loaded.outline.wording))
    return [
        Suggestion(
            chinese.get(place, vocabulary.chinese(vocabulary.ROLES).get(place, place)), number, text,
            chosen=set(text.split("\n")) <= now,
        )
        for place in places
        if not role or place == role
        for number, text in _wordings(session, loaded, place)
    ]  # fmt: skip


def _wordings(session: Session, loaded: Loaded, place: str) -> Iterator[tuple[int, str]]:
    """What stands at a place, wording by wording with its number; nothing where there is one for all."""
    said = [
        _added(session, loaded, {**loaded.outline.wording, place: str(number)})
        for number in range(1, _MOST + 1)
    ]
    common = set(said[0]).intersection(*said[1:])
    own = ["\n".join(text for text in added if text not in common) for added in said]
    if len(set(own)) > 1:
        yield from ((own.index(text) + 1, text) for text in dict.fromkeys(own) if text)


def _added(session: Session, loaded: Loaded, wording: Mapping[str, str]) -> list[str]:
    """What the template says of its own in the draft with this choice."""
    outline = replace(loaded.outline, wording=wording)
    return list(bind(compose(session, outline, loaded.template), outline.facts).added)
