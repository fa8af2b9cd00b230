// Long work: how far it is, about how long it still takes, and a way to stop it.

import { button, h, put } from "../basis/dom.js";
import { longWork } from "../basis/ask.js";

const SURE = 2000; // before, nobody can tell how long it takes

function left(done, of, since) {
  const passed = performance.now() - since;
  if (!done || passed < SURE) return "";
  const seconds = Math.ceil(((passed / done) * (of - done)) / 1000);
  return seconds < 90 ? `，还要约 ${seconds} 秒` : `，还要约 ${Math.round(seconds / 60)} 分钟`;
}

// The answer to a verb, shown in `place` as long as it is waited for.
export async function worked(place, said, verb, payload) {
  const bar = h("progress", { "aria-label": "进度", max: 1 });
  const count = h("span", { class: "quiet" });
  const since = performance.now();
  const work = longWork(verb, payload, (done, of) => {
    bar.max = of;
    bar.value = done;
    count.textContent = `${done} / ${of} 行${left(done, of, since)}`;
  });
  put(
    place,
    h("p", { role: "status", class: "quiet" }, said),
    h("p", { class: "working" }, bar, count, button("停下", work.stop)),
  );
  return { run: work.run, answer: await work.answer };
}
