"""A choice of words for an outline: titles, headings, wordings, set phrases, rows of names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.checks import dating
from drafter.checks.draft import Draft as CheckedDraft
from drafter.checks.draft import Said, Setting
from drafter.drafting.loading import Loaded
from drafter.drafting.options import Options
from drafter.drafting.production import Draft
from drafter.importing.drafts import read_draft
from drafter.model import vocabulary
from drafter.model.document import text_of
from drafter.model.outline import Outline, Section
from drafter.model.roster import Day
from drafter.model.template import Template
from drafter.problems import InputProblem, Place, Problem, Severity, UsageProblem
from drafter.proofreading import settings as check_settings
from drafter.readers import wordlists
from drafter.session import lexicons, rosters
from drafter.session.session import Session
from drafter.storage import files
from drafter.suggesting import choosing, formulas, headings, orders, titles, wordings
from drafter.suggesting.suggestion import Suggestion
from drafter.templating.around.about import met

KINDS = {
    "titles": "标题", "headings": "小标题", "wordings": "措辞", "formulas": "提法", "names": "名单",
}  # fmt: skip
"""What can be suggested, and what it is called."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is suggested for one outline; `written`: the choice stands in its file now."""

    path: str
    kind: str
    suggestions: tuple[Suggestion, ...] = ()
    problems: tuple[Problem, ...] = ()
    written: bool = False


def suggest(
    session: Session, kind: str, name: str, options: Options, today: Day, part: str = "", use: int = 0
) -> Suggested:
    """What can be said otherwise in an outline, in one of its parts where that is named.

    With `use` the wording of that number at this part is written into the outline as its choice.

    Raises:
        UsageProblem: there is no such kind, or no such part; or a choice is not one of those that there are.
        InputProblem: the file is no outline, or cannot be drafted.

    """
    english = {chinese: one for one, chinese in KINDS.items()}.get(kind, kind)
    if english not in KINDS:
        known = "、".join(f"{one}（{chinese}）" for one, chinese in KINDS.items())
        raise _usage("unknown-kind", f"没有“{kind}”这一种", f"可以用：{known}")
    draft, said = read_draft(session, name, options)
    if draft.loaded is None:
        hint = "先用 drafter import 把稿子读成大纲"
        raise InputProblem(Problem("no-outline", "这不是大纲，没有要点和场合可用", Place(name), hint=hint))
    role = _role(part, draft.loaded.template)
    made, left = _made(session, english, draft, draft.loaded, role, today)
    problems = (*said, *draft.problems, *(_left(title, name) for title in left))
    if not use:
        return Suggested(name, english, tuple(made), problems)
    _refuse(english, role, use, max((one.number for one in made), default=0), options)
    _write(session, name, draft.loaded, role, use)
    one = next((one for one in made if one.number == use), made[-1])
    return Suggested(name, english, (replace(one, number=use, chosen=True),), problems, written=True)


def _refuse(kind: str, role: str, use: int, there: int, options: Options) -> None:
    """Says why a choice cannot be written, where it cannot."""
    example = "照这样写：drafter suggest wordings 讲话.yaml --at 开头 --use 2"
    if kind != "wordings" or not role:
        raise _usage("no-such-wording", "--use 只用于措辞，还要用 --at 写明是哪一部分", example)
    if options.template:
        raise _usage(
            "no-such-wording",
            "大纲还照自己的模板排，别的模板的号写进去不作数",
            "去掉 --template，或先改大纲的“模板”",
        )
    if use > there:
        raise _usage("no-such-wording", f"这一部分没有第 {use} 种，一共 {there} 种", example)


def _write(session: Session, name: str, loaded: Loaded, role: str, use: int) -> None:
    """Writes a choice into the outline's file, which keeps its encoding."""
    path = session.base / name
    data = files.read_bytes(path, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        hint = "在记事本里另存为 UTF-8 再来"
        raise InputProblem(
            Problem("not-utf8", "这份大纲不是 UTF-8 编码，没有改动它", Place(name), hint=hint)
        ) from None
    bom = text[:1] if text.startswith("\ufeff") else ""
    places = vocabulary.chinese(vocabulary.ROLES) | {one.name: one.chinese for one in loaded.template.roles}
    rest = loaded.outline.wording.get("", "")
    changed = choosing.with_choice(text.removeprefix(bom), name, places, role, use, rest)
    files.replace(path, (bom + changed).encode("utf-8"))


def _made(
    session: Session, kind: str, draft: Draft, loaded: Loaded, role: str, today: Day
) -> tuple[list[Suggestion], list[str]]:
    """The suggestions of a kind, and the headings that none were made of."""
    outline = loaded.outline
    match kind:
        case "titles":
            return titles.suggest(outline, loaded.template), []
        case "headings":
            return headings.suggest(outline, role)
        case "wordings":
            return wordings.suggest(session, loaded, role), []
    text = text_of(draft.bound.document)
    day, _ = dating.own_date((outline.date or "",), (), "")
    day = day if day[0] else today
    if kind == "names":
        setting = Setting(
            date=day, roster=rosters.roster(session).joined(check_settings.settings(session).roster)
        )
        return orders.suggest(CheckedDraft([Said(line) for line in text.split("\n")], setting)), []
    subject = "。".join((outline.title, met(outline).name, *_headings(outline)))
    lists = lexicons.lexicon(session, ("红线", wordlists.SUBJECTS))
    return formulas.suggest(lists, subject, text, day), []


def _headings(outline: Outline) -> Iterator[str]:
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section):
                yield item.heading
                yield from (point.title for point in item.points)


def _role(part: str, template: Template) -> str:
    """The part that is meant, as models call it; "" where none is named."""
    if not part:
        return ""
    role = template.role_spellings().get(part, "")
    if not role:
        known = "、".join(
            [
                "开头",
                *(one.chinese for one in template.roles if one.name not in ("opening", "closing")),
                "结尾",
            ]
        )
        raise _usage("unknown-role", f"{template.name}没有“{part}”这一部分", f"可以用：{known}")
    return role


def _left(title: str, name: str) -> Problem:
    hint = "改成动词开头的短语，如 压实责任、补齐短板，同一排都改了才排得成"
    message = f"“{title[:20]}”不是一个动词带一个宾语，它那一排没有推荐"
    return Problem("heading-unset", message, Place(name), Severity.INFO, hint)


def _usage(code: str, message: str, hint: str) -> UsageProblem:
    return UsageProblem(Problem(code, message, hint=hint))
