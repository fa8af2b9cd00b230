// The two choices of the head: of which genre a paper is and in which look it prints; and a genre and a look of one's own.

import { $, h, say } from "./basis/dom.js";
import { ask, encoded } from "./basis/ask.js";
import { safely } from "./basis/telling.js";
import { groups } from "./papers/choosing.js";
import { genreOf } from "./papers/documents.js";
import { change, state, tell } from "./written/state.js";

const OWN = "\u0000";

const chosen = (label) => $(`#head select[aria-label=${label}]`);

// Has a file chosen and does something with it.
function withFile(label, accept, act) {
  const input = h("input", {
    type: "file",
    accept,
    "aria-label": label,
    onchange: safely(async () => {
      const [file] = input.files;
      await act({ file: file.name, data: await encoded(file) });
    }),
  });
  input.click();
}

const recast = safely(async (name) => {
  const genre = await genreOf(name);
  const { tree, id, name: file, version } = state;
  change(() => {
    state.genre = genre;
    state.model = state.modelOf({ ...tree, 模板: genre.name });
    Object.assign(state, { id, name: file, version });
    return true;
  });
  tell("opened");
});

// The genres, and a template of one's own; `fresh` is called once there is another genre to choose from.
export function genreChoice(fresh) {
  const own = () =>
    withFile("哪一个模板", ".j2,.md,.txt", async (given) => {
      const { genre } = await ask("bring-template", given);
      state.hello = await ask("hello");
      fresh();
      await recast(genre);
      say(`照模板 ${genre} 排；它在“文种”里`);
    });
  const choice = h(
    "select",
    {
      "aria-label": "文种",
      onchange: () => {
        if (choice.value === OWN) {
          showChosen();
          own();
        } else recast(choice.value);
      },
    },
    groups().map(([category, names]) =>
      h(
        "optgroup",
        { label: category },
        names.map((name) => h("option", { value: name }, name)),
      ),
    ),
    h("option", { value: OWN }, "用自己的模板……"),
  );
  return choice;
}

const printIn = (name) =>
  change(() => {
    if (name) state.model.head["版式"] = name;
    else delete state.model.head["版式"];
  });

// The looks, and that of a Word file of one's own, which is followed from then on.
export function styleChoice() {
  const own = () =>
    withFile("照哪一份的样子", ".docx,.doc,.wps,.yaml", async (given) => {
      const { style } = await ask("bring-style", given);
      printIn(style);
      say(`照 ${style} 的样子排`);
    });
  const choice = h(
    "select",
    {
      "aria-label": "版式",
      onchange: () => {
        if (choice.value === OWN) {
          showChosen();
          own();
        } else printIn(choice.value);
      },
    },
    h("option", { value: "" }, "随文种"),
    state.hello.styles.map((one) => h("option", { value: one.name, title: one.about }, one.name)),
    h("option", { value: OWN }, "照一份 Word 的样子……"),
  );
  return choice;
}

// Both show what holds now.
export function showChosen() {
  chosen("文种").value = state.genre.name;
  const named = state.model.head["版式"] ?? "";
  const style = chosen("版式");
  if (named && ![...style.options].some((one) => one.value === named))
    style.lastChild.before(h("option", { value: named }, named));
  style.value = named;
}
