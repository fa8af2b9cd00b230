"""How fast `check` reads, all rules on, beside autocorrect: `python benchmarks/checking.py`.

The text is what the shipped outlines print, copied until it is long enough; in each copy a character
is put into every sentence, so that no sentence comes again. Both read the same text in one process,
in turn; CPU seconds, median of the rounds. autocorrect (Rust) is given paragraphs, since a long text
stops it.
"""

from __future__ import annotations

import random
import re
import statistics
import time
from pathlib import Path

from drafter.actions.opening import open_session
from drafter.checks import engine, registry
from drafter.checks.draft import Draft, Said, Setting
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.model.document import text_of
from drafter.session import lexicons
from drafter.session.session import Session
from drafter.storage import places

HERE = Path(__file__).parent
ROUNDS = 5
SIZES = (125_000, 250_000, 500_000, 1_000_000, 2_000_000, 4_000_000)
"""Bytes of UTF-8."""

WORDS = "东西南北中山水田林路桥江河湖海城乡村镇"


def session() -> Session:
    return open_session(places.find(HERE), HERE)


def long_text(size: int) -> str:
    """So many bytes of official prose."""
    rng = random.Random(1)
    drafts = [
        text_of(
            production.from_outline(
                session(), path.read_text(encoding="utf-8"), str(path), Options()
            ).bound.document
        )
        for path in sorted((HERE.parent / "outlines").glob("*.yaml"))
    ]
    base = "\n".join(drafts)
    copies: list[str] = []
    length = 0
    while length < size:
        copies.append(re.sub(r"(?<=[，、])", lambda _: rng.choice(WORDS) + rng.choice(WORDS), base))
        length += len(copies[-1].encode())
    return "\n".join(copies).encode()[:size].decode("utf-8", "ignore")


def ours(text: str, setting: Setting) -> int:
    draft = Draft([Said(line) for line in text.split("\n")], setting)
    return len(engine.run(draft, registry.RULES))


def seconds(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    setting = Setting(lexicons.lexicon(session()), (2026, 3, 12))
    text = long_text(1_000_000)
    peers = {f"drafter check，{len(registry.RULES)} 条规则": lambda: ours(text, setting)}
    try:
        import autocorrect_py as autocorrect
    except ImportError:
        print("autocorrect-py is not installed: pip install autocorrect-py")
    else:
        lines = text.split("\n")
        peers["autocorrect，lint_for 逐段"] = lambda: [autocorrect.lint_for(line, "a.txt") for line in lines]
        peers["autocorrect，format 逐段"] = lambda: [autocorrect.format(line) for line in lines]
    found: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(ROUNDS):
        for name, work in peers.items():
            found[name].append(seconds(work))
    print("| 谁 | 每 CPU 秒多少 MB |\n|---|---|")
    for name, figures in found.items():
        print(f"| {name} | {len(text.encode()) / 1e6 / statistics.median(figures):.2f} |")
    print("\n| 字数 | MB | CPU 秒 | 每 CPU 秒多少 MB |\n|---|---|---|---|")
    for size in SIZES:
        part = long_text(size)
        took = statistics.median(seconds(lambda part=part: ours(part, setting)) for _ in range(3))
        print(f"| {len(part):,} | {size / 1e6:g} | {took:.2f} | {size / 1e6 / took:.2f} |")


if __name__ == "__main__":
    main()
