"""What is made of blocks that several documents share, made once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from drafter.model.document import Block

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Keeps what was made of these very blocks; of any other, though it be equal, nothing.

    What is made of a block must not depend on others that differ from document to document, and none may stand in a
    document twice.
    """

    def __init__(self, shared: Iterable[Block] = ()) -> None:
        self._shared = {id(block): block for block in shared}  # held, so that no other takes its identity
        self._made: dict[int, Made] = {}

    def get(self, block: Block) -> Made | None:
        """What was made of a block before; None where nothing was, or nothing is kept of it."""
        return self._made.get(id(block))

    def keep(self, block: Block, made: Made) -> Made:
        """What was made of a block, kept where it is shared."""
        if id(block) in self._shared:
            self._made[id(block)] = made
        return made
