"""Prints what batches cost: `python benchmarks/batch.py [ROWS]` (needs `pip install -e '.[bench]'`).

One table, the speech of 9,146 characters that all figures are measured with, three facts of each row in it. docxtpl fills the
same speech and saves each document, in a process pinned to one core, before and after; its template is prepared once, its data
are there or read each time. Of drafter everything counts, from the start of the program to 结果.csv: reading the table, every
check, the ledger, each file written down to the disk. Each run has a folder of its own, and none is removed before all are
done: ext4 makes new files ten times as slowly for half a minute after many were removed.
"""

from __future__ import annotations

import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import speech

HERE = Path(__file__).parent
FILLED = 60
"""Documents of docxtpl that are timed."""

SAMPLE = 200
"""Documents of a batch that are opened and looked at."""


def prepare(folder: Path, rows: int) -> None:
    """The outline with three facts in it, a table of as many rows, and docxtpl's template."""
    text = speech.outline(0).replace("在全市重点工作第0次推进会上的讲话", "在{{ 县 }}推进会上的讲话", 1)
    (folder / "稿.yaml").write_text(text.replace("各级各部门", "{{ 县 }}{{ 单位 }}", 1), encoding="utf-8")
    lines = "".join(f"第{number}县,单位{number},{number}\n" for number in range(rows))
    (folder / "表.csv").write_text(f"县,单位,件数\n{lines}", encoding="utf-8")


def batch(folder: Path, rows: int, jobs: int) -> tuple[float, float, float, float]:
    """Seconds by the clock, CPU seconds of all processes, peak MiB of the driver, and of the largest worker."""
    prepare(folder, rows)
    out = f"出{rows}-{jobs}"
    command = ["-m", "drafter", "batch", "稿.yaml", "表.csv", "-o", out, "--jobs", str(jobs)]
    environment = {**os.environ, "DRAFTER_HOME": str(folder / f"home{rows}-{jobs}")}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], cwd=folder, env=environment, stdout=subprocess.DEVNULL
    )
    peaks = [0.0, 0.0]
    while process.poll() is None:
        for at, pids in enumerate(([process.pid], workers(process.pid))):
            peaks[at] = max([peaks[at], *map(resident, pids)])
        time.sleep(0.05)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise SystemExit(f"batch exited {process.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    look(folder / out, rows)
    return wall, cpu, *peaks


def workers(parent: int) -> list[int]:
    """The processes that a process, or a thread of it, has started."""
    listed = [path.read_text() for path in Path(f"/proc/{parent}/task").glob("*/children")]
    return [int(one) for line in listed for one in line.split()]


def resident(process: int) -> float:
    """MiB that a process holds now."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


def look(folder: Path, rows: int) -> None:
    """Every name is there, and of some every word that a row gives."""
    from docx import Document

    assert {path.name for path in folder.iterdir()} == {f"第{one}县.docx" for one in range(rows)} | {
        "结果.csv"
    }
    for number in range(0, rows, max(1, rows // SAMPLE)):
        document = Document(io.BytesIO((folder / f"第{number}县.docx").read_bytes()))
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert f"在第{number}县推进会上的讲话" in text and f"第{number}县单位{number}" in text


def docxtpl(folder: Path, reads: bool) -> float:
    """CPU seconds of docxtpl for a document that it saves, its template prepared once; whether it `reads` its data each
    time.
    """
    code = (
        "import tempfile, time, yaml; from docxtpl import DocxTemplate\n"
        "template = DocxTemplate('template.docx')\n"
        "def read(): return yaml.safe_load(open('0.yaml', encoding='utf-8'))\n"
        f"data, reads = read(), {reads}\n"
        "folder = tempfile.mkdtemp(dir='.')\n"
        "def one(number):\n"
        "    template.render(read() if reads else data, autoescape=True)\n"
        "    template.save(f'{folder}/{number}.docx')\n"
        f"one(0); start = time.process_time()\nfor number in range({FILLED}): one(number)\n"
        f"print((time.process_time() - start) / {FILLED})"
    )
    pinned = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    said = subprocess.run([*pinned, sys.executable, "-c", code], cwd=folder, capture_output=True, check=True)
    return float(said.stdout)


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, str(HERE / "run.py"), "prepare", name], check=True)
        peers = {reads: docxtpl(folder, reads) for reads in (True, False)}
        print("| rows | processes | rows a second | rows a CPU second | driver MiB | a worker MiB |")
        print("|---|---|---|---|---|---|")
        walls: dict[tuple[int, int], float] = {}
        cpus: dict[tuple[int, int], float] = {}
        for count, jobs in ((rows // 4, 2), (rows, 1), (rows, 2), (rows * 3, 2)):
            wall, cpu, driver, worker = batch(folder, count, jobs)
            walls[count, jobs], cpus[count, jobs] = wall, cpu
            print(
                f"| {count} | {jobs} | {count / wall:.0f} | {count / cpu:.0f} | {driver:.0f} | {worker:.0f} |"
            )
        for reads, seconds in peers.items():
            peer = min(seconds, docxtpl(folder, reads))
            print(
                f"\ndocxtpl, {'its YAML read' if reads else 'its data'} {'each time' if reads else 'there'}: {1 / peer:.0f} a CPU second"
            )
            print(f"two processes by the clock ÷ that: {rows / walls[rows, 2] * peer:.1f}")
            for jobs, called in ((1, "one process"), (2, "two processes")):
                print(f"a CPU second of {called} ÷ that: {rows / cpus[rows, jobs] * peer:.1f}")
        print(f"\ntwo processes ÷ one: {walls[rows, 1] / walls[rows, 2]:.2f}")


if __name__ == "__main__":
    main()
