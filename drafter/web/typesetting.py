"""What the page asks of a Word file that is to be set anew: what its paragraphs are, where they depart, the file so set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.problems import InputProblem
from drafter.reports import typeset as report
from drafter.reports.problems import Json
from drafter.storage import files, temporary
from drafter.typesetting.roles import EMPTY, KEPT, NAMES, TABLE
from drafter.web import payloads
from drafter.web.folder import Folder
from drafter.web.payloads import Payload
from drafter.web.uploads import File

if TYPE_CHECKING:
    from drafter.actions.typeset import Typeset

_ROLES = "角色.txt"


def typeset(folder: Folder, payload: Payload) -> Json | File:
    """What each paragraph is taken for, with what departs; with `take` the file set in the style. `roles` are corrections by
    the number of the paragraph. With `beside` how it stands on paper now, and how it would.
    """
    from drafter.actions import typeset as action  # brings lxml, which the one file has not
    from drafter.actions.page import beside

    name, data = payloads.upload(payload)
    session = folder.session()
    with temporary.folder() as place:
        files.replace(place / name, data)
        files.replace(place / "改正" / _ROLES, _said(payload).encode("utf-8"))
        made = place / "成稿" / f"{Path(name).stem}-排版.docx"
        style, roles = payloads.called(payload, "style"), str(place / "改正" / _ROLES)
        tidy = payload.get("tidy") is True
        request = action.Request([str(place / name)], str(made), style, roles, tidy=tidy)
        if payload.get("take") or payload.get("beside"):
            _sound(action.typeset(session, request))
            if payload.get("take"):
                return File(made.name, files.read_bytes(made))
            return report.beside_json(
                *beside.beside(session, style or action.STYLE, request.inputs[0], str(made))
            )
        done = _sound(action.inspect(session, request))
    return report.inspect_json([done]) | {"names": [*NAMES, KEPT]}


def _sound(done: list[Typeset]) -> Typeset:
    (one,) = done
    if one.exit_code:
        raise InputProblem(*one.problems)
    return one


def _said(payload: Payload) -> str:
    """The corrections, as a file of roles says them."""
    given = payload.get("roles")
    known = (*NAMES, TABLE, EMPTY, KEPT)
    rows = given.items() if isinstance(given, Mapping) else ()
    return "".join(
        f"{number}: {role}\n" for number, role in rows if str(number).isdecimal() and role in known
    )
