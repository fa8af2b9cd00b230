// Python in a worker of the browser: unpacks drafter and answers the page's verbs.

const FOLDERS = ["/work", "/home/drafter"];
let desk = null,
  python = null;

function below(fs, folder, found = []) {
  for (const name of fs.readdir(folder)) {
    if (name === "." || name === ".." || name === "cache") continue;
    const path = `${folder}/${name}`;
    if (fs.isDir(fs.stat(path).mode)) below(fs, path, found);
    else found.push(path);
  }
  return found;
}

// All that is kept, for the page to put into the browser's store: a worker of a data: address has none.
const written = () =>
  FOLDERS.flatMap((folder) => below(python.FS, folder)).map((path) => [
    path,
    python.FS.readFile(path),
    Number(python.FS.stat(path).mtime),
  ]);

// Python, with drafter imported and one draft made: as it was left in a snapshot, else from the beginning.
async function up(assets, snapshot) {
  const url = (name, type) => URL.createObjectURL(new Blob([assets[name]], { type }));
  const real = self.fetch;
  self.fetch = (address, ...rest) =>
    String(address).includes("pyodide.asm.wasm")
      ? Promise.resolve(new Response(assets["pyodide.asm.wasm"], { headers: { "Content-Type": "application/wasm" } }))
      : real(address, ...rest);
  const { loadPyodide } = await import(url("pyodide.mjs", "text/javascript"));
  const create = (await import(url("pyodide.asm.mjs", "text/javascript"))).default;
  // A snapshot is put into memory that has to be as large before.
  const roomy = async (settings) => {
    const made = await create(settings);
    made._free(made._malloc(snapshot.length));
    return made;
  };
  const own = snapshot
    ? { createPyodideModule: roomy, _loadSnapshot: snapshot }
    : { createPyodideModule: create, _makeSnapshot: true };
  return loadPyodide({
    ...own,
    indexURL: "about:blank/",
    stdLibURL: url("python_stdlib.zip", "application/zip"),
    lockFileContents: new TextDecoder().decode(assets["pyodide-lock.json"]),
    env: {
      HOME: "/home",
      DRAFTER_HOME: "/home/drafter",
      LANG: "zh_CN.UTF-8",
      TZ: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  });
}

// Files are no part of a snapshot.
function unpack(assets) {
  python.FS.writeFile("/site.zip", assets["site.zip"]);
  for (const folder of FOLDERS) python.FS.mkdirTree(folder);
  python.runPython(`
import os, sys, zipfile
zipfile.ZipFile("/site.zip").extractall("/site")
os.remove("/site.zip")
os.chdir("/work")
`);
}

// What drafter says to the page while it works; a snapshot knows nothing of it.
const OFTEN = 200;
let run = "",
  told = 0;
const HOST = {
  fence: (seconds) => postMessage({ fence: seconds }),
  progress: (done, of) => {
    if (Date.now() - told < OFTEN) return;
    told = Date.now();
    postMessage({ progress: { run, done, of } });
  },
};

const IMPORTS = `
sys.path.insert(0, "/site")
import json
from datetime import datetime
from pathlib import Path
from drafter.problems import DrafterError
from drafter.reports.problems import problems_json
from drafter.web.uploads import File
from drafter.web.verbs import Desk

def _answer(verb, payload):
    try:
        answer = _desk.answer(verb, json.loads(payload))
    except DrafterError as error:
        return "problems", json.dumps(problems_json(error.problems), ensure_ascii=False), None
    except ModuleNotFoundError:  # lxml is compiled, and not inside
        said = [{"code": "not-inside", "message": "在现成的 Word 文件上写（两稿对比、批注、排版、填信头）要用装在电脑上的 drafter，这一个文件里没有", "hint": "请管电脑的同事装好 drafter，用 drafter serve 打开页面再做；写稿、并入改稿、汇总在这里都能做"}]
        return "problems", json.dumps(said, ensure_ascii=False), None
    except Exception as error:
        said = [{"code": "internal", "message": f"drafter 自己出了错（{type(error).__name__}）", "hint": "刚才写的都还在；请把当时在做什么告诉维护者"}]
        return "problems", json.dumps(said, ensure_ascii=False), None
    if isinstance(answer, File):
        return "file", answer.name, answer.data
    return "answer", json.dumps(answer, ensure_ascii=False), None

def _between(done, of):
    import drafter_host
    drafter_host.progress(done, of)

_desk = Desk(Path("/work"), datetime.now)
_desk.runs.between = _between
_tree = _desk.answer("begin", {"genre": "部署讲话", "sample": True})["tree"]
_desk.answer("preview", {"tree": _tree}), _desk.answer("check", {"tree": _tree})
`;

async function start(assets, files, snapshot) {
  try {
    python = await up(assets, snapshot);
    unpack(assets);
  } catch (error) {
    if (!snapshot) throw error;
    python = await up(assets, (snapshot = null)); // it does not fit: made anew
    unpack(assets);
  }
  if (!snapshot) {
    python.runPython(IMPORTS);
    try {
      const taken = python.makeMemorySnapshot();
      postMessage({ snapshot: taken }, [taken.buffer]);
    } catch {
      /* the next start is as slow as this one */
    }
  }
  for (const [path, bytes, changed] of files) {
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, bytes);
    python.FS.utime(path, changed, changed);
  }
  python.registerJsModule("drafter_host", HOST);
  desk = python.globals.get("_answer");
}

const CHANGES = new Set(["save", "bring", "begin-meeting", "bring-style", "bring-template", "keep-stage"]);

onmessage = async ({ data: { id, assets, files, snapshot, verb, payload } }) => {
  try {
    if (assets) {
      await start(assets, files, snapshot);
      postMessage({ id, answer: true });
      return;
    }
    run = payload.run ?? "";
    const result = desk(verb, JSON.stringify(payload));
    const [kind, said, bytes] = result.toJs();
    result.destroy();
    if (kind === "problems") {
      postMessage({ id, problems: JSON.parse(said) });
      return;
    }
    postMessage({
      id,
      answer: kind === "file" ? { name: said, data: bytes } : JSON.parse(said),
      files: CHANGES.has(verb) ? written() : null,
    });
  } catch (error) {
    postMessage({
      id,
      problems: [
        {
          code: "internal",
          message: `没有办成：${error.message ?? error}`,
          hint: "刚才写的都还在这个窗口里，先下载一份",
        },
      ],
    });
  }
};
