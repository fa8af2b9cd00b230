// The print that somebody holds: the pages of a stage, and from a line of it to where its words stand now.

import { $, $$, button, h, say } from "../basis/dom.js";
import { ask } from "../basis/ask.js";
import { safely } from "../basis/telling.js";
import { onChange, state } from "../written/state.js";
import { go } from "./following.js";
import { draw, fit } from "./pages.js";

// Shows the pages of a stage in place of today's, until one goes back.
export const showSent = safely(async (number, name) => {
  const report = await ask("stage-pages", { id: state.id, number });
  state.sent = { number, report };
  const page = h("input", { type: "number", min: 1, max: report.pages.length, value: 1, "aria-label": "第几页" });
  const line = h("input", { type: "number", min: 1, value: 1, "aria-label": "第几行" });
  const bar = h(
    "form",
    {
      id: "sent",
      "aria-label": "按送出的稿子找",
      onsubmit: (event) => {
        event.preventDefault();
        goTo(Number(page.value), Number(line.value));
      },
    },
    h("b", {}, `第${number}稿${name ? `（${name}）` : ""}　`),
    h("label", {}, "第 ", page, " 页"),
    h("label", {}, "第 ", line, " 行"),
    h("button", {}, "找到现在的地方"),
    button("回到现在的稿子", back, { class: "link" }),
  );
  $("#sent")?.remove();
  $("#sheets").before(bar);
  draw($("#sheets"), report);
  fit($("#sheets"), report);
  page.focus();
});

function back() {
  $("#sent")?.remove();
  state.sent = null;
  if (!state.preview) return;
  draw($("#sheets"), state.preview);
  fit($("#sheets"), state.preview);
}

function goTo(page, line) {
  const sheet = $$("#sheets .sheet")[page - 1];
  const lines = sheet ? $$(".line, tr", sheet) : [];
  if (!lines.length || line > lines.length) {
    say(sheet ? `第 ${page} 页只有 ${lines.length} 行` : `只有 ${$$("#sheets .sheet").length} 页`, "bad");
    return;
  }
  followSent(lines[line - 1]);
}

// From words of the stage to those of today.
export const followSent = safely(async (target) => {
  $$("#sheets .found").forEach((one) => one.classList.remove("found"));
  const line = target.closest(".line, tr") ?? target;
  line.classList.add("found");
  line.scrollIntoView({ block: "nearest" });
  const run = target.closest("[data-key]") ?? $("[data-key]", line);
  if (!run) {
    say("这一行是文种配的话，不在大纲里");
    return;
  }
  const { now } = await ask("now", {
    id: state.id,
    name: state.name,
    tree: state.tree,
    number: state.sent.number,
    key: run.dataset.key,
    offset: Number(run.dataset.at),
  });
  if (!now || !go(now.key, now.offset)) say("这些话现在没有了");
  else say(now.same ? "这些话现在在这里" : "这些话已经改过，原来在这里");
});

onChange((how) => {
  if (how !== "opened") return;
  $("#sent")?.remove();
  state.sent = null;
});
