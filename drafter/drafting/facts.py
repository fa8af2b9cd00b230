"""The facts of a draft: the outline's own, under those of files, under those set one by one."""

from __future__ import annotations

from dataclasses import replace

from drafter.drafting.options import Options
from drafter.model.outline import Facts, FactValue, Outline
from drafter.problems import InputProblem, Problem, has_errors
from drafter.readers.outline import outline as outline_yaml
from drafter.storage import files


def given_facts(options: Options) -> Facts:
    """The facts that the options alone give, for a draft that has none of its own.

    Raises:
        InputProblem: a facts file cannot be used.

    """
    facts, problems = merge_facts(Outline(), options)
    if has_errors(problems):
        raise InputProblem(*problems)
    return facts


def merge_facts(outline: Outline, options: Options) -> tuple[Facts, list[Problem]]:
    """The outline's facts under those of the files, under those set one by one."""
    facts = dict(outline.facts)
    facts.update(dict.fromkeys(options.later))
    problems: list[Problem] = []
    for path in options.facts_files:
        file = files.read_text(path)
        more, _, found = outline_yaml.read_facts(file.text, str(path))
        facts.update(more)
        problems += [*file.problems, *found]
    for name, value in options.settings.items():
        old = facts.get(name)
        figure = replace(old, value=value) if old and old.value else FactValue(value=value)
        facts[name] = figure if value else None
    return facts, problems
