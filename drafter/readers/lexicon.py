"""Word lists in YAML: words and what is to be known of each."""

from __future__ import annotations

from drafter.problems import Place, Problem
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml import trees
from drafter.readers.yaml.reading import Reading


def read(text: str, name: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The words of the list with their values, and what is wrong with it."""
    root, problems = trees.parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), name)
    if root is None:
        return {}, tuple(problems)
    if not isinstance(root, yaml.Mapping):
        hint = "一行一个词，例如 一蹴而就: _ cù _ _"
        return {}, (*problems, Problem("wrong-type", "词表要写成“词: 值”", Place(name, 1, 1), hint=hint))
    reading = Reading(list(problems))
    words = {key.text.strip(): reading.line(value, key.text) for key, value in root.pairs}
    return {word: said for word, said in words.items() if word and said}, tuple(reading.problems)
