"""What the shipped speeches are like, counted: figures, announced counts, upper-level sentences, one hand or several.

    python benchmarks/speeches.py

A line a speech: characters, figures per thousand of them (a speech that is listened to has 25 at most), how often it
announces a count (two at most), whether it says what it carries out. Then the sentences of templates that two drafts
of one speaker share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from drafter.actions.opening import open_session
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.model.document import text_of
from drafter.storage import places

ROOT = Path(__file__).parents[1]
FIGURE = re.compile(r"\d+(?:\.\d+)?")
ANNOUNCED = re.compile(
    r"[两三四五六七八九十](?:个方面|项任务|点意见|件事|项工作|条措施|点体会|点希望|点要求|点认识|点考虑|个问题)"
)
UPPER = re.compile(r"贯彻|习近平|党的二十")
SHORTEST = 12
"""Characters of a sentence that two drafts can share by chance (谢谢大家)."""


def main() -> None:
    """Prints the table."""
    session = open_session(places.find(ROOT), ROOT)
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted((ROOT / "outlines").glob("*.yaml")):
        draft = production.from_outline(session, path.read_text(encoding="utf-8"), str(path), Options())
        if session.templates.named(draft.template).category != "讲话发言" or draft.loaded is None:
            continue
        text = text_of(draft.bound.document)
        length = len(re.sub(r"\s", "", text))
        figures = 1000 * len(FIGURE.findall(text)) / length
        announced = len(ANNOUNCED.findall(text))
        upper = "有" if UPPER.search(text) else "无"
        print(f"{path.stem}  {length} 字  数字 {figures:.1f}‰  报数 {announced} 次  上级精神 {upper}")
        speaker = draft.loaded.outline.speaker
        for sentence in draft.bound.added:
            if len(sentence) >= SHORTEST and speaker:
                said[speaker.name, sentence].append(path.stem)
    shared = {key: stems for key, stems in said.items() if len(stems) > 1}
    print("两份稿子共有的代拟句：", "；".join(f"{name}：{sentence}" for name, sentence in shared) or "没有")


if __name__ == "__main__":
    main()
