// Replaces words everywhere, after a list; not inside quotations unless that is ticked.

import { ask as askPerson, h, say } from "../basis/dom.js";
import { everyText } from "../written/outline.js";
import { change, state } from "../written/state.js";

export function replaceAll() {
  const from = h("input", { "aria-label": "找", placeholder: "找" }),
    to = h("input", { "aria-label": "换成", placeholder: "换成" });
  const list = h("ul", { class: "replacements" });
  let found = [];
  const look = () => {
    found = from.value
      ? everyText(state.model).flatMap((one) => {
          const spots = [];
          for (
            let at = one.text.indexOf(from.value);
            at >= 0;
            at = one.text.indexOf(from.value, at + from.value.length)
          )
            spots.push({ one, at });
          return spots;
        })
      : [];
    list.replaceChildren(
      ...found.map((spot) => {
        const before = spot.one.text.slice(0, spot.at);
        const quoted = (before.match(/[《“]/g) ?? []).length > (before.match(/[》”]/g) ?? []).length;
        spot.box = h("input", { type: "checkbox", checked: !quoted });
        return h(
          "li",
          {},
          h(
            "label",
            {},
            spot.box,
            ` ${spot.one.label}：${before.slice(-12)}`,
            h("b", {}, from.value),
            spot.one.text.slice(spot.at + from.value.length).slice(0, 12),
            quoted ? "（在引号、书名号里）" : "",
          ),
        );
      }),
    );
  };
  from.addEventListener("input", look);
  askPerson("全文替换", h("div", {}, from, to, list), [
    [
      "替换勾选的",
      () => {
        const texts = new Map();
        for (const spot of found.filter((one) => one.box.checked))
          texts.set(spot.one, [...(texts.get(spot.one) ?? []), spot.at]);
        change(() => {
          for (const [one, spots] of texts)
            one.set(
              spots
                .reverse()
                .reduce((said, at) => said.slice(0, at) + to.value + said.slice(at + from.value.length), one.text),
            );
        });
        say(`换了 ${found.filter((one) => one.box.checked).length} 处`);
      },
      { class: "main" },
    ],
  ]);
  from.focus();
}
