"""All that the page can ask: a verb with plain data in, plain data or a file out. Both hosts answer through this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from drafter import __version__
from drafter.actions import catalogue, check, new
from drafter.actions.library import find
from drafter.actions.page import documents, preview, writing
from drafter.drafting.options import Options
from drafter.model import vocabulary
from drafter.problems import Problem, UsageProblem
from drafter.proofreading.mending import replaced
from drafter.readers.outline import tree as outline_tree
from drafter.reports import check as check_report
from drafter.reports import documents as documents_report
from drafter.reports import library as library_report
from drafter.reports import preview as preview_report
from drafter.reports import suggest as suggest_report
from drafter.reports.problems import Json
from drafter.session import rosters
from drafter.storage import catalogue as catalogue_of
from drafter.storage import installed
from drafter.web import batching, payloads, revised, stored, typesetting, uploads
from drafter.web.folder import Folder
from drafter.web.payloads import Payload
from drafter.web.uploads import File
from drafter.writers.yaml_text import dumped

_MOST_HITS = 12
_WRITTEN = {
    "outline": "大纲", "speaker": "讲话人", "occasion": "场合", "agenda": "议程", "opinion": "意见", "person": "人员", "official": "公文",
    "attachment": "附件", "section": "小节", "point": "要点", "picture": "图片", "fact": "数据",
}  # fmt: skip
"""What the page calls each table of keys."""

AT_ONCE = ("alive", "progress", "stop")
"""Verbs that wait for no other: they look at nothing that another works on."""

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a request, with the file that it may bring."""


class Desk(Folder):
    """The folder of a page that asks."""

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

    def hello(self, _: Payload) -> Json:
        """What there is to choose from, and the documents of the folder."""
        session = self.session()
        styles = [one for one in catalogue.list_entries(session, "styles") if one.won]
        roster = rosters.roster(session)
        return {
            "version": __version__,
            "folder": str(self.folder),
            "genres": [
                {"name": one.name, "category": one.category, "about": one.about}
                for one in new.known_templates(self.warm)
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
                {"name": one.name, "post": one.post, "org": one.org} for one in roster.on(self.today())
            ],
            "units": [{"name": one.name, "short": list(one.short)} for one in roster.units],
        }

    def genre(self, payload: Payload) -> Json:
        """The parts that a genre takes, each with its prompt, and how they may be spelt."""
        name = payloads.text(payload, "name")
        path = catalogue_of.by_path("templates", name, self.folder)
        if path is not None and not self.warm.may_read(path, name, self.folder):
            raise UsageProblem(
                Problem("path-outside", f"模板“{name[:40]}”在文件夹之外", hint="放进这个文件夹再用")
            )
        template = self.warm.templates.named(name)
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
        name, session = payloads.called(payload, "genre"), self.session()
        return {"tree": make(session, name) if make else writing.begun(session, name, self.today())}

    def inside(self, _: Payload) -> Json:
        """What the page is made of, with the licences of others."""
        return {"version": __version__, "packages": documents_report.packages_json(installed.packages())}

    def alive(self, _: Payload) -> Json:
        """That a page is there; a server that nobody sees ends when none has said so for a while."""
        return {}

    def preview(self, payload: Payload) -> Json:
        """The pages of what is being written."""
        options = Options(style=payloads.called(payload, "style"))
        return preview_report.as_json(
            preview.preview(self.warm, dumped(payloads.tree(payload)), payloads.name(payload), options)
        )

    def check(self, payload: Payload) -> Json:
        """What the rules find, each with the field that it stands in."""
        text, name = dumped(payloads.tree(payload)), payloads.name(payload)
        request = check.Request(["-"], stdin=text.encode("utf-8"), today=self.today())
        report = check_report.as_json(check.check(self.warm, request))
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
            self.warm, dumped(payloads.tree(payload)), payloads.name(payload), payloads.text(payload, "role")
        )
        return {"wordings": suggest_report.suggestions_json(found)}

    def suggest(self, payload: Payload) -> Json:
        """Titles, and sets of headings for the rows of points."""
        titles, headings = writing.titles_and_headings(
            self.warm, dumped(payloads.tree(payload)), payloads.name(payload)
        )
        return {
            "titles": suggest_report.suggestions_json(titles),
            "headings": suggest_report.suggestions_json(headings),
        }

    def search(self, payload: Payload) -> Json:
        """Passages of the library."""
        filters = find.Filters(role=str(payload.get("role") or ""), secrecy=str(payload.get("secrecy") or ""))
        return library_report.found_json(
            find.search(self.session(), str(payload.get("text") or ""), filters, _MOST_HITS)
        )

    def passage(self, payload: Payload) -> Json:
        """A passage to be put into the outline."""
        taken = writing.passage(
            self.session(), payloads.text(payload, "id"), str(payload.get("secrecy") or "")
        )
        return {"tree": taken.tree, "point": taken.is_point, "facts": list(taken.facts)}

    def shown(self, payload: Payload) -> Json:
        """A passage in full."""
        secrecy = str(payload.get("secrecy") or "")
        return library_report.shown_json(find.show(self.session(), payloads.text(payload, "id"), secrecy))

    def read(self, payload: Payload) -> Json:
        """An old file, or a text that was pasted, as an outline of a genre."""
        return uploads.read(self.session(), payload)

    def bring_style(self, payload: Payload) -> Json:
        """A style of one's own."""
        return uploads.style(self.session(), payload)

    def bring_template(self, payload: Payload) -> Json:
        """A template of one's own."""
        return uploads.template(self.session(), payload)

    def proofread(self, payload: Payload) -> Json | File:
        """What the rules find in a file; with `annotate` a Word file comes back with its comments."""
        return uploads.proofread(self.session(), payload, self.today())

    def progress(self, payload: Payload) -> Json:
        """How far a long work is."""
        done, of = self.runs.progress(payloads.text(payload, "run"))
        return {"done": done, "of": of}

    def stop(self, payload: Payload) -> Json:
        """That nobody wants a long work any more."""
        self.runs.stop(payloads.text(payload, "run"))
        return {}

    def take_away(self, payload: Payload) -> File:
        """The file that `build` gives."""
        form, final = payloads.form(payload), bool(payload.get("final"))
        options = Options(style=payloads.called(payload, "style"))
        return File(
            *preview.take_away(
                self.session(), dumped(payloads.tree(payload)), payloads.name(payload), form, options, final
            )
        )

    def as_text(self, payload: Payload) -> Json:
        """The outline as YAML."""
        return {"text": dumped(payloads.tree(payload))}

    def as_tree(self, payload: Payload) -> Json:
        """YAML as an outline."""
        return {"tree": outline_tree.read(payloads.text(payload, "text"), payloads.name(payload))}


_VERBS: Mapping[str, Callable[[Desk, Payload], Json | File]] = {
    "alive": Desk.alive, "inside": Desk.inside, "hello": Desk.hello, "genre": Desk.genre, "begin": Desk.begin, "list": stored.listed, "open": stored.opened,
    "save": stored.save, "meeting": stored.meeting_of, "begin-meeting": stored.begin_meeting, "states": stored.states, "state": stored.state, "preview": Desk.preview, "check": Desk.check,
    "mend": Desk.mend, "wordings": Desk.wordings, "suggest": Desk.suggest, "search": Desk.search, "passage": Desk.passage,
    "shown": Desk.shown, "read": Desk.read, "proofread": Desk.proofread, "bring-style": Desk.bring_style, "bring-template": Desk.bring_template, "batch": batching.batch, "progress": Desk.progress, "stop": Desk.stop, "take-away": Desk.take_away,
    "compare": revised.compare, "absorb": revised.absorb, "gather": revised.gather, "typeset": typesetting.typeset, "stages": revised.stages, "keep-stage": revised.keep_stage,
    "stage": revised.stage, "stage-pages": revised.pages_of_stage, "now": revised.now, "opinions": revised.opinions, "export": stored.export, "bring": stored.bring, "as-text": Desk.as_text, "as-tree": Desk.as_tree,
}  # fmt: skip
"""Every verb of the page."""
