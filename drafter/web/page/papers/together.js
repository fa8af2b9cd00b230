// The papers of one meeting, one beside the other above the outline.

import { $, button, h } from "../basis/dom.js";
import { ask } from "../basis/ask.js";
import { safely } from "../basis/telling.js";
import { open, openMade } from "./documents.js";
import { onChange, state } from "../written/state.js";

// Only an agenda, and what goes on from another outline, can be of a meeting; nobody else has to be looked for.
const may = () => state.id && (state.model.head["继承"] || state.genre.name === "议程");

const draw = safely(async () => {
  const { id } = state;
  const { meeting } = may() ? await ask("meeting", { id }) : { meeting: null };
  if (id !== state.id) return;
  $("#together").replaceChildren(
    ...(meeting
      ? [
          h("b", {}, meeting.name),
          ...meeting.papers.map((one) =>
            button(
              one.id ? one.name : `＋ ${one.name}`,
              safely(() => (one.id ? open(one.id) : openMade("begin-meeting", { id: meeting.base, paper: one.name }))),
              {
                class: one.id === id ? "chip on" : "chip",
                "aria-current": one.id === id ? "page" : "false",
                title: one.id ? "" : "还没有写，点一下开始",
              },
            ),
          ),
          id === meeting.base
            ? null
            : h("span", { class: "quiet" }, "时间、地点、议程、到会的人在“议程”里改，各份都跟着变"),
        ].filter(Boolean)
      : []),
  );
});

onChange((how) => {
  if (how === "opened") draw();
});
