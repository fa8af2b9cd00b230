"""All that the page can ask: a verb with plain data in, plain data or a file out. Both hosts answer through this."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import cast

from drafter import __version__
from drafter.actions import catalogue, check, new
from drafter.actions.library import find
from drafter.actions.opening import open_session
from drafter.actions.page import documents, meeting, preview, writing
from drafter.drafting.options import Options
from drafter.model import vocabulary
from drafter.problems import Problem, UsageProblem
from drafter.proofreading.mending import replaced
from drafter.readers.outline import tree as outline_tree
from drafter.reports import check as check_report
from drafter.reports import documents as documents_report
from drafter.reports import library as library_report
from drafter.reports import preview as preview_report
from drafter.reports.problems import Json
from drafter.session import rosters
from drafter.session.session import Session
from drafter.storage import catalogue as catalogue_of
from drafter.storage import paths, places
from drafter.web import payloads, uploads
from drafter.web.payloads import Payload
from drafter.web.uploads import File
from drafter.writers.outline_yaml import dumped

_MOST_HITS = 12
_WRITTEN = {
    "outline": "大纲", "speaker": "讲话人", "occasion": "场合", "agenda": "议程", "person": "人员", "official": "公文",
    "attachment": "附件", "section": "小节", "point": "要点", "fact": "数据",
}  # fmt: skip
"""What the page calls each table of keys."""

_OWN = ("templates", "styles", "lexicon")
MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a request, with the file that it may bring."""


class Desk:
    """One folder on which the page works, with what stays warm between two questions."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self._clock = clock
        self._warmed: tuple[Session, tuple[float, ...]] | None = None

    def answer(self, verb: str, payload: Payload) -> Json | File:
        """What the page asked for.

        Raises:
            UsageProblem: there is no such verb, or the payload lacks what it needs.
            DrafterError: it cannot be done; the problems say why.

        """
        known = _VERBS.get(verb)
        if known is None:
            raise UsageProblem(Problem("unknown-verb", "页面问了一件程序不会做的事", hint="刷新页面再试"))
        return known(self, payload)

    @property
    def _warm(self) -> Session:
        """What stays read between two questions, until a roster, a list or a template of one's own changes."""
        session = self._session()
        places_ = [folder.path for kind in _OWN for folder in session.places.folders(kind)[:-1]]
        workspace = session.places.workspace or session.places.home
        files_ = [folder / rosters.FILE for folder in (session.places.home, workspace)]
        now = tuple(map(paths.changed, (*places_, *files_, session.places.settings_file)))
        if self._warmed is None or self._warmed[1] != now:
            self._warmed = session, now
        return self._warmed[0]

    def _session(self) -> Session:
        return open_session(places.find(self.folder), self.folder)

    def _today(self) -> tuple[int, int, int]:
        now = self._clock()
        return now.year, now.month, now.day

    def hello(self, _: Payload) -> Json:
        """What there is to choose from, and the documents of the folder."""
        session = self._session()
        styles = [one for one in catalogue.list_entries(session, "styles") if one.won]
        return {
            "version": __version__,
            "folder": str(self.folder),
            "genres": [
                {"name": one.name, "category": one.category, "about": one.about}
                for one in new.known_templates(self._warm)
                if not one.digest
            ],
            "styles": [
                {"name": (*one.aliases, one.name)[0], "id": one.name, "about": one.about} for one in styles
            ],
            **documents_report.listing_json(documents.list_documents(session)),
            "forms": {
                _WRITTEN[name]: [
                    {"key": key.chinese[0], "kind": key.kind.name.lower(), "about": key.about}
                    for key in table
                ]
                for name, table in vocabulary.TABLES.items()
            },
            "people": [
                {"name": one.name, "post": one.post, "org": one.org}
                for one in rosters.roster(session).on(self._today())
            ],
        }

    def genre(self, payload: Payload) -> Json:
        """The parts that a genre takes, each with its prompt, and how they may be spelt."""
        name = payloads.text(payload, "name")
        path = catalogue_of.by_path("templates", name, self.folder)
        if path is not None and not self._warm.may_read(path, name, self.folder):
            raise UsageProblem(
                Problem("path-outside", f"模板“{name[:40]}”在文件夹之外", hint="放进这个文件夹再用")
            )
        template = self._warm.templates.named(name)
        return {
            "name": template.name,
            "about": template.about,
            "style": template.style,
            "any": template.any_role,
            "owners": template.owners,
            "keys": list(template.keys),
            "spellings": dict(template.role_spellings()),
            "roles": [
                {"name": one.name, "label": one.chinese, "prompt": one.prompt, "required": one.required}
                for one in template.roles
            ],
        }

    def begin(self, payload: Payload) -> Json:
        """A new outline, empty or the filled sample."""
        make = writing.sample if payload.get("sample") else None
        name, session = payloads.called(payload, "genre"), self._session()
        return {"tree": make(session, name) if make else writing.begun(session, name, self._today())}

    def alive(self, _: Payload) -> Json:
        """That a page is there; a server that nobody sees ends when none has said so for a while."""
        return {}

    def list(self, _: Payload) -> Json:
        """The documents of the folder."""
        return documents_report.listing_json(documents.list_documents(self._session()))

    def open(self, payload: Payload) -> Json:
        """A document."""
        return documents_report.document_json(
            documents.open_document(self._session(), payloads.text(payload, "id"))
        )

    def save(self, payload: Payload) -> Json:
        """Writes a document, a new one where it has no id yet."""
        stamp = self._clock().strftime("%Y%m%d-%H%M%S")
        saved = documents.save(
            self._session(), str(payload.get("id") or ""), payloads.tree(payload), str(payload.get("version") or ""),
            stamp, apart=bool(payload.get("apart")),
        )  # fmt: skip
        return documents_report.document_json(saved)

    def meeting(self, payload: Payload) -> Json:
        """The meeting that a document belongs to."""
        found = meeting.meeting_of(self._session(), payloads.text(payload, "id"))
        return {"meeting": None if found is None else documents_report.meeting_json(found)}

    def begin_meeting(self, payload: Payload) -> Json:
        """A new meeting, or with `id` a paper of the meeting that this document says."""
        if payload.get("id"):
            base, paper = payloads.text(payload, "id"), payloads.text(payload, "paper")
            return documents_report.document_json(meeting.begin_paper(self._session(), base, paper))
        name = payloads.text(payload, "name")
        return documents_report.document_json(meeting.begin(self._session(), name, self._today()))

    def states(self, payload: Payload) -> Json:
        """The earlier states of a document."""
        return {"states": documents.states(self._session(), payloads.text(payload, "id"))}

    def state(self, payload: Payload) -> Json:
        """One of them."""
        return {
            "tree": documents.state(
                self._session(), payloads.text(payload, "id"), payloads.text(payload, "stamp")
            )
        }

    def preview(self, payload: Payload) -> Json:
        """The pages of what is being written."""
        options = Options(style=payloads.called(payload, "style"))
        return preview_report.as_json(
            preview.preview(self._warm, dumped(payloads.tree(payload)), payloads.name(payload), options)
        )

    def check(self, payload: Payload) -> Json:
        """What the rules find, each with the field that it stands in."""
        text, name = dumped(payloads.tree(payload)), payloads.name(payload)
        request = check.Request(["-"], stdin=text.encode("utf-8"), today=self._today())
        report = check_report.as_json(check.check(self._warm, request))
        keys = outline_tree.key_lines(text, name)
        for file in cast("list[Json]", report["files"]):
            for problem in cast("list[Json]", file["problems"]):
                problem["key"] = keys.get(cast("int", problem["line"]), "")
        return report

    def mend(self, payload: Payload) -> Json:
        """The outline with the fixes that were chosen carried out."""
        text = dumped(payloads.tree(payload))
        mended, done = replaced(text, payloads.replacements(payload, text))
        return {"tree": outline_tree.read(mended, payloads.name(payload)), "done": len(done)}

    def wordings(self, payload: Payload) -> Json:
        """Other wordings of what the template says at a part."""
        found = writing.wordings_at(
            self._warm, dumped(payloads.tree(payload)), payloads.name(payload), payloads.text(payload, "role")
        )
        return {"wordings": [{"number": one.number, "text": one.text, "chosen": one.chosen} for one in found]}

    def search(self, payload: Payload) -> Json:
        """Passages of the library."""
        filters = find.Filters(role=str(payload.get("role") or ""), secrecy=str(payload.get("secrecy") or ""))
        return library_report.found_json(
            find.search(self._session(), str(payload.get("text") or ""), filters, _MOST_HITS)
        )

    def passage(self, payload: Payload) -> Json:
        """A passage to be put into the outline."""
        taken = writing.passage(
            self._session(), payloads.text(payload, "id"), str(payload.get("secrecy") or "")
        )
        return {"tree": taken.tree, "point": taken.is_point, "facts": list(taken.facts)}

    def shown(self, payload: Payload) -> Json:
        """A passage in full."""
        secrecy = str(payload.get("secrecy") or "")
        return library_report.shown_json(find.show(self._session(), payloads.text(payload, "id"), secrecy))

    def read(self, payload: Payload) -> Json:
        """An old file, or a text that was pasted, as an outline of a genre."""
        return uploads.read(self._session(), payload)

    def proofread(self, payload: Payload) -> Json | File:
        """What the rules find in a file; with `annotate` a Word file comes back with its comments."""
        return uploads.proofread(self._session(), payload, self._today())

    def batch(self, payload: Payload) -> Json | File:
        """A document for each row of a table: what became of each, with `take` all of them in one file."""
        return uploads.batch(self._session(), payload)

    def take_away(self, payload: Payload) -> File:
        """The file that `build` gives."""
        form, final = payloads.form(payload), bool(payload.get("final"))
        options = Options(style=payloads.called(payload, "style"))
        return File(
            *preview.take_away(
                self._session(), dumped(payloads.tree(payload)), payloads.name(payload), form, options, final
            )
        )

    def export(self, _: Payload) -> File:
        """All documents of the folder in one file."""
        texts = documents.texts(self._session())
        return File("全部稿子.json", json.dumps(texts, ensure_ascii=False, indent=1).encode("utf-8"))

    def bring(self, payload: Payload) -> Json:
        """Those of such a file, each under its name, or another where that is taken."""
        return {"names": documents.bring(self._session(), payloads.texts(payload))}

    def as_text(self, payload: Payload) -> Json:
        """The outline as YAML."""
        return {"text": dumped(payloads.tree(payload))}

    def as_tree(self, payload: Payload) -> Json:
        """YAML as an outline."""
        return {"tree": outline_tree.read(payloads.text(payload, "text"), payloads.name(payload))}


_VERBS: Mapping[str, Callable[[Desk, Payload], Json | File]] = {
    "alive": Desk.alive, "hello": Desk.hello, "genre": Desk.genre, "begin": Desk.begin, "list": Desk.list, "open": Desk.open,
    "save": Desk.save, "meeting": Desk.meeting, "begin-meeting": Desk.begin_meeting, "states": Desk.states, "state": Desk.state, "preview": Desk.preview, "check": Desk.check,
    "mend": Desk.mend, "wordings": Desk.wordings, "search": Desk.search, "passage": Desk.passage,
    "shown": Desk.shown, "read": Desk.read, "proofread": Desk.proofread, "batch": Desk.batch, "take-away": Desk.take_away,
    "export": Desk.export, "bring": Desk.bring, "as-text": Desk.as_text, "as-tree": Desk.as_tree,
}  # fmt: skip
"""Every verb of the page."""
