// The careful colleague: what the rules found, each with its field and its fix.

import { button, h, say } from "../basis/dom.js";
import { ask } from "../basis/ask.js";
import { focusOn } from "../basis/focus.js";
import { nodeAt } from "../written/outline.js";
import { card, draw, openTab, register } from "./side.js";
import { replaceTree, state } from "../written/state.js";

const LEVELS = { error: ["错误", "err"], warning: ["提醒", "tip"], info: ["说明", "note"] };

const tagOf = (finding) => `${finding.code}|${finding.key}|${finding.excerpt}`;

export const openFindings = () => state.findings.filter((one) => !state.silenced.has(tagOf(one)));

function goTo(finding) {
  const found = nodeAt(state.index, finding.key);
  if (found) {
    const fields = { 标题: "title", 正文: "text", 小标题: "heading", 导语: "lead", 小结: "tail" };
    focusOn(found.node, fields[found.field]);
  } else if (finding.key) openTab(finding.key.startsWith("数据") ? "数据" : "会议");
}

async function mend(fixes) {
  const { tree, done } = await ask("mend", { tree: state.tree, name: state.name, fixes });
  if (!done) {
    say("这一处刚才改动过，重新校对以后再改");
    return;
  }
  replaceTree(tree);
  say(`改了 ${done} 处，撤销可以退回`);
}

function findings() {
  const open = openFindings();
  const fixes = open.filter((one) => one.fix);
  const order = { error: 0, warning: 1, info: 2 };
  const cards = [...open]
    .sort((a, b) => order[a.severity] - order[b.severity])
    .map((one) => {
      const [word, kind] = LEVELS[one.severity];
      const fix = one.fix
        ? h("p", {}, h("del", {}, one.fix.old), " → ", h("ins", {}, one.fix.new || "（删去）"))
        : null;
      return card(
        kind,
        [h("span", { class: `tag ${kind}` }, word), " ", one.message],
        [one.excerpt ? h("q", {}, one.excerpt) : null, fix, one.hint ? h("p", { class: "hint" }, one.hint) : null],
        one.fix
          ? button("照改", () => mend([{ line: one.line, column: one.column, ...one.fix }]))
          : button("去写", () => goTo(one)),
        button("这处不改", () => {
          state.silenced.add(tagOf(one));
          draw();
          document.dispatchEvent(new Event("counted"));
        }),
      );
    });
  const hidden = state.findings.length - open.length;
  return [
    fixes.length > 1
      ? button("全部照改", () => mend(fixes.map((one) => ({ line: one.line, column: one.column, ...one.fix }))), {
          class: "main",
        })
      : null,
    cards.length
      ? cards
      : h(
          "p",
          { class: "quiet" },
          state.checked
            ? `查了 ${state.checked.rules} 项，没有查出问题（提法库截至 ${state.checked.as_of ?? "—"}）`
            : "写一点再来看",
        ),
    hidden
      ? h(
          "p",
          { class: "quiet" },
          `您说不改的 ${hidden} 处没有列出　`,
          button(
            "列出来",
            () => {
              state.silenced.clear();
              draw();
              document.dispatchEvent(new Event("counted"));
            },
            { class: "link" },
          ),
        )
      : null,
  ];
}

register("校对提示", findings);
