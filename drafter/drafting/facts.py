"""The facts of a draft: the outline's own, under those of files, under those set one by one."""

from __future__ import annotations

from dataclasses import replace

from drafter import secrecy
from drafter.copying import classified
from drafter.drafting.options import Options
from drafter.model import vocabulary
from drafter.model.outline import Facts, FactValue, Outline
from drafter.patterns import pattern
from drafter.problems import InputProblem, Place, Problem, has_errors
from drafter.readers.outline import marks
from drafter.readers.outline import outline as outline_yaml
from drafter.storage import files

_ROLES = vocabulary.spellings(vocabulary.ROLES)
_BARE = pattern(r"[\d一二三四五六七八九十百千万亿零〇两几余多]$")
"""The end of a number that brings no unit."""


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
    facts = {**outline.facts, **dict.fromkeys(options.later)}
    problems: list[Problem] = []
    for path in options.facts_files:
        file = files.read_text(path)
        more, _, found = outline_yaml.read_facts(file.text, str(path))
        facts.update({one: figure and renewed(facts.get(one), figure) for one, figure in more.items()})
        problems += [*file.problems, *found, *_lowered(file.text, str(path), outline)]
    for name, value in options.settings.items():
        facts[name] = renewed(facts.get(name), FactValue(value=value)) if value else None
    return facts, problems


def renewed(old: FactValue | None, given: FactValue) -> FactValue:
    """A figure that is given anew: of one that says its number alone the outline knows unit and source, which stay."""
    if old is None or old.name or given != FactValue(value=given.value) or not _BARE.search(given.value):
        return given
    return given if old.unit[:1] == given.value[-1:] else replace(old, value=given.value, lines="")


def _lowered(text: str, name: str, outline: Outline) -> list[Problem]:
    """That figures of an outline would come out under a lower mark of secrecy than it bears; nothing where they do not."""
    source, _ = outline_yaml.parse(text, name, any_key=True)
    if source is None:
        return []
    whole = source.pair("facts") is not None  # else names and values alone
    read = outline_yaml.read(source, _ROLES)[0] if whole else Outline()
    own = secrecy.rank(classified.highest((classified.mark_of(read), marks.said_in(source.root))))
    if own <= secrecy.rank(classified.mark_of(outline)):
        return []
    level = secrecy.LEVELS[own]
    hint = f"本稿也写 密级: {level}；确实不涉密的数，另存成一份只有名称和数值的文件"
    return [
        Problem("above-secrecy", f"数据文件的密级是{level}，本稿的密级不能比它低", Place(name), hint=hint)
    ]


BASIS = "上级精神"
"""What a meeting carries out, as texts of the library refer to it."""

_CARRYING = pattern("(?:深入|全面|认真)?(?:学习贯彻|传达学习|贯彻落实|贯彻|落实|传达|学习)")


def with_basis(outline: Outline) -> Outline:
    """The outline in which texts that refer to 上级精神 have it from the occasion, which then does not say it again."""
    occasion = outline.occasion
    if occasion is None or occasion.basis == () or all(one.name != BASIS for one in outline.references):
        return outline
    facts = dict(outline.facts)
    told = occasion.basis or ()
    if facts.get(BASIS) is None and told and not any(text.endswith("。") for text in told):
        bare = [_CARRYING.sub("", text, count=1) if _CARRYING.match(text) else text for text in told]
        facts[BASIS] = FactValue(value="、".join(bare))
    if facts.get(BASIS) is None and told:
        return outline
    return replace(outline, facts=facts, occasion=replace(occasion, basis=()))
