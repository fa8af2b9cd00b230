// The outline as YAML, for who wants it: errors at the line.

import { ask as askPerson, button, h } from "../basis/dom.js";
import { ask } from "../basis/ask.js";
import { genreOf } from "./documents.js";
import { change, state, tell } from "../written/state.js";
import { safely } from "../basis/telling.js";

export const yaml = safely(async () => {
  const { text } = await ask("as-text", { tree: state.tree });
  const area = h("textarea", { class: "yaml", "aria-label": "YAML", spellcheck: "false" });
  const faults = h("div", { role: "alert", class: "faults" });
  area.value = text;
  askPerson(
    "大纲 YAML",
    h("div", {}, h("p", { class: "quiet" }, "给愿意直接改的人。文件里的注释不在这里，保存时照样留着。"), area, faults),
    [
      [
        "用这里写的",
        () => {
          use();
          return false;
        },
        { class: "main" },
      ],
    ],
  );
  const use = async () => {
    try {
      const { tree } = await ask("as-tree", { text: area.value });
      const genre = await genreOf(tree["模板"] || "原样");
      change(() => {
        state.genre = genre;
        state.model = state.modelOf(tree);
        return true;
      });
      tell("opened");
      area.closest("dialog").close();
    } catch (error) {
      if (!error.problems) throw error;
      faults.replaceChildren(
        ...error.problems.map((one) =>
          h(
            "p",
            {},
            button(
              `第 ${one.line ?? "?"} 行`,
              () => {
                const rows = area.value.split("\n");
                const at = rows.slice(0, (one.line ?? 1) - 1).join("\n").length + (one.line > 1 ? 1 : 0);
                area.focus();
                area.setSelectionRange(at, at + (rows[(one.line ?? 1) - 1] ?? "").length);
              },
              { class: "link" },
            ),
            ` ${one.message}${one.hint ? `（${one.hint}）` : ""}`,
          ),
        ),
      );
    }
  };
});
