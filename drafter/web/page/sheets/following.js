// From a place on the pages to the field in which its words are typed, and back.

import { $$ } from "../basis/dom.js";
import { focusOn } from "../basis/focus.js";
import { nodeAt } from "../written/outline.js";
import { state } from "../written/state.js";

// The words of a node on the pages, brought into sight.
export function show(node) {
  const path = [...state.index].find(([, one]) => one === node)?.[0];
  if (!path) return;
  const run = $$("#sheets [data-key]").find(
    ({ dataset: { key } }) => key === path || key.startsWith(`${path}.`) || key.startsWith(`${path}[`),
  );
  run?.closest(".block").scrollIntoView({ block: "nearest" });
}

export function follow(target) {
  const run = target.closest("[data-key]");
  const found = run && nodeAt(state.index, run.dataset.key);
  if (!found) return;
  const fields = { 标题: "title", 正文: "text", 小标题: "heading", 导语: "lead", 小结: "tail" };
  focusOn(found.node, fields[found.field], Number(run.dataset.at));
}
