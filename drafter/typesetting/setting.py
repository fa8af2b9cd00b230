"""How each paragraph of a file is set in a style, and the file so set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.layout import styles as layout
from drafter.model.document import Role
from drafter.model.stylesheet import Stylesheet
from drafter.problems import InputProblem, Place, Problem
from drafter.readers.word.package import Package
from drafter.typesetting.roles import EMPTY, KEPT, TABLE, Recognised
from drafter.writers.word_files.comments import TYPES
from drafter.writers.word_files.laid import Setting, laid
from drafter.writers.word_files.numbered import numbered


def settings(found: Sequence[Recognised]) -> Iterator[Setting]:
    """How they are set, each by what it is and what it follows."""
    previous: Role | None = None
    for one in found:
        if one.name == EMPTY:
            yield Setting(one.paragraph, empty=True)
        elif one.name in (KEPT, TABLE):
            previous = None
            yield Setting(one.paragraph, "table" if one.name == TABLE else "")
        else:
            block = one.block()
            labels = block.role is Role.BODY and layout.is_attachment_label(block)
            style, before = layout.choose_style(block, previous, begins_page=labels)
            previous = block.role
            yield Setting(one.paragraph, style, False, before, one.text, one.lead, one.level)


def typeset(
    source: Package,
    found: Sequence[Recognised],
    sheet: Stylesheet,
    base: bytes,
    only: frozenset[int] | None = None,
) -> tuple[bytes, bool]:
    """The file in the look of the stylesheet, whose prepared package is `base`, and whether its pages bear the style's
    numbers; `only`: these paragraphs and the page, the others stay as they are.

    Raises:
        InputProblem: a part of the file is damaged, or it is in Word's strict form.

    """
    if source.is_strict:
        raise source.refuse_strict("不能在上面排版")
    styles, settings_part = (next(iter(source.related(kind)), "") for kind in ("styles", "settings"))
    beside = (TYPES, source.relations_part, settings_part)
    roots = {part: source.tree(part) for part in (source.main, styles, *beside) if part in source.parts}
    if styles not in roots:
        hint = "用 Word 或 WPS 打开，另存为 .docx 再来"
        raise InputProblem(
            Problem(
                "bad-word-file", "这个 Word 文件里没有样式，不能在上面排版", Place(source.name), hint=hint
            )
        )
    extra: dict[str, bytes] = {}
    if all(part in roots for part in beside):
        footers = [source.tree(part) for part in source.related("footer")]
        extra = numbered(roots, source.main, *beside, base, footers)
    how = [
        one if only is None or one.paragraph in only else Setting(one.paragraph) for one in settings(found)
    ]
    return laid({**source.parts, **extra}, roots, source.main, styles, how, sheet, base), bool(extra)
