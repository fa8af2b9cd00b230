"""Earlier states of an outline."""

from __future__ import annotations

import os

import pytest

from drafter.problems import InputProblem
from drafter.storage.states import history


def test_states_are_kept_by_their_time_and_closed_to_others(tmp_path):
    """Each file has its own."""
    home, path = tmp_path / "家", tmp_path / "讲话.yaml"
    history.keep(home, path, "一", "20260318-090000")
    history.keep(home, path, "又", "20260318-090030")
    history.keep(home, path, "二", "20260318-090100")
    history.keep(home, tmp_path / "别的.yaml", "三", "20260318-090200")

    assert history.stamps(home, path) == ["20260318-090000", "20260318-090100"]
    assert history.text(home, path, "20260318-090100") == "二"
    (folder,) = {file.parent for file in home.rglob("20260318-090000.yaml")}
    assert os.name == "nt" or (
        folder.stat().st_mode & 0o777,
        (folder / "20260318-090000.yaml").stat().st_mode & 0o777,
    ) == (0o700, 0o600)


def test_of_many_the_first_of_each_day_stays(tmp_path):
    """And the last sixty."""
    path = tmp_path / "讲话.yaml"
    for day in (17, 18):
        for minute in range(40):
            history.keep(tmp_path / "家", path, "x", f"202603{day}-09{minute:02}00")
    kept = history.stamps(tmp_path / "家", path)

    assert len(kept) == 61 and kept[0] == "20260317-090000" and kept[-1] == "20260318-093900"


@pytest.mark.parametrize("stamp", ["../../秘", "", "20260318-090000"])
def test_a_time_of_which_nothing_is_kept_is_refused(tmp_path, stamp):
    """And no path is made of it."""
    with pytest.raises(InputProblem):
        history.text(tmp_path, tmp_path / "讲话.yaml", stamp)
