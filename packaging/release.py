"""Makes everything that is given out, in one folder: sdist, wheel, drafter.html, .deb, .tar.gz, setup, their bills, SHA256SUMS.

    python packaging/release.py -o dist --sums SHA256SUMS --pyodide node_modules/pyodide \\
        --runtime cpython-3.12-x86_64-….tar.gz --runtime cpython-3.12-aarch64-….tar.gz --runtime python-3.12-embed-amd64.zip

The Pythons are given by whoever releases, with a list of their digests that came by another way than they did. Two runs
with the same archives, wheels and makensis make the same bytes; `sha256sum -c SHA256SUMS` compares.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import bill
import browser
import linux
import options
import runtimes
import wheels
import windows


def release(asked: argparse.Namespace) -> list[Path]:
    """Everything, and beside each what is in it."""
    output: Path = asked.output
    sdist, wheel = wheels.own(output, "sdist"), wheels.own(output)
    version = wheels.Wheel(wheel).version
    bills = [bill.written(path, version, ()) for path in (sdist, wheel)]
    page = output / "drafter.html"
    page.write_text(browser.document(asked.pyodide), encoding="utf-8")
    bills.append(bill.written(page, version, _in_page()))
    made = [sdist, wheel, page]
    for runtime in asked.runtime:
        paths, components = _packed(runtime, wheel, asked)
        bills += [bill.written(path, version, components) for path in paths]
        made += paths
    sums = output / "SHA256SUMS"
    lines = (f"{runtimes.digest(path)}  {path.name}\n" for path in sorted([*made, *bills]))
    sums.write_text("".join(lines), encoding="utf-8")
    return [*made, *bills, sums]


def _packed(runtime: Path, wheel: Path, asked: argparse.Namespace) -> tuple[list[Path], list[bill.Component]]:
    """What is made of one Python: of a zip what is for Windows, of a tar what is for Linux."""
    given = (runtime, asked.sums, wheel, asked.wheels, asked.output, asked.quick)
    if runtime.suffix == ".zip":
        installer = windows.build(*given)
        return [installer.path], installer.components
    packages = linux.build(*given)
    print(f"{packages.paths[0].name} runs with glibc 2.{packages.glibc} or newer")
    return packages.paths, packages.components


def _in_page() -> list[bill.Component]:
    """What of others is in drafter.html: Python in WebAssembly, and packages as they are installed here."""
    parts = [
        bill.Component(one["name"], one["version"], one["licence"].partition("，")[0])
        for one in browser.INSIDE
    ]
    return parts + [bill.of_installed(name) for name in browser.PACKAGES]


def main() -> None:
    """Makes it all, and says what came of it."""
    parser = options.parser(__doc__, "a Python, once for each system", several=True)
    parser.add_argument("--pyodide", type=Path, required=True, help="the npm package, unpacked")
    asked = parser.parse_args()
    asked.output.mkdir(parents=True, exist_ok=True)
    if any(asked.output.iterdir()):
        sys.exit(f"{asked.output} is not empty: what lies there would be taken for part of the release")
    for path in release(asked):
        print(f"{path.stat().st_size:>12,}  {path.name}")


if __name__ == "__main__":
    main()
