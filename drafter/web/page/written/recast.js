// Which part of the paper something is. What was read from an old file may have been taken for another part.

import { newSection, partOf } from "./outline.js";

// Gives a section, or a point with those of its section that follow it, to the part of this role; all stays in its order.
export function recast(model, roles, part, from, role, key) {
  if (from === part || (from.kind === "section" && part.sections.length === 1)) Object.assign(part, { role, key });
  else if (from.kind === "section") {
    const at = part.sections.indexOf(from);
    replace(model, part, [part.sections.slice(0, at), [from], part.sections.slice(at + 1)], 1, role, key);
  } else {
    const at = part.sections.findIndex((one) => one.points.includes(from));
    const section = part.sections[at];
    const rest = newSection("", "", section.points.splice(section.points.indexOf(from)));
    [rest.tail, section.tail] = [section.tail, ""];
    replace(
      model,
      part,
      [part.sections.slice(0, at + 1).filter(says), [rest], part.sections.slice(at + 1)],
      1,
      role,
      key,
    );
  }
  join(model);
  const places = model.parts.map((one) => roles.findIndex((other) => other.name === one.role));
  if (places.some((place, n) => n && place < places[n - 1])) model.ordered = true;
}

const says = (section) => section.heading || section.lead || section.points.length;

// The part falls into these; the one at `at` is of another role.
function replace(model, part, pieces, at, role, key) {
  const made = pieces.map((sections, n) =>
    sections.length ? partOf(n === at ? role : part.role, n === at ? key : part.key, sections) : null,
  );
  model.parts.splice(model.parts.indexOf(part), 1, ...made.filter(Boolean));
}

// Neighbours of one role are one part; those that say nothing give way.
function join(model) {
  const joined = [];
  for (const part of model.parts) {
    const before = joined.at(-1);
    if (before?.role === part.role) {
      const sections = [...before.sections, ...part.sections];
      before.sections = sections.some(says) ? sections.filter(says) : sections.slice(0, 1);
    } else joined.push(part);
  }
  model.parts = joined;
}
