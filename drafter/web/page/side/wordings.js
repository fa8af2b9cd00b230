// The sentences of the template: looked at one by one, said otherwise, pinned, or made one's own.

import { ask as askPerson, button, h, say } from "../basis/dom.js";
import { ask } from "../basis/ask.js";
import { focusOn } from "../basis/focus.js";
import { card, draw, register } from "./side.js";
import { change, state } from "../written/state.js";

const confirmed = () =>
  new Set(
    Object.values(
      typeof state.model.head["措辞"] === "object" && state.model.head["措辞"] ? state.model.head["措辞"] : {},
    ).filter((one) => !/^\d+$/.test(one)),
  );

export const drafted = () =>
  (state.preview?.added ?? []).filter((one) => !state.seen.has(one.text) && !confirmed().has(one.text));

function wordings() {
  const said = state.preview?.added ?? [];
  const pinned = confirmed();
  return [
    h("p", { class: "quiet" }, "下面是工具代拟的话，每一句都看一眼。"),
    said.map((one) => {
      const label = state.genre.roles.find((role) => role.name === one.role)?.label ?? one.role;
      const done = state.seen.has(one.text) || pinned.has(one.text);
      return card(
        done ? "done" : "tpl",
        [label, done ? " · 看过" : ""],
        h("p", {}, one.text),
        button("换个说法", () => swap(one.role, label)),
        button("就用这句", () => pin(label, one)),
        button("改成我的话", () => own(one)),
      );
    }),
    said.length ? null : h("p", { class: "quiet" }, "全是您自己写的话。"),
  ];
}

function choices(label, value) {
  const now = state.model.head["措辞"];
  const map = now && typeof now === "object" ? { ...now } : now ? { 其余: now } : {};
  change(() => {
    state.model.head["措辞"] = { ...map, [label]: value };
  });
}

async function swap(role, label) {
  const { wordings: list } = await ask("wordings", { tree: state.tree, name: state.name, role });
  if (!list.length) {
    say("这一处只有一种说法；“改成我的话”可以自己写");
    return;
  }
  const dialog = askPerson(
    `${label}：换个说法`,
    h(
      "ul",
      { class: "choose" },
      list.map((one) =>
        h(
          "li",
          {},
          button(
            one.text,
            () => {
              choices(label, String(one.number));
              one.text.split("\n").forEach((said) => state.seen.add(said));
              dialog.close();
            },
            { class: one.chosen ? "on" : "" },
          ),
        ),
      ),
    ),
    [],
  );
}

function pin(label, one) {
  state.seen.add(one.text);
  const same = (state.preview?.added ?? []).filter((other) => other.role === one.role);
  if (same.length === 1) choices(label, one.text);
  document.dispatchEvent(new Event("counted"));
  draw();
}

// All that the template says at a part: with words of one's own there it says nothing more.
function own(one) {
  const part = state.model.parts.find((other) => other.role === one.role);
  if (!part) return;
  const [section] = part.sections;
  change(() => {
    const said = state.preview.added.filter((other) => other.role === one.role).map((other) => other.text);
    section.lead = [section.lead, ...said].filter(Boolean).join("\n");
  });
  focusOn(section, "lead");
}

register("措辞", wordings);
