"""A template file as a `Template`: YAML front matter between two `---` lines, then Jinja."""

from __future__ import annotations

from typing import Any

from drafter import numerals
from drafter.model import vocabulary
from drafter.model.template import LAST, Template, TemplateRole
from drafter.model.vocabulary import Key, Kind
from drafter.problems import Place, Problem
from drafter.readers.yaml import nodes as yaml
from drafter.readers.yaml import trees
from drafter.readers.yaml.reading import Reading

FRONT_MATTER = (
    Key("name", ("名称",), Kind.LINE, "模板名"),
    Key("aliases", ("别名",), Kind.LINES, "别的叫法"),
    Key("category", ("类别",), Kind.LINE, "列在哪一类"),
    Key("order", ("次序",), Kind.NUMBER, "在同类里排第几，越常用越小"),
    Key("about", ("说明",), Kind.LINE, "一句话说明"),
    Key("style", ("版式", "样式"), Kind.LINE, "默认版式"),
    Key("form", ("格式",), Kind.LINE, "公文的特定格式：信函、命令、纪要"),
    Key("audience", ("称谓",), Kind.LINES, "新大纲里称谓的例子"),
    Key("numbering", ("层次序号", "编号"), Kind.LINES, "默认的各层序号"),
    Key("any_role", ("不限角色",), Kind.FLAG, "接受任何角色，按大纲自己的顺序"),
    Key("owners", ("印责任",), Kind.FLAG, "要点后面印责任单位和完成时限"),
    Key("meeting", ("会议事项",), Kind.FLAG, "把“场合”排成会议时间、地点、议程、参会人员几节"),
    Key("digest", ("摘要",), Kind.FLAG, "只印大纲的一部分内容"),
    Key("views", ("汇总",), Kind.LINES, "用到的汇总表：数据、文中数字、分工"),
    Key("registers", ("文风",), Kind.LINES, "大纲没写文风时用哪几种语气：庄重、平实、亲切；不写，哪种都用"),
    Key("roles", ("角色",), Kind.POINTS, "各部分，按成稿的顺序"),
    Key("keys", ("题头",), Kind.LINES, "新大纲里列出的题头各项"),
)
ROLE = (
    Key("name", ("角色",), Kind.LINE, "角色"),
    Key("chinese", ("叫法",), Kind.LINE, "在大纲里的叫法"),
    Key("prompt", ("提示",), Kind.LINE, "写什么"),
    Key("required", ("必有",), Kind.FLAG, "不能缺"),
    Key("layout", ("排法", "版式"), Kind.LAYOUT, "要点的默认排法"),
    Key("marks", ("序号",), Kind.LINE, "要点的默认序号"),
)
_FRONT_MATTER = vocabulary.spellings(FRONT_MATTER)
_ROLE = vocabulary.spellings(ROLE)
_ROLES = vocabulary.spellings(vocabulary.ROLES)
_CHINESE = vocabulary.chinese(vocabulary.ROLES)
_LAYOUTS = vocabulary.spellings(vocabulary.LAYOUTS)


def read(text: str, name: str) -> tuple[Template, tuple[Problem, ...]]:
    """The template of this file name, and what is wrong with its front matter."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    head, body, body_line = _split(text)
    if head is None:
        problem = Problem(
            "no-front-matter",
            "模板开头没有说明部分",
            Place(name, 1, 1),
            hint="以一行 --- 开头，写明名称、角色，再以一行 --- 结束",
        )
        return Template(name, body=text), (problem,)
    root, problems = trees.parse(head, name)
    reading = Reading(problems)
    values = _front_matter(reading, root) if root is not None else {}
    values.setdefault("name", name)
    return Template(**values, body=body, body_line=body_line), tuple(reading.problems)


def _split(text: str) -> tuple[str | None, str, int]:
    """The front matter (its line numbers kept by an empty first line), the body, its line."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return None, text, 1
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            return "\n".join(["", *lines[1:number]]), "\n".join(lines[number + 1 :]), number + 2
    return None, text, 1


def _front_matter(reading: Reading, root: yaml.Node) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, key, node in reading.fields(root, _FRONT_MATTER, "模板说明里"):
        match name:
            case "numbering":
                values[name] = tuple(map(numerals.scheme, reading.texts(node, key.text)))
            case "aliases" | "keys" | "audience":
                values[name] = reading.texts(node, key.text)
            case "views":
                values[name] = tuple(_views(reading, node, key.text))
            case "registers":
                values[name] = tuple(
                    one for one in reading.texts(node, key.text) if one in vocabulary.REGISTERS
                )
            case "order":
                values[name] = reading.number(node, key.text) or LAST
            case "form":
                values[name] = reading.choice(node, key.text, vocabulary.FORMS)
            case "any_role" | "owners" | "meeting" | "digest":
                values[name] = reading.flag(node, key.text)
            case "roles":
                values[name] = _roles(reading, node)
            case _:
                values[name] = reading.line(node, key.text)
    return values


VIEWS = {"数据": "facts", "文中数字": "typed", "分工": "assignments"}


def _views(reading: Reading, node: yaml.Node, key: str) -> list[str]:
    """The tables that a template asks for, by their English names."""
    texts = reading.texts(node, key)
    for text in texts:
        if text not in VIEWS:
            reading.complain(node, "bad-value", f"“{key}”没有“{text[:20]}”", "可以用：" + "、".join(VIEWS))
    return [VIEWS[text] for text in texts if text in VIEWS]


def _roles(reading: Reading, node: yaml.Node) -> tuple[TemplateRole, ...]:
    if not isinstance(node, yaml.Sequence):
        reading.complain(node, "wrong-type", "“角色”要写成列表", "每个部分以“- ”开头")
        return ()
    return tuple(role for item in node.items if (role := _role(reading, item)) is not None)


def _role(reading: Reading, node: yaml.Node) -> TemplateRole | None:
    values: dict[str, Any] = {}
    for name, key, value in reading.fields(node, _ROLE, "角色里"):
        if name == "required":
            values[name] = reading.flag(value, key.text)
        elif name == "layout":
            values[name] = reading.choice(value, key.text, _LAYOUTS, "unknown-layout")
        elif name == "marks":
            values[name] = numerals.scheme(reading.line(value, key.text))
        else:
            values[name] = reading.line(value, key.text)
    typed = values.get("name", "")
    if not typed:
        reading.complain(node, "missing-key", "这个角色没有名字", "写明 角色: 名字")
        return None
    values["name"] = _ROLES.get(typed, typed)
    values.setdefault("chinese", _CHINESE.get(values["name"], typed))
    return TemplateRole(**values)
