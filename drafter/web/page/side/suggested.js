// Titles that the occasion and the headings give, and sets of headings for a row of points: looked at, and one of them taken.

import { ask as askPerson, button, h, say } from "../basis/dom.js";
import { ask } from "../basis/ask.js";
import { safely } from "../basis/telling.js";
import { change, state } from "../written/state.js";
import { walk } from "../written/outline.js";

const chooser = (title, rows, take) => {
  const dialog = askPerson(
    title,
    h(
      "ul",
      { class: "choose" },
      rows.map((one) =>
        h(
          "li",
          {},
          one.place ? h("p", { class: "quiet" }, one.place) : null,
          button(
            one.text,
            () => {
              take(one);
              dialog.close();
            },
            { class: one.chosen ? "on" : "" },
          ),
        ),
      ),
    ),
    [],
  );
};

const asked = () => ask("suggest", { tree: state.tree, name: state.name });

export const suggestTitles = safely(async () => {
  const { titles } = await asked();
  if (!titles.length) {
    say("写上是什么会、要做什么，才想得出题目");
    return;
  }
  chooser("想几个题目", titles, (one) =>
    change(() => {
      state.model.head["标题"] = one.text;
    }),
  );
});

const titleOf = (point) => point.title || point.text;

// The points whose titles, one a line, read like this.
function rowOf(lines) {
  let found = null;
  walk(state.model, ({ points = [] }) => {
    if (points.length === lines.length && points.every((one, n) => titleOf(one) === lines[n])) found ??= points;
  });
  return found;
}

export const suggestHeadings = safely(async () => {
  const { headings } = await asked();
  if (!headings.length) {
    say("没有排得成的：一排要点都写成动词开头的短语，如 压实责任、补齐短板，才排得成");
    return;
  }
  chooser("把小标题排整齐", headings, (one) => {
    const now = headings.find((other) => other.chosen && other.place === one.place);
    const points = rowOf(now.text.split("\n"));
    if (!points) {
      say("这一排刚刚改过，再点一次");
      return;
    }
    change(() =>
      one.text.split("\n").forEach((said, n) => {
        points[n][points[n].title ? "title" : "text"] = said;
      }),
    );
  });
});
