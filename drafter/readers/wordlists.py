"""The word lists of `check` as nouns, from YAML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter import numerals
from drafter.model.lexicon import (
    Calendar,
    Day,
    Event,
    Festival,
    FormerPlace,
    Formula,
    Gazetteer,
    Lexicon,
    Row,
    SetPhrase,
    Subject,
    Wording,
)
from drafter.patterns import pattern
from drafter.problems import Place, Problem, Severity
from drafter.readers import wordings
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml import trees
from drafter.readers.yaml.reading import Reading

NAMES = ("错词", "冗词", "提法", "纪年", "残留", "状中", "地名", "读音", "红线", "旧地名", "套话")
"""Every list that rules read, by the stem of its file."""

SUBJECTS = "主题"
"""The list of what drafts are about, and what is said there: for who looks for words."""

_RED = {"用语": Severity.ERROR, "过时": Severity.WARNING}
_EITHER = "／"
_FORMULA = {
    "前": "before",
    "误": "not_before",
    "后": "after",
    "后误": "not_after",
    "各项": "items",
    "据": "source",
}
_EVENT = {
    "名": "names", "起": "begin", "止": "end", "年": "year", "除": "unless", "今": "now", "据": "source",
    "日": "day", "逐年": "by_year",
}  # fmt: skip
_KINDS = {
    "规划": "plans", "会议": "meetings", "活动": "campaigns", "机构": "institutions", "周年": "anniversaries",
    "节日": "festivals",
}  # fmt: skip
_ROW = {"各句": "names", "起": "begin"}
_MONTH_DAY = pattern(r"(\d{1,2})-(\d{1,2})")
_BY_ITSELF = "直辖"
_FORMER = ("省", "市", "旧名", "今名")


@dataclass(slots=True)
class Lists:
    """The lists read so far; each further one lies over them, entry by entry."""

    wrong: dict[str, Wording] = field(default_factory=dict)
    redundant: dict[str, Wording] = field(default_factory=dict)
    phrases: dict[str, SetPhrase] = field(default_factory=dict)
    red: dict[str, Wording] = field(default_factory=dict)
    stale: dict[str, Wording] = field(default_factory=dict)
    formulas: dict[str, Formula] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    events: dict[str, dict[str, Event]] = field(default_factory=dict)
    festivals: dict[str, Festival] = field(default_factory=dict)
    residue: dict[str, str] = field(default_factory=dict)
    adverbs: dict[str, None] = field(default_factory=dict)
    verbs: dict[str, None] = field(default_factory=dict)
    empty: dict[str, None] = field(default_factory=dict)
    cities: dict[str, set[str]] = field(default_factory=dict)
    counties: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    provinces: set[str] = field(default_factory=set)
    former: dict[str, list[FormerPlace]] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    subjects: dict[str, Subject] = field(default_factory=dict)
    as_of: Day = (0, 0, 0)

    def lexicon(self) -> Lexicon:
        """All of them as one noun."""

        def events(kind: str) -> tuple[Event, ...]:
            return tuple(self.events.get(kind, {}).values())

        calendar = Calendar(
            events("plans"), events("meetings"), events("campaigns"), events("institutions"),
            events("anniversaries"), tuple(self.festivals.values()),
        )  # fmt: skip
        places = Gazetteer(
            frozenset(self.provinces),
            {name: frozenset(above) for name, above in self.cities.items()},
            {name: frozenset(above) for name, above in self.counties.items()},
            {name: tuple(places) for name, places in self.former.items()},
        )
        return Lexicon(
            self.wrong, self.phrases, self.red, self.stale, self.redundant, self.formulas, tuple(self.rows), calendar, self.residue,
            tuple(self.adverbs), tuple(self.verbs), tuple(self.empty), places, self.readings, self.subjects, self.as_of,
        )  # fmt: skip


def read(lists: Lists, name: str, text: str, source: str) -> tuple[Problem, ...]:
    """What is wrong with a list; what is right is laid over the lists so far.

    `name` is the stem of the file (错词), `source` how messages name it.
    """
    root, problems = trees.parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), source)
    if root is None:
        return tuple(problems)
    reader = _Reader(Reading(list(problems)), lists)
    if not isinstance(root, yaml.Mapping):
        hint = "一行一条，例如 再接再励: 再接再厉"
        return (Problem("wrong-type", f"{name}要写成“键: 值”", Place(source, 1, 1), hint=hint),)
    for key, value in root.pairs:
        reader.entry(name, key, value)
    return tuple(reader.reading.problems)


class _Reader:
    """Reads the entries of one list."""

    def __init__(self, reading: Reading, lists: Lists) -> None:
        self.reading = reading
        self.lists = lists

    def entry(self, name: str, key: yaml.Scalar, value: yaml.Node) -> None:
        """One top-level entry of the list of this name."""
        lists, word = self.lists, key.text.strip()
        plain = {
            ("状中", "状语"): lists.adverbs,
            ("状中", "动词"): lists.verbs,
            ("套话", "套话"): lists.empty,
        }
        if (name, word) in plain:
            plain[name, word].update(dict.fromkeys(self._words(value, word)))
        elif name == SUBJECTS:
            lists.subjects[word] = wordings.read_subject(self.reading, word, value)
        elif name in ("错词", "冗词"):
            known = lists.wrong if name == "错词" else lists.redundant
            self._wording(known, word, value, Severity.ERROR if name == "错词" else Severity.WARNING)
        elif name == "红线" and word in ("截至", "原文", *_RED):
            self._redline(word, value)
        elif name == "提法" and word in ("提法", "连用"):
            self._formulas(word, value)
        elif name == "纪年" and word in _KINDS:
            for item in value.items if isinstance(value, yaml.Sequence) else ():
                self._event(_KINDS[word], item)
        elif name in ("残留", "读音"):
            self._line(lists.residue if name == "残留" else lists.readings, word, value)
        elif name == "地名" or (name == "旧地名" and numerals.is_count(word)):
            self._places(key, value)
        else:
            self.reading.complain(
                key, "unknown-key", f"{name}里没有“{word[:20]}”这一项", "写法见内置的同名词表"
            )

    def _line(self, known: dict[str, str], word: str, value: yaml.Node) -> None:
        """An entry that says one thing of a word, or takes it away."""
        said = self.reading.line(value, word)
        known.pop(word, None) if said in ("", wordings.NONE) else known.update({word: said})

    def _words(self, node: yaml.Node, what: str) -> tuple[str, ...]:
        return self.reading.texts(node, what)

    def _wording(self, known: dict[str, Wording], word: str, node: yaml.Node, severity: Severity) -> None:
        found = wordings.read_wording(self.reading, word, node, severity)
        known.pop(word, None)
        if found is not None:
            known[word] = found

    def _formulas(self, section: str, node: yaml.Node) -> None:
        """A section of 提法: formulas by name, or rows of those that are said together."""
        if section == "提法":
            for key, fields in node.pairs if isinstance(node, yaml.Mapping) else ():
                self.lists.formulas[key.text] = self._formula(fields)
        else:
            for row in node.items if isinstance(node, yaml.Sequence) else ():
                self._row(section, row)

    def _row(self, section: str, node: yaml.Node) -> None:
        """Formulas that are said together: a list, or a mapping with the day since when."""
        if not isinstance(node, yaml.Mapping):
            self.lists.rows.append(Row(self._words(node, section)))
            return
        values = {name: value for name, _, value in self.reading.fields(node, _ROW, section)}
        if "names" in values:
            begin = wordings.read_day(self.reading, values.get("begin"))
            self.lists.rows.append(Row(self._words(values["names"], section), begin))

    def _redline(self, section: str, node: yaml.Node) -> None:
        """A section of 红线: phrases to the letter, or wordings, several spellings of which share an entry; the
        month up to which the list was looked through.
        """
        if section == "截至":
            self.lists.as_of = max(self.lists.as_of, wordings.read_day(self.reading, node))
        for key, fields in node.pairs if isinstance(node, yaml.Mapping) else ():
            if section == "原文":
                self.lists.phrases.pop(key.text, None)
                phrase = wordings.read_phrase(self.reading, key.text, fields)
                if phrase is not None:
                    self.lists.phrases[key.text] = phrase
                continue
            known = self.lists.red if section == "用语" else self.lists.stale
            for word in key.text.split(_EITHER):
                self._wording(known, word, fields, _RED[section])

    def _formula(self, node: yaml.Node) -> Formula:
        source, words = "", {}
        for name, key, value in self.reading.fields(node, _FORMULA, "提法"):
            if name == "source":
                source = self.reading.line(value, key.text)
            else:
                words[name] = self._words(value, key.text)
        return Formula(**words, source=source)

    def _event(self, kind: str, node: yaml.Node) -> None:
        values = {name: value for name, _, value in self.reading.fields(node, _EVENT, "纪年")}
        names = self._words(values["names"], "名") if "names" in values else ()
        if not names:
            self.reading.complain(node, "missing-key", "这一项没有写“名”", "加上 名: [……]")
            return
        if kind == "festivals":
            self.lists.festivals[names[0]] = self._festival(names, values)
            return
        begin = wordings.read_day(self.reading, values.get("begin") or values.get("year"))
        unless = self._words(values["unless"], "除") if "unless" in values else ()
        now = self.reading.line(values["now"], "今") if "now" in values else ""
        end = wordings.read_day(self.reading, values.get("end")) or begin
        event = Event(names, begin, end, unless, now, self._source(values))
        self.lists.events.setdefault(kind, {})[names[0]] = event

    def _source(self, values: dict[str, yaml.Node]) -> str:
        return self.reading.line(values["source"], "据") if "source" in values else ""

    def _festival(self, names: tuple[str, ...], values: dict[str, yaml.Node]) -> Festival:
        by_year = values.get("by_year")
        days = {
            int(key.text): self._month_day(value)
            for key, value in (by_year.pairs if isinstance(by_year, yaml.Mapping) else ())
            if numerals.is_count(key.text)
        }
        first = wordings.read_day(self.reading, values.get("year"))[0]
        return Festival(names, self._month_day(values.get("day")), days, self._source(values), first)

    def _month_day(self, node: yaml.Node | None) -> tuple[int, int]:
        match = _MONTH_DAY.fullmatch(self.reading.line(node, "日")) if node is not None else None
        return (int(match[1]), int(match[2])) if match else (0, 0)

    def _province(self, province: str, node: yaml.Node) -> None:
        self.lists.provinces.add(province)
        for city, names in _pairs(node):
            above = "" if city == _BY_ITSELF else city
            if above:
                self.lists.cities.setdefault(city, set()).add(province)
            for county in self.reading.line(names, city).split():
                self.lists.counties.setdefault(county, set()).add((province, above))

    def _places(self, key: yaml.Scalar, node: yaml.Node) -> None:
        """A province of 地名, or a year of 旧地名."""
        if numerals.is_count(key.text.strip()):
            for line in self._words(node, key.text):
                self._former(int(key.text), line, key)
        else:
            self._province(key.text.strip(), node)

    def _former(self, year: int, line: str, key: yaml.Scalar) -> None:
        """A line of 旧地名: province, city, name, what took its place."""
        words = [word.replace("—", "") for word in line.split()]
        if len(words) != len(_FORMER):
            self.reading.complain(
                key, "bad-value", f"“{line[:30]}”不是四项", "写成“省 市 旧名 今名”，没有的写“—”"
            )
            return
        province, city, name, now = words
        place = FormerPlace(name.rstrip("！"), province, city, year, now, name.endswith("！"))
        self.lists.former.setdefault(place.name, []).append(place)


def _pairs(node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.Mapping):
        for key, value in node.pairs:
            yield key.text, value
