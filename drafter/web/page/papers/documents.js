// Documents: opened, saved within a second, taken to another computer.

import { $, ask as askPerson, h, say } from "../basis/dom.js";
import { ask, encoded, give, host } from "../basis/ask.js";
import { show, state } from "../written/state.js";
import { safely, told } from "../basis/telling.js";

const genres = new Map();

export async function genreOf(name) {
  if (!genres.has(name)) genres.set(name, await ask("genre", { name }));
  return genres.get(name);
}

export function stored(text, kind = "") {
  $("#stored").textContent = $("#stored").title = text;
  $("#stored").className = `stored ${kind}`;
}

const SOON = 350,
  AGAIN = 3000;
let saveTimer = 0,
  saving = null,
  reminded = false;

// Whether closing the window would lose nothing that is kept nowhere: a browser's store is no file.
export const isSafe = () =>
  !state.model || state.tree === null || JSON.stringify(state.tree) === state.opened || keptElsewhere();
const keptElsewhere = () => (state.traceless || !host.local ? JSON.stringify(state.tree) === state.taken : isSaved());

const TRACELESS = "不留痕：没有存，关掉就没有了";

// From here on nothing of it is kept; what was saved before stays where it is.
export function leaveNoTrace() {
  clearTimeout(saveTimer);
  Object.assign(state, { traceless: true, id: null, name: "", version: "", saved: "" });
  stored(TRACELESS);
  say("这一份从现在起不存，也不进历史；写完请下载。打开或新建别的一份，就照常存");
}

const worthSaving = () => state.id || JSON.stringify(state.tree) !== state.opened;

const isChanged = () => JSON.stringify(state.tree) !== state.saved;
export const isSaved = () => !state.model || !worthSaving() || !isChanged();

// Saves in a moment; what was only opened is where it is.
export function saveSoon(opened) {
  clearTimeout(saveTimer);
  if (state.traceless) {
    stored(TRACELESS);
    return;
  }
  stored(state.id ? (opened ? where() : "正在写……") : worthSaving() ? "还没有存" : "");
  if (!opened) saveTimer = setTimeout(save, SOON);
}

export async function save(asked = false, apart = false) {
  clearTimeout(saveTimer);
  if (state.traceless) return true;
  while (saving) await saving; // of several that waited, one goes first
  const said = JSON.stringify(state.tree);
  if (!apart && said === state.saved && state.id) {
    if (asked) stored(where());
    return true;
  }
  if (!worthSaving()) {
    if (asked) say("还没有写什么");
    return true;
  }
  saving = (async () => {
    try {
      const saved = await ask("save", {
        id: state.id,
        name: state.name,
        version: state.version,
        tree: state.tree,
        apart,
      });
      Object.assign(state, { id: saved.id, name: saved.name, version: saved.version, saved: said });
      stored(where());
      if (saved.problems.length) told(saved);
      remember(saved.id);
      if (!host.local && !reminded && !state.file) remind();
      return true;
    } catch (error) {
      if (!error.problems) throw error;
      stored("没有存上", "bad");
      if (error.problems[0].code === "changed-meanwhile") {
        conflict(error);
        return false;
      }
      told(error);
      saveTimer = setTimeout(save, AGAIN);
      return false;
    }
  })();
  const done = await saving;
  saving = null;
  return done;
}

// A browser's store is no file: said once, with the way to one.
function remind() {
  reminded = true;
  const auto = globalThis.showSaveFilePicker ? "，选好地方以后自动存进去" : "存一份";
  say(`暂存在这个浏览器里，还没存成文件；点 ▾ 里的“大纲文件”${auto}`);
}

const where = () =>
  state.file ? `存在 ${state.file.name}` : host.local ? `存在 ${state.name}` : host.stored(state.name);

const remember = (id) => {
  try {
    sessionStorage.setItem("document", id);
    localStorage.setItem("document", id);
  } catch {
    /* storage is closed: only the way back is lost */
  }
};

export function remembered() {
  try {
    return sessionStorage.getItem("document") ?? localStorage.getItem("document");
  } catch {
    return null;
  }
}

let warned = false;

function conflict(error) {
  if (warned) return;
  warned = true;
  const dialog = askPerson("别处改过这一份", h("p", {}, error.message), [
    [
      "另存一份",
      () => {
        save(true, true);
      },
      { class: "main" },
    ],
    [
      "看那一份",
      () => {
        look(state.id);
      },
    ],
  ]);
  dialog.addEventListener("close", () => {
    warned = false;
  });
}

export async function put(tree, document = {}) {
  const genre = await genreOf(tree["模板"] || "原样");
  show(tree, genre, document);
  location.hash = "#/写作";
}

export const settle = async () => (isSaved() ? true : save());

export const open = safely(async (id) => {
  if (await settle()) await look(id);
});

// Opens a document that the program makes.
export const openMade = safely(async (verb, payload) => {
  if (!(await settle())) return;
  const document = await ask(verb, payload);
  await put(document.tree, document);
  remember(document.id);
});

const look = safely(async (id) => {
  const document = await ask("open", { id });
  await put(document.tree, document);
  remember(document.id);
});

export const exportAll = safely(async () => {
  await settle();
  give(await ask("export"));
  if (!state.traceless) state.taken = JSON.stringify(state.tree);
});

export function importAll() {
  const input = h("input", {
    type: "file",
    accept: ".json",
    onchange: safely(async () => {
      const { names } = await ask("bring", { data: await encoded(input.files[0]) });
      say(`收进 ${names.length} 份：${names.join("、")}`);
    }),
  });
  input.click();
}
