// Python in a worker of the browser: unpacks drafter and answers the page's verbs.

const FOLDERS = ["/work", "/home/drafter"];
let desk = null, python = null;

function below(fs, folder, found = []) {
  for (const name of fs.readdir(folder)) {
    if (name === "." || name === ".." || name === "cache") continue;
    const path = `${folder}/${name}`;
    if (fs.isDir(fs.stat(path).mode)) below(fs, path, found); else found.push(path);
  }
  return found;
}

// All that is kept, for the page to put into the browser's store: a worker of a data: address has none.
const written = () => FOLDERS.flatMap((folder) => below(python.FS, folder)).map((path) => [path, python.FS.readFile(path)]);

async function start(assets, files) {
  const url = (name, type) => URL.createObjectURL(new Blob([assets[name]], { type }));
  const real = self.fetch;
  self.fetch = (address, ...rest) => (String(address).includes("pyodide.asm.wasm") ? Promise.resolve(new Response(assets["pyodide.asm.wasm"], { headers: { "Content-Type": "application/wasm" } })) : real(address, ...rest));
  const { loadPyodide } = await import(url("pyodide.mjs", "text/javascript"));
  const create = (await import(url("pyodide.asm.mjs", "text/javascript"))).default;
  python = await loadPyodide({ indexURL: "about:blank/", createPyodideModule: create, stdLibURL: url("python_stdlib.zip", "application/zip"), lockFileContents: new TextDecoder().decode(assets["pyodide-lock.json"]), env: { HOME: "/home", DRAFTER_HOME: "/home/drafter", LANG: "zh_CN.UTF-8", TZ: Intl.DateTimeFormat().resolvedOptions().timeZone } });
  python.FS.writeFile("/site.zip", assets["site.zip"]);
  for (const folder of FOLDERS) python.FS.mkdirTree(folder);
  for (const [path, bytes] of files) { python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/"))); python.FS.writeFile(path, bytes); }
  python.runPython(`
import sys, zipfile, os
zipfile.ZipFile("/site.zip").extractall("/site")
os.remove("/site.zip")
sys.path.insert(0, "/site")
os.chdir("/work")
import json
from pathlib import Path
from drafter.problems import DrafterError
from drafter.reports.problems import problems_json
from drafter.web.verbs import Desk, File
from datetime import datetime
_desk = Desk(Path("/work"), datetime.now)
def _answer(verb, payload):
    try:
        answer = _desk.answer(verb, json.loads(payload))
    except DrafterError as error:
        return "problems", json.dumps(problems_json(error.problems), ensure_ascii=False), None
    except Exception as error:
        said = [{"code": "internal", "message": f"drafter 自己出了错（{type(error).__name__}）", "hint": "刚才写的都还在；请把当时在做什么告诉维护者"}]
        return "problems", json.dumps(said, ensure_ascii=False), None
    if isinstance(answer, File):
        return "file", answer.name, answer.data
    return "answer", json.dumps(answer, ensure_ascii=False), None
`);
  desk = python.globals.get("_answer");
}

const CHANGES = new Set(["save"]);

onmessage = async ({ data: { id, assets, files, verb, payload } }) => {
  try {
    if (assets) { await start(assets, files); postMessage({ id, answer: true }); return; }
    const result = desk(verb, JSON.stringify(payload));
    const [kind, said, bytes] = result.toJs();
    result.destroy();
    if (kind === "problems") { postMessage({ id, problems: JSON.parse(said) }); return; }
    postMessage({ id, answer: kind === "file" ? { name: said, data: bytes } : JSON.parse(said), files: CHANGES.has(verb) ? written() : null });
  } catch (error) { postMessage({ id, problems: [{ code: "internal", message: `没有办成：${error.message ?? error}`, hint: "刚才写的都还在这个窗口里，先下载一份" }] }); }
};
