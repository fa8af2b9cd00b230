"""A desk with everything at hand for one run: templates, stylesheets and writers, each made once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter import __version__
from drafter.model.document import Document
from drafter.model.outline import Outline
from drafter.model.stylesheet import FONT_SETS, Stylesheet
from drafter.model.template import Template
from drafter.problems import InputProblem, Place, Problem, has_errors
from drafter.readers import lexicon, markdown, stylesheet_yaml, template_file
from drafter.readers.yaml_nodes import Mapping
from drafter.speaking.syllables import RATE
from drafter.storage import catalogue, files
from drafter.storage.cache import Cache
from drafter.storage.places import Places, shipped
from drafter.templating import context, guard
from drafter.templating.render import Renderer
from drafter.writers.docx.document import DocxWriter

if TYPE_CHECKING:
    from drafter.drafting.library import Library

_EXTENDS = re.compile(r'{%-?\s*extends\s+["\']([^"\']+)["\']')
INHERITED = (
    "category", "style", "form", "audience", "numbering", "roles", "keys", "any_role", "owners", "meeting",
    "digest", "views",
)  # fmt: skip
"""What a template takes from the one that it extends where it says nothing itself."""

WORD_FILE = ".docx"
BASE_LOOK = "speech"
"""What a Word file's look is laid over: it need not show every kind of paragraph."""

MAX_EXTENDS = 8
"""How many stylesheets or outlines may stand on one another's shoulders."""


def _quiet(_done: int, _total: int) -> None:
    """Hears of progress and says nothing."""


class Desk:
    """Finds and keeps what drafting needs. Paths are looked up below `base`; `tell` hears how many
    of how many are done where something takes long.
    """

    def __init__(self, places: Places, base: Path, tell: Callable[[int, int], None] = _quiet) -> None:
        self.places = places
        self.base = base
        self.tell = tell
        self._templates: dict[str, Template] = {}
        self._sheets: dict[str, Stylesheet] = {}
        self._writers: dict[str, DocxWriter] = {}
        self._cache = Cache(places.cache)
        self.library: Library | None = None
        """Opened by the first that needs it: most drafts do without."""
        self._renderer = Renderer(self._by_name, self._cache)

    @property
    def rate(self) -> float:
        """Syllables a minute: the workspace's, else the usual rate."""
        return float(self.places.default("rate") or RATE)

    def may_read(self, path: Path, name: str, folder: Path) -> bool:
        """Whether an outline in `folder` may name this path: inside its folder, the workspace
        or the user's own. What a person names on the command line is free.
        """
        workspace = [self.places.workspace] if self.places.workspace else []
        return catalogue.confined(path, name, [folder, self.places.home, *workspace])

    def template(self, name: str) -> Template:
        """The template of this name, alias or path.

        Raises:
            InputProblem: there is none, or its front matter is wrong.

        """
        if name not in self._templates:
            self._templates[name] = self._parse_template(self.path_of("templates", name))
        return self._templates[name]

    def words_of(self, template: Template) -> str:
        """The template's own text with that of the templates that it stands on."""
        words, met = template.body, {template.name}
        parent = self._parent(template)
        while parent is not None and parent.name not in met:
            words += parent.body
            met.add(parent.name)
            parent = self._parent(parent)
        return words

    def _parent(self, template: Template) -> Template | None:
        """The template that this one extends; None where it extends none, or none that is known."""
        match = _EXTENDS.search(template.body)
        name = match[1].removesuffix(".md.j2") if match else ""
        path = catalogue.path_of(self.places, "templates", name) if name != template.name else None
        return template_file.read(catalogue.text(path), name)[0] if path is not None else None

    def path_of(self, kind: str, name: str, wanted_by: str = "") -> Path:
        """The file of a template, stylesheet or outline by its path, name or alias.

        Raises:
            InputProblem: there is none; its place is the file that wanted it.

        """
        path = catalogue.by_path(kind, name, self.base) or catalogue.path_of(self.places, kind, name)
        if path is not None:
            return path
        known: dict[str, None] = {}
        for entry in catalogue.entries(self.places, kind):
            aliases = _aliases(kind, entry)
            if name in aliases:
                return entry.path
            known |= dict.fromkeys((*aliases, entry.name))
        here = f"{name}{catalogue.SUFFIXES[kind]}"
        if (self.base / here).is_file():
            known = dict.fromkeys((here,))  # a file of this folder is named as a file
        raise catalogue.missing(kind, name, list(known), Place(wanted_by) if wanted_by else None)

    def _parse_template(self, path: Path) -> Template:
        template, problems = template_file.read(catalogue.text(path), path.name.removesuffix(".md.j2"))
        if has_errors(problems):
            raise InputProblem(*(problem.in_source(str(path)) for problem in problems))
        template = self._inherited(template)
        return replace(template, ours=catalogue.is_ours(self.places, path))

    def _inherited(self, template: Template) -> Template:
        """The template with what its front matter leaves out taken from the one that it extends."""
        parent = self._parent(template)
        if parent is None:
            return template
        left_out = {name: getattr(parent, name) for name in INHERITED if not getattr(template, name)}
        return replace(template, **left_out)

    def _by_name(self, name: str) -> Template | None:
        """A template for another's `import`: by name alone, never by a path."""
        path = catalogue.path_of(self.places, "templates", name)
        return self._parse_template(path) if path is not None else None

    def stylesheet(self, name: str) -> Stylesheet:
        """The stylesheet of this name, alias or path.

        Raises:
            InputProblem: there is none, or it is wrong.

        """
        if name not in self._sheets:
            if name.lower().endswith(WORD_FILE):
                self._sheets[name] = self._look_of(name)
                return self._sheets[name]
            sheet, problems = stylesheet_yaml.read(self._sheet_nodes(name, ()))
            if sheet is None:
                raise InputProblem(*problems)
            self._sheets[name] = self._with_fonts(sheet)
        return self._sheets[name]

    def _look_of(self, name: str) -> Stylesheet:
        """The look of a Word file, laid over that of a speech.

        Raises:
            InputProblem: there is no such file, or it cannot be read.

        """
        from drafter.readers import word_look, word_package

        package = word_package.read(files.read_bytes(self.base / name, name), name)
        return word_look.read(package, self.stylesheet(BASE_LOOK), Path(name).stem)

    def _with_fonts(self, sheet: Stylesheet) -> Stylesheet:
        """The stylesheet in the workspace's font set, where the stylesheet names none itself.

        Raises:
            InputProblem: the workspace names a set that is not known.

        """
        wanted = str(self.places.default("fonts") or "")
        if not wanted or sheet.font_set:
            return sheet
        if wanted not in FONT_SETS:
            hint = "可以用：" + "、".join(FONT_SETS)
            place = Place(str(self.places.settings_file))
            raise InputProblem(
                Problem("bad-value", f"[defaults] 的 fonts 没有“{wanted[:20]}”", place, hint=hint)
            )
        return stylesheet_yaml.with_font_set(sheet, wanted)

    def stylesheet_values(self, name: str) -> list[tuple[str, str]]:
        """Every value of the stylesheet as written, by its path, inherited ones included."""
        if name.lower().endswith(WORD_FILE):
            hint = "用 drafter build --style 照它的样子排；要一项一项看，用 drafter styles show 讲话稿"
            raise InputProblem(Problem("no-stylesheet", f"{name} 是 Word 文件，没有样式表可列", hint=hint))
        fonts = {f"字体.{role}": font for role, font in self.stylesheet(name).fonts.items()}
        values = stylesheet_yaml.values(self._sheet_nodes(name, ()))
        return [(path, fonts.get(path, value)) for path, value in values]

    def _sheet_nodes(self, name: str, above: tuple[str, ...]) -> Mapping:
        """The nodes of a stylesheet, laid over those of what it extends."""
        path = self.path_of("styles", name, above[-1] if above else "")
        if str(path) in above or len(above) > MAX_EXTENDS:
            problem = Problem(
                "endless-extends", "样式一份继承一份，绕成了圈", Place(str(path)), hint="改掉其中一份的“继承”"
            )
            raise InputProblem(problem)
        root, problems = stylesheet_yaml.parse(catalogue.text(path), str(path))
        if root is None or problems:
            raise InputProblem(*problems)
        base = stylesheet_yaml.extends(root)
        if not base:
            return root
        return stylesheet_yaml.overlay(self._sheet_nodes(base, (*above, str(path))), root)

    def draft(self, outline: Outline, template: Template, final: bool = False) -> Document:
        """What the template makes of the outline; facts are still references.

        Raises:
            InputProblem: the template is broken.

        """
        data = context.build(outline, template, final)
        text = self._markdown(template, data)
        document, problems = markdown.read(text, f"{template.name}.md.j2", data["part_names"])
        if has_errors(problems):
            # Their lines are those of the rendered text, which nobody has: name the template alone.
            where = Place(f"{template.name}.md.j2")
            raise InputProblem(*(replace(problem, place=where) for problem in problems))
        return document

    def _markdown(self, template: Template, data: dict[str, Any]) -> str:
        """Our own templates run here, others in a process of their own with limits."""
        if template.ours:
            return self._renderer.markdown(template, data)
        return guard.markdown(template, data, self._by_name)

    def lexicon(self, name: str) -> dict[str, str]:
        """A word list: what is shipped, with the user's own words over it.

        Raises:
            InputProblem: the user's list cannot be read.

        """
        words: dict[str, str] = {}
        for folder in (shipped("lexicon"), self.places.home / "lexicon"):
            path = folder / f"{name}.yaml"
            if path.is_file():
                found, problems = lexicon.read(files.read_text(path).text, str(path))
                if has_errors(problems):
                    raise InputProblem(*problems)
                words |= found
        return words

    def docx_writer(self, name: str) -> DocxWriter:
        """The Word writer of a stylesheet, its unchanging parts prepared once and kept."""
        if name not in self._writers:
            sheet = self.stylesheet(name)
            self._writers[name] = DocxWriter(sheet, self.base_of(sheet))
        return self._writers[name]

    def base_of(self, sheet: Stylesheet) -> bytes:
        """The package that a stylesheet alone decides, prepared once and kept between runs."""
        return self._cache.get(f"docx {__version__} {sheet!r}", lambda: _prepare(sheet))


def _aliases(kind: str, entry: catalogue.Entry) -> tuple[str, ...]:
    """The other names of a template or a stylesheet; a broken one has none."""
    text = catalogue.text(entry.path)
    if kind == "templates":
        return template_file.read(text, entry.name)[0].aliases
    root = stylesheet_yaml.parse(text, entry.name)[0] if kind == "styles" else None
    return stylesheet_yaml.aliases(root) if root is not None else ()


def _prepare(sheet: Stylesheet) -> bytes:
    """The prepared package; python-docx is imported only when there is none kept."""
    from drafter.writers.docx import base

    return base.prepare(sheet)
