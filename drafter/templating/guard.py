"""Templates that are not ours, rendered in a process of their own, with limits.

The sandbox keeps a template from reaching anything; it does not keep it from running for
ever, or from asking for a gigabyte, when it is parsed as when it runs. A child process can be ended, whatever it does; it
is kept warm, since starting one takes longer than a speech does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from drafter.fencing import worker
from drafter.fencing.child import Child, EndedError
from drafter.fencing.tab import Tab
from drafter.model.template import Template, TemplateRole
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

LONGEST = 20_000_000
"""Characters that a template may print."""

MOST_LINES = 400_000
"""Lines that it may print, the empty ones between paragraphs too."""

MOST_SLOTS = 100_000
"""Times that a template may print what the outline says."""

_MOST_OTHERS = 100
"""How many times a template may say what else it stands on."""

_TOO_MUCH = f"用的内存超过 {MEGABYTES} MB，套得太深，或印出的文字太多，已经停下"


_child = Tab(__name__, SECONDS) if sys.platform == "emscripten" else Child("drafter.templating.guard")
"""The process in which all such templates of this run are rendered; in the browser, where there is none, the page's worker."""


def markdown(template: Template, data: Mapping[str, Any], lookup: Lookup) -> tuple[str, Things]:
    """What the template makes of the data, as `Renderer.markdown` does, within the limits.

    Raises:
        InputProblem: the template is broken, says what never prints, or went over a limit.

    """
    things: Things = []
    others: dict[str, Any] = {}
    request = {"template": _plain(template), "others": others, "data": wired(dict(data), things)}
    answer = _asked(template, request)
    for _ in range(_MOST_OTHERS):
        wanted = [name for name in answer.get("needs", ()) if name not in others]
        if not wanted:
            break
        for name in wanted:
            other = lookup(str(name).removesuffix(".md.j2"))
            others[name] = None if other is None else _plain(other)
        answer = _asked(template, request)
    if "markdown" in answer:
        parts = len(data.get("part_names", ()))
        return _checked(template, str(answer["markdown"]), answer["slots"], things, parts)
    if "problems" in answer:
        raise InputProblem(*map(_problem, answer["problems"]))
    raise _stopped(template, _TOO_MUCH)


def _asked(template: Template, request: Mapping[str, Any]) -> dict[str, Any]:
    """What the child says to a request.

    Raises:
        InputProblem: it had to be ended, or ended itself.

    """
    try:
        answer = json.loads(_child.ask(json.dumps(request).encode("ascii"), PATIENCE))
    except EndedError as error:
        if error.is_late:
            raise _stopped(template, f"运行超过 {PATIENCE:g} 秒，已经停下") from error
        if error.code == worker.OUT_OF_WORK:
            raise _stopped(template, f"运行超过 {SECONDS:g} 秒，已经停下") from error
        raise _stopped(template, _TOO_MUCH) from error
    return answer if isinstance(answer, dict) else {}


def _problem(said: Mapping[str, Any]) -> Problem:
    """A problem as the child said it."""
    place = Place(str(said["source"]), said["line"])
    return Problem(str(said["code"]), str(said["message"]), place, hint=str(said["hint"]))


def _checked(
    template: Template, text: str, numbers: Sequence[object], things: Things, parts: int
) -> tuple[str, Things]:
    """What a child printed, once nothing in it could be anything else.

    Raises:
        InputProblem: it holds what no honest child prints.

    """
    if text.count("\n") > MOST_LINES:
        raise _stopped(template, f"印出的文字超过 {MOST_LINES // 10_000} 万行，已经停下")
    if len(numbers) > MOST_SLOTS:
        raise _stopped(template, f"把大纲里的话印了 {MOST_SLOTS} 次以上，已经停下")
    try:
        check_marks(text, len(numbers), parts)
        return text, [restored(number, things) for number in numbers]
    except (IndexError, TypeError, ValueError) as error:
        raise _stopped(template, "印出的内容不对，已经停下") from error


def _stopped(template: Template, how: str) -> InputProblem:
    name = f"{template.name}.md.j2"
    hint = "检查模板里的循环、乘法和套了很多层的写法，再用 drafter templates check 试一遍"
    return InputProblem(Problem("template-limit", f"模板 {name} {how}", Place(name), hint=hint))


def _plain(template: Template) -> dict[str, Any]:
    """What a renderer needs of a template."""
    roles = [[role.name, role.chinese] for role in template.roles]
    return {"name": template.name, "body": template.body, "body_line": template.body_line, "roles": roles}


class _Inside:
    """The child: it parses and renders what it is given, and says which other templates it needs for that."""

    def __init__(self) -> None:
        self._others: dict[str, Any] = {}
        self._renderer = Renderer(lambda _: None)

    def answer(self, request: bytes) -> bytes:
        """The answer to one request, both as JSON."""
        asked = json.loads(request, object_hook=received)
        template, others = _received(asked["template"]), asked["others"]
        try:
            said = self._answer(template, others, asked["data"])
        except InputProblem as error:
            said = {"problems": [_told(problem) for problem in error.problems]}
        except (MemoryError, RecursionError):
            said = {}
        return json.dumps(said).encode("ascii")

    def _answer(self, template: Template, others: dict[str, Any], data: Any) -> dict[str, Any]:
        known = {name.removesuffix(".md.j2"): _received(plain) for name, plain in others.items() if plain}
        needs = {
            name: None
            for one in (template, *known.values())
            for name in references(one)
            if name not in others
        }
        if needs:
            return {"needs": list(needs)}
        unprinted = find_unprinted(template, known.get)
        if unprinted:
            raise InputProblem(*unprinted)
        if others != self._others:  # what it has compiled holds as long as they are the same
            self._others, self._renderer = others, Renderer(known.get)
        text, slots = self._renderer.markdown(template, data)
        return {"markdown": text, "slots": slots} if len(text) <= LONGEST else {}


def _received(plain: Mapping[str, Any]) -> Template:
    roles = tuple(TemplateRole(name, chinese) for name, chinese in plain["roles"])
    return Template(plain["name"], body=plain["body"], body_line=plain["body_line"], roles=roles)


def _told(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code, "message": problem.message, "hint": problem.hint, "source": problem.place.source,
        "line": problem.place.line,
    }  # fmt: skip


def inside() -> Callable[[bytes], bytes]:
    """What answers requests behind the fence."""
    return _Inside().answer


def main() -> None:
    """The child: answers requests until nobody asks any more."""
    worker.serve(inside(), SECONDS, MEGABYTES)


if __name__ == "__main__":
    main()
