// 试排: what a table would give, before anything is made.

import { h } from "../basis/dom.js";
import { listed } from "../basis/dropping.js";

const FEW = 6,
  MOST = 100;

const MANY_NAMES = 200,
  MANY_LINES = 60;
const GAP = /(〔待补[^〕]*〕)/;

const shortened = (rows) => `第 ${rows.slice(0, 8).join("、")} 行${rows.length > 8 ? `等 ${rows.length} 行` : ""}`;

// A row with all that is wrong in it, and the ways out, each said once.
function told({ row, problems, exit_code: failed }) {
  const ways = [...new Set(problems.map((one) => one.hint).filter(Boolean))];
  return h(
    "li",
    { class: failed ? "error" : "warning" },
    h("b", {}, `第 ${row} 行`),
    ` ${problems.map((one) => one.message.replace(`第 ${row} 行的`, "")).join("；")}`,
    ways.length ? h("p", { class: "hint" }, ways.join("；")) : null,
  );
}

// Rows with what is to be said of them: the first few in sight, the others folded away.
export function rowsTold(files) {
  const found = files.filter((one) => one.problems.length).sort((a, b) => (b.exit_code > 0) - (a.exit_code > 0));
  const rest = found.slice(FEW);
  return [
    h("ul", { class: "problems" }, found.slice(0, FEW).map(told)),
    rest.length
      ? h(
          "details",
          {},
          h("summary", {}, `还有 ${rest.length} 行`),
          h("ul", { class: "problems" }, rest.slice(0, MOST).map(told)),
          rest.length > MOST ? h("p", { class: "hint" }, `再往后的，出稿以后看“结果.csv”`) : null,
        )
      : null,
  ];
}

// Rows in which something is open that is not open in every one of them.
function gaps(files) {
  const made = files.filter((one) => one.path && !one.exit_code);
  const everywhere = Math.min(...made.map((one) => one.gaps));
  const more = made.filter((one) => one.gaps > everywhere).map((one) => one.row);
  const said = [
    everywhere > 0 ? `每份都有 ${everywhere} 处待补` : "",
    more.length ? `${shortened(more)}有空着的格` : "",
  ];
  const told = said.filter(Boolean).join("；");
  return made.length && told ? h("p", {}, `${told}。照样出，待补的地方标着黄；勾上“定稿”就不出。`) : null;
}

// What is to be said of the table as a whole.
function notes({ problems, unused }) {
  return [
    problems.length || unused.length ? h("h3", {}, "整张表") : null,
    problems.length ? listed(problems.map((one) => ({ ...one, line: null }))) : null,
    unused.length ? h("p", { class: "quiet" }, `没有用到的列：${unused.join("、")}。文中、文件名里都没有引用。`) : null,
  ];
}

// How many would come, and which rows would not, or not whole.
export function summary(report) {
  const said = [
    report.failed ? `${report.failed} 行有问题，出不了` : "",
    report.skipped ? `${report.skipped} 行是合计，不出` : "",
    "现在什么都没有写",
  ];
  return [
    h("h2", {}, report.done ? `试排：能出 ${report.done} 份` : "试排：一份也出不了"),
    h("p", { class: "quiet", role: "status" }, `${said.filter(Boolean).join("；")}。`),
    rowsTold(report.files),
    gaps(report.files),
    notes(report),
  ];
}

function names(files) {
  const made = files.filter((one) => one.path && !one.exit_code);
  if (made.length < 2) return null;
  return h(
    "details",
    {},
    h("summary", {}, `各份的文件名：${made[0].path} 等 ${made.length} 份`),
    h(
      "ol",
      { class: "names" },
      made.slice(0, MANY_NAMES).map((one) => h("li", { value: one.row }, one.path)),
    ),
    made.length > MANY_NAMES ? h("p", { class: "hint" }, `还有 ${made.length - MANY_NAMES} 份`) : null,
  );
}

// What the documents are called, and what the first row gives, to be read.
export function details(report) {
  const { first } = report;
  const lines = first ? first.text.split("\n").filter((line) => line.trim()) : [];
  return [
    names(report.files),
    first ? h("h3", {}, `第 ${first.row} 行出来的样子：${first.path}`) : null,
    first
      ? h(
          "div",
          { class: "first", tabindex: "0", role: "region", "aria-label": "第一份的文字" },
          lines.slice(0, MANY_LINES).map((line) =>
            h(
              "p",
              {},
              line.split(GAP).map((said) => (said.startsWith("〔待补") ? h("mark", {}, said) : said)),
            ),
          ),
          lines.length > MANY_LINES ? h("p", { class: "quiet" }, `……（共 ${lines.length} 段）`) : null,
        )
      : null,
  ];
}
