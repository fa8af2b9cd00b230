"""Carries out what findings offer in Word files: fixes for good, comments, changes that Word shows. Brings lxml."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from drafter.problems import Place, Problem, Severity
from drafter.proofreading.findings import Located
from drafter.readers.word import styles as word_styles
from drafter.readers.word.package import Package
from drafter.writers.docx import package
from drafter.writers.word_files import comments
from drafter.writers.word_files.comments import Annotator
from drafter.writers.word_files.cuts import Note
from drafter.writers.word_files.letterheads.rebuilt import rebuilt

AUTHOR = "drafter 校对"
"""Who writes the comments and the changes."""


def mend(source: Package, data: bytes, found: Sequence[Located]) -> tuple[bytes, tuple[Located, ...]]:
    """The Word file with every safe fix for good, and the findings that had one.

    Raises:
        InputProblem: there is something to mend and the file is of a kind that cannot be written into.

    """
    notes = {
        _note(one): one for one in found if one.problem.fix is not None and one.position.start is not None
    }
    if notes and source.is_strict:
        raise source.refuse_strict("不能改")
    root = source.tree(source.main)
    done = Annotator(root, None, AUTHOR, word_styles.read(source).hiding).replace(notes)
    mended = tuple(notes[note] for note in done)
    return package.replaced(data, {source.main: comments.serialised(root)}), mended


def annotated(source: Package, data: bytes, found: Sequence[Located], tracked: bool) -> bytes:
    """The same Word file with a comment at each finding; with `tracked` the fixes as changes.

    Raises:
        InputProblem: the file is of a kind that cannot be written into.

    """
    return noted(source, data, [_note(one) for one in found], AUTHOR, tracked)


def noted(source: Package, data: bytes, notes: Sequence[Note], author: str, tracked: bool = False) -> bytes:
    """The same Word file with these comments; with `tracked` their fixes as changes.

    Raises:
        InputProblem: the file is of a kind that cannot be written into.

    """
    if source.is_strict or comments.TYPES not in source.parts:
        raise source.refuse_strict("不能加批注")
    root, types, relations = (
        source.tree(part) for part in (source.main, comments.TYPES, source.relations_part)
    )
    relations = comments.new_relations() if relations is None else relations
    usual = posixpath.join(posixpath.dirname(source.main), comments.COMMENTS)
    part = next(iter(source.related("comments")), usual)
    annotator = Annotator(root, source.tree(part), author, word_styles.read(source).hiding)
    annotator.annotate(notes, tracked)
    comments.with_comments(relations, types, part)
    changed = {
        source.main: root, part: annotator.comments, source.relations_part: relations, comments.TYPES: types,
    }  # fmt: skip
    return package.replaced(data, {name: comments.serialised(tree) for name, tree in changed.items()})


def active(source: Package) -> tuple[Problem, ...]:
    """That a Word file which was written back still holds what acts by itself: it is somebody's own, and stays as it is.

    Raises:
        InputProblem: a part of it cannot be read.

    """
    found = rebuilt(source.parts, source.main, source.tree).left
    if not found:
        return ()
    message = f"文件里有{'、'.join(found)}，原样留着"
    hint = "会自己运行、会去别处取内容：来历不清楚就先别打开，问明白再用"
    return (Problem("active-content", message, Place(source.name), Severity.INFO, hint),)


def _note(one: Located) -> Note:
    """A finding as a comment at its words."""
    problem = one.problem
    said = f"【{one.rule.name}】{problem.message}" + (f"\n{problem.hint}" if problem.hint else "")
    fix = problem.fix.new if problem.fix is not None else None
    paragraph = problem.place.paragraph or 1
    if not one.finding.end:
        return Note(paragraph, said)
    return Note(paragraph, said, one.position.start, one.position.end, fix)
