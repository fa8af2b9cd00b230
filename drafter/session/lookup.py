"""Templates, stylesheets and outlines by name, alias or path."""

from __future__ import annotations

from pathlib import Path

from drafter.problems import Place
from drafter.readers import stylesheet_yaml, template_file
from drafter.storage import catalogue, paths
from drafter.storage.places import Places


def path_of(places: Places, base: Path, kind: str, name: str, wanted_by: str = "") -> Path:
    """The file of a template, stylesheet or outline by its path (below `base`), name or alias.

    Raises:
        InputProblem: there is none; its place is the file that wanted it.

    """
    path = catalogue.by_path(kind, name, base) or catalogue.path_of(places, kind, name)
    if path is not None:
        return path
    known: dict[str, None] = {}
    for entry in catalogue.entries(places, kind):
        aliases = _aliases(kind, entry)
        if name in aliases:
            return entry.path
        known |= dict.fromkeys((*aliases, entry.name))
    here = f"{name}{catalogue.SUFFIXES[kind]}"
    if paths.is_file(base / here):
        known = dict.fromkeys((here,))  # a file of this folder is named as a file
    raise catalogue.missing(kind, name, list(known), Place(wanted_by) if wanted_by else None)


def ended_in(places: Places, kind: str, title: str) -> str:
    """The name whose words, or those of an alias, a title ends in, the longest first; "" where it ends in none."""
    found = [
        (len(called), entry.name)
        for entry in catalogue.entries(places, kind)
        for called in (entry.name, *_aliases(kind, entry))
        if title.endswith(called)
    ]
    return max(found, default=(0, ""))[1]


def _aliases(kind: str, entry: catalogue.Entry) -> tuple[str, ...]:
    """The other names of a template or a stylesheet; a broken one has none."""
    text = catalogue.text(entry.path)
    if kind == "templates":
        return template_file.read(text, entry.name)[0].aliases
    root = stylesheet_yaml.parse(text, entry.name)[0] if kind == "styles" else None
    return stylesheet_yaml.aliases(root) if root is not None else ()


def may_read(places: Places, path: Path, name: str, folder: Path) -> bool:
    """Whether an outline in `folder` may name this path: inside its folder, the workspace or the user's
    own. What a person names on the command line is free.
    """
    workspace = [places.workspace] if places.workspace else []
    return catalogue.confined(path, name, [folder, places.home, *workspace])
