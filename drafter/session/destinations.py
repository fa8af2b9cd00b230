"""Where outputs may go: never on top of an input, never two in one place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from drafter.problems import Problem, UsageProblem
from drafter.storage import paths

STREAM = "-"
"""Stands for the terminal as an output, and for standard input as an input."""


def is_folder(base: Path, output: str) -> bool:
    """Whether a path names a folder: by its form, or because it is one."""
    return output.endswith(("/", "\\")) or paths.is_folder(base / output)


def refuse_clashes(base: Path, outputs: Iterable[str], inputs: Iterable[str], option: str = "-o") -> None:
    """Before anything is written: no two outputs in one place, none on top of an input.

    Raises:
        UsageProblem: there are such.

    """
    seen: set[Path] = set()
    sources = {paths.real(base / name) for name in inputs if name not in (STREAM, "")}
    for output in outputs:
        if output == STREAM:
            continue
        path = paths.real(base / output)
        if path in sources:
            raise UsageProblem(
                Problem(
                    "output-is-input",
                    f"输出 {output} 就是输入文件",
                    hint=f"用 {option} 换个名字",
                )
            )
        if path in seen:
            hint = "让输入的文件名不同，或分几次生成到不同的文件夹"
            raise UsageProblem(Problem("same-output", f"有两份输出都叫 {output}", hint=hint))
        seen.add(path)


def refuse_other_than_word(report: str) -> None:
    """Says no to a table that is to be a Word file and is called otherwise.

    Raises:
        UsageProblem: it is.

    """
    if report and not report.lower().endswith(".docx"):
        raise UsageProblem(
            Problem(
                "unknown-format", f"--report {report[:40]} 不是 .docx", hint="情况表只出 Word，写成 .docx"
            )
        )
