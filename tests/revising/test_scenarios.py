"""Each everyday edit comes back whichever way the file went: edited as it is, with changes tracked, saved by LibreOffice,
and through a `.doc`.
"""

from __future__ import annotations

import io
import shutil
import subprocess

import pytest
from docx import Document

from drafter.actions.opening import open_session
from drafter.drafting.options import Options
from drafter.readers.outline import tree as outline_tree
from drafter.readers.word import package as word_package
from drafter.revising import absorbing, comparing, reviewed
from drafter.revising.agreeing import TAKEN
from drafter.storage import places
from tests.builders import session
from tests.conftest import required
from tests.revising.test_absorbing import OUTLINE, SCENARIOS, bare, printed

WAYS = ("as it is", "tracked", "saved by LibreOffice", "through a .doc")
WORD = "docx:MS Word 2007 XML"


def converted(source, target, form):
    """All files of a folder in another form, in one run of LibreOffice."""
    target.mkdir()
    profile = (target.parent / "profile").as_uri()  # others convert at the same time
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir", str(target), *map(str, sorted(source.iterdir()))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


@pytest.fixture(scope="module")
def sent_back(tmp_path_factory):
    """The file of every edit, by every way."""
    required("LibreOffice", shutil.which("soffice"))
    folder = tmp_path_factory.mktemp("ways")
    at = open_session(places.find(folder), folder)
    for way in ("as it is", "tracked"):
        (folder / way).mkdir()
    (folder / "稿.docx").write_bytes(printed(OUTLINE)[0])
    for number, edit in enumerate(SCENARIOS.values()):
        document = Document(folder / "稿.docx")
        edit(document)
        document.save(folder / "as it is" / f"{number}.docx")
        marked = comparing.compare(at, "稿.docx", f"as it is/{number}.docx", Options(), "李市长")
        (folder / "tracked" / f"{number}.docx").write_bytes(marked.data)
    converted(folder / "as it is", folder / "saved by LibreOffice", WORD)
    converted(folder / "as it is", folder / "doc", "doc:MS Word 97")
    converted(folder / "doc", folder / "through a .doc", WORD)
    return folder


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", range(len(SCENARIOS)), ids=list(SCENARIOS))
def test_it_comes_back_by_every_way(sent_back, number, way):
    """Built again the outline prints what was edited, or what has no place is told; what was not touched stays."""
    edited, came = (
        reviewed.read(
            word_package.read((sent_back / one / f"{number}.docx").read_bytes(), "改"), "改", "李市长"
        )
        for one in ("as it is", way)
    )
    found = absorbing.absorb(session(), OUTLINE, "稿.yaml", [came], (), "")
    again = reviewed.read(word_package.read(printed(found.text)[0], "再"), "再", "")

    squeezed = [["".join(bare(text).split()) for text in one.paragraphs] for one in (edited, again)]
    assert squeezed[0] == squeezed[1] or [one for one in found.done if one.state != TAKEN]
    assert "# 水务局" in found.text and outline_tree.read(found.text, "a")["任务"]["要点"][0]
    assert io.StringIO(found.text).readline() == "# 我的讲话\n"
