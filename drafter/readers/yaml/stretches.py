"""Which texts of a YAML file are typed over several lines, and what they say."""

from __future__ import annotations

from drafter.model.tree import Stretch, YamlText
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml import trees
from drafter.readers.yaml.paragraphs import paragraphs


def yaml_text(text: str, name: str) -> YamlText:
    """The text as one that can be changed in place; of one that cannot be read nothing is known but its characters."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    root, _ = trees.parse(plain, name)
    found = []
    for scalar in yaml.walk(root):
        end = scalar.start + len(plain[scalar.start : scalar.end].rstrip())
        if "\n" in plain[scalar.start : end]:
            found.append(Stretch(scalar.start, end, paragraphs(scalar)))
    return YamlText(text, plain, name, found)
