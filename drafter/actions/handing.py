"""Whether papers may be handed to a program that is not ours, which may pass on what it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter import secrecy
from drafter.copying import classified
from drafter.drafting import inheritance
from drafter.model import vocabulary
from drafter.problems import DrafterError, InputProblem, Place, Problem
from drafter.readers.outline import marks
from drafter.readers.outline import outline as outline_yaml
from drafter.session import inputs, old_files
from drafter.session.session import Session
from drafter.storage import files

_STATE_SECRET = secrecy.LEVELS.index("秘密")
_ROLES = vocabulary.spellings(vocabulary.ROLES)


def refuse_secrets(session: Session, names: Iterable[str]) -> None:
    """Says no where one of the files bears the mark of a state secret; of what cannot be read the verb itself says so.

    Raises:
        InputProblem: one does.

    """
    for name in names:
        try:
            rank = max(map(secrecy.rank, _marks(session, name)), default=0)
        except DrafterError:
            continue
        if rank >= _STATE_SECRET:
            message = f"标了密级“{secrecy.LEVELS[rank]}”，不交给助手程序"
            hint = "助手会把读到的送到它自己的服务器；涉密内容只能在涉密计算机上起草"
            raise InputProblem(Problem("classified", message, Place(name), hint=hint))


def _marks(session: Session, name: str) -> Iterator[str]:
    """The marks of secrecy that a file bears, wherever it says them."""
    if inputs.is_outline(name):
        text = files.read_text(session.base / name, name).text
        source, _ = outline_yaml.parse(text, name)
        if source is None:
            yield classified.mark_of_lines(text.split("\n"))
            return
        yield marks.said_in(source.root)
        yield inheritance.mark_of(session, source, _ROLES)
        return
    found = old_files.source_of(session, name)
    yield classified.mark_of_lines(line.text for line in found.lines)
    yield classified.mark_among(one.text for one in found.dropped)
