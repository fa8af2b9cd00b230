"""What the scripts that make installers are asked with, said once."""

from __future__ import annotations

import argparse
from pathlib import Path


def parser(said: str | None, runtime: str, several: bool = False) -> argparse.ArgumentParser:
    """For a script whose first line is its help; `runtime` says which Python it takes, or which several."""
    made = argparse.ArgumentParser(description=(said or "").partition("\n")[0])
    action = "append" if several else "store"
    made.add_argument("--runtime", type=Path, action=action, required=True, help=runtime)
    made.add_argument("--sums", type=Path, required=True, help="SHA-256, in a list as sha256sum writes it")
    made.add_argument("-o", "--output", type=Path, default=Path("dist"), help="where what is made goes")
    made.add_argument(
        "--wheels", type=Path, default=Path("build/wheels"), help="where those of others are kept"
    )
    made.add_argument("--quick", action="store_true", help="hardly compressed: for trying")
    return made
