"""Old files as outlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.importing import guesses as importing
from drafter.importing import recasting
from drafter.importing.guesses import Imported
from drafter.importing.pictured import inserted
from drafter.measures import TWIPS_PER_MM
from drafter.model.inlines import pictured
from drafter.model.source import Source
from drafter.outlining.form import leftovers, pasted
from drafter.problems import DrafterError, Place, Problem, Severity, UsageProblem, place_in_source
from drafter.readers.word.document import ACCEPTED, ORIGINAL
from drafter.readers.word.pictures import Shown
from drafter.session import old_files
from drafter.session.destinations import STREAM, is_folder, refuse_clashes
from drafter.session.session import Session
from drafter.storage.digests import Digests
from drafter.writers import outline_yaml

REVISIONS = (ACCEPTED, ORIGINAL)


@dataclass(frozen=True, slots=True)
class Request:
    """What to import, and how. `output` is a path, `-`, a folder, or "" for the input's own name.

    `keep_notices`: adverts, page navigation and the like stay in the text. `propose_facts`: years,
    names and figures become facts. `part`: of several texts in one file the one of this number; None: the first,
    or with `keep_notices` all. `each`: an outline of every one of them.
    """

    inputs: Sequence[str]
    output: str = ""
    template: str = ""
    revisions: str = ACCEPTED
    encoding: str = ""
    keep_notices: bool = False
    propose_facts: bool = False
    keys: str = "zh"
    force: bool = False
    part: int | None = None
    each: bool = False


@dataclass(frozen=True, slots=True)
class Outlined:
    """What became of one file; `text` is its outline's YAML, `output` where that went."""

    path: str
    exit_code: int = 0
    imported: Imported | None = None
    text: str = ""
    output: str = ""
    problems: tuple[Problem, ...] = ()
    pictures: tuple[Saved, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """A picture of the file: its paragraph, and where it was saved."""

    paragraph: int
    path: str


def import_files(session: Session, request: Request) -> list[Outlined]:
    """An outline for each file; the good ones are written even where others fail.

    Raises:
        UsageProblem: the options do not go together, or the outputs cannot be told apart or would
            overwrite an input.

    """
    if request.revisions not in REVISIONS:
        hint = "写 accepted（按接受修订后的文字）或 original（按修订前的）"
        raise UsageProblem(Problem("bad-revisions", f"--revisions 没有“{request.revisions}”", hint=hint))
    if request.output == STREAM and len(request.inputs) > 1:
        raise UsageProblem(Problem("no-stream", "-o - 一次只能导入一个文件", hint="写文件夹，或分几次"))
    if request.each and (request.part or request.output == STREAM):
        hint = "要一篇，用 --part；要每一篇，用 --each，写文件夹"
        raise UsageProblem(Problem("bad-options", "--each 不能和 --part、-o - 一起用", hint=hint))
    jobs = [job for name in request.inputs for job in _jobs(session, name, request)]
    refuse_clashes(session.base, [job.output for job in jobs], request.inputs)
    with Digests(session.places.home) as digests:
        return [_import(session, job, request, digests) for job in jobs]


@dataclass(frozen=True, slots=True)
class _Job:
    """What is made of a file: where the outline goes, and which text of it is meant; `read` is the file where that had to
    be read to know.
    """

    name: str
    output: str
    part: int | None
    read: Source | None = None


def _jobs(session: Session, name: str, request: Request) -> list[_Job]:
    """The outlines that are made of a file: one, or where each is asked for as many as there are texts."""
    output = _output(session, name, request)
    whole = _Job(name, output, request.part)
    if not request.each:
        return [whole]
    try:
        read = old_files.source_of(session, name, request.revisions, request.encoding)
    except DrafterError:
        return [whole]  # it is told when the file is read again
    texts = len(pasted.parted(read.lines)) if request.keep_notices else leftovers.count_texts(read)
    path = Path(output)
    apart = [str(path.with_name(f"{path.stem}-{n}{path.suffix}")) for n in range(1, texts + 1)]
    return [_Job(name, one, n, read) for n, one in enumerate(apart, 1)] if texts > 1 else [whole]


def _import(session: Session, job: _Job, request: Request, digests: Digests) -> Outlined:
    name, output = job.name, job.output
    try:
        source, characters = _source(session, job, request)
        template = session.templates.named(request.template) if request.template else None
        genre = template or session.templates.named(importing.PLAIN)
        found = recasting.recast(session, source, genre, request.propose_facts)
        found = replace(found, characters=characters)
        pictures = _pictures(session, job, found) if output != STREAM else {}
        if pictures:
            found = _pictured(found, source, pictures, Path(output))
        text = outline_yaml.write(found.outline, keys=request.keys, template=template)
        if output != STREAM:
            for path, data in [
                *((path, one.image.data) for path, one in pictures.items()),
                (output, text.encode()),
            ]:
                if digests.check(session.base / path, data, request.force):
                    digests.write(session.base / path, data)
    except DrafterError as error:
        return Outlined(name, error.exit_code, problems=place_in_source(error.problems, name))
    saved = tuple(Saved(one.paragraph, path) for path, one in pictures.items())
    return Outlined(name, 0, found, text, output, (*source.problems, *_missed(found, name, request)), saved)


def _pictures(session: Session, job: _Job, found: Imported) -> dict[str, Shown]:
    """The pictures of the file that can stand in an outline, by where they are saved: in a folder beside it."""
    if job.part or not any(one.kind == "picture" for one in found.dropped):
        return {}
    target = Path(job.output)
    shown = old_files.pictures_of(session, job.name)
    return {
        str(target.with_name(f"{target.stem}-图片") / f"图{number}.{one.image.suffix}"): one
        for number, one in enumerate(shown, 1)
    }


def _pictured(found: Imported, source: Source, pictures: dict[str, Shown], target: Path) -> Imported:
    """What was imported with the pictures in their places; they are no longer left out."""
    tokens = [
        (one.paragraph, pictured(Path(path).relative_to(target.parent).as_posix(), "", _said(one.width)))
        for path, one in pictures.items()
    ]
    kept = Counter(one.paragraph for one in pictures.values())
    dropped = []
    for one in found.dropped:
        if one.kind == "picture" and one.reason.startswith("图片") and kept[one.paragraph]:
            kept[one.paragraph] -= 1
        else:
            dropped.append(one)
    outline = inserted(found.outline, source.lines, tokens)
    return replace(found, outline=outline, dropped=tuple(dropped))


def _said(width: int) -> str:
    """A width as an outline has it; nothing where it is less than anybody would ask for."""
    return f"{round(width / TWIPS_PER_MM)}毫米" if width >= TWIPS_PER_MM else ""


def _source(session: Session, job: _Job, request: Request) -> tuple[Source, int]:
    """The text that is meant, and how many characters the file has that are its own or nobody's."""
    read = job.read or old_files.source_of(session, job.name, request.revisions, request.encoding)
    source = read
    if not request.keep_notices:
        source = leftovers.set_aside(read, job.part or 1)
    elif job.part:
        source = pasted.one_of(read, job.part)
    alone = pasted.by_itself(source) if request.each else source
    return alone, read.size - (source.size - alone.size)


def _output(session: Session, name: str, request: Request) -> str:
    """Where the outline goes: as asked, else beside nothing else by the input's own name."""
    own = f"{Path(name).stem}.yaml"
    output = request.output
    if not output or output == STREAM:
        return output or own
    folder = len(request.inputs) > 1 or is_folder(session.base, output)
    return str(Path(output) / own) if folder else output


def _missed(found: Imported, name: str, request: Request) -> list[Problem]:
    """Says so where a file holds no text, or nothing that could be proposed as a fact."""
    if not (found.outline.title or found.outline.parts):
        return [old_files.no_text(name, found.dropped, Severity.WARNING)]
    if request.propose_facts and not found.outline.facts:
        hint = "每年要改的数字、日期，自己写进“数据”，文中用 {{ 名称 }}"
        return [Problem("no-facts", "没有找到可以提成数据的词", Place(name), Severity.INFO, hint)]
    return []
