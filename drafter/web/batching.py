"""The page's batch: a table tried against what is being written, then a document for each of its rows in one zip."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import cast

from drafter.actions import batch as action
from drafter.batching.together import Wanted
from drafter.model.outline import is_fact_name
from drafter.office import libreoffice
from drafter.problems import DrafterError, InputProblem, MissingProgram, Place, Problem
from drafter.readers.tables.columns import TEMPLATE
from drafter.readers.tables.table import Table
from drafter.records import Record
from drafter.reports import batch as report
from drafter.reports.problems import Json, problem_json, problems_json
from drafter.session import tables
from drafter.storage import files, paths, temporary
from drafter.web import payloads
from drafter.web.folder import Folder
from drafter.web.payloads import Payload
from drafter.web.runs import Tell, UnwantedError
from drafter.web.spoken import spoken
from drafter.web.uploads import File
from drafter.writers.docx import package
from drafter.writers.yaml_text import dumped

MOST, MOST_PDF = 5000, 300
"""Rows of a table that a page has made at once; of one of which PDFs are made, a second each."""

_LARGEST = 512 << 20
"""Bytes of the zip: a browser holds it whole."""

_MADE, _MERGED = "成稿", "合成一份.docx"
_WORD, _PDF = "docx", "pdf"


class Asked(Record):
    """What is wanted of a table. `have` are the keys of the rows whose documents were taken away before."""

    name: str
    source: str
    pattern: str
    forms: tuple[str, ...]
    sheet: str
    head: int
    final: bool
    merged: bool
    make: bool
    have: Collection[str]


def batch(folder: Folder, payload: Payload) -> Json | File:
    """What the rows of a table would give; with `make` what became of them, and their documents are kept until they are
    taken away, once, by the name of the `run` (`take`). A table that cannot be used is `refused` with what is known of it.

    Raises:
        UsageProblem: the payload lacks what it needs, it was stopped, or there is nothing to take.

    """
    if payload.get("take"):
        return folder.taken(payloads.text(payload, "run"))
    asked, run = _asked(payload), payloads.text(payload, "run")
    name, data = payloads.upload(payload)
    with temporary.folder() as place, folder.runs.going(run) as tell:
        files.replace(place / name, data)
        answer: Json = {"sheets": [], "columns": [], "names": [], "rows": 0, "no_pdf": _missing_pdf()}
        try:
            made = _carried_out(folder, asked, place / name, answer, tell)
        except UnwantedError:
            raise
        except DrafterError as error:
            answer["refused"] = problems_json(error.problems)
        else:
            if made is not None:
                folder.leave(run, made)
        return _in_words_of_the_page(answer, place)


def _asked(payload: Payload) -> Asked:
    forms, have, head = payload.get("forms"), payload.get("have"), payload.get("head")
    return Asked(
        payloads.name(payload),
        dumped(payloads.tree(payload)),
        str(payload.get("pattern") or ""),
        tuple(str(one) for one in forms) if isinstance(forms, list) and forms else (_WORD,),
        str(payload.get("sheet") or ""),
        head if isinstance(head, int) and head > 0 else 0,
        payload.get("final") is True,
        payload.get("merge") is True,
        payload.get("make") is True,
        frozenset(str(one) for one in have) if isinstance(have, list) else (),
    )


def _carried_out(folder: Folder, asked: Asked, path: Path, answer: Json, tell: Tell) -> File | None:
    """Tells what comes of the table in the `answer`, as far as that gets; the documents, where they were made."""
    session = folder.session()
    answer["sheets"] = list(tables.sheet_names(session, str(path)))
    table = tables.read_table(session, str(path), asked.sheet, asked.head)
    answer["columns"] = list(table.columns)
    answer["names"] = [one for one in table.columns if is_fact_name(one) and one not in TEMPLATE]
    answer["rows"] = len(table.rows)
    _refuse_many(path.name, table, asked.forms)
    made = path.parent / _MADE
    merged = path.parent / _MERGED if asked.merged and asked.make else None
    request = action.Request(
        asked.name, str(path), str(made), asked.pattern, asked.forms, asked.sheet, asked.head,
        final=asked.final, dry=not asked.make, remember=False, together=Wanted(str(merged or "")), source=asked.source, keyed=True,
    )  # fmt: skip
    done = action.batch(session, request, tell)
    answer |= report.as_json(path.name, done)
    rows = cast("list[Json]", answer["files"])
    for row, result in zip(rows, done.results, strict=True):
        row["key"] = result.key if result.is_there else ""
    if not asked.make:
        return None
    wanted = [row for row in rows if row["key"] and row["key"] not in asked.have]
    answer["packed"] = len(wanted)
    outputs = [Path(one) for row in wanted for one in cast("list[str]", row["outputs"])]
    return _packed(outputs, made, merged if merged and paths.exists(merged) else None)


def _packed(outputs: list[Path], made: Path, merged: Path | None) -> File:
    """The documents, their list and the one that holds all, as one zip.

    Raises:
        InputProblem: they are too large together.

    """
    listing = spoken(files.read_bytes(made / action.RESULTS).decode("utf-8-sig"), made)
    content = [package.member(action.RESULTS, listing.encode("utf-8-sig"))]
    size = 0
    for name, path in _named(outputs, merged):
        content.append(package.member(name, files.read_bytes(path, most=_LARGEST)))
        size += len(content[-1].deflated)
        if size > _LARGEST:
            message = f"装在一起超过 {_LARGEST >> 20} MB，浏览器拿不走"
            raise InputProblem(
                Problem("too-large", message, hint="把表分成几份，分几次出；图多的先把图小下来")
            )
    return File(f"{_MADE}.zip", package.pack(content))


def _named(outputs: list[Path], merged: Path | None) -> Iterator[tuple[str, Path]]:
    """Each file by the name that it gets: a row may be called as the one that holds all."""
    yield from ((one.name, one) for one in outputs)
    if merged:
        taken, stem = {one.name.casefold() for one in outputs}, merged.stem
        while f"{stem}{merged.suffix}".casefold() in taken:
            stem += "（全部）"
        yield f"{stem}{merged.suffix}", merged


def _refuse_many(name: str, table: Table, forms: tuple[str, ...]) -> None:
    """Says no to more than somebody waits for at a page.

    Raises:
        InputProblem: there are more rows.

    """
    most = MOST_PDF if _PDF in forms else MOST
    if len(table.rows) <= most:
        return
    what = f"出 PDF 一次最多 {most} 份" if _PDF in forms else f"网页上一次最多 {most} 份"
    hint = "把表分成几份，分几次出；一次全出，请管电脑的同事用命令行 drafter batch"
    message = f"这张表有 {len(table.rows)} 行，{what}"
    raise InputProblem(Problem("too-large", message, Place(name), hint=hint))


def _missing_pdf() -> Json | None:
    """Why there are no PDFs here; None where there are."""
    try:
        libreoffice.found_for_pdf()
    except MissingProgram as error:
        return problem_json(error.problems[0])
    return None


def _in_words_of_the_page(answer: Json, place: Path) -> Json:
    """The answer with the names of files for paths, and with what is said of options said of the page's fields."""
    rows = cast("list[Json]", answer.get("files", []))
    for row in rows:
        outputs = [Path(one).name for one in cast("list[str]", row["outputs"])]
        row["outputs"], row["path"] = outputs, next(iter(outputs), "")
    first = cast("Json", answer.get("first", {}))
    if first:
        first["path"] = Path(str(first["path"])).name
    for said in (answer, *rows):
        for problem in (*_problems(said, "problems"), *_problems(said, "refused")):
            for part in ("message", "hint"):
                problem[part] = spoken(str(problem[part]), place / _MADE, place)
    return answer


def _problems(said: Json, name: str) -> list[Json]:
    return cast("list[Json]", said.get(name, []))
