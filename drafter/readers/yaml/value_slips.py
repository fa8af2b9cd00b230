"""Slips in a value: signs that YAML takes for its own, and full-width ones where it wants its own."""

from __future__ import annotations

from drafter.model import vocabulary
from drafter.patterns import pattern
from drafter.problems import Problem
from drafter.readers.yaml.typed_line import TypedLine, find_value, quote

_COMMENT = pattern(r"(?:^|\s)#\s.*$|(?:^|\s)#$|(?:^|\s)#!.*$")
_CUT_SHORT = pattern(r"\s#(?=[^\s#!])")
_QUOTED = pattern(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')\s*(?:#\s.*)?$")
_IN_QUOTES = pattern(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_INNER_COLON = pattern(r":(?=\s|$)")
_BAD_START = "*&%@!`"
_OF_MARKS = vocabulary.spellings(
    key for key in (*vocabulary.OUTLINE, *vocabulary.SECTION) if key.name in ("numbering", "marks")
)
_MARKS_KEY = pattern(rf"[ -]*(?:{'|'.join(_OF_MARKS)}) *:")
_FLOW_COLON = pattern(r"((?<=[{,，])\s*[^\s:：，,{}\[\]]+)：\s*")
_FLOW_COMMA = pattern(r"，(?=\s*[^\s:：，{}\[\]]+\s*:)")
_FLOW_REFERENCE = pattern(r"(?<=[:,\[]) *([^,:\[\]\"']*\{\{.*?\}\}[^,\]}\"']*)")


def find_wide_braces(line: TypedLine) -> Problem | None:
    """Full-width braces around the name of a fact."""
    columns = [at for at in (line.text.find("｛｛"), line.text.find("｝｝")) if at >= 0]
    if not columns:
        return None
    mended = line.text.replace("｛｛", "{{").replace("｝｝", "}}")
    hint = "改成半角的 {{ 名称 }}"
    return line.slip("fullwidth-braces", min(columns) + 1, "引用数据用了全角花括号", hint, mended)


def find_bare_sign(line: TypedLine) -> Problem | None:
    """A text that begins with a sign of YAML's own, and is not in quotes."""
    at, value = find_value(line.text)
    value = value.rstrip()
    sign = "{{" if value.startswith("{{") else value[:1]
    if not sign or not _is_bare(sign, value):
        return None
    quoted = quote(_COMMENT.sub("", value))
    start = quote(_COMMENT.sub("", value)[:12])
    hint = f"给整句加上引号：{start[:-1]}……{start[-1]}"
    return line.slip(
        "unquoted-start", at + 1, f"以 {sign} 开头的文字没有加引号", hint, line.text[:at] + quoted
    )


def _is_bare(sign: str, value: str) -> bool:
    """Whether a text that begins with this sign is not what YAML takes it for."""
    if sign in ('"', "'"):
        return not _QUOTED.fullmatch(value) and value.count(sign) > 1
    if sign == "[":
        return "]" in value and not value.endswith("]") and not _COMMENT.search(value)
    return sign == "{{" or sign in _BAD_START


def find_lost_end(line: TypedLine) -> Problem | None:
    """A ` #` in a text, which YAML takes for the start of a comment."""
    at, value = find_value(line.text)
    if not value or value[0] in "\"'|>" or (value[0] == "#" and value[1:2] in ("", " ", "#", "!")):
        return None
    bare = _blot_quoted(value) if value[0] in "[{" else value
    match = _CUT_SHORT.search(f" {bare}")
    comment = _COMMENT.search(bare)
    if not match or (comment and comment.start() < match.start()):
        return None
    hint = "文字里有 # 时给整句加引号；要写注释，# 后面空一格"
    mended = line.text[:at] + quote(value.rstrip())
    return line.slip("cut-short", at + match.start() + 1, "“ #”会把后面的文字当成注释丢掉", hint, mended)


def find_inner_colon(line: TypedLine) -> Problem | None:
    """A half-width colon and a space inside a text, which YAML takes for a new key."""
    at, value = find_value(line.text)
    value = _COMMENT.sub("", value).rstrip()
    match = _INNER_COLON.search(value)
    if not match or value[0] in "\"'[{|>":
        return None
    hint = "改成全角冒号“：”，或给整句加引号"
    mended = line.text[:at] + quote(value)
    return line.slip("inner-colon", at + match.start() + 1, "文字里的半角冒号会被当成新的键", hint, mended)


def find_slip_in_flow(line: TypedLine) -> Problem | None:
    """In `[…]` and `{…}` on one line: a full-width colon or comma, or a reference without quotes."""
    at, value = find_value(line.text)
    bare = _COMMENT.sub("", _blot_quoted(value)).rstrip()
    value = value[: len(bare)]
    if not value or value[0] not in "[{" or value.startswith("{{") or _MARKS_KEY.match(line.text):
        return None
    return (
        _find_bare_reference(line, at, value, bare)
        or _find_wide_colon(line, at, value, bare)
        or _find_wide_comma(line, at, value, bare)
    )


def _find_bare_reference(line: TypedLine, at: int, value: str, bare: str) -> Problem | None:
    if "{{" not in bare:
        return None
    mended = line.text[:at] + _FLOW_REFERENCE.sub(lambda match: " " + quote(match[1].strip()), value)
    hint = "给含有 {{ 的文字加引号，或把这一项分几行写"
    column = at + bare.index("{{") + 1
    return line.slip("reference-in-flow", column, "花括号里的 {{ 名称 }} 没有加引号", hint, mended)


def _find_wide_colon(line: TypedLine, at: int, value: str, bare: str) -> Problem | None:
    colon = _FLOW_COLON.search(bare) if value[0] == "{" else None
    if not colon:
        return None
    mended = line.text[:at] + _FLOW_COLON.sub(r"\1: ", value.replace("，", ", "))
    hint = "花括号里要用半角冒号加空格、半角逗号加空格"
    message = f"花括号里“{colon[1].strip()}”后面用了全角冒号"
    return line.slip("fullwidth-colon", at + colon.end(1) + 1, message, hint, mended)


def _find_wide_comma(line: TypedLine, at: int, value: str, bare: str) -> Problem | None:
    """In `{…}` a comma before a key; in `[…]` the first, where none is half-width."""
    if value[0] == "{":
        comma = _FLOW_COMMA.search(bare)
        column, mended = (comma.start() if comma else -1), _FLOW_COMMA.sub(", ", value)
    else:
        column, mended = (-1 if "," in bare else bare.find("，")), value.replace("，", ", ")
    if column < 0:
        return None
    message = "方括号、花括号里要用半角逗号分隔；“，”不分隔，会读成一项"
    hint = "改成半角逗号加空格；本来就是一句话的，加引号"
    return line.slip("fullwidth-comma", at + column + 1, message, hint, line.text[:at] + mended)


def _blot_quoted(value: str) -> str:
    """The value with all that stands in quotes blotted out, character for character."""
    return _IN_QUOTES.sub(lambda match: "_" * len(match[0]), value)
