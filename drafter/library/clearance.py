"""The mark of secrecy that a person says the work at hand bears, where there is no paper to say it."""

from __future__ import annotations

from drafter import secrecy
from drafter.problems import Problem, UsageProblem


def cleared_by(mark: str) -> int:
    """The rank of a mark typed after `--secrecy`; 0 where none was.

    Raises:
        UsageProblem: there is no such mark.

    """
    rank = secrecy.known_rank(mark)
    if rank is None:
        hint = "写成 " + "、".join(secrecy.LEVELS[1:])
        raise UsageProblem(Problem("unknown-value", f"--secrecy 没有“{mark[:20]}”这个密级", hint=hint))
    return rank
