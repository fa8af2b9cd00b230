"""Prints the table of figures: `python benchmarks/run.py [--zlib]` (needs `pip install -e '.[bench]'`).

Peers take turns within a round, each in a process of its own pinned to one core, so that a
ratio compares runs made close together; CPU seconds, median of the rounds, of ratios the median
of the pairs. `--zlib` leaves isal out where it is installed.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import peers
import speech

HERE = Path(__file__).parent
ROUNDS = 5
DOCUMENTS = {"floor": 1000, "drafter, writer alone": 500, "drafter, batch row": 500, "drafter": 200}
BASELINE = "docxtpl + safe_load"
BARE_TYPER = "import typer\napp = typer.Typer()\n@app.command()\ndef main():\n    print('hi')\napp()\n"
DOCXTPL_ONCE = (
    "import sys, yaml\nfrom docxtpl import DocxTemplate\nfolder = sys.argv[1]\n"
    "data = yaml.safe_load(open(folder + '/0.yaml', encoding='utf-8'))\n"
    "template = DocxTemplate(folder + '/template.docx')\ntemplate.render(data, autoescape=True)\n"
    "template.save(folder + '/peer.docx')\n"
)


def prepare(folder: Path) -> None:
    """The outlines, the base package, docxtpl's template, and the small scripts."""
    from docx import Document

    from drafter.actions.opening import open_session
    from drafter.storage import places

    for number in range(peers.DOCUMENTS):
        (folder / f"{number}.yaml").write_text(speech.outline(number), encoding="utf-8")
    stylesheets = open_session(places.find(folder), folder).stylesheets
    (folder / "base.docx").write_bytes(stylesheets.base_of(stylesheets.named("讲话稿")))
    document = Document(str(folder / "base.docx"))
    for style, text in (
        ("Title", "{{ title }}"), ("Salutation", "同志们："), ("Body Text", "{%p for s in sections %}"),
        ("Heading 1", "{{ s.heading }}"), ("Body Text", "{%p for p in s.lead %}"), ("Body Text", "{{ p }}"),
        ("Body Text", "{%p endfor %}"), ("Body Text", "{%p endfor %}"),
    ):  # fmt: skip
        document.add_paragraph(text, style=style)
    document.save(str(folder / "template.docx"))
    (folder / "hello.py").write_text(BARE_TYPER, encoding="utf-8")
    (folder / "docxtpl_once.py").write_text(DOCXTPL_ONCE, encoding="utf-8")
    said = speech.speech(0)
    draft = [f"# {said['title']}", ""]
    for section in said["sections"]:
        draft += [f"## {section['heading']}", "", *("\n" + p for p in section["lead"]), ""]
    (folder / "pandoc.md").write_text("\n".join(draft), encoding="utf-8")


def spawn(command: list[str], folder: Path) -> tuple[str, float, float]:
    """What a command printed, its CPU seconds and its peak MiB, pinned to one core."""
    core = max(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    pinned = ["taskset", "-c", str(core), *command] if shutil.which("taskset") else command
    environment = {**os.environ, "DRAFTER_HOME": str(folder / "home")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    if "--zlib" in sys.argv:
        paths = [str(HERE / "without_isal"), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment["PYTHONPATH"] = os.pathsep.join(paths)
    process = subprocess.Popen(pinned, stdout=subprocess.PIPE, cwd=folder, env=environment)
    assert process.stdout is not None
    said = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} exited {process.returncode}")
    return said, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def warm(folder: Path) -> dict[str, list[float]]:
    """CPU seconds a document, by peer, a figure a round."""
    found: dict[str, list[float]] = {name: [] for name in peers.PROGRAMS}
    for _ in range(ROUNDS):
        for name in peers.PROGRAMS:
            count = str(DOCUMENTS.get(name, 40))
            said, _, _ = spawn(
                [sys.executable, str(HERE / "peers.py"), name, "warm", count, str(folder)], HERE
            )
            found[name].append(float(said))
    return found


def cold(folder: Path) -> dict[str, list[tuple[float, float]]]:
    """CPU seconds and peak MiB of a process that makes one document, by command."""
    drafter = shutil.which("drafter", path=str(Path(sys.executable).parent)) or "drafter"
    commands = {
        "docxtpl script": [sys.executable, "docxtpl_once.py", str(folder)],
        "drafter build": [drafter, "build", "0.yaml", "-o", "out.docx"],
        "bare Typer hello": [sys.executable, "hello.py"],
        "drafter --version": [drafter, "--version"],
    }
    if shutil.which("pandoc"):
        commands["pandoc"] = ["pandoc", "pandoc.md", "-o", "pandoc.docx"]
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for number in range(2 * ROUNDS + 1):
        for name, command in commands.items():
            (folder / "out.docx").unlink(missing_ok=True)
            _, cpu, peak = spawn(command, folder)
            if number:  # the first round fills caches
                found[name].append((cpu, peak))
    return found


def growth() -> list[tuple[int, float]]:
    """Characters, and CPU seconds for one document of so many, warm."""
    import time

    from drafter.actions.opening import open_session
    from drafter.drafting import loading, production
    from drafter.drafting.printing.formats import produce
    from drafter.storage import places

    at = open_session(places.find(HERE), HERE)
    warm_up = production.from_outline(at, speech.outline(2), "x.yaml", loading.Options())
    produce(at, warm_up, "docx")
    figures = []
    for sections in (1, 7, 66, 660):
        text = speech.outline(1, headings=sections)
        start = time.process_time()
        draft = production.from_outline(at, text, "x.yaml", loading.Options())
        produce(at, draft, "docx")
        seconds = time.process_time() - start
        figures.append((production.measured(at, draft).characters, seconds))
    return figures


def main() -> None:
    if sys.argv[1:2] == ["prepare"]:
        prepare(Path(sys.argv[2]))
        return
    if "--zlib" in sys.argv:
        sys.path.insert(0, str(HERE / "without_isal"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In a process of its own: what this one holds would count as every peer's peak memory.
        subprocess.run([sys.executable, __file__, "prepare", name], check=True)
        found, once = warm(folder), cold(folder)
    from drafter.writers.docx import package

    print(f"deflate: {package.deflate.__name__}, level {package.LEVEL}\n")
    print(
        "| warm | documents a CPU second | ÷ docxtpl + safe_load | ÷ docxtpl + CSafeLoader |\n|---|---|---|---|"
    )
    for name, figures in found.items():
        ratios = [
            statistics.median(b / f for b, f in zip(found[peer], figures, strict=True))
            for peer in (BASELINE, "docxtpl + CSafeLoader")
        ]
        print(f"| {name} | {1 / statistics.median(figures):.0f} | {ratios[0]:.1f} | {ratios[1]:.1f} |")
    writer = statistics.median(
        f / w for f, w in zip(found["floor"], found["drafter, writer alone"], strict=True)
    )
    print(f"\nwriter alone ÷ floor: {writer:.2f}\n")
    print("| cold | CPU ms | peak MiB |\n|---|---|---|")
    for name, pairs in once.items():
        print(
            f"| {name} | {statistics.median(c for c, _ in pairs) * 1000:.0f} | {statistics.median(p for _, p in pairs):.0f} |"
        )
    for ours, theirs in (("drafter build", "docxtpl script"), ("drafter --version", "bare Typer hello")):
        ratio = statistics.median(a[0] / b[0] for a, b in zip(once[ours], once[theirs], strict=True))
        print(f"\n{ours} ÷ {theirs}: {ratio:.2f}")
    print("\n| characters | CPU ms | CPU µs a character |\n|---|---|---|")
    for characters, seconds in growth():
        print(f"| {characters:,} | {seconds * 1000:.1f} | {seconds / characters * 1e6:.2f} |")


if __name__ == "__main__":
    main()
