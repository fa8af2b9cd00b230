"""How long it takes to compare, to take a reviewed file in, and to gather what departments sent: python benchmarks/revision.py"""

from __future__ import annotations

import io
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docx import Document

from drafter.actions import merge
from drafter.actions.opening import open_session
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.readers.word import package
from drafter.revising import absorbing, comparing, reviewed
from drafter.storage import places

SENTENCES = (
    "要把责任逐级压到人头，做到件件有人管、事事有回音。", "今年以来共排查隐患{}处，整改{}处，没有发生较大事故。",
    "各单位要对照清单逐项销号，办不完的说明原因和时限。", "资金向基层倾斜，每个村不少于{}万元，月底前拨付到位。",
)  # fmt: skip


def paragraph(chance: random.Random, size: int) -> str:
    """Sentences of some characters in all."""
    said = ""
    while len(said) < size:
        said += chance.choice(SENTENCES).format(chance.randint(2, 99), chance.randint(2, 99))
    return said


def outline(chance: random.Random, characters: int) -> str:
    """A speech of so many characters."""
    points = "".join(
        f"    - 标题: 第{at}件事要办好\n      正文: {paragraph(chance, 180)}\n"
        for at in range(characters // 200)
    )
    return f"模板: 部署讲话\n标题: 在全市工作会议上的讲话\n称谓: [同志们]\n任务:\n  小标题: 抓好落实\n  要点:\n{points}"


def timed(label: str, act: Callable[[], object]) -> None:
    """The processor's seconds of the best of three runs."""
    best = 99.0
    for _ in range(3):
        started = time.process_time()
        act()
        best = min(best, time.process_time() - started)
    print(f"{label}\t{best:.2f} s")


def main() -> None:
    """A speech of 20,000 characters, a tenth of its paragraphs edited; 34 files of 90,000 in all."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        session = open_session(places.find(here), here)
        text = outline(chance, 20_000)
        (here / "旧.yaml").write_text(text, encoding="utf-8")
        data = produce(session, production.from_outline(session, text, "旧.yaml", Options()), "docx")
        document = Document(io.BytesIO(data))
        for one in document.paragraphs[::10]:
            if one.runs:
                one.runs[-1].text = one.runs[-1].text.replace("，", "，一定", 1)
        document.save(str(here / "新.docx"))
        (here / "旧.docx").write_bytes(data)
        timed(
            "compare, 20,000 characters",
            lambda: comparing.compare(session, "旧.docx", "新.docx", Options(), "校"),
        )
        read = reviewed.read(package.read((here / "新.docx").read_bytes(), "新.docx"), "新.docx", "李")
        timed("absorb, 20,000 characters", lambda: absorbing.absorb(session, text, "旧.yaml", [read], (), ""))
        (here / "报").mkdir()
        for at in range(34):
            body = "\n".join(
                f"（{'一二三四五六七八九十'[n]}）抓得实。{paragraph(chance, 260)}" for n in range(10)
            )
            (here / "报" / f"第{at}局.txt").write_text(
                f"工作总结\n\n一、主要成绩\n{body}\n", encoding="utf-8"
            )
        (here / "总.yaml").write_text("模板: 工作总结\n标题: 总结\n成绩: {小标题: 成绩}\n", encoding="utf-8")
        request = merge.Request("总.yaml", ["报"], "总稿.yaml", force=True)
        timed("merge, 34 files of 90,000 characters", lambda: merge.merge(session, request))


if __name__ == "__main__":
    main()
