"""The word lists of a run: what is shipped, under the site's, the user's and the workspace's."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.model.lexicon import Lexicon
from drafter.problems import InputProblem, has_errors
from drafter.readers import lexicon as lexicon_reader
from drafter.readers import wordlists
from drafter.session.session import Session
from drafter.storage import files, paths
from drafter.storage.places import shipped

PLACES = "地名"


def lexicon(session: Session, names: Sequence[str] = wordlists.NAMES) -> Lexicon:
    """The word lists of these names, each lying over those of folders further from the user.

    Raises:
        InputProblem: one of them cannot be read.

    """
    lists = wordlists.Lists()
    for folder in reversed(session.places.folders("lexicon")):
        for name in names:
            path = folder.path / f"{name}.yaml"
            if paths.is_file(path):
                problems = wordlists.read(lists, name, files.read_text(path).text, str(path))
                if has_errors(problems):
                    raise InputProblem(*problems)
    return lists.lexicon()


def word_list(session: Session, name: str) -> dict[str, str]:
    """A plain list of words and what is said of each: what is shipped, with the user's own over it.

    Raises:
        InputProblem: the user's list cannot be read.

    """
    words: dict[str, str] = {}
    for folder in (shipped("lexicon"), session.places.home / "lexicon"):
        path = folder / f"{name}.yaml"
        if paths.is_file(path):
            found, problems = lexicon_reader.read(files.read_text(path).text, str(path))
            if has_errors(problems):
                raise InputProblem(*problems)
            words |= found
    return words
