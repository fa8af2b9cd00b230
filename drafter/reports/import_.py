"""What `import` made of each old file, as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from drafter.reports.problems import Json, file_json
from drafter.session.destinations import STREAM

if TYPE_CHECKING:
    from drafter.actions.import_ import Outlined
    from drafter.importing.guesses import Imported
    from drafter.model.source import Dropped, Guess


def as_json(outlined: Iterable[Outlined]) -> Json:
    """The whole report."""
    return {"files": [_file(one) for one in outlined]}


def _file(outlined: Outlined) -> Json:
    """One old file; null and nothing where no outline came of it, its text where it goes to no file."""
    report = file_json(outlined.path, outlined.problems) | {
        "outline": outlined.output or None, "title": None, "template": None, "characters": None, "kept": None,
        "dropped": [], "guessed": [], "pictures": [],
    }  # fmt: skip
    if outlined.imported is None:
        return report
    content: Json = {"content": outlined.text} if outlined.output == STREAM else {}
    pictures = [{"paragraph": one.paragraph, "file": one.path} for one in outlined.pictures]
    return report | _imported(outlined.imported) | {"pictures": pictures} | content


def _imported(found: Imported) -> Json:
    return {
        "title": found.outline.title,
        "template": found.outline.template,
        "characters": found.characters,
        "kept": found.kept,
        "dropped": [_dropped(dropped) for dropped in found.dropped],
        "guessed": [_guess(guess) for guess in found.guessed],
    }


def _dropped(dropped: Dropped) -> Json:
    return {
        "paragraph": dropped.paragraph,
        "text": dropped.text,
        "reason": dropped.reason,
        "kind": dropped.kind,
    }


def _guess(guess: Guess) -> Json:
    told: Json = {"what": guess.what, "paragraph": guess.paragraph, "why": guess.why}
    return told | ({"sure": guess.sure, "otherwise": guess.otherwise or None} if guess.is_role else {})
