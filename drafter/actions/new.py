"""A new outline, commented, in which a writer only has to fill in."""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from drafter.drafting.loading import PLAIN
from drafter.drafting.reuse import texts_of
from drafter.library import renewing
from drafter.model.inlines import picture_of
from drafter.model.outline import items_of
from drafter.model.roster import Day
from drafter.model.template import Template, place_in_lists
from drafter.problems import InputProblem, OutputProblem, Place, Problem, has_errors
from drafter.readers.outline import outline as outline_yaml
from drafter.session import inputs, rosters
from drafter.session.destinations import is_folder
from drafter.session.session import Session
from drafter.storage import catalogue, files, names, paths
from drafter.suggesting.choosing import chosen_on
from drafter.writers.outline_schema import schema
from drafter.writers.outline_skeleton import skeleton
from drafter.writers.yaml_text import quoted

SCHEMA_FOLDER = ".drafter"


@dataclass(frozen=True, slots=True)
class Answers:
    """What a writer said when asked: the few things that every speech has."""

    title: str = ""
    speaker: str = ""
    post: str = ""
    org: str = ""
    occasion: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """The new outline's path, the template it is for, and its text where that goes out.

    Of one that goes on from last year's (`renewed`): the facts to fill in, how many old dates are marked, and the pictures
    that did not come along.
    """

    path: str
    template: str
    text: str = ""
    facts: tuple[str, ...] = ()
    marked: int = 0
    renewed: bool = False
    pictures: tuple[str, ...] = ()


def new(
    session: Session, template: str, output: str, answers: Answers, *,
    from_id: str = "", keys: str = "zh", today: Day = (0, 0, 0),
) -> Made:  # fmt: skip
    """Writes a new outline for the template, or one that goes on from that named by `from_id`.

    An outline of the library, or one named by its path, comes with its facts emptied and its old
    years marked, a sample as it is.

    Which of the template's wordings it takes is written down, by the day on which it is made: two outlines made alike
    on two days don't open and close alike. Beside it goes a schema, which editors use to complete and to explain keys.

    Raises:
        InputProblem: there is no such template or outline.
        OutputProblem: a file of this name exists already, or cannot be written.

    """
    start = renewing.renewed(session, from_id, answers.title) if from_id else None
    if start is not None:
        text, made = _for(start.text, template), session.templates.named(template or start.template or PLAIN)
    else:
        text, made = _text(session, template, answers, from_id, keys, today)
    facts, marked = (start.facts, start.marked) if start is not None else ((), 0)
    if output == "-":
        return Made("-", made.name, text, facts, marked)
    path = _put(session, output, answers.title or made.name, text)
    if SCHEMA_FOLDER in text.partition("\n")[0]:
        described = json.dumps(schema(made), ensure_ascii=False, indent=1) + "\n"
        files.replace(path.parent / SCHEMA_FOLDER / _schema_file(made), described.encode("utf-8"))
    missing = _missing_pictures(text, made, path.parent) if from_id else ()
    return Made(
        _shown(session, path),
        made.name,
        facts=facts,
        marked=marked,
        renewed=start is not None,
        pictures=missing,
    )


def _missing_pictures(text: str, template: Template, folder: Path) -> tuple[str, ...]:
    """The files of pictures that an outline shows and that do not lie where it looks for them."""
    source, _ = outline_yaml.parse(text, "")
    if source is None:
        return ()
    outline, _ = outline_yaml.read(source, template.role_spellings())
    pieces = ((item,) if isinstance(item, str) else texts_of(item) for item in items_of(outline))
    texts = (said for piece in pieces for said in piece)
    shown = (picture_of(said) for said in texts)
    files_ = dict.fromkeys(one.file for one in shown if one is not None)
    return tuple(file for file in files_ if not paths.is_file(folder / file))


def put(session: Session, text: str, output: str) -> Made:
    """Puts an outline that is written already into a new file.

    Raises:
        InputProblem: it is no outline, or one with errors.
        OutputProblem: a file of this name exists already, or cannot be written.

    """
    source, problems = outline_yaml.parse(text, output or "大纲.yaml")
    if source is None or has_errors(problems):
        raise InputProblem(*problems)
    made = session.templates.named(source.field("template") or PLAIN)
    path = _put(session, output, source.field("title") or made.name, text)
    return Made(_shown(session, path), made.name)


def _put(session: Session, output: str, title: str, text: str) -> Path:
    path = _path(session.base, output, title)
    if paths.exists(path):
        problem = Problem(
            "exists", f"{path.name} 已经存在", Place(str(path)), hint="用 -o 换个名字，或先移走原来的文件"
        )
        raise OutputProblem(problem)
    files.replace(path, text.encode("utf-8"))
    return path


def _shown(session: Session, path: Path) -> str:
    return str(path.relative_to(session.base) if path.is_relative_to(session.base) else path)


def _text(
    session: Session, template: str, answers: Answers, from_id: str, keys: str, today: Day
) -> tuple[str, Template]:
    """The text of the outline and the template that it is for."""
    if not from_id:
        made = session.templates.named(template)
        head = f"# yaml-language-server: $schema={SCHEMA_FOLDER}/{_schema_file(made)}\n"
        named = template if catalogue.by_path("templates", template, session.base) else made.name
        return head + skeleton(
            made,
            keys,
            _given(answers) | {f"wording.{place}": said for place, said in chosen_on(made, today).items()},
            named,
        ), made
    path = session.path_of("outlines", from_id)
    text = files.read_text(path).text
    if answers.title:
        text = _replaced(text, ("标题", "title"), answers.title)
    text = _for(text, template)
    source, problems = outline_yaml.parse(text, str(path))
    if source is None:
        raise InputProblem(*problems)
    return text, session.templates.named(source.field("template") or PLAIN)


def _for(text: str, template: str) -> str:
    """The outline's text, for this template where one is named."""
    return _replaced(text, ("模板", "template"), template) if template else text


def _replaced(text: str, keys: tuple[str, str], value: str) -> str:
    """The outline's text with another value for a key at its top; all else stays as typed."""
    line = re.compile(rf"^({'|'.join(keys)}) *:.*(?:\n[ \t]+.*)*$", re.MULTILINE)
    if line.search(text):
        return line.sub(lambda match: f"{match[1]}: {quoted(value)}", text, count=1)
    return f"{keys[0]}: {quoted(value)}\n{text}"


def _schema_file(template: Template) -> str:
    return f"{names.safe(template.name, 'outline')}.schema.json"


def _given(answers: Answers) -> dict[str, str]:
    """The answers by the path of the key that they fill."""
    return {
        "title": answers.title,
        "speaker.name": answers.speaker,
        "speaker.post": answers.post,
        "speaker.org": answers.org,
        "occasion.name": answers.occasion,
        "minutes": answers.minutes,
    }


def _path(base: Path, output: str, title: str) -> Path:
    """The new file's path: as named, in the folder named, or by the title."""
    name = f"{names.safe(title, '大纲')}.yaml"
    if not output:
        return base / name
    path = base / output
    if is_folder(base, output):
        return path / name
    return path if inputs.is_outline(path.name) else path.with_name(path.name + ".yaml")


def post_of(session: Session, name: str, today: Day) -> str:
    """The post that the unit's roster gives a person today, "" where it does not know him.

    Raises:
        InputProblem: the roster cannot be read.

    """
    serving = rosters.roster(session).on(today)
    return next((member.post for member in serving if member.name == name), "")


def known_templates(session: Session) -> list[Template]:
    """Every template that a new outline can be for."""
    entries = catalogue.entries(session.places, "templates")
    templates = []
    for entry in entries:
        with contextlib.suppress(InputProblem):  # a broken one is named when it is asked for
            if not entry.hidden:
                templates.append(session.templates.named(entry.name))
    return sorted(templates, key=lambda it: (it.any_role, *place_in_lists(it.category, it.order)))
