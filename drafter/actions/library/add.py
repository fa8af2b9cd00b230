"""Taking outlines, folders of them, old Word files and packs into the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter import secrecy
from drafter.copying import classified
from drafter.drafting import inheritance
from drafter.importing import fitting
from drafter.importing import guesses as importing
from drafter.library.clearance import cleared_by
from drafter.library.library import Library, opened
from drafter.model import vocabulary
from drafter.model.library import Volume
from drafter.outlining.form import leftovers
from drafter.problems import DrafterError, InputProblem, Place, Problem, has_errors, place_in_source
from drafter.readers.outline import outline as outline_reader
from drafter.readers.yaml.stretches import yaml_text
from drafter.session import inputs, old_files
from drafter.session.session import Session
from drafter.storage import files, paths
from drafter.storage.library import folders, packs
from drafter.writers import outline_yaml
from drafter.writers.in_place import edit

_ROLES = vocabulary.spellings(vocabulary.ROLES)
_KINDS = (*inputs.OUTLINES, *inputs.IMPORTED, packs.SUFFIX)


@dataclass(frozen=True, slots=True)
class Request:
    """What to take in: files and folders. Tags are added to each; `template` as in import; `secrecy` is the mark of
    each that bears none as high.
    """

    inputs: Sequence[str]
    tags: Sequence[str] = ()
    template: str = ""
    folders: Sequence[str] = ()
    secrecy: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: its id in the library, how many entries, whether it is new."""

    path: str
    exit_code: int = 0
    id: str = ""
    entries: int = 0
    new: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every file, and what is to be said of the library itself."""

    added: tuple[Added, ...]
    notes: tuple[Problem, ...] = field(default=())


def add(session: Session, request: Request) -> Report:
    """Takes every file in; the good ones are in even where others fail.

    Raises:
        InputProblem: a folder holds nothing that can be taken in.
        UsageProblem: there is no such mark of secrecy.

    """
    cleared_by(request.secrecy)
    named = [pair for name in request.inputs for pair in _below(session, name)]
    library = opened(session, request.folders)
    added: list[Added] = []
    for done, (path, own) in enumerate(named, 1):
        added += _add(session, library, path, own, request)
        session.tell(done, len(named))
    return Report(tuple(added), tuple(library.notes))


def _below(session: Session, name: str) -> list[tuple[str, str]]:
    """The file itself, or the files of a folder; each with the name that it is to have in the library."""
    path = session.base / name
    if not paths.is_folder(path):
        return [(name, Path(name).stem)]
    below = [file.relative_to(path) for file in folders.below(path, _KINDS)]
    found = [(str(Path(name) / file), file.with_suffix("").as_posix()) for file in below]
    if not found:
        hint = "可以添加：" + "、".join(_KINDS)
        raise InputProblem(Problem("empty-folder", f"{name} 里没有能添加的文件", Place(name), hint=hint))
    return found


def _add(session: Session, library: Library, name: str, own: str, request: Request) -> Iterator[Added]:
    try:
        for volume, problems in _volumes(session, library, name, own, request):
            id_, new = library.own.add(volume.name, volume.text)
            count = len(library.entries_of(volume))
            yield Added(name, 0, id_, count, new, problems)
    except DrafterError as error:
        yield Added(name, error.exit_code, problems=place_in_source(error.problems, name))


def _volumes(
    session: Session, library: Library, name: str, own: str, request: Request
) -> Iterator[tuple[Volume, tuple[Problem, ...]]]:
    """What the file brings: itself, its outline, or what is in the pack. All is read before any is in."""
    suffix, given = Path(name).suffix.lower(), request.secrecy
    if suffix == packs.SUFFIX:
        brought = packs.read(files.read_bytes(session.base / name, name), name)
    elif inputs.is_outline(name):
        text = files.read_text(session.base / name, name).text
        brought = [Volume(own, text)]
    else:
        brought = [Volume(own, _imported(session, name, request))]
    faults = [_checked(library, volume, name) for volume in brought]  # before tags are written into them
    marked = [_marked(session, volume, name, given) for volume in brought]
    yield from [(_tagged(volume, request.tags), found) for volume, found in zip(marked, faults, strict=True)]


def _imported(session: Session, name: str, request: Request) -> str:
    """An old Word or text file as the YAML of an outline."""
    source = leftovers.set_aside(old_files.source_of(session, name))
    outline = importing.imported(session, source).outline
    template = session.templates.named(request.template) if request.template else None
    if template is not None:
        outline = fitting.for_template(outline, template)[0]
    if not outline.title and not outline.parts:
        raise InputProblem(old_files.no_text(name, source.dropped))
    return outline_yaml.write(replace(outline, tags=()), template=template)


def _checked(library: Library, volume: Volume, name: str) -> tuple[Problem, ...]:
    """What is wrong with a file in small; one that cannot be understood is refused."""
    contents = library.contents(replace(volume, name=name))
    if has_errors(contents.problems):
        raise InputProblem(*contents.problems)
    if not contents.shelved:
        hint = "大纲要有标题和内容；素材写法见手册“素材库”一页"
        raise InputProblem(Problem("nothing-to-add", f"{name} 里没有可以入库的内容", Place(name), hint=hint))
    return contents.problems


def _marked(session: Session, volume: Volume, name: str, given: str) -> Volume:
    """The file with the highest mark of secrecy among its own, those of what it extends, and the one given."""
    source, _ = outline_reader.parse(volume.text, name)
    if source is None:
        return volume
    own = classified.highest(
        (source.field("secrecy"), classified.mark_of(outline_reader.read(source, _ROLES)[0]))
    )
    mark = classified.highest((own, inheritance.mark_of(session, source, _ROLES), given))
    if secrecy.rank(mark) <= secrecy.rank(own):
        return volume
    return replace(volume, text=edit.with_secrecy(yaml_text(volume.text, volume.name), mark))


def _tagged(volume: Volume, tags: Sequence[str]) -> Volume:
    """The file with these tags added to its own."""
    if not tags:
        return volume
    return replace(volume, text=edit.with_tags(yaml_text(volume.text, volume.name), tags))
