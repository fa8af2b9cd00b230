"""What killed runs left behind is told from what another run is writing now."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.storage import temporary


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_a_process_that_has_ended_and_was_not_asked_how_writes_no_more():
    """In a container nobody may ask for seconds."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    name = f".drafter-{temporary.token()}-{process.pid}-0a"
    assert not temporary.is_left(name)
    process.kill()
    for _ in range(100):
        if temporary.is_left(name):
            break
        time.sleep(0.1)

    os.kill(process.pid, 0)  # the number is taken still
    assert temporary.is_left(name)
    process.wait()
    assert temporary.is_left(name) and not temporary.is_left(f".drafter-{temporary.token()}-{os.getpid()}-0a")
