"""A person's YAML as it is typed: read to be changed, and written with comments, quotes and order as they were.

Every scalar stays the text that was typed, as in `yaml_nodes`.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver

from drafter.model import vocabulary
from drafter.model.tree import YamlText
from drafter.problems import InputProblem, Place, Problem
from drafter.writers.in_place.stretches import Representer, Stretches

NAMES = {name: vocabulary.spellings(table) for name, table in vocabulary.TABLES.items()}
CHINESE = {name: vocabulary.chinese(table) for name, table in vocabulary.TABLES.items()}
"""Each table's keys: by any spelling its name, by name its Chinese spelling."""

_NULL = ("tag:yaml.org,2002:null", re.compile("^(?:~|null|Null|NULL|)$"))
_WIDE = 1_000_000
"""Columns of a line before it is broken: never, since a person's lines are their own."""

_FLUSH_LIST = re.compile(r"^( *)[^\s#-][^\n]*:[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*\1- ", re.MULTILINE)


class _AsTyped(VersionedResolver):
    """Takes every plain scalar for text, but for an empty one."""

    @property
    def versioned_resolver(self) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
        return {first: [_NULL] for first in ("~", "n", "N", "")}


@dataclass(slots=True)
class Page:
    """An outline as it is typed, and how it came."""

    yaml: YAML
    root: CommentedMap
    crlf: bool
    stretches: Stretches

    @property
    def zh(self) -> bool:
        """Whether its keys are Chinese."""
        return any(not str(key).isascii() for key in self.root)

    def key(self, table: str, name: str) -> str:
        """A key as this outline spells keys."""
        return CHINESE[table][name] if self.zh else name

    def field(self, holder: CommentedMap, table: str, name: str) -> str:
        """The key under which a mapping holds a field; "" where it does not."""
        names = NAMES[table]
        return next((key for key in holder if names.get(str(key)) == name), "")

    def text(self) -> str:
        """The outline as text."""
        out = io.StringIO()
        self.yaml.dump(self.root, out)
        text = self.stretches.back(out.getvalue())
        return text.replace("\n", "\r\n") if self.crlf else text


def page_of(typed: YamlText) -> Page:
    """The outline, ready to be changed.

    Raises:
        InputProblem: it is no YAML, or no outline.

    """
    yaml = YAML()
    yaml.Resolver = _AsTyped
    yaml.Representer = Representer
    yaml.width = _WIDE
    yaml.preserve_quotes = True
    if not _FLUSH_LIST.search(typed.text):
        yaml.indent(mapping=2, sequence=4, offset=2)
    stretches = Stretches(typed)
    try:
        root = stretches.known(yaml.load(stretches.aside()))
    except (YAMLError, RecursionError) as error:
        hint = "先用 drafter build 看看毛病在哪一行，改好再来"
        raise InputProblem(
            Problem("bad-yaml", "这份大纲的 YAML 读不懂，没有改动它", Place(typed.name), hint=hint)
        ) from error
    if not isinstance(root, CommentedMap):
        raise InputProblem(
            Problem("no-outline", "这不是一份大纲", Place(typed.name), hint="最外层要写“键: 值”")
        )
    return Page(yaml, root, typed.crlf, stretches)
