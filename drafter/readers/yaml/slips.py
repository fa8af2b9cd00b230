"""The slips of the hand that Chinese typists make in YAML, found line by line.

They are looked for before the YAML parser runs, since its own complaint would come later
and elsewhere. Each slip that is found is also mended in a copy of the text (line numbers
stay), so that the structure of the file can be checked in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drafter.model import vocabulary
from drafter.problems import Fix, Place, Problem

_KEYS = frozenset().union(*(vocabulary.spellings(table) for table in vocabulary.TABLES.values()))
_ROLE_KEYS = frozenset(vocabulary.spellings(vocabulary.ROLES))
_POINT_KEYS = frozenset(vocabulary.spellings((*vocabulary.POINT, *vocabulary.SECTION)))
_OF_MARKS = vocabulary.spellings(
    key for key in (*vocabulary.OUTLINE, *vocabulary.SECTION) if key.name in ("numbering", "marks")
)

_ENTRY = re.compile(r"(?P<indent>[ \t\u3000]*)(?P<dashes>(?:- +)*)(?P<rest>.*)")
_PAIR = re.compile(
    r"(?P<key>[^\s:：\"'\[\]{}#,，。；、][^:：\"'\[\]{}#,，。；、]*?)(?P<colon> ?[:：])(?P<gap>[ \t\u3000]*)(?P<value>.*)"
)
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?(?:\s+#.*)?$")
_COMMENT = re.compile(r"(?:^|\s)#\s.*$|(?:^|\s)#$|(?:^|\s)#!.*$")
_CUT_SHORT = re.compile(r"\s#(?=[^\s#!])")
_QUOTED = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?:#\s.*)?$")
_BAD_START = "*&%@!`"
_IN_QUOTES = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_MARKS_KEY = re.compile(rf"[ -]*(?:{'|'.join(_OF_MARKS)}) *:")
_FLOW_COLON = re.compile(r"((?<=[{,，])\s*[^\s:：，,{}\[\]]+)：\s*")
_FLOW_COMMA = re.compile(r"，(?=\s*[^\s:：，{}\[\]]+\s*:)")


@dataclass(slots=True)
class _Line:
    """One line under repair: its number, its text, and where its value begins."""

    number: int
    text: str
    source: str

    def slip(self, code: str, column: int, message: str, hint: str, mended: str | None = None) -> Problem:
        """The problem at this column; where the line can be mended, it is."""
        fix = Fix(self.text.strip(), mended.strip()) if mended is not None else None
        problem = Problem(
            code,
            message,
            Place(self.source, self.number, column),
            hint=hint,
            excerpt=self.text.strip()[:40],
            fix=fix,
        )
        if mended is not None:
            self.text = mended
        return problem


def find(text: str, source: str, *, any_key: bool = False) -> tuple[str, list[Problem]]:
    """The text with its slips mended, and a problem for each.

    `any_key` says that every word before a colon is meant as a key: in a file of facts, or in
    a stylesheet.
    """
    lines = text.split("\n")
    problems: list[Problem] = []
    for index, below_facts in _readable_lines(lines):
        in_facts = below_facts or any_key
        line = _Line(index + 1, lines[index], source)
        for look in _LOOKS:
            problems.extend(look(line, in_facts))
        lines[index] = line.text
    return "\n".join(lines), problems


def _readable_lines(lines: list[str]) -> Iterator[tuple[int, bool]]:
    """The index of each line that holds YAML of its own, and whether it stands under 数据.

    Left out are blank lines, comments, the insides of block scalars, and lines that go on
    with a text begun above.
    """
    text_indent = -1  # a text begun at this indent goes on in deeper lines
    facts_indent = -1
    in_block = False
    for index, line in enumerate(lines):
        bare = line.strip()
        if not bare or bare.startswith("#") or bare in ("---", "..."):
            continue
        indent = len(line) - len(line.lstrip(" \t\u3000"))
        if text_indent >= 0 and indent > text_indent and (in_block or not _is_odd_key(line)):
            continue
        text_indent = -1
        if indent <= facts_indent:
            facts_indent = -1
        yield index, facts_indent >= 0
        entry = _ENTRY.match(lines[index])
        assert entry is not None
        pair = _PAIR.match(entry["rest"])
        value = pair["value"] if pair else entry["rest"]
        if pair and pair["key"] in ("facts", "数据") and not value.strip():
            facts_indent = indent
        elif _goes_on(value):
            in_block = bool(_BLOCK_SCALAR.match(value.strip()))
            text_indent = indent if not entry["dashes"] or not pair else indent + len(entry["dashes"])


def _is_odd_key(line: str) -> bool:
    """Whether a line that seems to go on with a text is a key, indented by a tab or 　."""
    match = _PAIR.match(line.lstrip(" \t\u3000"))
    if match is None or line.lstrip(" ")[:1] not in ("\t", "\u3000"):
        return False
    return match["key"].strip() in _KEYS | _ROLE_KEYS


def _goes_on(value: str) -> bool:
    """Whether deeper lines below this value belong to it: it is a text, not a structure."""
    value = value.strip()
    if not value or value.startswith("#"):
        return False
    if _BLOCK_SCALAR.match(value):
        return True
    return not (value[0] in "[{" and value.rstrip()[-1] in "]}")


def _indent(line: _Line, in_facts: bool) -> Iterator[Problem]:
    """A tab or a full-width space where YAML wants spaces."""
    indent = line.text[: len(line.text) - len(line.text.lstrip(" \t\u3000"))]
    for char, name in (("\t", "制表符"), ("\u3000", "全角空格")):
        if char in indent:
            mended = indent.replace("\t", "  ").replace("\u3000", "  ") + line.text[len(indent) :]
            yield line.slip(
                "bad-indent",
                indent.index(char) + 1,
                f"缩进用了{name}",
                "缩进改用半角空格，每层两个",
                mended,
            )
            return


def _wide_braces(line: _Line, in_facts: bool) -> Iterator[Problem]:
    """Full-width braces around the name of a fact."""
    if "｛｛" in line.text or "｝｝" in line.text:
        column = min(i for i in (line.text.find("｛｛"), line.text.find("｝｝")) if i >= 0) + 1
        mended = line.text.replace("｛｛", "{{").replace("｝｝", "}}")
        yield line.slip("fullwidth-braces", column, "引用数据用了全角花括号", "改成半角的 {{ 名称 }}", mended)


def _dash(line: _Line, in_facts: bool) -> Iterator[Problem]:
    """No space between the dash of a list and its item."""
    entry = _ENTRY.match(line.text)
    assert entry is not None
    rest = entry["rest"]
    if len(rest) > 1 and rest[0] == "-" and rest[1] not in "- \t" and not rest[1].isdigit():
        at = entry.start("rest")
        mended = line.text[:at] + "- " + rest[1:].lstrip("\u3000")
        yield line.slip("dash-space", at + 2, "“-”后面少一个空格", f"写成“{_short('- ' + rest[1:])}”", mended)


def _colon(line: _Line, in_facts: bool) -> Iterator[Problem]:
    """A full-width colon after a key, or no space after its colon."""
    entry = _ENTRY.match(line.text)
    assert entry is not None
    pair = _PAIR.match(entry["rest"])
    if not pair or not _is_key(pair["key"], bool(entry["dashes"]), in_facts):
        return
    at = entry.start("rest") + pair.start("colon")
    key, value = pair["key"].strip(), pair["value"]
    mended = f"{line.text[: entry.start('rest')]}{key}: {value}".rstrip()
    if "：" in pair["colon"]:
        yield line.slip(
            "fullwidth-colon", at + 1, f"“{key}”后面用了全角冒号", f"写成“{key}: ”（半角冒号加空格）", mended
        )
    elif value and not pair["gap"]:
        yield line.slip(
            "colon-space", at + 2, f"“{key}:”后面少一个空格", f"写成“{_short(key + ': ' + value)}”", mended
        )
    elif "\u3000" in pair["gap"]:
        yield line.slip(
            "colon-space", at + 2, f"“{key}:”后面用了全角空格", f"写成“{_short(key + ': ' + value)}”", mended
        )


def _is_key(key: str, in_list: bool, in_facts: bool) -> bool:
    """Whether a word before a colon is meant as a key here.

    In a list, `任务：……` is more likely a sentence than a role, so only the keys of points
    and sections count there.
    """
    key = key.strip()
    if in_facts and not in_list:
        return True
    return key in (_POINT_KEYS if in_list else _KEYS | _ROLE_KEYS)


def _short(text: str, longest: int = 24) -> str:
    """The text, or its beginning and a sign that there is more."""
    return text if len(text) <= longest else text[:longest] + "……"


def _value(text: str) -> tuple[int, str]:
    """Where the value of a line begins, and the value: after the key, or after the dash."""
    entry = _ENTRY.match(text)
    assert entry is not None
    rest, at = entry["rest"], entry.start("rest")
    pair = _PAIR.match(rest)
    if pair and pair["colon"].endswith(":") and (pair["gap"] or not pair["value"]):
        return at + pair.start("value"), pair["value"]
    if entry["dashes"]:
        return at, rest
    return len(text), ""


def _quote(text: str) -> str:
    """The text in the quotes that need the least changing."""
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _bad_start(line: _Line, in_facts: bool) -> Iterator[Problem]:
    """A text that begins with a sign of YAML's own, and is not in quotes."""
    at, value = _value(line.text)
    value = value.rstrip()
    if not value:
        return
    sign = "{{" if value.startswith("{{") else value[0]
    if sign in ('"', "'"):
        wrong = not _QUOTED.fullmatch(value) and value.count(sign) > 1
    elif sign == "[":
        wrong = "]" in value and not value.endswith("]") and not _COMMENT.search(value)
    else:
        wrong = sign == "{{" or sign in _BAD_START
    if wrong:
        text = _COMMENT.sub("", value)
        yield line.slip(
            "unquoted-start",
            at + 1,
            f"以 {sign} 开头的文字没有加引号",
            f"给整句加上引号：{_quote(text[:12])[:-1]}……{_quote(text[:12])[-1]}",
            line.text[:at] + _quote(text),
        )


def _unquoted(value: str) -> str:
    """The value with all that stands in quotes blotted out, character for character."""
    return _IN_QUOTES.sub(lambda match: "_" * len(match[0]), value)


def _cut_short(line: _Line, in_facts: bool) -> Iterator[Problem]:
    """A ` #` in a text, which YAML takes for the start of a comment."""
    at, value = _value(line.text)
    if not value or value[0] in "\"'|>" or (value[0] == "#" and value[1:2] in ("", " ", "#", "!")):
        return
    bare = _unquoted(value) if value[0] in "[{" else value
    match = _CUT_SHORT.search(f" {bare}")
    comment = _COMMENT.search(bare)
    if match and not (comment and comment.start() < match.start()):
        yield line.slip(
            "cut-short",
            at + match.start() + 1,
            "“ #”会把后面的文字当成注释丢掉",
            "文字里有 # 时给整句加引号；要写注释，# 后面空一格",
            line.text[:at] + _quote(value.rstrip()),
        )


def _flow(line: _Line, in_facts: bool) -> Iterator[Problem]:
    """In `[…]` and `{…}` on one line: a full-width comma, or a reference without quotes."""
    at, value = _value(line.text)
    bare = _COMMENT.sub("", _unquoted(value)).rstrip()
    value = value[: len(bare)]
    if not value or value[0] not in "[{" or value.startswith("{{") or _MARKS_KEY.match(line.text):
        return
    if "{{" in bare:
        yield line.slip(
            "reference-in-flow",
            at + bare.index("{{") + 1,
            "花括号里的 {{ 名称 }} 没有加引号",
            "给含有 {{ 的文字加引号，或把这一项分几行写",
            line.text[:at]
            + re.sub(r"(?<=[:,\[]) *([^,:\[\]\"']*\{\{.*?\}\}[^,\]}\"']*)", _quoted_part, value),
        )
        return
    colon = _FLOW_COLON.search(bare) if value[0] == "{" else None
    if colon:
        mended = _FLOW_COLON.sub(r"\1: ", value.replace("，", ", "))
        yield line.slip(
            "fullwidth-colon",
            at + colon.end(1) + 1,
            f"花括号里“{colon[1].strip()}”后面用了全角冒号",
            "花括号里要用半角冒号加空格、半角逗号加空格",
            line.text[:at] + mended,
        )
        return
    wrong = _FLOW_COMMA.search(bare) if value[0] == "{" else ("，" in bare and "," not in bare)
    if wrong:
        column = bare.index("，") if value[0] == "[" else _FLOW_COMMA.search(bare).start()  # type: ignore[union-attr]
        mended = value.replace("，", ", ") if value[0] == "[" else _FLOW_COMMA.sub(", ", value)
        yield line.slip(
            "fullwidth-comma",
            at + column + 1,
            "方括号、花括号里要用半角逗号分隔；“，”不分隔，会读成一项",
            "改成半角逗号加空格；本来就是一句话的，加引号",
            line.text[:at] + mended,
        )


def _quoted_part(match: re.Match[str]) -> str:
    return " " + _quote(match[1].strip())


def _inner_colon(line: _Line, in_facts: bool) -> Iterator[Problem]:
    """A half-width colon and a space inside a text, which YAML takes for a new key."""
    at, value = _value(line.text)
    value = _COMMENT.sub("", value).rstrip()
    if not value or value[0] in "\"'[{|>":
        return
    match = re.search(r":(?=\s|$)", value)
    if match:
        yield line.slip(
            "inner-colon",
            at + match.start() + 1,
            "文字里的半角冒号会被当成新的键",
            "改成全角冒号“：”，或给整句加引号",
            line.text[:at] + _quote(value),
        )


_LOOKS: tuple[Callable[[_Line, bool], Iterator[Problem]], ...] = (
    _indent,
    _wide_braces,
    _dash,
    _colon,
    _bad_start,
    _cut_short,
    _flow,
    _inner_colon,
)
"""Every slip, in the order in which they are looked for: later ones read the mended line."""
