// The page's way to Python where the page is one file: a worker, made of what this file holds.

const element = (id) => document.getElementById(id);

async function unpacked(id) {
  const text = atob(element(id).textContent), bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

class Refused extends Error {
  constructor(problems) { super(problems.map((one) => one.message).join("；")); this.problems = problems; }
}

// --- what is written stays in the browser's store until it is a file of its own ---------------------------------------

const opened = new Promise((done) => {
  try {
    const request = indexedDB.open("drafter", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("files");
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(null);
  } catch { done(null); }
});

async function restored() {
  const base = await opened;
  if (!base) return [];
  const store = base.transaction("files").objectStore("files");
  const all = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); request.onerror = () => done([]); });
  const [names, files] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
  return names.map((name, n) => [name, files[n]]);
}

// Puts what is written into the store; resolves once it is there.
async function keep(files) {
  const base = await opened;
  if (!base) throw new Refused([{ code: "no-store", message: "这个浏览器不让存东西，关掉窗口就没有了", hint: "写一段就下载一次大纲文件" }]);
  await new Promise((done, failed) => {
    const step = base.transaction("files", "readwrite", { durability: "strict" });
    const store = step.objectStore("files");
    store.clear();
    for (const [path, bytes] of files) store.put(bytes, path);
    step.oncomplete = done;
    step.onerror = step.onabort = () => failed(new Refused([{ code: "not-stored", message: "浏览器里存不下了", hint: "先下载大纲文件，再清一清浏览器的数据" }]));
  });
}

let last = 0;
const waiting = new Map();
// From file:// a module worker of a blob is refused, of a data: address not; Pyodide wants a module worker.
const worker = new Worker(`data:text/javascript,${encodeURIComponent(element("worker").textContent)}`, { type: "module" });
worker.onmessage = async ({ data: { id, answer, problems, files } }) => {
  const { done, failed } = waiting.get(id);
  waiting.delete(id);
  if (problems) { failed(new Refused(problems)); return; }
  try { if (files) await keep(files); done(answer); } catch (error) { failed(error); }
};
worker.onerror = (event) => { const said = [{ code: "worker", message: "浏览器没有让程序跑起来", hint: `换一个新一点的浏览器；${event.message}` }]; waiting.forEach(({ failed }) => failed(new Refused(said))); };
const send = (message) => new Promise((done, failed) => { const id = ++last; waiting.set(id, { done, failed }); worker.postMessage({ id, ...message }); });

const ready = (async () => {
  const note = document.createElement("p");
  note.id = "starting";
  note.setAttribute("role", "status");
  note.textContent = "正在准备，头一次要十来秒……（不联网，什么也不会传出去）";
  document.body.append(note);
  const assets = {};
  for (const name of JSON.parse(element("assets").textContent)) { assets[name] = await unpacked(name); element(name).remove(); }
  await send({ assets, files: await restored() });
  note.remove();
})();

globalThis.drafterHost = {
  local: false,
  ask: async (verb, payload) => { await ready; return send({ verb, payload }); },
  stored: (name) => `暂存在这个浏览器里（${name}），还没存成文件`,
};
