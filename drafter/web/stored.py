"""What the page asks of the documents of its folder."""

from __future__ import annotations

import json

from drafter.actions.page import documents, meeting
from drafter.reports import documents as documents_report
from drafter.reports.problems import Json
from drafter.web import payloads
from drafter.web.folder import Folder
from drafter.web.payloads import Payload
from drafter.web.uploads import File


def listed(folder: Folder, _: Payload) -> Json:
    """The documents of the folder."""
    return documents_report.listing_json(documents.list_documents(folder.session()))


def opened(folder: Folder, payload: Payload) -> Json:
    """A document."""
    return documents_report.document_json(
        documents.open_document(folder.session(), payloads.text(payload, "id"))
    )


def save(folder: Folder, payload: Payload) -> Json:
    """Writes a document, a new one where it has no id yet."""
    stamp = folder.clock().strftime("%Y%m%d-%H%M%S")
    saved = documents.save(
        folder.session(), str(payload.get("id") or ""), payloads.tree(payload), str(payload.get("version") or ""),
        stamp, apart=bool(payload.get("apart")),
    )  # fmt: skip
    return documents_report.document_json(saved)


def meeting_of(folder: Folder, payload: Payload) -> Json:
    """The meeting that a document belongs to."""
    found = meeting.meeting_of(folder.session(), payloads.text(payload, "id"))
    return {"meeting": None if found is None else documents_report.meeting_json(found)}


def begin_meeting(folder: Folder, payload: Payload) -> Json:
    """A new meeting, or with `id` a paper of the meeting that this document says."""
    if payload.get("id"):
        base, paper = payloads.text(payload, "id"), payloads.text(payload, "paper")
        return documents_report.document_json(meeting.begin_paper(folder.session(), base, paper))
    name = payloads.text(payload, "name")
    return documents_report.document_json(meeting.begin(folder.session(), name, folder.today()))


def states(folder: Folder, payload: Payload) -> Json:
    """The earlier states of a document."""
    return {"states": documents.states(folder.session(), payloads.text(payload, "id"))}


def state(folder: Folder, payload: Payload) -> Json:
    """One of them."""
    return {
        "tree": documents.state(
            folder.session(), payloads.text(payload, "id"), payloads.text(payload, "stamp")
        )
    }


def export(folder: Folder, _: Payload) -> File:
    """All documents of the folder in one file."""
    texts = documents.texts(folder.session())
    return File("全部稿子.json", json.dumps(texts, ensure_ascii=False, indent=1).encode("utf-8"))


def bring(folder: Folder, payload: Payload) -> Json:
    """Those of such a file, each under its name, or another where that is taken."""
    return {"names": documents.bring(folder.session(), payloads.texts(payload))}
