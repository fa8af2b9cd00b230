"""A Word file as it is and as it was set, for the page to draw both."""

from __future__ import annotations

from pathlib import Path

from drafter.model.stylesheet import Page
from drafter.readers.word import package as word_package
from drafter.session import inputs
from drafter.session.session import Session
from drafter.storage import files
from drafter.typesetting.sheets import Sheet, sheet_of


def beside(session: Session, style: str, before: str, after: str) -> tuple[Sheet | None, Sheet]:
    """How two files stand on paper, with the page of a style where they name none; None for what is no Word file of today
    and has no look that can be read.
    """
    is_word = Path(before).suffix.lower() == inputs.WORD_FILE
    base = session.stylesheets.named(style).page
    return (_sheet(before, base) if is_word else None), _sheet(after, base)


def _sheet(path: str, base: Page) -> Sheet:
    source = word_package.read(files.read_bytes(Path(path)), Path(path).name)
    return sheet_of(source, base)
