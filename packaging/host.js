// The page's way to Python where the page is one file: a worker, made of what this file holds.

const element = (id) => document.getElementById(id);

async function unpacked(id) {
  const packed = await fetch(`data:application/octet-stream;base64,${element(id).textContent}`);
  return new Uint8Array(await new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

class Refused extends Error {
  constructor(problems) {
    super(problems.map((one) => one.message).join("；"));
    this.problems = problems;
  }
}

// --- what is written stays in the browser's store until it is a file of its own ---------------------------------------

const opened = new Promise((done) => {
  try {
    const request = indexedDB.open("drafter", 2);
    request.onupgradeneeded = () => {
      for (const name of ["files", "snapshots"])
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(null);
  } catch {
    done(null);
  }
});

async function restored() {
  const base = await opened;
  if (!base) return unstored;
  const store = base.transaction("files").objectStore("files");
  const all = (request) =>
    new Promise((done) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => done([]);
    });
  const [names, files] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
  stored = new Map(names.map((name, n) => [name, files[n].changed]));
  return names.map((name, n) => [name, files[n].bytes, files[n].changed]);
}

// One window writes: each has files of its own, and the last would put its old ones over the others' new ones.
const alone = new Promise((done) => {
  if (!navigator.locks) done(true);
  else
    navigator.locks.request("drafter", { ifAvailable: true }, (lock) => {
      done(Boolean(lock));
      return lock ? new Promise(() => {}) : null;
    });
});
let stored = new Map(),
  unstored = []; // what was written, where there is no store to put it into

// Puts what was changed into the store; resolves once it is there.
async function keep(files) {
  const base = await opened;
  if (!base) unstored = files;
  if (!base)
    throw new Refused([
      { code: "no-store", message: "这个浏览器不让存东西，关掉窗口就没有了", hint: "写一段就下载一次大纲文件" },
    ]);
  if (!(await alone))
    throw new Refused([
      {
        code: "second-window",
        message: "另一个窗口正开着，这个窗口写的不存，免得互相盖掉",
        hint: "在那个窗口写；这里写的，用“大纲文件”下载",
      },
    ]);
  const now = new Map(files.map(([path, , changed]) => [path, changed]));
  await new Promise((done, failed) => {
    const step = base.transaction("files", "readwrite", { durability: "strict" });
    const store = step.objectStore("files");
    for (const path of stored.keys()) if (!now.has(path)) store.delete(path);
    for (const [path, bytes, changed] of files) if (stored.get(path) !== changed) store.put({ bytes, changed }, path);
    step.oncomplete = done;
    step.onerror = step.onabort = () =>
      failed(
        new Refused([
          { code: "not-stored", message: "浏览器里存不下了", hint: "先下载大纲文件，再清一清浏览器的数据" },
        ]),
      );
  });
  stored = now;
}

// --- Python as it was left after its first start, so that the next ones take a second ----------------------------------
// It is used only for this very file's contents, and whole. Another local file in the same browser could change it, as it could
// read the drafts that lie beside it: docs/安全.md says so.

const digestOf = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((one) => one.toString(16).padStart(2, "0"))
    .join("");
const through = async (bytes, stream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
const wanted = element("digest").textContent;

async function leftOver() {
  const base = await opened;
  if (!base || !globalThis.crypto?.subtle) return null;
  const kept = await new Promise((done) => {
    const request = base.transaction("snapshots").objectStore("snapshots").get(wanted);
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(null);
  });
  return kept && (await digestOf(kept.packed)) === kept.digest
    ? through(kept.packed, new DecompressionStream("gzip"))
    : null;
}

async function leave(snapshot) {
  const base = await opened;
  if (!base || !globalThis.crypto?.subtle) return;
  const packed = await through(snapshot, new CompressionStream("gzip"));
  const digest = await digestOf(packed);
  const store = base.transaction("snapshots", "readwrite").objectStore("snapshots");
  store.clear();
  store.put({ packed, digest }, wanted);
}

const QUIET = 5000;
let last = 0,
  worker = null,
  begun = false,
  overdue = 0;
const listening = new Map();
const waiting = new Map(),
  assets = {};

// From file:// a module worker of a blob is refused, of a data: address not; Pyodide wants a module worker.
function begin() {
  begun = false;
  worker = new Worker(`data:text/javascript,${encodeURIComponent(element("worker").textContent)}`, { type: "module" });
  worker.onmessage = heard;
  worker.onerror = (event) => {
    const said = [
      { code: "worker", message: "浏览器没有让程序跑起来", hint: `换一个新一点的浏览器；${event.message}` },
    ];
    waiting.forEach(({ failed }) => failed(new Refused(said)));
  };
}

// The worker is ended, what it was asked fails, what waits is asked of a new one.
async function ended(id, said) {
  clearTimeout(overdue);
  worker.onmessage = null; // what it said last is about what is asked again
  worker.terminate();
  const { failed } = waiting.get(id);
  waiting.delete(id);
  await start().catch(() => {}); // what waits hears of it as it is asked
  failed(new Refused([said]));
}

// A template that is not ours works too long.
function endedTemplate(seconds) {
  const [[id]] = waiting;
  const hint = "检查模板里的循环、乘法和套了很多层的写法；先换一个文种，写的都还在";
  return ended(id, { code: "template-limit", message: `模板运行超过 ${seconds} 秒，已经停下`, hint });
}

// Nobody wants a long work any more; while it works, the worker hears nothing.
function stop(run) {
  const [id] = [...waiting].find(([, { message }]) => message.payload?.run === run) ?? [];
  return id && ended(id, { code: "stopped", message: "停下了，什么也没有留下", hint: "要出，再点一次" });
}

async function heard({ data: { id, answer, problems, files, snapshot, fence, progress } }) {
  if (progress) {
    listening.get(progress.run)?.(progress.done, progress.of);
    return;
  }
  if (snapshot) {
    setTimeout(() => leave(snapshot).catch(() => {}), QUIET); // packing it would hold up the page
    return;
  }
  if (fence !== undefined) {
    clearTimeout(overdue);
    if (fence) overdue = setTimeout(() => endedTemplate(fence), fence * 1000);
    return;
  }
  const { done, failed } = waiting.get(id);
  waiting.delete(id);
  if (problems) {
    failed(new Refused(problems));
    return;
  }
  try {
    if (files) await keep(files);
    done(answer);
  } catch (error) {
    failed(error);
  }
}

function send(message) {
  return new Promise((done, failed) => {
    const id = ++last;
    waiting.set(id, { done, failed, message });
    if (begun || message.assets) worker.postMessage({ id, ...message });
  });
}

// Has a new worker start, and asks it what was asked meanwhile.
async function start() {
  begin();
  await send({ assets, files: await restored(), snapshot: await leftOver() });
  begun = true;
  waiting.forEach(({ message }, id) => worker.postMessage({ id, ...message }));
}

const ready = (async () => {
  const note = document.createElement("p");
  note.id = "starting";
  note.setAttribute("role", "status");
  note.textContent = "正在准备，头一次要十来秒……（不联网，什么也不会传出去）";
  document.body.append(note);
  await Promise.all(
    JSON.parse(element("assets").textContent).map(async (name) => {
      assets[name] = await unpacked(name);
      element(name).remove();
    }),
  );
  await start();
  note.remove();
})();

globalThis.drafterHost = {
  local: false,
  inside: JSON.parse(element("inside").textContent),
  ask: async (verb, payload) => {
    await ready;
    return send({ verb, payload });
  },
  watch: (run, tell) => {
    listening.set(run, tell);
    return () => listening.delete(run);
  },
  stop,
  stored: (name) => `暂存在这个浏览器里（${name}），还没存成文件`,
};
