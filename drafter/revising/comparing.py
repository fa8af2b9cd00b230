"""Two papers, in any mix of outlines, Word files, texts and Markdown, as one Word file that marks what changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.importing import guesses
from drafter.model.document import Role
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.readers.intake import file_kinds
from drafter.readers.word import document as word_document
from drafter.readers.word import package as word_package
from drafter.readers.word import styles as word_styles
from drafter.readers.word.document import WordParagraph
from drafter.readers.word.package import Package
from drafter.records import Record
from drafter.redline.changes import Difference
from drafter.session import inputs, old_files
from drafter.session.session import Session
from drafter.storage import files, paths
from drafter.writers import outline_yaml
from drafter.writers.docx import package

AS_IT_IS = "原样"


class Compared(Record):
    """The new paper as a Word file in which the changes are marked, the changes in order, and where the parts of the new
    one begin, by paragraph, with their headings.
    """

    data: bytes
    differences: tuple[Difference, ...]
    parts: tuple[tuple[int, str], ...]
    problems: tuple[Problem, ...] = ()


def compare(
    session: Session, old: str, new: str, options: Options, author: str, date: str = "", moves: bool = False
) -> Compared:
    """What became of `old` in `new`, marked by `author` in the look of the new one; with `moves` paragraphs that changed
    their place are marked as moved.

    Raises:
        InputProblem: one of the two cannot be read, or the new one not be written into.

    """
    # They bring lxml, which taking a reviewed file in does without.
    from drafter.writers.word_files.comments import serialised
    from drafter.writers.word_files.redlined import Redliner

    before, after = word_of(session, old, options), word_of(session, new, options)
    source, target = word_package.read(before, old), word_package.read(after, new)
    if target.is_strict:
        raise target.refuse_strict("不能在里面标修订")
    root = target.tree(target.main)
    redliner = Redliner(root, word_styles.read(target).hiding, author, date, moves)
    found = redliner.mark(_tree(source), word_styles.read(source).hiding)
    data = package.replaced(after, {target.main: serialised(root)})
    return Compared(data, tuple(found), _parts(target), tuple(_not_compared(source, target)))


def _not_compared(source: Package, target: Package) -> Iterator[Problem]:
    """That the two differ in text boxes or in hidden words, which are not compared."""
    sides = [_aside(one) for one in (source, target)]
    for name, old, new in zip(("文本框", "隐藏的文字"), *sides, strict=True):
        if old != new:
            hint = "自己打开两份看一眼"
            said = "；".join(f"“{words[:30]}”" for words in (old, new) if words)
            yield Problem(
                "not-compared", f"{name}不一样，没有比：{said}", Place(target.name), Severity.WARNING, hint
            )


def _aside(package: Package) -> tuple[str, str]:
    """What text boxes say, and what is hidden."""
    boxes, hidden = "", ""
    for one, _ in word_document.read(package).paragraphs():
        hidden += one.hidden
        for block in one.boxes:
            boxes += block.text if isinstance(block, WordParagraph) else ""
    return boxes, hidden


def _parts(target: Package) -> tuple[tuple[int, str], ...]:
    found = word_document.read(target).paragraphs()
    return tuple(
        (one.number, one.text.strip())
        for one, in_table in found
        if not in_table and one.style.role is Role.HEADING and one.style.level == 1
    )


def _tree(source: Package) -> object:
    if source.is_strict:
        raise source.refuse_strict("比不了")
    return source.tree(source.main)


def word_of(session: Session, name: str, options: Options) -> bytes:
    """A paper as a Word file: itself, or what is built of it.

    Raises:
        InputProblem: it cannot be read or drafted.

    """
    suffix = Path(name).suffix.lower()
    if suffix == inputs.WORD_FILE and paths.is_file(session.base / name):
        data = files.read_bytes(session.base / name, name)
        if file_kinds.older_format(data, name) == "":
            return data
    if inputs.is_outline(name) or suffix == ".md":
        reader = inputs.drafted(name).reader
        text = files.read_text(session.base / name, name).text
        draft = production.draft_of(session, text, name, reader, options)
        return produce(session, draft, "docx")
    outline = guesses.imported(session, old_files.source_of(session, name)).outline
    if not outline.title and not outline.parts:
        raise InputProblem(Problem("no-text", f"{name} 里没有文字", Place(name), hint="看看是不是拿错了文件"))
    yaml = outline_yaml.write(outline, template=session.templates.named(AS_IT_IS))
    return produce(session, production.from_outline(session, yaml, name, options), "docx")
