// What changes the outline's frame: points and sections added and taken away, each one step to undo.

import { focusOn } from "../basis/focus.js";
import { newPoint, newSection } from "../written/outline.js";
import { placeOf, remove } from "../written/moves.js";
import { change, state } from "../written/state.js";

export function addPoint(holder, at = holder.points.length) {
  const point = newPoint();
  change(() => {
    holder.points.splice(at, 0, point);
  });
  focusOn(point, "title");
}

export function addSection(part) {
  const section = newSection();
  change(() => {
    part.sections.push(section);
  });
  focusOn(section, "heading");
}

export function removeNode(node) {
  const place = placeOf(state.model, node);
  const next = place.list[place.at + 1] ?? place.list[place.at - 1] ?? place.holder;
  change(() => {
    if (
      node.kind === "part" &&
      state.genre.roles.some((role) => role.name === node.role) &&
      state.model.parts.filter((one) => one.role === node.role).length === 1
    )
      node.sections = [newSection()];
    else remove(state.model, node);
  });
  if (next && next.kind !== "part") focusOn(next);
}

export function removeBack(node) {
  const { list, at, holder } = placeOf(state.model, node);
  const before = list[at - 1] ?? holder;
  change(() => remove(state.model, node));
  focusOn(before, before.kind === "point" ? "text" : "lead");
}
