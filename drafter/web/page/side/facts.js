// Figures: a name and what it is, said once and used everywhere.

import { $, button, h, say } from "../basis/dom.js";
import { draw, register } from "./side.js";
import { change, state } from "../written/state.js";

// Figures: a name and what it is, said once and used everywhere.
function facts() {
  const known = state.model.head["数据"] ?? {};
  const set = (name, key, value) =>
    change(() => {
      const now = state.model.head["数据"][name];
      const map = now && typeof now === "object" ? { ...now } : now ? { 数值: now } : {};
      if (value) map[key] = value;
      else delete map[key];
      const keys = Object.keys(map);
      state.model.head["数据"] = {
        ...state.model.head["数据"],
        [name]: !keys.length ? null : keys.length === 1 && keys[0] === "数值" ? map["数值"] : map,
      };
    }, `数据${name}${key}`);
  const rows = Object.entries(known).map(([name, value]) => {
    const map = value && typeof value === "object" ? value : { 数值: value ?? "" };
    const person = "姓名" in map || "职务" in map;
    const cell = (key, hint) =>
      h("input", {
        value: map[key] ?? "",
        placeholder: hint,
        "aria-label": `${name}${key}`,
        oninput: (event) => set(name, key, event.target.value.trim()),
      });
    return h(
      "article",
      { class: `card fact ${map["数值"] || map["姓名"] ? "" : "open-fact"}` },
      h(
        "h3",
        {},
        name,
        " ",
        button(
          "插到文中",
          () => {
            const area = $(`#parts [data-node="${state.focus?.node}"][data-field="${state.focus?.field}"]`);
            if (!area) {
              say("先点一下要插到哪里");
              return;
            }
            area.setRangeText(`{{ ${name} }}`, area.selectionStart, area.selectionEnd, "end");
            area.dispatchEvent(new InputEvent("input", { bubbles: true }));
          },
          { class: "link" },
        ),
        button(
          "删除",
          () => {
            change(() => {
              const rest = { ...state.model.head["数据"] };
              delete rest[name];
              state.model.head["数据"] = rest;
            });
            draw();
          },
          { class: "link" },
        ),
      ),
      person
        ? [cell("姓名", "姓名"), cell("职务", "职务")]
        : [cell("数值", "数值，空着印成待补"), cell("单位", "单位")],
      cell("截至", "截至哪天"),
      cell("来源", "出自哪里"),
    );
  });
  const box = h("input", { placeholder: "数据的名称，如 办件量", "aria-label": "新数据的名称" });
  const add = h(
    "form",
    {
      class: "find",
      onsubmit: (event) => {
        event.preventDefault();
        const name = box.value.trim();
        if (!/^[\p{L}\p{N}_]+$/u.test(name)) {
          say(name ? "名称只用汉字、字母、数字" : "先写数据的名称，如 办件量", "bad");
          return;
        }
        say(`添了“${name}”，填上数值；文中打 @ 引用`);
        change(() => {
          state.model.head["数据"] = { ...known, [name]: known[name] ?? null };
        });
        draw();
      },
    },
    box,
    h("button", {}, "添加数据"),
  );
  return [h("p", { class: "quiet" }, "一个数只填一次，文中打 @ 引用。"), add, rows];
}

register("数据", facts);
