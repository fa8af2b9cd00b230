// From a place on the pages to the field in which its words are typed.

import { focusOn } from "./focus.js";
import { nodeAt } from "./outline.js";
import { state } from "./state.js";

export function follow(target) {
  const run = target.closest("[data-key]");
  const found = run && nodeAt(state.index, run.dataset.key);
  if (!found) return;
  const fields = { 标题: "title", 正文: "text", 小标题: "heading", 导语: "lead", 小结: "tail" };
  focusOn(found.node, fields[found.field], Number(run.dataset.at));
}
