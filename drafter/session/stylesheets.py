"""The stylesheets of one run, each read once, and the Word writers that are made of them."""

from __future__ import annotations

from pathlib import Path

from drafter.model.stylesheet import FONT_SETS, Stylesheet
from drafter.problems import InputProblem, Place, Problem
from drafter.readers import stylesheet_yaml
from drafter.readers.yaml.nodes import Mapping
from drafter.session.inputs import WITH_LOOKS
from drafter.session.lookup import may_read, path_of
from drafter.storage import catalogue, files
from drafter.storage.places import Places, shipped
from drafter.writers.docx.base import prepare
from drafter.writers.docx.document import DocxWriter

BASE_LOOK = "speech"
"""What a Word file's look is laid over: it need not show every kind of paragraph."""

MAX_EXTENDS = 8
"""How many stylesheets may stand on one another's shoulders."""


class Stylesheets:
    """Finds and keeps stylesheets and their writers; paths are looked up below `base`."""

    def __init__(self, places: Places, base: Path) -> None:
        self._places = places
        self._base = base
        self._known: dict[str, Stylesheet] = {}
        self._writers: dict[tuple[str, bool, int], DocxWriter] = {}

    def named(self, name: str) -> Stylesheet:
        """The stylesheet of this name, alias or path, or the look of a Word file.

        Raises:
            InputProblem: there is none, or it is wrong.

        """
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Stylesheet:
        if name.lower().endswith(WITH_LOOKS):
            return self._look_of(name)
        sheet, problems = stylesheet_yaml.read(self._nodes(name, ()))
        if sheet is None:
            raise InputProblem(*problems)
        return self._with_fonts(sheet)

    def _look_of(self, name: str) -> Stylesheet:
        """The look of a Word file, laid over that of a speech.

        Raises:
            InputProblem: there is no such file, or it cannot be read.

        """
        from drafter.readers.intake import (
            file_kinds,  # the readers of Word files, which other styles do without
        )
        from drafter.readers.old_word import document
        from drafter.readers.word import look, package

        data = files.read_bytes(self._base / name, name)
        is_old = file_kinds.older_format(data, name) == ".doc"
        read = document.required(data, name) if is_old else package.read(data, name)
        return look.read(read, self.named(BASE_LOOK), Path(name).stem)

    def _with_fonts(self, sheet: Stylesheet) -> Stylesheet:
        """The stylesheet in the workspace's font set, where the stylesheet names none itself.

        Raises:
            InputProblem: the workspace names a set that is not known.

        """
        wanted = str(self._places.default("fonts") or "")
        if not wanted or sheet.font_set:
            return sheet
        if wanted not in FONT_SETS:
            hint = "可以用：" + "、".join(FONT_SETS)
            place = Place(str(self._places.settings_file))
            raise InputProblem(
                Problem("bad-value", f"[defaults] 的 fonts 没有“{wanted[:20]}”", place, hint=hint)
            )
        return stylesheet_yaml.with_font_set(sheet, wanted)

    def values(self, name: str) -> list[tuple[str, str]]:
        """Every value of the stylesheet as written, by its path, inherited ones included."""
        if name.lower().endswith(WITH_LOOKS):
            hint = "用 drafter build --style 照它的样子排；要一项一项看，用 drafter styles show 讲话稿"
            raise InputProblem(Problem("no-stylesheet", f"{name} 是 Word 文件，没有版式可列", hint=hint))
        fonts = {f"字体.{role}": font for role, font in self.named(name).fonts.items()}
        values = stylesheet_yaml.values(self._nodes(name, ()))
        return [(path, fonts.get(path, value)) for path, value in values]

    def _nodes(self, name: str, above: tuple[str, ...]) -> Mapping:
        """The nodes of a stylesheet, laid over those of what it extends."""
        path = path_of(self._places, self._base, "styles", name, above[-1] if above else "")
        if str(path) in above or len(above) > MAX_EXTENDS:
            problem = Problem(
                "endless-extends", "版式一份继承一份，绕成了圈", Place(str(path)), hint="改掉其中一份的“继承”"
            )
            raise InputProblem(problem)
        if above and catalogue.by_path("styles", name, self._base) is not None:
            folder = Path(above[-1]).parent
            if not may_read(self._places, path, name, folder):
                hint = "放在这份版式所在的文件夹、工作区或用户文件夹里"
                message = f"版式不能继承文件夹之外的“{name[:40]}”"
                raise InputProblem(Problem("path-outside", message, Place(above[-1]), hint=hint))
        root, problems = stylesheet_yaml.parse(catalogue.text(path), str(path))
        if root is None or problems:
            raise InputProblem(*problems)
        base = stylesheet_yaml.extends(root)
        if not base:
            return root
        return stylesheet_yaml.overlay(self._nodes(base, (*above, str(path))), root)

    def writer(self, name: str, sheet: Stylesheet | None = None, final: bool = False) -> DocxWriter:
        """The Word writer of a stylesheet, or of what became of it for a draft (its pitch of lines, a final copy);
        its unchanging parts are prepared once.
        """
        sheet = sheet or self.named(name)
        key = (name, final, sheet.page.line)
        if key not in self._writers:
            self._writers[key] = DocxWriter(sheet, self.base_of(sheet))
        return self._writers[key]

    def base_of(self, sheet: Stylesheet) -> bytes:
        """The Word package that a stylesheet alone decides, written over the shipped one."""
        return prepare(sheet, files.read_bytes(shipped("word") / "neutral.docx"))
