"""Changes a room one place at a time and looks whether its tests notice: do they bite?

`python -m tests.mutate drafter/measuring/lines.py tests/measuring [--most N] [--seed S]`

A line that can be changed without a test failing is promised by nobody. What survives is printed
with its line; either a test is missing, or the change means nothing and the line may be simpler.
The changes are made in a copy of the package, never in the tree.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 60
"""Seconds of work after which a run of the tests is taken to hang: the change was noticed."""

_SWAPS = [
    (ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.In, ast.NotIn), (ast.Is, ast.IsNot),
    (ast.Add, ast.Sub), (ast.Mult, ast.FloorDiv), (ast.Div, ast.Mult), (ast.BitOr, ast.BitAnd), (ast.And, ast.Or),
]  # fmt: skip
_OTHER = {one: other for pair in _SWAPS for one, other in (pair[::-1], pair)}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
_NOT_RUN = {"annotation", "returns", "decorator_list"}


@dataclass(frozen=True)
class Mutant:
    """One change: where it is, what it says, and the whole file with it."""

    line: int
    change: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """The file with each of its places changed, one at a time."""
    tree = ast.parse(source)
    for holder, key, node in list(_places(tree)):
        for other in _changes(node):
            holder[key] = other
            change = f"{_shown(node)}  →  {_shown(other)}"
            yield Mutant(node.lineno, change, ast.unparse(ast.fix_missing_locations(tree)))
        holder[key] = node


def _places(node: ast.AST) -> Iterator[tuple]:
    """Every node that runs, with the list or the fields that hold it."""
    for field, value in ast.iter_fields(node):
        if field in _NOT_RUN:
            continue
        held = [(value, at) for at in range(len(value))] if isinstance(value, list) else [(vars(node), field)]
        for holder, key in held:
            if isinstance(holder[key], ast.AST):
                yield holder, key, holder[key]
                yield from _places(holder[key])


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand instead of the node."""
    yield from _operations(node)
    yield from _values(node)
    yield from _statements(node)


def _operations(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, ops, values):
            for at, op in enumerate(ops):
                yield ast.Compare(left, [*ops[:at], _OTHER[type(op)](), *ops[at + 1 :]], values)
        case ast.BinOp(left, op, right) if type(op) in _OTHER:
            yield ast.BinOp(left, _OTHER[type(op)](), right)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(_OTHER[type(op)](), values)
        case ast.UnaryOp(ast.Not() | ast.USub(), inner):
            yield inner
        case ast.Call(ast.Name(name), arguments, named) if name in _NAMES:
            yield ast.Call(ast.Name(_NAMES[name]), arguments, named)


def _values(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() | float() as value):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Constant("" | b"" as value):
            yield ast.Constant("?" if value == "" else b"?")
        case ast.Set(values):
            yield from (ast.Set(values[:at] + values[at + 1 :]) for at in range(len(values)))


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.If(test, body, orelse) if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Return(ast.expr() as value) if ast.unparse(value) != "None":
            yield ast.Return()
        case ast.Expr(ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break() | ast.Raise():
            yield ast.Pass()


def _shown(node: ast.AST) -> str:
    text = ast.unparse(ast.fix_missing_locations(node)).split("\n")[0]
    return text if len(text) <= 60 else text[:59] + "…"


def survivors(path: Path, tests: list[str], chosen: list[Mutant]) -> Iterator[Mutant]:
    """The changes of the file that these tests do not notice.

    Raises:
        SystemExit: the tests fail without any change.

    """
    with tempfile.TemporaryDirectory() as folder:
        for name in ("drafter", "templates", "outlines"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        copy = Path(folder) / path
        if not _pass(folder, tests, bytecode=True):
            sys.exit(f"{' '.join(tests)}: fails before anything is changed")
        for compiled in (copy.parent / "__pycache__").glob(f"{copy.stem}.*.pyc"):
            compiled.unlink()
        for mutant in chosen:
            copy.write_text(mutant.source, encoding="utf-8")
            if _pass(folder, tests):
                yield mutant


def _pass(folder: str, tests: list[str], bytecode: bool = False) -> bool:
    """Whether the tests pass with the package in this folder."""
    places = os.pathsep.join(filter(None, [folder, os.environ.get("PYTHONPATH", "")]))
    environment = {**os.environ, "PYTHONPATH": places, "PYTHONDONTWRITEBYTECODE": "" if bytecode else "1"}
    not_the_tree = ["-o", "pythonpath=", "--import-mode=append"]
    command = [sys.executable, "-P", "-m", "pytest", "-x", "-q", *not_the_tree, *tests]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, preexec_fn=_limit)
    return done.returncode == 0


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))


def main() -> int:
    """Prints the survivors; 1 where there are any."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("tests", nargs="+")
    parser.add_argument("--most", type=int, help="so many changes, chosen by chance")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chosen = list(mutants((ROOT / options.source).read_text(encoding="utf-8")))
    if options.most is not None and options.most < len(chosen):
        chosen = random.Random(options.seed).sample(chosen, options.most)
    alive = 0
    for mutant in survivors(options.source, options.tests, chosen):
        alive += 1
        print(f"{options.source}:{mutant.line}: {mutant.change}", flush=True)
    killed = len(chosen) - alive
    print(f"{options.source}: {len(chosen)} changes, {killed} killed, {alive} survived")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
