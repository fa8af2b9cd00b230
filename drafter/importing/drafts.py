"""Whatever can be built, as a draft: outlines, Markdown, and outlines typed in Word or a text editor."""

from __future__ import annotations

from dataclasses import replace

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.production import Draft
from drafter.problems import Problem
from drafter.session import inputs
from drafter.session.session import Session
from drafter.storage import encodings, files, paths

_TYPED = ("word", "text")
"""Readers of outlines that somebody typed in Word or a text editor."""


def read_draft(
    session: Session, name: str, options: Options, final: bool = False
) -> tuple[Draft, tuple[Problem, ...]]:
    """The draft of a file, and what is to be said of the file itself.

    Raises:
        InputProblem: there is no such file, it is of no kind that can be built, or it cannot be drafted.

    """
    if paths.is_folder(session.base / name):
        files.read_bytes(session.base / name, name)  # says what a folder is
    kind = inputs.drafted(name)
    file = _text_of(session, name, kind, options.genre)
    draft = production.draft_of(session, file.text, name, kind.reader, options, final)
    if kind.reader in _TYPED:  # its YAML, whose lines the gaps have, nobody sees
        draft = replace(draft, gaps=tuple(replace(gap, line=None, column=None) for gap in draft.gaps))
    return draft, file.problems


def decode_draft(
    session: Session, data: bytes, name: str, reader: str, options: Options, final: bool = False
) -> tuple[Draft, tuple[Problem, ...]]:
    """As `read_draft`, of what came through standard input; `reader` is `yaml` or `markdown`."""
    file = encodings.decode(data, name)
    return production.draft_of(session, file.text, name, reader, options, final), file.problems


def _text_of(session: Session, name: str, kind: inputs.Input, template: str) -> encodings.FileText:
    """The text of a file; an outline typed in Word comes as YAML, for the template that is asked for."""
    if kind.reader in _TYPED and paths.is_file(session.base / name):
        from drafter.importing.recasting import (
            as_yaml,
        )  # the readers of old files, which other drafts do without

        return encodings.FileText(*as_yaml(session, name, template))
    return files.read_text(session.base / name, name)
