// What changed, stretch by stretch, as one sees it: struck out, put in.

import { h } from "../basis/dom.js";

const LONG = 60;
const cut = (text) => (text.length > LONG ? `${text.slice(0, LONG / 2)}……${text.slice(-LONG / 2)}` : text);
const TAGS = { old: "del", new: "ins" };

export const stretches = (found) =>
  h(
    "ol",
    { class: "stretches" },
    found.map((one) =>
      h(
        "li",
        {},
        h("b", {}, `第 ${one.paragraph} 段　`),
        one.pieces.map((piece) => (TAGS[piece.kind] ? h(TAGS[piece.kind], {}, piece.text) : cut(piece.text))),
      ),
    ),
  );
