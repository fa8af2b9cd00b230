"""An outline as the plain data that a template sees: strings, numbers, lists and dicts.

Nothing with methods of its own goes in, and no character that could act as markup, so that
neither a template nor an outline can reach beyond the text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drafter import shield
from drafter.model import vocabulary
from drafter.model.outline import Occasion, Outline, Part, Section, Speaker
from drafter.model.template import Template, TemplateRole
from drafter.templating import agenda, punctuation
from drafter.templating.levels import Level
from drafter.templating.points import SectionWriter

LONGEST_BARE_POST = 6
JUST_NOW = "刚才"
LATER = ("待会儿", "稍后", "接下来", "随后", "下面", "会后", "之后")
_ROLES = vocabulary.spellings(vocabulary.ROLES)


def clean(text: str) -> str:
    """The text with markup characters moved away."""
    return shield.shield(text) if shield.MOVED.search(text) else text


def build(outline: Outline, template: Template, final: bool = False) -> dict[str, Any]:
    """Everything that a template may name. With `final` the stage is left out."""
    parts = _with_gaps(outline, template)
    declared = (role.name for role in template.roles)
    names = list(dict.fromkeys(["opening", *declared, *(part.role for part in parts), "closing"]))
    headed = sum(isinstance(item, Section) and bool(item.heading) for part in parts for item in part.items)
    writer = SectionWriter(lambda role: points_in(outline, role), clean, as_is=template.any_role)
    items = _items(outline, template, parts, headed, writer)
    for item in items:
        item["start"] = shield.part_mark(names.index(item["role"]))
    return {
        **_about(outline, final, lambda text: writer.text(text, 0)),
        "title": writer.text(outline.title or ("" if template.any_role else gap("标题")), 0),
        "items": items,
        "opening": [item for item in items if item["role"] == "opening"],
        "body": [item for item in items if item["role"] not in ("opening", "closing")],
        "closing": [item for item in items if item["role"] == "closing"],
        "roles": [name for name in names if any(part.role == name for part in parts)],
        "part_names": names,
        "counts": {part.role: points_in(outline, part.role) for part in parts},
        "headings": headed,
    }


def _items(
    outline: Outline,
    template: Template,
    parts: tuple[Part, ...],
    headed: int,
    writer: SectionWriter,
) -> list[dict[str, Any]]:
    """Every text and section in order, with what a template asks of its place among them.

    `first` is the first of its role, `alone` the only one; `earlier` are the roles before.
    """
    level = Level(outline.numbering or template.numbering or ("一、", "（一）", "1.", "（1）"))
    items: list[dict[str, Any]] = []
    earlier: list[str] = []
    number = 0
    for part in parts:
        for index, item in enumerate(part.items):
            if isinstance(item, Section):
                number += bool(item.heading)
                data = writer.section(item, template.role(part.role), level, number, headed)
            else:
                data = {"text": writer.text(item, points_in(outline, part.role))}
                data |= {"run": "", "blocks": [], "count": 0}
            data["role"] = part.role
            data["first"] = part.role not in earlier and index == 0
            data["alone"] = sum(p.role == part.role for p in parts) == len(part.items) == 1
            data["earlier"] = list(earlier)
            items.append(data)
        earlier.append(part.role)
    return items


def points_in(outline: Outline, role: str) -> int:
    """How many points a part makes: its section's, or the number of its sections with headings.

    `role` may be spelt in any way; a part that is not there makes none.
    """
    name = _ROLES.get(role, role)
    items = [item for part in outline.parts if part.role == name for item in part.items]
    sections = [item for item in items if isinstance(item, Section)]
    if len(sections) == 1:
        return len(sections[0].points)
    return sum(1 for section in sections if section.heading)


def gap(name: str) -> str:
    """What stands for something that is still to be written: the reader makes it a gap."""
    return f"{{{{ 待补={name} }}}}"


def missing_roles(outline: Outline, template: Template) -> list[TemplateRole]:
    """The parts that the template cannot do without and the outline does not have."""
    there = {part.role for part in outline.parts if any(map(_says_something, part.items))}
    return [role for role in template.roles if role.required and role.name not in there]


def _says_something(item: str | Section) -> bool:
    """Whether there is more to the item than a heading."""
    return isinstance(item, str) or bool(item.lead or item.points or item.tail)


def _with_gaps(outline: Outline, template: Template) -> tuple[Part, ...]:
    """The parts, a gap for each that is missing, in the template's order.

    Where the outline asked for its own order, that is kept and gaps come last.
    """
    missing = tuple(Part(role.name, (gap(role.chinese),)) for role in missing_roles(outline, template))
    parts = outline.parts + missing
    if template.any_role:
        return parts
    order = {role.name: index for index, role in enumerate(template.roles)}
    if outline.ordered:
        order = {"opening": 0, "closing": 2}
        return tuple(sorted(parts, key=lambda part: order.get(part.role, 1)))
    return tuple(sorted(parts, key=lambda part: order.get(part.role, len(order))))


def _about(outline: Outline, final: bool, say: Callable[[str], str]) -> dict[str, Any]:
    """What is said about the speech: its title lines, its audience, its occasion."""
    audience = [say(line) for line in outline.audience]
    return {
        "subtitle": say(outline.subtitle.removeprefix("——")),
        "stage": "" if final else clean(outline.stage.strip("（）()")),
        "date": gap("日期") if outline.date == "" else clean(outline.date or ""),
        "speaker": _speaker(outline.speaker or Speaker()),
        "audience": [punctuation.ended(line, "，") for line in audience[:-1]]
        + [punctuation.ended(line, "：") for line in audience[-1:]],
        "listeners": _listeners(audience),
        "occasion": _occasion(outline.occasion or Occasion(), outline.speaker or Speaker()),
    }


def _listeners(audience: list[str]) -> str:
    """Whom the closing calls upon: the comrades where they are there, else those named last."""
    names = [shield.unshield(line).rstrip("：:！!，,") for line in audience]
    return next((name for name in names if name.endswith("同志们")), names[-1] if names else "")


def _speaker(speaker: Speaker) -> dict[str, str]:
    """The speaker; `line` is how post and name stand under a title."""
    post = speaker.post
    if speaker.org and not _names_its_office(post, speaker.org):
        post = speaker.org + post
    name = speaker.name
    spaced = f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name
    line = "\u3000".join(part for part in (post, spaced) if part)
    return {
        "name": clean(name),
        "post": clean(speaker.post),
        "org": clean(speaker.org),
        "line": clean(line),
    }


def _names_its_office(post: str, org: str) -> bool:
    """Whether a post already says where it is held: 市政务服务管理局局长, 县委副书记."""
    return post.startswith(org[:2]) or post[:1] in tuple("省市县区州镇乡") or len(post) > LONGEST_BARE_POST


def _occasion(occasion: Occasion, speaker: Speaker) -> dict[str, Any]:
    """The occasion; its agenda falls into what is over and what is still to come.

    The speaker's own item is left out: nobody announces himself.
    """
    others = [item for item in occasion.agenda if not (speaker.name and speaker.name in item.who)]
    groups: list[dict[str, Any]] = []
    for item in others:
        when = item.when or (groups[-1]["when"] if groups else JUST_NOW)
        if not groups or groups[-1]["when"] != clean(when):
            groups.append({"when": clean(when), "later": when.startswith(LATER), "items": []})
        say = agenda.to_do if groups[-1]["later"] else agenda.done
        groups[-1]["items"].append(say(clean(item.who), clean(item.does), clean(item.what)))
    return {
        "name": clean(occasion.name),
        "place": clean(occasion.place),
        "host": clean(occasion.host),
        "agenda": groups,
    }
