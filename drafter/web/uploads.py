"""What the page does with a file that comes: it lies in a folder of its own while it is looked at, and is gone afterwards."""

from __future__ import annotations

from pathlib import Path

from drafter.actions import check, import_
from drafter.model.roster import Day
from drafter.problems import InputProblem, OutputProblem, Problem
from drafter.readers.outline import tree as outline_tree
from drafter.records import Record
from drafter.reports import check as check_report
from drafter.reports.problems import Json, problems_json
from drafter.session.session import Session
from drafter.storage import catalogue, files, names, paths, temporary
from drafter.web import payloads
from drafter.web.payloads import Payload

_TEMPLATE = catalogue.SUFFIXES["templates"]
_MOST_NAMES = 100


class File(Record):
    """A file to be taken away."""

    name: str
    data: bytes


def read(session: Session, payload: Payload) -> Json:
    """An old file as an outline of a genre.

    Raises:
        InputProblem: it cannot be read.

    """
    name, data = payloads.upload(payload)
    with temporary.folder() as folder:
        files.replace(folder / name, data)
        request = import_.Request(
            [str(folder / name)], output="-", template=payloads.called(payload, "genre")
        )
        (outlined,) = import_.import_files(session, request)
    if outlined.exit_code or not outlined.text or outlined.imported is None:
        raise InputProblem(*outlined.problems)
    return {
        "tree": outline_tree.read(outlined.text, name),
        "problems": problems_json(outlined.problems),
        "dropped": [{"text": one.text, "reason": one.reason} for one in outlined.imported.dropped],
    }


def style(session: Session, payload: Payload) -> Json:
    """A Word file whose look is to be followed, or a stylesheet, put into the folder; the name that it got.

    Raises:
        InputProblem: it can be no style.
        OutputProblem: it cannot be written.

    """
    name, data = payloads.upload(payload)
    with temporary.folder() as folder:
        files.replace(folder / name, data)
        session.stylesheets.named(str(folder / name))
    stem, suffix = Path(name).stem, Path(name).suffix
    for number in ("", *(f"（{number}）" for number in range(2, _MOST_NAMES))):
        path = session.base / f"{stem}{number}{suffix}"
        there = files.read_bytes(path, path.name) if paths.exists(path) else None
        if there == data or (there is None and files.create(path, data)):
            return {"style": path.name}
    raise OutputProblem(Problem("exists", f"{name} 已经存在", hint="换个名字再来"))


def template(session: Session, payload: Payload) -> Json:
    """A template of one's own, put among those of this user; the name that it got.

    Raises:
        InputProblem: it can be no template.
        OutputProblem: another one of that name is there, or it cannot be written.

    """
    name, data = payloads.upload(payload)
    stem = name.partition(".")[0]
    with temporary.folder() as folder:
        trial = folder / f"{stem}{_TEMPLATE}"
        files.replace(trial, data)
        own = session.templates.named(str(trial)).name
    called = names.safe(own, "")
    if called != own:
        hint = "名称只用汉字、字母和数字"
        raise InputProblem(Problem("bad-name", f"模板的名称“{own[:20]}”不能作文件名", hint=hint))
    path = session.places.folders("templates")[0].path / f"{called}{_TEMPLATE}"
    other = catalogue.path_of(session.places, "templates", called)
    if other is not None and other != path:  # whoever names it would get this one from now on
        raise OutputProblem(
            Problem("exists", f"已经有一个叫“{called}”的文种了", hint="模板里的“名称”换一个再来")
        )
    there = files.read_bytes(path, path.name) if paths.exists(path) else None
    if there != data and (there is not None or not files.create(path, data)):
        raise OutputProblem(Problem("exists", f"已经有一个叫“{called}”的模板了", hint="换个名称再来"))
    return {"genre": called}


def proofread(session: Session, payload: Payload, today: Day) -> Json | File:
    """What the rules find in a file; with `annotate` the Word file with its comments."""
    name, data = payloads.upload(payload)
    with temporary.folder() as folder:
        path, marked = folder / name, folder / f"{Path(name).stem}-批注.docx"
        files.replace(path, data)
        annotate = str(marked) if payload.get("annotate") else ""
        checked = check.check(session, check.Request([str(path)], annotate=annotate, today=today))
        if paths.exists(marked):
            return File(marked.name, files.read_bytes(marked))
    return check_report.as_json(checked)
