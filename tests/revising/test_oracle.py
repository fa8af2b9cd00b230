"""What another engine makes of our marks: LibreOffice takes all of them and has the new paper, refuses them and has the old."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from drafter.actions.opening import open_session
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.model.document import paragraphs, plain
from drafter.revising import comparing
from drafter.storage import places
from tests.builders import session
from tests.conftest import SAMPLES, required
from tests.revising.test_comparing import said

PYTHON = Path("/usr/bin/python3")
"""The system's Python, for which Debian's python3-uno is made."""

ADDED = ("抓紧办好", "新增的一句话。", "3.6%", "到2027年底", "，一件一件落实")


def edited(text, chance):
    """A draft as somebody goes over it: words put in and struck out, paragraphs gone, new, moved, joined and parted."""
    lines = [line for line in text.split("\n\n") if line.strip()]
    for _ in range(chance.randint(2, 8)):
        at = chance.randrange(1, len(lines))
        line = lines[at]
        act = chance.choice(["put", "cut", "away", "new", "move", "part"])
        if line.startswith(("|", ":", "#")) or len(line) < 12:
            continue
        cut = chance.randrange(4, len(line) - 4)
        if act == "put":
            lines[at] = line[:cut] + chance.choice(ADDED) + line[cut:]
        elif act == "cut":
            lines[at] = line[:cut] + line[cut + chance.randint(1, 4) :]
        elif act == "away":
            del lines[at]
        elif act == "new":
            lines.insert(at, f"{chance.choice(ADDED)}由办公室牵头办理。")
        elif act == "move":
            lines.insert(chance.randrange(1, len(lines)), lines.pop(at))
        else:
            lines[at : at + 1] = [line[:cut], line[cut:]]
        if len(lines) < 4:
            break
    return "\n\n".join(lines)


@pytest.fixture(scope="module")
def decided(tmp_path_factory):
    """Drafts of the samples and what somebody made of them, compared, and decided about by LibreOffice."""
    known = (
        PYTHON.is_file()
        and not subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode
    )
    required("LibreOffice with python3-uno", known and shutil.which("soffice"))
    folder = tmp_path_factory.mktemp("oracle")
    at = open_session(places.find(folder), folder)
    for name in ("marked", "accept", "reject"):
        (folder / name).mkdir()
    for number, path in enumerate(SAMPLES):
        chance = random.Random(path.stem)
        drafted = production.from_outline(session(), path.read_text(encoding="utf-8"), str(path), Options())
        text = "\n\n".join(
            plain(content) for block, content in paragraphs(drafted.bound.document) if block is not None
        )
        (folder / f"{number}-old.md").write_text(f"# {text}", encoding="utf-8")
        (folder / f"{number}-new.md").write_text(f"# {edited(text, chance)}", encoding="utf-8")
        marked = comparing.compare(at, f"{number}-old.md", f"{number}-new.md", Options(), "校")
        (folder / "marked" / f"{number}.docx").write_bytes(marked.data)
    for how in ("accept", "reject"):
        script = Path(__file__).with_name("decide.py")
        subprocess.run([PYTHON, script, how, folder / "marked", folder / how], check=True, timeout=300)
    return folder, at


@pytest.mark.parametrize("number", range(len(SAMPLES)), ids=[path.stem for path in SAMPLES])
def test_libreoffice_has_the_new_paper_or_the_old(decided, number):
    """To the character, paragraph by paragraph."""
    folder, at = decided
    for how, side in (("accept", "new"), ("reject", "old")):
        wanted = said(comparing.word_of(at, f"{number}-{side}.md", Options()))
        assert said((folder / how / f"{number}.docx").read_bytes()) == wanted, side
