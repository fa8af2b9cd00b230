// 批量: a table on what is being written. It is tried as soon as it is there; its documents are taken away in one zip.

import { $, button, h, put } from "../basis/dom.js";
import { ask, encoded, give } from "../basis/ask.js";
import { drop, failed, listed } from "../basis/dropping.js";
import { state } from "../written/state.js";
import { REST, settings } from "./settings.js";
import { details, rowsTold, summary } from "./trial.js";
import { worked } from "./working.js";

const SOON = 500;

// What was given and chosen, as long as the same paper is open: one goes away to mend the outline, and comes back.
const begun = () => ({
  id: null,
  given: null,
  sheet: "",
  head: "",
  named: null,
  forms: ["docx"],
  merge: false,
  final: false,
  rest: false,
  have: new Set(),
});
let kept = begun();

const stopped = (error) => error.problems?.[0].code === "stopped";

const REFERENCE = /\{\{\s*([^{}]+?)\s*\}\}/g;
const COUNTED = "条数"; // by the program

function introduction() {
  const title = (state.model.head["标题"] || "（没有标题）").replace(REFERENCE, "「$1」");
  const referred = [...new Set([...JSON.stringify(state.tree).matchAll(REFERENCE)].map((one) => one[1]))];
  const named = referred.filter((one) => one !== COUNTED).slice(0, 12);
  return h(
    "p",
    { class: "quiet" },
    `拿正在写的“${title}”，表里一行出一份。表头写数据的名称：`,
    named.length ? `文中引用的有${named.map((one) => `「${one}」`).join("")}。` : "文中用 @ 引用它，现在还没有引用的。",
    "要拿别的一份，先在“写作”里打开它。",
  );
}

class Batch {
  constructor() {
    this.trial = h("div", { class: "result" });
    this.below = h("div", { class: "result" });
    this.made = h("div", { class: "result" });
    this.settings = settings(
      kept,
      () => this.look(),
      () => this.lookSoon(),
    );
    this.make = button("出稿", () => this.carryOut(), { class: "main" });
    this.making = h("div", { hidden: true }, this.settings.fields, this.make, this.made);
    this.place = drop("选一张表", ".xlsx,.csv,.xls,.et", (file) => this.bring(file));
    this.reading = h("div", { class: "choice", hidden: true });
    this.chooseReading();
  }

  // Which sheet, and which of its lines is the head.
  chooseReading() {
    this.sheets = h("select", { "aria-label": "工作表" });
    this.sheets.addEventListener("change", () => {
      kept.sheet = this.sheets.value;
      this.look();
    });
    const head = h("input", {
      "aria-label": "表头在第几行",
      type: "number",
      min: 1,
      placeholder: "自己找",
      value: kept.head,
    });
    head.addEventListener("input", () => {
      kept.head = head.value;
      this.lookSoon();
    });
    this.sheet = h("label", {}, "工作表 ", this.sheets);
    this.reading.append(this.sheet, h("label", {}, "表头在第 ", head, " 行"));
    this.head = head;
  }

  async bring(file) {
    const data = await encoded(file);
    if (kept.given?.file !== file.name) {
      kept.sheet = kept.head = this.head.value = "";
    }
    kept.given = { file: file.name, data };
    if (!this.busy) put(this.made);
    await this.look();
  }

  asked(more = {}) {
    const head = Number.parseInt(kept.head, 10) || 0;
    return {
      ...kept.given,
      tree: state.tree,
      name: state.name,
      sheet: kept.sheet,
      head,
      ...this.settings.wanted(),
      ...more,
    };
  }

  lookSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), SOON);
  }

  // Tries the table; what changes meanwhile is tried afterwards.
  async look() {
    clearTimeout(this.timer);
    if (!kept.given) return;
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = this.make.disabled = true; // what is made is what was tried
    this.folded();
    do {
      this.again = this.ready = false;
      await this.tried();
    } while (this.again);
    this.busy = false;
    this.make.disabled = !this.ready;
  }

  // The table has its name where it was dropped; there is room for what comes of it.
  folded() {
    this.place.classList.add("small");
    put($("b", this.place), kept.given.file);
    put($("span", this.place), "改好了，或者换一张：拖到这里，或点一下");
  }

  async tried() {
    try {
      const { answer } = await worked(this.trial, `正在试排 ${kept.given.file}……`, "batch", this.asked());
      this.show(answer);
    } catch (error) {
      put(this.below);
      this.making.hidden = true;
      if (stopped(error))
        put(
          this.trial,
          h("p", {}, "停下了，没有试排。"),
          button("再试排", () => this.look()),
        );
      else failed(this.trial, error);
    }
  }

  show(report) {
    this.reading.hidden = !report.columns.length && !report.sheets.length;
    this.sheet.hidden = report.sheets.length < 2;
    if (kept.sheet && !report.sheets.includes(kept.sheet)) {
      kept.sheet = ""; // another table of the same name
      this.again = true;
    }
    put(
      this.sheets,
      h("option", { value: "" }, "第一张"),
      report.sheets.map((name) => h("option", { value: name, selected: name === kept.sheet }, name)),
    );
    this.settings.update(report);
    this.making.hidden = !report.columns.length;
    this.ready = report.done > 0;
    this.make.textContent = report.done ? `出稿（${report.done} 份）` : "出稿";
    this.known = new Set((report.files ?? []).filter((one) => one.exit_code).map((one) => one.row));
    if (report.refused) {
      put(this.trial, h("h2", {}, "还不能试排"), listed(report.refused.map((one) => ({ ...one, line: null }))));
      put(this.below);
    } else {
      put(this.trial, summary(report));
      put(this.below, details(report));
    }
  }

  async carryOut() {
    if (this.busy) return;
    const fields = this.settings.fields;
    fields.disabled = this.make.disabled = this.busy = true;
    try {
      const have = kept.rest ? [...kept.have] : [];
      const { run, answer } = await worked(this.made, "正在出稿……", "batch", this.asked({ make: true, have }));
      await this.handOver(run, answer);
    } catch (error) {
      if (stopped(error)) put(this.made, h("p", { role: "status" }, "停下了，什么也没有留下。要出，再点一次“出稿”。"));
      else failed(this.made, error);
    }
    fields.disabled = this.make.disabled = this.busy = false;
    if (document.activeElement === document.body) this.make.focus(); // what was pressed went away
    if (this.again) this.look();
  }

  async handOver(run, report) {
    if (report.refused) {
      put(this.made, listed(report.refused.map((one) => ({ ...one, line: null }))));
      return;
    }
    const zip = await ask("batch", { take: true, run });
    if (kept.rest && !report.packed) {
      put(this.made, h("p", { role: "status" }, "没有要补的：能出的上次都取走了，表也没有改。"));
      return;
    }
    give(zip);
    report.files.filter((one) => one.key).forEach((one) => kept.have.add(one.key));
    this.settings.update(report);
    this.tell(report, zip);
  }

  // What was made, and what was not; rows of which the trial said so stand above.
  tell(report, zip) {
    const errors = report.problems.filter((one) => one.severity === "error");
    const bad = report.files.filter((one) => one.exit_code);
    const news = bad.filter((one) => !this.known.has(one.row));
    put(
      this.made,
      h("div", { role: "status" }, h("h2", {}, `出了 ${report.packed} 份，装在“${zip.name}”里`)),
      h(
        "p",
        { class: "quiet" },
        "没有看到下载的文件？",
        button("再存一次", () => give(zip), { class: "link" }),
      ),
      errors.length ? listed(errors.map((one) => ({ ...one, line: null }))) : null,
      news.length ? rowsTold(news) : null,
      bad.length
        ? h(
            "p",
            {},
            `有 ${bad.length} 行没有出${news.length ? "" : "，上面列着"}。在表里改好、存盘，再把表拖进来，勾上“${REST}”出稿，装进去的就只有这几行和改过的行。`,
          )
        : null,
    );
  }
}

export function batching() {
  if (kept.id !== null && kept.id !== state.id) kept = begun();
  kept.id = state.id;
  const page = new Batch();
  page.look();
  return h(
    "div",
    { class: "batch" },
    h("h1", {}, "批量"),
    introduction(),
    page.place,
    page.reading,
    page.trial,
    page.making,
    page.below,
  );
}
