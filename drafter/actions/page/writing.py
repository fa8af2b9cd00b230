"""What helps while an outline is written: what a genre asks for, other wordings, passages of the library."""

from __future__ import annotations

from drafter import secrecy
from drafter.drafting import loading, reuse
from drafter.drafting.options import Options
from drafter.library.library import opened
from drafter.model import vocabulary
from drafter.model.library import Piece
from drafter.model.roster import Day
from drafter.model.tree import Tree
from drafter.problems import InputProblem, Problem
from drafter.readers.outline import tree as outline_tree
from drafter.records import Record
from drafter.session.session import Session
from drafter.storage import catalogue, files
from drafter.suggesting import headings, titles, wordings
from drafter.suggesting.choosing import chosen_on
from drafter.suggesting.suggestion import Suggestion
from drafter.writers.outline_skeleton import skeleton
from drafter.writers.outline_yaml import part_tree

_PLACES = {"opening": "开头", "closing": "结尾", "rest": vocabulary.REST}


class Passage(Record):
    """A passage of the library as data, a point or a section, and the figures that it refers to."""

    tree: Tree
    is_point: bool
    facts: tuple[str, ...]


def begun(session: Session, genre: str, today: Day) -> Tree:
    """A new outline of a genre with nothing filled in but the day.

    Raises:
        InputProblem: there is no such genre.

    """
    template = session.templates.named(genre)
    text = skeleton(template, "zh", {}, template.name)
    tree = outline_tree.read(text, "新稿.yaml")
    emptied = {key: value for key, value in tree.items() if key in ("模板", "版式", "层次序号")}
    chosen = {_PLACES[place]: number for place, number in chosen_on(template, today).items()}
    return {
        **emptied,
        **({"措辞": chosen} if chosen else {}),
        "标题": "",
        "日期": f"{today[0]}-{today[1]:02}-{today[2]:02}",
        **({"称谓": list(template.audience)} if template.audience else {}),
    }


def sample(session: Session, genre: str) -> Tree:
    """The filled sample of a genre.

    Raises:
        InputProblem: there is none.

    """
    for entry in catalogue.entries(session.places, "outlines"):
        text = files.read_text(entry.path).text
        tree = outline_tree.read(text, entry.path.name)
        if not entry.hidden and tree.get("模板") == genre and "继承" not in tree:
            return tree
    hint = "从空白开始，或换一个文种"
    raise InputProblem(Problem("no-sample", f"“{genre}”没有样例", hint=hint))


def wordings_at(session: Session, text: str, name: str, role: str) -> list[Suggestion]:
    """The wordings of the template at a part, those that print now marked.

    Raises:
        InputProblem: the outline cannot be drafted.

    """
    loaded = loading.load(session, text, name, Options())
    return wordings.suggest(session, loaded, role)


def titles_and_headings(session: Session, text: str, name: str) -> tuple[list[Suggestion], list[Suggestion]]:
    """Titles that the outline's occasion and headings give, and sets of headings for its rows of points.

    Raises:
        InputProblem: the outline cannot be drafted.

    """
    loaded = loading.load(session, text, name, Options())
    return titles.suggest(loaded.outline, loaded.template), headings.suggest(loaded.outline)[0]


def passage(session: Session, id_: str, mark: str) -> Passage:
    """A passage of the library for a paper that bears this mark of secrecy.

    Raises:
        InputProblem: there is none, it is a whole outline, or it bears a higher mark.

    """
    piece: Piece | None = opened(session).shelved(id_, cleared=secrecy.clearance(mark)).piece
    if piece is None:
        hint = "点“看全文”，取其中一节或一个要点"
        raise InputProblem(Problem("whole-outline", f"“{id_[:40]}”是一整份大纲，不能放进一个部分", hint=hint))
    tree, is_point = part_tree(piece, id_, "zh")
    return Passage(tree, is_point, tuple(reuse.names_in(tuple(reuse.texts_of(piece)))))
