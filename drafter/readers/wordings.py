"""Wordings and set phrases of a word list: one entry each, with where and when it is wrong."""

from __future__ import annotations

from drafter import numerals
from drafter.model.lexicon import ANYWHERE, Context, Day, SetPhrase, Subject, Wording
from drafter.patterns import pattern
from drafter.problems import Severity
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml.reading import Reading

NONE = "无"
"""Stands for an entry of ours that a unit does not want."""

_SUBJECT = {"词": "words", "提法": "phrases"}
_SEVERITIES = {"错误": Severity.ERROR, "提醒": Severity.WARNING, "说明": Severity.INFO}
_WORDING = {
    "正": "right",
    "改": "right",
    "说": "why",
    "据": "source",
    "级": "severity",
    "除": "unless",
    "距": "gap",
    "位": "place",
    "起": "begin",
    "止": "end",
    "前": "before",
    "后": "after",
    "前不": "not_before",
    "后不": "not_after",
    "同句": "beside",
    "同句不": "not_beside",
}
_CONTEXT = ("before", "after", "not_before", "not_after", "beside", "not_beside")
_PHRASE = {"起": "begin", "止": "end", "许": "others", "差": "edits", "据": "source"}
_LEVELS = {name: name for name in _SEVERITIES}
_PLACES = {"句首": "opens"}
_DAY = pattern(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_GAP = Wording().gap


def read_wording(reading: Reading, word: str, node: yaml.Node, severity: Severity) -> Wording | None:
    """The entry of a wording, as sure as `severity` where it does not say; None where it is not wanted."""
    if isinstance(node, yaml.Scalar):
        right = reading.line(node, word)
        return Wording(right, severity=severity) if right not in ("", NONE) else None
    values = {name: (key, value) for name, key, value in reading.fields(node, _WORDING, f"“{word}”")}

    def line(name: str) -> str:
        return reading.line(values[name][1], values[name][0].text) if name in values else ""

    level = reading.choice(values["severity"][1], "级", _LEVELS) if "severity" in values else ""
    place = reading.choice(values["place"][1], "位", _PLACES) if "place" in values else ""
    context = {
        what: reading.texts(values[what][1], values[what][0].text) for what in _CONTEXT if what in values
    }
    begin, end = (read_day(reading, values[name][1] if name in values else None) for name in ("begin", "end"))
    return Wording(
        right=line("right"),
        why=line("why"),
        unless=reading.texts(values["unless"][1], "除") if "unless" in values else (),
        severity=_SEVERITIES.get(level, severity),
        gap=_count(reading, values["gap"][1], "距", _GAP) if "gap" in values else _GAP,
        opens=bool(place),
        source=line("source"),
        context=Context(**context) if context else ANYWHERE,
        begin=begin,
        end=end,
    )


def read_phrase(reading: Reading, text: str, node: yaml.Node) -> SetPhrase | None:
    """The entry of a phrase that is said to the letter; None where it is not wanted."""
    if isinstance(node, yaml.Scalar) and reading.line(node, text) == NONE:
        return None
    values = {name: value for name, _, value in reading.fields(node, _PHRASE, f"“{text}”")}
    return SetPhrase(
        text=text,
        begin=read_day(reading, values.get("begin")),
        end=read_day(reading, values.get("end")),
        others=reading.texts(values["others"], "许") if "others" in values else (),
        edits=_count(reading, values["edits"], "差", 0) if "edits" in values else 0,
        source=reading.line(values["source"], "据") if "source" in values else "",
    )


def _count(reading: Reading, node: yaml.Node, key: str, usual: int) -> int:
    """The number that is written; the usual one where nothing is, or no number, which is told."""
    said = reading.line(node, key)
    if numerals.is_count(said):
        return int(said)
    if said:
        reading.complain(node, "bad-value", f"“{key}”要写数字", f"例如 {key}: 2；不写是 {usual}")
    return usual


def read_subject(reading: Reading, name: str, node: yaml.Node) -> Subject:
    """A subject with its words and phrases; a phrase without a value is one of 红线.yaml."""
    values = {field: value for field, _, value in reading.fields(node, _SUBJECT, f"“{name}”")}
    phrases = []
    listed = values.get("phrases")
    for key, value in listed.pairs if isinstance(listed, yaml.Mapping) else ():
        known = isinstance(value, yaml.Scalar) and value.empty
        phrase = SetPhrase(key.text) if known else read_phrase(reading, key.text, value)
        if phrase is not None:
            phrases.append(phrase)
    words = reading.texts(values["words"], "词") if "words" in values else ()
    return Subject(words, tuple(phrases))


def read_day(reading: Reading, node: yaml.Node | None) -> Day:
    """A day, a month or a year; zeros where there is none, or none that can be read."""
    if node is None:
        return (0, 0, 0)
    match = _DAY.fullmatch(reading.line(node, "日期"))
    if match is None:
        reading.complain(node, "bad-date", "日期看不懂", "写成 2026-03-12、2026-03 或 2026")
        return (0, 0, 0)
    return int(match[1]), int(match[2] or 0), int(match[3] or 0)
