"""Importing a Word file beside opening it with python-docx: CPU time, warm and cold, in one run."""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
ROUNDS = 15
NAMES = ("东陂县政府工作报告", "安全生产部署会讲话", "关于开展办公用房清查登记的通知")


def median(run) -> float:
    """The median of CPU seconds of several runs after one that fills caches."""
    run()
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        found.append(time.process_time() - start)
    return statistics.median(found)


def cold(command: list[str], folder: str) -> float:
    """The median of CPU seconds of a process."""
    environment = {**os.environ, "DRAFTER_HOME": f"{folder}/home"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    found = []
    for _ in range(ROUNDS):
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command} exited {process.returncode}")
        found.append(usage.ru_utime + usage.ru_stime)
    return statistics.median(found[1:])


def main() -> None:
    import docx

    from drafter.actions.opening import open_session
    from drafter.drafting import loading, production
    from drafter.drafting.printing.formats import produce
    from drafter.importing import guesses as importing
    from drafter.outlining.form import leftovers
    from drafter.readers.word import package as word_package
    from drafter.readers.word import text as word_text
    from drafter.storage import places
    from drafter.writers import outline_yaml

    print(
        "| file | characters | warm: import ms | python-docx opens ms | ratio | cold ratio |\n|---|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        at = open_session(places.find(Path(folder)), Path(folder))
        for name in NAMES:
            path = HERE.parent / "outlines" / f"{name}.yaml"
            draft = production.from_outline(
                at, path.read_text(encoding="utf-8"), str(path), loading.Options()
            )
            data = produce(at, draft, "docx")
            (Path(folder) / "old.docx").write_bytes(data)

            def ours(data: bytes = data) -> str:
                source = leftovers.set_aside(word_text.read(word_package.read(data, "old.docx")))
                return outline_yaml.write(importing.imported(at, source).outline)

            def theirs(data: bytes = data) -> None:
                docx.Document(io.BytesIO(data))

            mine, peer = median(ours), median(theirs)
            script = "import docx; docx.Document('old.docx')"
            once = cold([sys.executable, "-m", "drafter", "import", "old.docx", "-o", "-"], folder)
            opened = cold([sys.executable, "-c", script], folder)
            size = production.measured(at, draft).characters
            print(
                f"| {name} | {size} | {mine * 1000:.1f} | {peer * 1000:.1f} | {mine / peer:.1f} | {once / opened:.2f} |"
            )


if __name__ == "__main__":
    main()
