"""What `templates`, `styles` and `outlines` have in common: the commands list, show and copy.

Annotations are not postponed here: each kind says its own name in the help of its arguments.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli import console, options
from drafter.cli.frame import ChineseCommand
from drafter.reports import catalogue as report

if TYPE_CHECKING:
    from drafter.actions.catalogue import Listed


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of what is shipped and can be the user's own.

    `name` is its command, `word` what it is called, `example` one of its entries. `copied` says what a
    copy is good for, `copy_name` what one may be called and `copy_place` where it goes by itself.
    """

    name: str
    word: str
    example: str
    copied: str
    copy_name: str
    copy_place: str

    @property
    def name_argument(self) -> object:
        """The argument that names an entry."""
        return typer.Argument(metavar="名称", help=f"{self.word}的名称、别名或路径")


def add_list(app: typer.Typer, kind: Kind) -> None:
    """The command that lists every entry of a kind."""
    page = f"例子：\n  drafter {kind.name} list\n\n列出全部{kind.word}：名称、说明、在哪里找到的。"

    @app.command("list", cls=ChineseCommand, help=page)
    def list_(as_json: options.AsJson = False) -> int:
        from drafter.actions import catalogue as action

        listed = action.list_entries(options.session(), kind.name)
        if as_json:
            console.emit(report.listed_json(kind.name, listed))
        else:
            console.table([_row(entry, by_category=kind.name == "templates") for entry in listed])
        return 0


def _row(entry: "Listed", by_category: bool) -> list[str]:
    """An entry's names, by category or with its aliases, what it is, and where it was found."""
    names = [entry.category, entry.name] if by_category else [entry.name, "、".join(entry.aliases)]
    return [*names, entry.about, _where(entry)]


def _where(entry: "Listed") -> str:
    """Where an entry was found; nothing of what is shipped and holds."""
    if not entry.won:
        return f"{entry.place}（被同名的挡住）"
    return "" if entry.place == "内置" else entry.place


def add_show(app: typer.Typer, kind: Kind) -> None:
    """The command that prints the text of one entry."""
    page = f"例子：\n  drafter {kind.name} show {kind.example}\n\n显示{kind.word}的原文。"

    @app.command("show", cls=ChineseCommand, help=page)
    def show(name: Annotated[str, kind.name_argument], as_json: options.AsJson = False) -> int:
        from drafter.actions import catalogue as action

        session = options.session()
        text = action.text(session, kind.name, name)
        if as_json:
            console.emit(report.shown_json(name, session.path_of(kind.name, name), text))
        else:
            console.say(text.rstrip("\n"))
        return 0


def add_copy(app: typer.Typer, kind: Kind) -> None:
    """The command that copies one entry to where its owner can change it."""
    example = f"drafter {kind.name} copy {kind.example} -o {kind.copy_name}"
    place = f"复制到哪里；默认是{kind.copy_place}"

    @app.command("copy", cls=ChineseCommand, help=f"例子：\n  {example}\n\n复制一份出来改。{kind.copied}")
    def copy(
        name: Annotated[str, kind.name_argument],
        output: Annotated[str, typer.Option("-o", "--output", metavar="路径", help=place)] = "",
        as_json: options.AsJson = False,
    ) -> int:
        from drafter.actions import catalogue as action

        path = action.copy(options.session(), kind.name, name, output)
        if as_json:
            console.emit(report.copied_json(path))
        else:
            console.say(f"√ {console.near(str(path))}")
            for note in action.notes_on_copy(options.session(), kind.name, path):
                console.note(f"  {note}")
        return 0
