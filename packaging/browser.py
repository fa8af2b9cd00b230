"""Makes drafter.html: the page, Python and drafter in one file that is opened by a double-click and asks for nothing.

    python packaging/browser.py -o drafter.html --pyodide node_modules/pyodide

The npm package `pyodide` is Python in WebAssembly (MPL-2.0). What is put in beside it is pure Python: this repository
and the packages it stands on, as they are installed here.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import io
import json
import posixpath
import re
import sys
import zipfile
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from drafter.web import MODULES, STYLES  # noqa: E402 - of this checkout, whatever is installed

PAGE = ROOT / "drafter" / "web" / "page"
PYODIDE = "314.0.7"
"""The version that the tests ran with."""

ASSETS = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
PACKAGES = (
    "jinja2", "markupsafe", "pyyaml", "markdown-it-py", "mdurl", "mdit-py-plugins", "platformdirs", "ruamel.yaml",
    "olefile",
)  # fmt: skip
"""What drafter imports where there is neither lxml nor a terminal."""

INSIDE = (
    {
        "name": "Pyodide",
        "version": PYODIDE,
        "licence": "MPL-2.0，源码 github.com/pyodide/pyodide",
        "text": "",
    },
    {"name": "CPython", "version": "3.14.2", "licence": "Python-2.0.1", "text": ""},
)
"""What is in the file and no package of Python."""

_LEFT = re.compile(
    r"(?:^|/)(?:__pycache__|tests?)/|\.(?:pyc|so|pyd|dylib|c|pxd|pyx)$|\.dist-info/(?!METADATA|licenses/|LICEN)"
)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PRELOADED = re.compile(r'<link rel="modulepreload".*\n')
_FROM = re.compile(r'(from|import) "(\.[\w./]+)\.js"')
_STYLES = re.compile(r'(?:<link rel="stylesheet".*\n)+')
_POLICY = (
    "default-src 'none'; script-src {scripts} data: blob: 'wasm-unsafe-eval'; style-src {styles}; img-src data:; "
    "connect-src data: blob:; worker-src data: blob:; form-action 'none'; base-uri 'none'"
)


def site() -> bytes:
    """Drafter and what it stands on, as a zip that two runs make alike."""
    files: dict[str, bytes] = {}
    for folder, inside in (
        ("drafter", "drafter"),
        ("templates", "drafter/data/templates"),
        ("outlines", "drafter/data/outlines"),
    ):
        for path in sorted((ROOT / folder).rglob("*")):
            name = f"{inside}/{path.relative_to(ROOT / folder).as_posix()}"
            if path.is_file() and not _LEFT.search(name) and not name.startswith("drafter/web/page/"):
                files[name] = path.read_bytes()
    for package in PACKAGES:
        for file in metadata.distribution(package).files or ():
            name = file.as_posix()
            if not name.startswith("..") and not _LEFT.search(name) and file.locate().is_file():
                files[name] = Path(str(file.locate())).read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), files[name])
    return out.getvalue()


def document(pyodide: Path) -> str:
    """The whole file."""
    said = json.loads((pyodide / "package.json").read_text(encoding="utf-8"))["version"]
    if said != PYODIDE:
        sys.exit(f"pyodide {said} is not {PYODIDE}, with which this was tried")
    assets = {name: (pyodide / name).read_bytes() for name in ASSETS} | {"site.zip": site()}
    style = "".join((PAGE / "style" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    old = (PAGE / "old.js").read_text(encoding="utf-8")
    host = (Path(__file__).with_name("host.js")).read_text(encoding="utf-8")
    worker = (Path(__file__).with_name("worker.js")).read_text(encoding="utf-8")
    imports = json.dumps({"imports": {f"drafter/{name}": _module(name) for name in MODULES}})
    start = 'import "drafter/main";'
    policy = _POLICY.format(
        scripts=" ".join(map(_digest, (old, imports, host, start))), styles=_digest(style)
    )
    page = _PRELOADED.sub("", (PAGE / "index.html").read_text(encoding="utf-8"))
    page = _STYLES.sub(lambda _: f"<style>{style}</style>\n", page)
    icon = base64.b64encode((PAGE / "icon.svg").read_bytes()).decode()
    swaps = {
        '<link rel="icon" href="icon.svg">': f'<link rel="icon" href="data:image/svg+xml;base64,{icon}">',
        '<meta charset="utf-8">': f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<script src="old.js"></script>': f"<script>{old}</script>",
        '<script type="module" src="main.js"></script>': "\n".join(
            (
                f'<script type="importmap">{imports}</script>',
                *(_packed(*asset) for asset in assets.items()),
                f'<script type="text/plain" id="digest">{_sum(assets)}</script>',
                f'<script type="application/json" id="assets">{json.dumps(list(assets))}</script>',
                f'<script type="application/json" id="inside">{json.dumps(INSIDE)}</script>',
                f'<script type="text/plain" id="worker">{worker}</script>',
                f'<script type="module">{host}</script>', f'<script type="module">{start}</script>',
            )
        ),
    }  # fmt: skip
    for old_text, new_text in swaps.items():
        if old_text not in page:
            sys.exit(f"index.html has no {old_text}")
        page = page.replace(old_text, new_text)
    return page


def _module(name: str) -> str:
    """A module of the page as an address; what it imports goes by the names of the import map."""
    here = f"drafter/{posixpath.dirname(name)}"
    text = _FROM.sub(
        lambda said: f'{said[1]} "{posixpath.normpath(posixpath.join(here, said[2]))}"',
        (PAGE / f"{name}.js").read_text(encoding="utf-8"),
    )
    return "data:text/javascript;base64," + base64.b64encode(text.encode("utf-8")).decode()


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


def _sum(assets: dict[str, bytes]) -> str:
    """What a snapshot of Python is known by: all that it was made of."""
    return hashlib.sha256(
        b"".join(hashlib.sha256(content).digest() for content in assets.values())
    ).hexdigest()


def _packed(name: str, content: bytes) -> str:
    packed = base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()
    return f'<script type="application/octet-stream" id="{name}">{packed}</script>'


def main() -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", type=Path, default=Path("drafter.html"))
    parser.add_argument(
        "--pyodide", type=Path, default=ROOT / "node_modules" / "pyodide", help="the npm package, unpacked"
    )
    options = parser.parse_args()
    options.output.write_text(document(options.pyodide), encoding="utf-8")
    print(f"{options.output}: {options.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
