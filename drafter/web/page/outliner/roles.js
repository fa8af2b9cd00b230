// What was read from an old file, each piece with the part that it was taken for, to be corrected before one goes on.

import { h } from "../basis/dom.js";
import { recast } from "../written/recast.js";

const SHOWN = 24;
const begins = (point) => point?.title || point?.text || "（空）";
const short = (said) => (said.length > SHOWN ? `${said.slice(0, SHOWN)}……` : said);

// The parts that something can be given to, as [role, how it is called, its key].
export function choicesOf(genre) {
  if (!genre.any) return genre.roles.map((one) => [one.name, one.label, one.label]);
  const named = Object.entries(genre.spellings).filter(([key]) => /[^\x00-\x7f]/.test(key));
  const first = new Map(named.map(([key, role]) => [role, key]).reverse());
  return [...first].map(([role, key]) => [role, key, key]);
}

// A choice of the part; `own` is what stands there when nothing is chosen.
export function roleChoice(genre, label, own, act) {
  const choices = choicesOf(genre);
  const select = h(
    "select",
    {
      "aria-label": label,
      onchange: () => {
        const [role, , key] = choices[select.selectedIndex - 1];
        act(role, key);
      },
    },
    h("option", { value: "", selected: true }, own),
    choices.map(([, called]) => h("option", { value: called }, called)),
  );
  return select;
}

// A list of what the model holds; each change is carried out on it and shown.
export function rolesOf(model, genre) {
  const place = h("div", { class: "roles", role: "group", "aria-label": "各部分" });
  const called = (part) => choicesOf(genre).find(([role]) => role === part.role)?.[1] ?? part.key;
  const row = (part, node, said, own, depth) =>
    h(
      "li",
      { class: `depth${depth}` },
      roleChoice(genre, `“${short(said)}”是`, own, (role, key) => {
        recast(model, genre.roles, part, node, role, key);
        draw();
      }),
      h("span", {}, short(said)),
    );
  const draw = () =>
    place.replaceChildren(
      h(
        "ul",
        {},
        model.parts.flatMap((part) =>
          part.sections.flatMap((section) => [
            row(part, section, section.heading || section.lead || begins(section.points[0]), called(part), 0),
            ...section.points
              .slice(section.heading || section.lead ? 0 : 1)
              .map((point) => row(part, point, begins(point), "同上", 1)),
          ]),
        ),
      ),
    );
  draw();
  return place;
}
