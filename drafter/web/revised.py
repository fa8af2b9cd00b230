"""What the page asks of papers that come back: two compared, one taken in, stages kept and looked at."""

from __future__ import annotations

from drafter.actions import versions
from drafter.actions.absorb import opinions_table
from drafter.actions.page import gathering, preview, revising
from drafter.drafting.options import Options
from drafter.problems import InputProblem
from drafter.readers.outline import tree as outline_tree
from drafter.reports import absorb as absorb_report
from drafter.reports import compare as compare_report
from drafter.reports import merge as merge_report
from drafter.reports import preview as preview_report
from drafter.reports import versions as versions_report
from drafter.reports.problems import Json, problems_json
from drafter.revising.summary import summary
from drafter.session import documents, rosters
from drafter.web import payloads
from drafter.web.folder import Folder
from drafter.web.payloads import Payload
from drafter.web.uploads import File
from drafter.writers.yaml_text import dumped


def compare(folder: Folder, payload: Payload) -> Json | File:
    """Two files compared; with `take` the Word file in which the changes are marked."""
    session = folder.session()
    sides = [payloads.upload(payloads.inner(payload, side)) for side in ("old", "new")]
    found = revising.compare(session, sides[0], sides[1])
    if payload.get("take"):
        return File(f"{sides[1][0].rpartition('.')[0] or '新稿'}-对比.docx", found.data)
    people = (person.name for person in rosters.roster(session).people)
    said = compare_report.summary_json(summary(found.differences, found.parts, people))
    return said | {
        "differences": compare_report.differences_json(found.differences),
        "problems": problems_json(found.problems),
    }


def absorb(folder: Folder, payload: Payload) -> Json:
    """What a reviewed Word file makes of what is being written, without what is `declined`."""
    name, data = payloads.upload(payload)
    reviewer = str(payload.get("reviewer") or "").strip()
    looked = revising.absorb(
        folder.session(), payloads.tree(payload), payloads.name(payload), name, data, reviewer,
        payloads.numbers(payload, "declined"),
    )  # fmt: skip
    return {
        "tree": looked.tree,
        "problems": problems_json(looked.problems),
        "changes": [{"place": one.place} | absorb_report.change_json(one.change) for one in looked.offered],
    }


def gather(folder: Folder, payload: Payload) -> Json:
    """What departments sent in, gathered into what is being written."""
    given = [payloads.upload(one) for one in payloads.several(payload, "files")]
    found = gathering.gather(folder.session(), payloads.tree(payload), given)
    register = merge_report.register_json(found.sent, found.differing)
    return {"tree": found.tree, "problems": problems_json(found.problems)} | register


def stages(folder: Folder, payload: Payload) -> Json:
    """The stages of a document."""
    kept = versions.listed(folder.session(), _name(folder, payload))
    return {"versions": [versions_report.version_json(one) for one in kept.versions]}


def keep_stage(folder: Folder, payload: Payload) -> Json:
    """Keeps what a document says as its next stage; none where its last one says the same."""
    called, by, note = (str(payload.get(key) or "") for key in ("name", "by", "note"))
    name = _name(folder, payload)
    try:
        kept = versions.keep(folder.session(), name, called, by, note, folder.today())
    except InputProblem as error:
        if error.problems[0].code != "same-version":
            raise
        kept = versions.listed(folder.session(), name)
    return {"version": versions_report.version_json(kept.versions[-1])}


def stage(folder: Folder, payload: Payload) -> Json:
    """One of them, and what changed since."""
    session, name = folder.session(), _name(folder, payload)
    number = payloads.number(payload, "number")
    shown = versions.show(session, name, number)
    _, found = versions.diff(session, name, number, None)
    return {
        "tree": outline_tree.read(shown.text, name),
        "differences": compare_report.differences_json(found),
    }


def pages_of_stage(folder: Folder, payload: Payload) -> Json:
    """The pages of a stage, as they were printed then."""
    session, name = folder.session(), _name(folder, payload)
    shown = versions.show(session, name, payloads.number(payload, "number"))
    return preview_report.as_json(preview.preview(session, shown.text, name, Options()))


def now(folder: Folder, payload: Payload) -> Json:
    """Where words that a stage printed stand in what is being written."""
    text, key = dumped(payloads.tree(payload)), payloads.text(payload, "key")
    number, offset = payloads.number(payload, "number"), payloads.number(payload, "offset")
    found = versions.now(folder.session(), _name(folder, payload), number, text, key, offset)
    return {"now": found and {"key": found.key, "offset": found.offset, "same": found.same}}


def opinions(folder: Folder, payload: Payload) -> File:
    """意见采纳情况表 of what people said."""
    text, name = dumped(payloads.tree(payload)), payloads.name(payload)
    only = bool(payload.get("taken"))
    return File("意见采纳情况表.docx", opinions_table(folder.session(), text, name, only_taken=only))


def _name(folder: Folder, payload: Payload) -> str:
    return documents.path_of(folder.session(), payloads.text(payload, "id")).name
