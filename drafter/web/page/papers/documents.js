// Documents: begun, opened, saved within a second, taken to another computer, brought back to an earlier state.

import { $, ask as askPerson, button, h, say } from "../basis/dom.js";
import { ask, encoded, give, host } from "../basis/ask.js";
import { replaceTree, show, state } from "../written/state.js";
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
  saving = null;

const worthSaving = () => state.id || JSON.stringify(state.tree) !== state.opened;

const isChanged = () => JSON.stringify(state.tree) !== state.saved;
export const isSaved = () => !state.model || !worthSaving() || !isChanged();

// Saves in a moment; what was only opened is where it is.
export function saveSoon(opened) {
  clearTimeout(saveTimer);
  stored(state.id ? (opened ? where() : "正在写……") : worthSaving() ? "还没有存" : "");
  if (!opened) saveTimer = setTimeout(save, SOON);
}

export async function save(asked = false, apart = false) {
  clearTimeout(saveTimer);
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

const where = () => (host.local ? `存在 ${state.name}` : host.stored(state.name));

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

const look = safely(async (id) => {
  const document = await ask("open", { id });
  await put(document.tree, document);
  remember(document.id);
});

export function groups() {
  const found = new Map();
  for (const one of state.hello.genres)
    found.set(one.category || "通用", [...(found.get(one.category || "通用") ?? []), one.name]);
  return [...found];
}

export function start() {
  const filter = h("input", { type: "search", placeholder: "找文种，如 通知、致辞", "aria-label": "找文种" });
  const list = h("div", { class: "genres" });
  const fill = () =>
    list.replaceChildren(
      ...groups()
        .map(([category, names]) => {
          const shown = state.hello.genres.filter(
            (one) => names.includes(one.name) && (one.name + one.about + category).includes(filter.value.trim()),
          );
          return shown.length
            ? h(
                "section",
                {},
                h("h3", {}, category),
                shown.map((one) =>
                  h(
                    "div",
                    { class: "genre" },
                    button(
                      one.name,
                      () => {
                        dialog.close();
                        begin(one.name);
                      },
                      { title: one.about },
                    ),
                    button(
                      "看样例",
                      () => {
                        dialog.close();
                        begin(one.name, true);
                      },
                      { class: "link", "aria-label": `${one.name}样例` },
                    ),
                  ),
                ),
              )
            : null;
        })
        .filter(Boolean),
    );
  filter.addEventListener("input", fill);
  fill();
  const dialog = askPerson(
    "新建：写什么？",
    h("div", {}, h("p", { class: "quiet" }, "也可以从一份旧稿开始（导入旧稿），或把提纲整段粘贴进来。"), filter, list),
    [],
  );
  filter.focus();
}

const begin = safely(async (genre, sample = false) => {
  if (!(await settle())) return;
  const { tree } = await ask("begin", { genre, sample });
  await put(tree);
  $("#about .title")?.focus();
});

export async function openList() {
  const { documents } = await ask("list");
  const when = (seconds) =>
    new Date(seconds * 1000).toLocaleString("zh-CN", { dateStyle: "medium", timeStyle: "short" });
  const dialog = askPerson(
    "打开",
    documents.length
      ? h(
          "ul",
          { class: "documents" },
          documents.map((one) =>
            h(
              "li",
              {},
              button(one.title || one.name, () => {
                dialog.close();
                open(one.id);
              }),
              h("span", {}, `${one.template} · ${one.name} · ${when(one.changed)}`),
            ),
          ),
        )
      : h("p", {}, "这个文件夹里还没有稿子。"),
    [],
  );
}

export async function history() {
  if (!state.id) {
    say("这一份还没有存过");
    return;
  }
  const { states } = await ask("states", { id: state.id });
  const shown = (stamp) => stamp.replace(/(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/, "$1年$2月$3日 $4:$5:$6");
  const dialog = askPerson(
    "历史",
    states.length
      ? h(
          "ul",
          { class: "documents" },
          states.map((stamp) =>
            h(
              "li",
              {},
              button(
                `回到 ${shown(stamp)} 以前`,
                safely(async () => {
                  const { tree } = await ask("state", { id: state.id, stamp });
                  replaceTree(tree);
                  dialog.close();
                  say("已回到那时，撤销可以退回");
                }),
              ),
            ),
          ),
        )
      : h("p", {}, "改过以后才有。"),
    [],
  );
}

export const exportAll = safely(async () => {
  await settle();
  give(await ask("export"));
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
