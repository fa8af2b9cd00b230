"""The sandbox in which templates run, and the Markdown that comes out.

`ImmutableSandboxedEnvironment` and `StrictUndefined`: a template can only arrange the plain
data it is given, and a name it misspells is an error with its line, never a blank.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import Any, Protocol

import jinja2
import jinja2.meta
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter import __version__
from drafter.model.template import Template
from drafter.problems import InputProblem, Place, Problem
from drafter.templating import filters, sentences
from drafter.templating.slots import (
    Things,
    check_marks,
    printed,
    put_together,
    shown,
)

Lookup = Callable[[str], Template | None]
"""Finds another template by name, for `import` and `include`; None where there is none."""


def parsed(body: str) -> jinja2.nodes.Template:
    """The syntax tree of a template's text.

    Raises:
        jinja2.TemplateSyntaxError: it is none.

    """
    return ImmutableSandboxedEnvironment().parse(body)


def references(template: Template) -> list[str]:
    """The names of the templates that this one imports, as far as they are written out."""
    try:
        tree = parsed(template.body)
    except jinja2.TemplateSyntaxError:
        return []  # rendering will say what is wrong with it
    return [name for name in jinja2.meta.find_referenced_templates(tree) if name]


class KeptCode(jinja2.BytecodeCache):
    """Compiled templates, kept between runs: compiling them takes longer than a speech does."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        kept = self._store.read(_code_key(bucket))
        if kept:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self._store.write(_code_key(bucket), bucket.bytecode_to_string())


_CALLED = ["~%"] + [
    f"{name}{'' if not hasattr(called, 'jinja_pass_arg') else '*'}"
    for name, called in sorted({**filters.FILTERS, **sentences.GLOBALS}.items())
]
"""What compiled code calls, and how: it is of no use where that has changed."""


def _code_key(bucket: jinja2.bccache.Bucket) -> str:
    return f"jinja {jinja2.__version__} {__version__} {_CALLED} {bucket.key} {bucket.checksum}"


class Store(Protocol):
    """Where prepared bytes are kept between runs."""

    def read(self, key: str) -> bytes: ...

    def write(self, key: str, data: bytes) -> None: ...


class _Generator(CodeGenerator):
    """Lets `~` put texts together as the rest of the sandbox does."""

    def visit_Concat(self, node: jinja2.nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """See `CodeGenerator`."""
        self.write("environment.tied((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox; whatever is put together in it, what is the outline's is still known."""

    code_generator_class = _Generator
    concat = staticmethod(put_together)
    intercepted_binops = frozenset("%")

    def tied(self, parts: Iterable[object]) -> str:
        """What `~` makes of its parts."""
        return put_together([filters.plain(part) for part in parts])

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:
        """`%`, of what may be printed where it puts texts together."""
        if isinstance(left, str):
            return filters.formatted(left, *(right if isinstance(right, tuple) else (right,)))
        return super().call_binop(context, operator, left, right)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template may call: all is there before the first is loaded, so that one mapping does where
        Jinja lays one over another and walks both for every context.
        """
        return {**self.globals, **(d or {})}


class Renderer:
    """Renders templates that `lookup` finds; compiled ones are kept in `store`."""

    def __init__(self, lookup: Lookup, store: Store | None = None) -> None:
        self._lookup = lookup
        self._lines: dict[str, int] = {}
        self._given: dict[str, Template] = {}
        self._environment = _Sandbox(
            loader=jinja2.FunctionLoader(self._load),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            finalize=filters.plain,
            bytecode_cache=KeptCode(store) if store else None,
        )
        self._environment.filters |= filters.FILTERS
        self._environment.globals |= sentences.GLOBALS
        known = self._environment.filters
        known |= {name: filters.of_text(known[name]) for name in filters.OF_TEXT}
        globals_ = self._environment.globals
        globals_ |= {name: filters.Called(called) for name, called in globals_.items() if callable(called)}
        for name in filters.NOT_OURS:
            self._environment.filters.pop(name, None)
            self._environment.globals.pop(name, None)

    def markdown(self, template: Template, data: Mapping[str, Any]) -> tuple[str, list[object]]:
        """What the template makes of the data, and what stands in the slots that it printed.

        Raises:
            InputProblem: the template is broken; the problem names the template and the line.

        """
        if self._given.setdefault(template.name, template) != template:
            self._given[template.name] = template  # another of the same name: forget the first
            self._environment.cache.clear()  # type: ignore[union-attr]
        try:
            things: Things = []
            seen = {name: shown(value, things) for name, value in data.items()}
            text = printed(self._environment.get_template(template.name).render(seen))
            check_marks(text, len(things), len(data.get("part_names", ())))
            return text, things
        except jinja2.TemplateSyntaxError as error:
            raise self._broken(error.name or template.name, error.lineno, _syntax(error)) from error
        except jinja2.TemplateNotFound as error:
            message = f"找不到要引入的模板“{error.name}”"
            raise self._broken(*self._spot(error, template), message) from error
        except jinja2.UndefinedError as error:
            message = f"用到了没有的名称：{_undefined(error.message or '')}"
            raise self._broken(*self._spot(error, template), message) from error
        except (
            jinja2.TemplateError,
            ArithmeticError,
            AttributeError,
            LookupError,
            TypeError,
            ValueError,
        ) as error:
            message = f"运行出错（{error}）"
            raise self._broken(*self._spot(error, template), message) from error
        except (RecursionError, MemoryError) as error:
            raise self._broken(template.name, None, "运行没有尽头，或占用的内存太多，已经停下") from error

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """Jinja's way to another template: by name only, through `lookup`."""
        template = self._given.get(name) or self._lookup(name.removesuffix(".md.j2"))
        if template is None:
            return None
        self._lines[name] = template.body_line
        return template.body, name, None

    def _spot(self, error: BaseException, template: Template) -> tuple[str, int | None]:
        """The innermost template line that the error passed through."""
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in self._lines
        ]
        return (frames[-1].filename, frames[-1].lineno) if frames else (template.name, None)

    def _broken(self, name: str, line: int | None, message: str) -> InputProblem:
        at = line + self._lines.get(name, 1) - 1 if line is not None else None
        shown = name if name.endswith(".md.j2") else f"{name}.md.j2"
        problem = Problem(
            "template-error",
            f"模板 {shown} {message}",
            Place(shown, at),
            hint="改正模板，再用 drafter templates check 试一遍",
        )
        return InputProblem(problem)


def _undefined(said: str) -> str:
    """The name that a template uses and nobody gave."""
    match = re.search(r"has no attribute '(.+?)'|'(.+?)' is undefined", said)
    return (match[1] or match[2]) if match else said


_SYNTAX = (
    (r"Unexpected end of template.*innermost block.*'(.+?)'.*", r"{% \1 %} 没有结束，少一个 {% end\1 %}"),
    (r"Unexpected end of template.*", "模板没有写完"),
    (r"Encountered unknown tag '(.+?)'.*", r"不认识 {% \1 %}"),
    (r"No (filter|test) named '(.+?)'.*", r"没有叫 \2 的过滤器或判断"),
    (r"expected token '(.+?)', got '(.+?)'", r"这里要写 \1，写成了 \2"),
    (r"Expected an expression, got '(.+?)'", r"这里少了内容（遇到 \1）"),
    (r"unexpected '(.+?)'", r"多了一个 \1"),
    (r"unexpected char (.+) at \d+", r"不能用的字符 \1"),
)


def _syntax(error: jinja2.TemplateSyntaxError) -> str:
    """What is wrong with a template's syntax."""
    said = error.message or ""
    for pattern, chinese in _SYNTAX:
        if re.fullmatch(pattern, said, re.DOTALL):
            return f"写法有误：{re.sub(pattern, chinese, said, flags=re.DOTALL)}"
    return f"写法有误（{said}）"
