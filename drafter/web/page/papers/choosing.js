// What one writes: a new paper of some genre, a meeting, one of those that are there, or an earlier state of it.

import { $, ask as askPerson, button, h, say } from "../basis/dom.js";
import { ask } from "../basis/ask.js";
import { safely } from "../basis/telling.js";
import { open, openMade, put, settle } from "./documents.js";
import { showSent } from "../sheets/sent.js";
import { stretches } from "../revising/changes.js";
import { replaceTree, state } from "../written/state.js";

export function groups() {
  const found = new Map();
  for (const one of state.hello.genres)
    found.set(one.category || "通用", [...(found.get(one.category || "通用") ?? []), one.name]);
  return [...found];
}

export function start() {
  const filter = h("input", { type: "search", placeholder: "找文种，如 通知、致辞", "aria-label": "找文种" });
  const list = h("div", { class: "genres" });
  const name = h("input", { required: true, placeholder: "如 全市防汛工作会议", "aria-label": "是什么会" });
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
    h(
      "div",
      {},
      h("p", { class: "quiet" }, "也可以从一份旧稿开始（导入旧稿），或把提纲整段粘贴进来。"),
      filter,
      list,
      h(
        "form",
        {
          class: "meeting",
          onsubmit: (event) => {
            event.preventDefault();
            dialog.close();
            openMade("begin-meeting", { name: name.value });
          },
        },
        h("h3", {}, "一次会议，几份材料"),
        h("p", { class: "quiet" }, "会名、时间、人员写一次，讲话、主持词、议程、通知、新闻稿、纪要都跟着。"),
        name,
        h("button", {}, "新建会议"),
      ),
    ),
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
  const { documents, older, broken } = await ask("list");
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
  dialog
    .querySelector(".choices")
    .before(
      ...[
        older ? h("p", { class: "quiet" }, `还有 ${older} 份更早的没有列出，移到别的文件夹就看得到。`) : "",
        broken.length ? h("h3", {}, "打不开的") : "",
        ...broken.map((one) =>
          h("p", { class: "quiet" }, `${one.name}${one.line ? `第 ${one.line} 行` : ""}：${one.message}`),
        ),
      ].filter(Boolean),
    );
}

export async function history() {
  if (!state.id) {
    say("这一份还没有存过");
    return;
  }
  const [{ states }, { versions }] = await Promise.all([
    ask("states", { id: state.id }),
    ask("stages", { id: state.id }),
  ]);
  const shown = (stamp) => stamp.replace(/(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/, "$1年$2月$3日 $4:$5:$6");
  const stages = [...versions].reverse().map((one) =>
    h(
      "li",
      {},
      button(`第${one.number}稿 ${[one.name, one.date, one.by].filter(Boolean).join(" ")}`, () => {
        dialog.close();
        since(one.number, one.name);
      }),
    ),
  );
  const dialog = askPerson(
    "历史",
    states.length || stages.length
      ? h(
          "ul",
          { class: "documents" },
          stages,
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

// What was sent as this stage, and what changed since.
const since = safely(async (number, name) => {
  const { tree, differences } = await ask("stage", { id: state.id, number });
  askPerson(
    `自第${number}稿以来`,
    h("div", { class: "since" }, differences.length ? stretches(differences) : h("p", {}, "没有不同")),
    [
      [`按第${number}稿找`, () => showSent(number, name)],
      [
        `回到第${number}稿`,
        () => {
          replaceTree(tree);
          say("已回到那一稿，撤销可以退回");
        },
      ],
    ],
  );
});

// Keeps what is written as the next stage: 第2稿.
export const keepStage = safely(async () => {
  if (!(await settle()) || !state.id) {
    say("先写点什么");
    return;
  }
  const name = h("input", { "aria-label": "名称", value: state.model.head["稿次"] ?? "", placeholder: "如 送审稿" });
  const by = h("input", { "aria-label": "送给谁", placeholder: "如 李市长" });
  askPerson("留一稿", h("div", { class: "stage" }, h("label", {}, "名称 ", name), h("label", {}, "送给谁 ", by)), [
    [
      "留下",
      safely(async () => {
        const { version } = await ask("keep-stage", { id: state.id, name: name.value, by: by.value });
        say(`留作第${version.number}稿，在“历史”里`);
      }),
      { class: "main" },
    ],
  ]);
});
