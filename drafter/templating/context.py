"""An outline as plain data: strings that know where they were typed, numbers, lists and dicts.

A template sees it through `slots`: nothing with methods of its own, no character that could act as markup,
so that neither a template nor an outline can reach beyond the text.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from drafter import numerals, shield
from drafter.model import vocabulary
from drafter.model.document import Block
from drafter.model.inlines import gap
from drafter.model.outline import Outline, Part, Section
from drafter.model.period import looked_back_on
from drafter.model.template import Template, TemplateRole
from drafter.model.words import cut
from drafter.patterns import pattern
from drafter.templating import views
from drafter.templating.around import meeting
from drafter.templating.around.about import about
from drafter.templating.levels import Level
from drafter.templating.placing import PlacedItem
from drafter.templating.points import SectionWriter

OFFICIAL_MARKS = ("一、", "（一）", "1.", "（1）")
"""The marks of levels 1 to 4 (GB/T 9704—2012 7.3.3)."""

_TRANSITION = "过渡"
"""How the ids of such entries begin in the library that is shipped."""

_TELLS_ALREADY = ("刚才", "点意见", "方面的意见")
"""What an opening says itself of who spoke, and of what is to come."""

_SAYS_IT = pattern(
    r"[讲谈说提]{1,2}[^，。；]{0,4}[几两三四五六七八九十\d][点条个][^，。；]{0,4}(?:意见|看法|要求|希望|体会|想法|建议|认识|问题)"
)
"""A speaker who announces by himself what he is going to say: 借此机会，我讲三点意见."""

_LOOKING_BACK = frozenset(("overview", "achievements", "experience", "appraisal", "gaps", "causes"))
_ROLES = vocabulary.spellings(vocabulary.ROLES)
_SPELT = {role.name: role.chinese for role in vocabulary.ROLES}


def build(outline: Outline, template: Template, final: bool = False) -> dict[str, Any]:
    """Everything that a template may name. With `final` the stage is left out."""
    parts = _with_gaps(outline, template)
    declared = (role.name for role in template.roles)
    names = list(dict.fromkeys(["opening", *declared, *(part.role for part in parts), "closing"]))
    headed = _headed(parts)
    writer = _writer(outline, template)
    items = _items(outline, template, parts, headed, writer)
    for item in items:
        item["start"] = shield.part_mark(names.index(item["role"]))
        item["placed"] = PlacedItem(item, item["role"] if item["start"] else "")
    return {
        **about(outline, template.form, final, writer.line, template.any_role),
        "title": writer.line(outline.title or ("" if template.any_role else gap("标题"))),
        "attachments": _attachments(outline, template, writer),
        **{name: getattr(views, name)(outline, writer.line) for name in template.views},
        "items": items,
        "opening": [item for item in items if item["role"] == "opening"],
        "body": [item for item in items if item["role"] not in ("opening", "closing")],
        "opening_taken": _opens_with_another(outline, template),
        "closing": [item for item in items if item["role"] == "closing"],
        "roles": [name for name in names if any(part.role == name for part in parts)],
        "part_names": names,
        "counts": {role: points_in(outline, role) for role in {part.role for part in parts}},
        "headings": headed,
        "opinions": _opinions(parts, headed),
        "choice": _choice(outline, template),
        "period": looked_back_on(outline.title, outline.date or ""),
    }


def _choice(outline: Outline, template: Template) -> dict[str, Any]:
    """Which wording stands at each place, from 0, by role, that of all others under ""; or the sentence itself.

    Where the outline does not say, the `seed` of its occasion and its date does, in templates that are ours: never its
    title, which is being typed. A person's template says its first.
    """
    said = {
        role: int(text) - 1 if numerals.is_count(text) else text for role, text in outline.wording.items()
    }
    occasion = outline.occasion
    told = f"{occasion.name if occasion else ''}{outline.date or ''}" if template.ours else ""
    registers = (outline.register,) if outline.register else template.registers
    return {"seed": zlib.crc32(told.encode()) if told else 0, "registers": registers} | said


def laid_out(outline: Outline, template: Template) -> Iterator[Block]:
    """The texts and sections of an outline, as they stand on a page by themselves: what a template prints that
    adds nothing, without what stands around them.
    """
    parts = _with_gaps(outline, template)
    for item in _items(outline, template, parts, _headed(parts), _writer(outline, template)):
        yield from item["placed"].blocks((), ())


def _headed(parts: tuple[Part, ...]) -> int:
    """How many sections have a heading."""
    return sum(isinstance(item, Section) and bool(item.heading) for part in parts for item in part.items)


def _opens_with_another(outline: Outline, template: Template) -> bool:
    """Whether a speech opens with what the library gave: that knows nothing of who spoke just now, unless it says so."""
    items = [item for part in outline.parts if part.role == "opening" for item in part.items]
    taken = [item for item in items if isinstance(item, Section) and item.source]
    said = "".join(text for item in items for text in _leads(item))
    return (
        bool(taken) and template.category == "讲话发言" and not any(word in said for word in _TELLS_ALREADY)
    )


def _opinions(parts: tuple[Part, ...], headed: int) -> int:
    """How many opinions a speaker can announce: his headed sections, 0 (几点) where some of them look back; 1 (none)
    where he says it himself, wherever that is.
    """
    if any(_says_it(text) for part in parts for item in part.items for text in _leads(item)):
        return 1
    looks_back = any(part.role in _LOOKING_BACK and _headed((part,)) for part in parts)
    return 0 if looks_back and headed > 1 else headed


def _says_it(text: str) -> bool:
    """Whether a speaker announces in this text what he is going to say. (Texts without such a verb or measure word, which
    most are, are passed by in a tenth of the pattern's time.)
    """
    speaks = "讲" in text or "谈" in text or "说" in text or "提" in text
    counts = "点" in text or "条" in text or "个" in text
    return speaks and counts and _SAYS_IT.search(text) is not None


def _leads(item: str | Section) -> tuple[str, ...]:
    return (item,) if isinstance(item, str) else item.lead


def _writer(outline: Outline, template: Template) -> SectionWriter:
    return SectionWriter(
        lambda role: points_in(outline, role), as_is=template.any_role, owners=template.owners
    )


def _items(
    outline: Outline,
    template: Template,
    parts: tuple[Part, ...],
    headed: int,
    writer: SectionWriter,
) -> list[dict[str, Any]]:
    """Every text and section in order, with what a template asks of its place among them.

    `first` is the first of its role; `announced` is how many points a sentence before them may
    announce, 0 where the part has other sections too or its heading counts them already; `earlier` are the roles before.
    """
    level = Level(outline.numbering or template.numbering or OFFICIAL_MARKS)
    times = Counter(part.role for part in parts)
    points = {role: points_in(outline, role) for role in times}
    items: list[dict[str, Any]] = []
    earlier: list[str] = []
    number = 0
    for part in parts:
        led = 0 if template.any_role else sum(map(_leads_on, part.items))
        inner = sorted(part.items, key=lambda item: not _leads_on(item)) if led else part.items
        for index, item in enumerate(inner, start=-led):
            if isinstance(item, Section):
                number += bool(item.heading)
                data = writer.section(item, template.role(part.role), level, number, headed)
            else:
                data = {"text": writer.text(item, points[part.role])}
                data |= {"run": "", "blocks": [], "table": [], "count": 0, "titles": []}
            data["role"] = part.role
            data["叫法"] = _called(part.role, template.role(part.role))
            data["first"] = part.role not in earlier and index == 0
            alone = times[part.role] == len(part.items) - led == 1
            told = isinstance(item, Section) and numerals.announced(item.heading) is not None
            data["announced"] = data["count"] if alone and not told else 0
            data["earlier"] = list(earlier)
            data |= {"start": "", "placed": PlacedItem(data, "")}
            items.append(data)
        if part.role not in earlier:
            earlier.append(part.role)
    return items


def _leads_on(item: str | Section) -> bool:
    """Whether it is a transition of the library, which leads to the part that it stands in."""
    return (
        isinstance(item, Section)
        and item.source.startswith(_TRANSITION)
        and not (item.heading or item.points)
    )


def _called(name: str, role: TemplateRole | None) -> list[str]:
    """What a part is called, the template's own name first: its sentence stands in a block of that name."""
    return [*([role.chinese] if role else ()), *_SPELT.get(name, ()), name]


def points_in(outline: Outline, role: str) -> int:
    """How many points a part makes: those of the one section that has any, or the number of its sections with headings.

    `role` may be spelt in any way; a part that is not there makes none.
    """
    name = _ROLES.get(role, role)
    items = [item for part in outline.parts if part.role == name for item in part.items]
    sections = [item for item in items if isinstance(item, Section) and (item.heading or item.points)]
    if len(sections) == 1:
        return len(sections[0].points)
    return sum(1 for section in sections if section.heading)


def missing_roles(outline: Outline, template: Template) -> list[TemplateRole]:
    """The parts that the template cannot do without and the outline does not have."""
    there = {part.role for part in outline.parts if any(map(_says_something, part.items))}
    if outline.occasion and any(item.is_considered for item in outline.occasion.agenda):
        there.add("decisions")  # each item says its own
    return [role for role in template.roles if role.required and role.name not in there]


def _says_something(item: str | Section) -> bool:
    """Whether there is more to the item than a heading."""
    return isinstance(item, str) or bool(item.lead or item.points or item.table or item.tail)


def _with_gaps(outline: Outline, template: Template) -> tuple[Part, ...]:
    """The parts, a gap for each that is missing, in the template's order.

    Where the outline asked for its own order, that is kept and gaps come last; a part that the template has no place
    for stands before the tasks. Who calls his text the body (主体) said in it whatever the genre asks for.
    """
    own = any(part.role == "body" for part in outline.parts) and template.role("body") is None
    missing = tuple(
        Part(role.name, (gap(role.chinese),)) for role in missing_roles(outline, template) if not own
    )
    parts = (meeting.parts(outline) if template.meeting else outline.parts) + missing
    if template.any_role:
        return parts
    order = {role.name: index for index, role in enumerate(template.roles)}
    if outline.ordered:
        order = {"opening": 0, "closing": 2}
        return tuple(sorted(parts, key=lambda part: order.get(part.role, 1)))
    unplaced = order.get("tasks", order.get("closing", len(order))) - 0.5
    return tuple(sorted(parts, key=lambda part: order.get(part.role, unplaced)))


def _attachments(outline: Outline, template: Template, writer: SectionWriter) -> list[dict[str, Any]]:
    """The attachments; each counts its headings from the first mark, as a paper of its own."""
    found = []
    for number, attachment in enumerate(outline.attachments, 1):
        headed = sum(isinstance(item, Section) and bool(item.heading) for item in attachment.items)
        part = (Part("body", attachment.items),) if attachment.items else ()
        found.append(
            {
                "number": str(number) if len(outline.attachments) > 1 else "",
                "title": writer.line(cut(attachment.title, 0, len(attachment.title.rstrip("。；")))),
                "landscape": attachment.landscape,
                "items": _items(outline, template, part, headed, writer),
            }
        )
    return found
