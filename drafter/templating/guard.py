"""Templates that are not ours, rendered in a process of their own, with limits.

The sandbox keeps a template from reaching anything; it does not keep it from running for
ever, or from asking for a gigabyte. A child process can be ended, whatever it does.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from drafter.model.template import Template
from drafter.problems import InputProblem, Place, Problem
from drafter.templating.blocks import find_unprinted
from drafter.templating.render import Lookup, Renderer, references
from drafter.templating.slots import Things, check_marks, received, restored, wired

SECONDS = 4
"""Processor time that a template may take, where the system can limit it: the same on a busy machine."""

PATIENCE = 20
"""Seconds by the clock after which it is ended whatever it waits for."""

MEGABYTES = 512
"""Address space that a template may take, where the system can limit it."""

_OUT_OF_TIME = int(getattr(signal, "SIGXCPU", 0))
"""Ends a process whose processor time is over, where the system has such a signal."""

LONGEST = 20_000_000
"""Characters that a template may print."""


def markdown(template: Template, data: Mapping[str, Any], lookup: Lookup) -> tuple[str, Things]:
    """What the template makes of the data, as `Renderer.markdown` does, within the limits.

    Raises:
        InputProblem: the template is broken, says what never prints, or went over a limit.

    """
    unprinted = find_unprinted(template, lookup)
    if unprinted:
        raise InputProblem(*unprinted)
    things: Things = []
    done = _run(template, _others(template, lookup), wired(dict(data), things))
    answer = _answer(done.stdout)
    if "markdown" in answer:
        return _checked(
            template, str(answer["markdown"]), answer["slots"], things, len(data.get("part_names", ()))
        )
    if "message" in answer:
        place = Place(str(answer["source"]), answer["line"])
        raise InputProblem(Problem("template-error", answer["message"], place, hint=answer["hint"]))
    if done.returncode == -_OUT_OF_TIME:
        raise _out_of_time(template, SECONDS)
    raise _stopped(template, f"用的内存超过 {MEGABYTES} MB，或印出的文字太多，已经停下")


def _checked(
    template: Template, text: str, numbers: Sequence[object], things: Things, parts: int
) -> tuple[str, Things]:
    """What a child printed, once nothing in it could be anything else.

    Raises:
        InputProblem: it holds what no honest child prints.

    """
    try:
        check_marks(text, len(numbers), parts)
        return text, [restored(number, things) for number in numbers]
    except (IndexError, TypeError, ValueError) as error:
        raise _stopped(template, "印出的内容不对，已经停下") from error


def _run(template: Template, others: object, data: object) -> subprocess.CompletedProcess[bytes]:
    """The child at its end, however it came to it.

    Raises:
        InputProblem: it had to be ended.

    """
    request = {"template": _plain(template), "others": others, "data": data}
    package = str(Path(__file__).parents[2])
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([package, *sys.path]),
        "PYTHONIOENCODING": "utf-8",
    }
    try:
        return subprocess.run(
            [sys.executable, "-m", "drafter.templating.guard"],
            input=json.dumps(request).encode("ascii"),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise _out_of_time(template, PATIENCE) from error


def _answer(printed: bytes) -> dict[str, Any]:
    """What the child said; nothing where it was ended before it could."""
    try:
        answer = json.loads(printed)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _out_of_time(template: Template, seconds: float) -> InputProblem:
    return _stopped(template, f"运行超过 {seconds:g} 秒，已经停下")


def _stopped(template: Template, how: str) -> InputProblem:
    name = f"{template.name}.md.j2"
    hint = "检查模板里的循环和乘法，再用 drafter templates check 试一遍"
    return InputProblem(Problem("template-limit", f"模板 {name} {how}", Place(name), hint=hint))


def _others(template: Template, lookup: Lookup) -> dict[str, dict[str, Any]]:
    """Every template that this one may import, by the name that it uses."""
    found: dict[str, dict[str, Any]] = {}
    pending = [template]
    while pending:
        for name in references(pending.pop()):
            other = lookup(name.removesuffix(".md.j2"))
            if name not in found and other is not None:
                found[name] = _plain(other)
                pending.append(other)
    return found


def _plain(template: Template) -> dict[str, Any]:
    """What a renderer needs of a template."""
    return {"name": template.name, "body": template.body, "body_line": template.body_line}


def _limit() -> None:
    """Limits this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        size = MEGABYTES * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a draft is not left behind in a dump
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))  # else it is killed without a word


def main() -> None:
    """The child: reads a request, prints what came of it."""
    request = json.loads(sys.stdin.buffer.read(), object_hook=received)
    _limit()
    others = {name.removesuffix(".md.j2"): Template(**plain) for name, plain in request["others"].items()}
    renderer = Renderer(others.get)
    answer: dict[str, Any]
    try:
        text, slots = renderer.markdown(Template(**request["template"]), request["data"])
        answer = {"markdown": text, "slots": slots} if len(text) <= LONGEST else {}
    except InputProblem as error:
        (problem,) = error.problems
        answer = asdict(problem.place) | {"message": problem.message, "hint": problem.hint}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
