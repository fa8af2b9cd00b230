// 文件名: what the documents are called, put together of words and of columns that are pressed, never of braces.

import { button, h, put } from "../basis/dom.js";

const MANY = 30; // buttons; the others are typed, 「」 around them

const mark = (column) => `「${column}」`;

// The pattern as the program has it.
const patternOf = (text, columns) =>
  columns.reduce((said, column) => said.replaceAll(mark(column), `{{ ${column} }}`), text);

// A field and a button for each column; `changed` hears of every change, what was typed by hand stays over other tables.
export function naming(kept, changed) {
  let columns = [];
  const field = h("input", { "aria-label": "文件名", autocomplete: "off", size: 28, value: kept.named ?? "" });
  const offered = h("span", { class: "columns", role: "group", "aria-label": "插入一列" });
  const hear = () => {
    kept.named = field.value;
    changed();
  };
  field.addEventListener("input", hear);
  const insert = (column) => {
    field.setRangeText(mark(column), field.selectionStart, field.selectionEnd, "end");
    field.focus();
    hear();
  };
  const offer = (found) => {
    if (!found.length || found.join("\n") === columns.join("\n")) return;
    columns = found;
    if (kept.named === null) field.value = mark(columns[0]);
    put(
      offered,
      columns.slice(0, MANY).map((one) => button(`＋${one}`, () => insert(one))),
    );
  };
  return {
    field,
    columns: offered,
    offer,
    pattern: () => (kept.named === null ? "" : patternOf(field.value.trim(), columns)),
  };
}
