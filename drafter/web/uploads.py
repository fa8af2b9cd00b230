"""What the page does with a file that comes: it lies in a folder of its own while it is looked at, and is gone afterwards."""

from __future__ import annotations

from pathlib import Path

from drafter.actions import batch as batching
from drafter.actions import check, import_
from drafter.model.roster import Day
from drafter.problems import InputProblem
from drafter.readers.outline import tree as outline_tree
from drafter.records import Record
from drafter.reports import batch as batch_report
from drafter.reports import check as check_report
from drafter.reports.problems import Json, problems_json
from drafter.session.session import Session, quiet
from drafter.storage import files, paths, temporary
from drafter.web import payloads
from drafter.web.payloads import Payload
from drafter.writers.docx import package
from drafter.writers.outline_yaml import dumped

_MADE = "成稿"


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
    if outlined.exit_code or not outlined.text:
        raise InputProblem(*outlined.problems)
    return {"tree": outline_tree.read(outlined.text, name), "problems": problems_json(outlined.problems)}


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


def batch(session: Session, payload: Payload) -> Json | File:
    """A document of the outline for each row of a table; with `take` all that were made, and the list, as one zip."""
    name, data = payloads.upload(payload)
    with temporary.folder() as folder:
        files.replace(folder / name, data)
        files.replace(folder / payloads.UNNAMED, dumped(payloads.tree(payload)).encode("utf-8"))
        request = batching.Request(str(folder / payloads.UNNAMED), str(folder / name), str(folder / _MADE))
        made = batching.batch(session, request, quiet)
        if payload.get("take"):
            there = files.listed(folder / _MADE, (".docx", ".csv"))
            content = [package.member(one, files.read_bytes(folder / _MADE / one)) for one in there]
            return File(f"{_MADE}.zip", package.pack(content))
    return batch_report.as_json(name, made)
