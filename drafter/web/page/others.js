// The other pages, each one action: reading an old file, proofreading one, the library.

import { $, button, h, put, say } from "./basis/dom.js";
import { drop, failed, left, listed, working } from "./basis/dropping.js";
import { ask, encoded, give } from "./basis/ask.js";
import { batching } from "./batch/batch.js";
import { absorbing } from "./revising/absorbing.js";
import { gathering } from "./revising/gathering.js";
import { comparing } from "./revising/comparing.js";
import { typesetting } from "./typesetting.js";
import { rolesOf } from "./outliner/roles.js";
import { genreOf } from "./papers/documents.js";
import { modelOf, treeOf } from "./written/outline.js";
import { heads, state } from "./written/state.js";

function reading({ put: write }) {
  const result = h("div", { class: "result" });
  const genre = h(
    "select",
    { "aria-label": "读成" },
    h("option", { value: "" }, "读成：原样（不改一个字）"),
    state.hello.genres.map((one) =>
      h("option", { value: one.name, selected: one.name === state.genre.name }, one.name),
    ),
  );
  const read = async (file) => {
    working(result, file.name);
    try {
      const { tree, problems, dropped } = await ask("read", {
        file: file.name,
        data: await encoded(file),
        genre: genre.value,
      });
      const kind = await genreOf(tree["模板"] ?? "原样");
      const model = modelOf(tree, kind, heads());
      put(
        result,
        h("h2", {}, tree["标题"] ?? "（没有找到标题）"),
        h("p", { class: "quiet" }, "各段读成了哪一部分，不对就在这里改；选在一个要点上，从这条起都算那一部分。"),
        rolesOf(model, kind),
        button("接着写这一份", () => write(treeOf(model).tree), { class: "main" }),
        problems.length ? h("h3", {}, "要看一眼的") : null,
        listed(problems),
        dropped.length ? h("h3", {}, `没有放进来的 ${dropped.length} 处`) : null,
        left(dropped),
      );
    } catch (error) {
      failed(result, error);
    }
  };
  const pasteArea = h("textarea", { rows: 6, "aria-label": "粘贴全文", placeholder: "或者把全文粘贴在这里" });
  return [
    h("h1", {}, "导入旧稿"),
    h("p", { class: "quiet" }, "Word、WPS、PDF、文本都行。读出标题、各部分和要点，一句不丢；没放进去的会说。"),
    genre,
    drop("选一份旧稿", ".docx,.doc,.wps,.txt,.md,.pdf,.rtf,.odt,.html,.htm", read),
    pasteArea,
    button("读粘贴的文字", () => {
      if (pasteArea.value.trim()) read(new File([pasteArea.value], "粘贴的文字.txt"));
    }),
    result,
  ];
}

// Where a Word file that was proofread departs from the standard's look.
async function inspected(place, name, data) {
  try {
    const {
      files: [{ departures }],
    } = await ask("typeset", { file: name, data, style: "公文", roles: {} });
    put(
      place,
      h("h3", {}, departures.length ? `版式：${departures.length} 处和公文格式不合` : "版式：和公文格式没有不合的地方"),
      listed(departures.slice(0, 20)),
      departures.length ? h("p", {}, h("a", { href: "#/排版" }, "到“排版”一次排好，或换一种版式再看")) : null,
    );
  } catch (error) {
    failed(place, error);
  }
}

function proofreading() {
  const result = h("div", { class: "result" });
  const layout = h("div", { class: "layout" });
  const read = async (file) => {
    working(result, file.name);
    put(layout);
    try {
      const data = await encoded(file);
      const {
        files: [report],
      } = await ask("proofread", { file: file.name, data });
      const { error, warning, info } = report.summary;
      put(
        result,
        h("h2", {}, `${file.name}：错误 ${error}，提醒 ${warning}，说明 ${info}`),
        /\.docx$/i.test(file.name)
          ? button(
              "取回带批注的 Word",
              async () => {
                try {
                  give(await ask("proofread", { file: file.name, data, annotate: true }));
                } catch (problem) {
                  if (!problem.problems) throw problem;
                  say(problem.message, "bad");
                }
              },
              { class: "main" },
            )
          : null,
        report.problems.length
          ? listed(report.problems)
          : h("p", {}, `查了 ${report.rules} 项，没有查出问题（提法库截至 ${report.as_of}）`),
        layout,
      );
      if (/\.docx$/i.test(file.name)) await inspected(layout, file.name, data);
    } catch (error) {
      failed(result, error);
    }
  };
  return [
    h("h1", {}, "校对"),
    h(
      "p",
      { class: "quiet" },
      "查序号、数字、标点、旧年份、提法、姓名职务，Word 还查版式。原文件不动，带批注的另存一份。",
    ),
    drop("选一份要校对的稿子", ".docx,.doc,.wps,.txt,.md,.yaml,.pdf", read),
    result,
  ];
}

function library() {
  const result = h("div", { class: "result" });
  const box = h("input", { type: "search", "aria-label": "找素材", placeholder: "如 营商环境、安全生产、收尾的话" });
  const find = async (event) => {
    event.preventDefault();
    try {
      const found = await ask("search", { text: box.value });
      put(
        result,
        ...found.hits.map((one) =>
          h(
            "article",
            { class: "card" },
            h("h3", {}, one.title || one.id),
            h("q", {}, one.excerpt.replace(/[【】]/g, "")),
            h(
              "p",
              { class: "hint" },
              [one.id, one.occasion, one.date, one.source, one.within].filter(Boolean).join(" · "),
            ),
            button("看全文", async (click) => {
              const { entry } = await ask("shown", { id: one.id });
              click.target.replaceWith(
                h(
                  "div",
                  { class: "full" },
                  entry.text.split("\n").map((line) => h("p", {}, line)),
                ),
              );
            }),
          ),
        ),
        found.hits.length ? "" : h("p", { class: "quiet" }, "没有找到"),
        found.hidden ? h("p", { class: "quiet" }, `另有 ${found.hidden} 条因密级没有列出`) : "",
      );
    } catch (error) {
      failed(result, error);
    }
  };
  return [h("h1", {}, "素材库"), h("form", { class: "find", onsubmit: find }, box, h("button", {}, "找")), result];
}

const PAGES = {
  导入: reading,
  校对: proofreading,
  排版: typesetting,
  两稿对比: comparing,
  并入改稿: absorbing,
  汇总: gathering,
  批量: batching,
  素材库: library,
};

export async function openPage(page, tools) {
  const make = PAGES[page];
  $("#other").replaceChildren(h("div", { class: "sheet-page" }, make ? make(tools) : h("p", {}, "没有这一页")));
}
