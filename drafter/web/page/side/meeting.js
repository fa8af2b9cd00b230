// What is said about the meeting and the paper, as the keys of the genre have it.

import { button, grow, h } from "../basis/dom.js";
import { draw, register } from "./side.js";
import { change, state } from "../written/state.js";

function meeting() {
  const { head } = state.model; // changed in place: whoever else shows it holds the same
  const table = (name) => state.hello.forms[name];
  const simple = (holder, one, path, label) => {
    const value = holder()?.[one.key];
    const several = ["lines", "texts"].includes(one.kind);
    const area = h(several ? "textarea" : "input", {
      "aria-label": label ?? one.key,
      title: one.about,
      placeholder: one.about,
      rows: 1,
    });
    area.value = Array.isArray(value) ? value.join("\n") : (value ?? "");
    area.addEventListener("input", () => {
      if (several) grow(area);
      const lines = area.value
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
      change(
        () => {
          const map = { ...(holder() ?? {}) };
          const said = several ? (lines.length > 1 ? lines : (lines[0] ?? "")) : area.value.trim();
          if (said.length) map[one.key] = said;
          else delete map[one.key];
          path(map);
        },
        `会议${label ?? one.key}`,
      );
    });
    return h("label", {}, label ?? one.key, area);
  };
  const group = (name, key, skip = [], labels = {}) =>
    h(
      "fieldset",
      {},
      h("legend", {}, name),
      table(key)
        .filter((one) => !["agenda", "people"].includes(one.kind) && !skip.includes(one.key))
        .map((one) =>
          simple(
            () => head[key],
            one,
            (map) => {
              if (Object.keys(map).length) head[key] = map;
              else delete head[key];
            },
            labels[one.key],
          ),
        ),
    );
  const own = (keys) =>
    keys.map((key) =>
      simple(
        () => head,
        state.hello.forms["大纲"].find((one) => one.key === key),
        (map) => {
          if (key in map) head[key] = map[key];
          else delete head[key];
        },
      ),
    );
  const rows = (key, name) => {
    const list = () => head["场合"]?.[key] ?? [];
    const put = (made) =>
      change(() => {
        head["场合"] = { ...(head["场合"] ?? {}), [key]: made }; // a line of text is kept as one
        if (!made.length) delete head["场合"][key];
      }, `会议${key}`);
    return h(
      "fieldset",
      {},
      h("legend", {}, name),
      list().map((row, n) =>
        h(
          "div",
          { class: "row" },
          (typeof row === "string" ? [{ key: "" }] : table(key).slice(0, 4)).map((one) =>
            h("input", {
              value: (one.key ? row[one.key] : row) ?? "",
              placeholder: one.key || name,
              title: one.about,
              "aria-label": `${name}${n + 1}${one.key}`,
              oninput: (event) => {
                const made = list().map((other) => (typeof other === "string" ? other : { ...other }));
                if (!one.key) made[n] = event.target.value.trim();
                else if (event.target.value.trim()) made[n][one.key] = event.target.value.trim();
                else delete made[n][one.key];
                put(made);
              },
            }),
          ),
          button(
            "删除",
            () => {
              put(list().filter((_, other) => other !== n));
              draw();
            },
            { class: "link" },
          ),
        ),
      ),
      button(
        `添加${name === "议程" ? "一项" : "一人"}`,
        () => {
          put([...list(), { [table(key)[0].key]: "　" }]);
          draw();
        },
        { class: "link" },
      ),
    );
  };
  const official = state.genre.keys.some((key) => ["公文", "official"].includes(key)) || "公文" in head;
  return [
    h(
      "fieldset",
      {},
      h("legend", {}, "题目和印法"),
      own(["副标题", "稿次", "时长", "密级", "文风", "领导交代", ...(official ? ["主送"] : [])]),
    ),
    group("讲话人", "讲话人", ["排在日期前"]),
    group("会议", "场合", [], { 名称: "会议名称", 地点: "会议地点", 时间: "会议时间" }),
    rows("议程", "议程"),
    rows("人员", "人员"),
    official ? group("公文", "公文") : null,
  ];
}

register("会议", meeting);
