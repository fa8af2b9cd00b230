"""The word lists of a run: what is shipped, under the site's, the user's and the workspace's."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.drafting.desk import Desk
from drafter.model.lexicon import Lexicon
from drafter.problems import InputProblem, has_errors
from drafter.readers import wordlists
from drafter.storage import files

PLACES = "地名"


def lexicon(desk: Desk, names: Sequence[str] = wordlists.NAMES) -> Lexicon:
    """The word lists of these names, each lying over those of folders further from the user.

    Raises:
        InputProblem: one of them cannot be read.

    """
    lists = wordlists.Lists()
    for folder in reversed(desk.places.folders("lexicon")):
        for name in names:
            path = folder.path / f"{name}.yaml"
            if path.is_file():
                problems = wordlists.read(lists, name, files.read_text(path).text, str(path))
                if has_errors(problems):
                    raise InputProblem(*problems)
    return lists.lexicon()
