// Where the nodes of an outline stand, and how they change places; each says whether it did anything.

// Where a node stands: the list that holds it, its place there, and what holds the list.
export function placeOf(model, node) {
  for (const part of model.parts) {
    if (part === node) return { list: model.parts, at: model.parts.indexOf(part), holder: null, part };
    for (const section of part.sections) {
      if (section === node) return { list: part.sections, at: part.sections.indexOf(section), holder: part, part };
      const found = pointPlace(section, node, part);
      if (found) return found;
    }
  }
  return null;
}

function pointPlace(holder, node, part) {
  const at = holder.points.indexOf(node);
  if (at >= 0) return { list: holder.points, at, holder, part };
  for (const point of holder.points) {
    const found = pointPlace(point, node, part);
    if (found) return found;
  }
  return null;
}

export const isParked = (item) => ["是", "true", "yes", "on"].includes(String(item.rest["暂不用"] ?? "").toLowerCase());

export function park(node) {
  if (node.kind === "part") {
    const all = node.sections.every(isParked);
    node.sections.forEach((one) => {
      if (isParked(one) === all) park(one);
    });
    return;
  }
  if (isParked(node)) delete node.rest["暂不用"];
  else node.rest["暂不用"] = "是";
}

// Moves: each says whether it did anything.
export function move(model, node, by) {
  const place = placeOf(model, node);
  if (!place) return false;
  const to = place.at + by;
  if (to >= 0 && to < place.list.length) {
    place.list.splice(place.at, 1);
    place.list.splice(to, 0, node);
    if (node.kind === "part") model.ordered = true;
    return true;
  }
  if (node.kind !== "point") return false;
  const sections = model.parts.flatMap((part) => part.sections);
  const here = sections.indexOf(place.holder);
  const next = here < 0 ? null : sections[here + by];
  if (!next) return false;
  place.list.splice(place.at, 1);
  if (by < 0) next.points.push(node);
  else next.points.unshift(node);
  return true;
}

export function deeper(model, node) {
  const place = placeOf(model, node);
  if (!place || node.kind !== "point" || place.at === 0) return false;
  place.list.splice(place.at, 1);
  place.list[place.at - 1].points.push(node);
  return true;
}

export function shallower(model, node) {
  const place = placeOf(model, node);
  if (!place || node.kind !== "point" || place.holder.kind !== "point") return false;
  const above = placeOf(model, place.holder);
  const later = place.list.splice(place.at + 1);
  place.list.splice(place.at, 1);
  node.points.push(...later);
  above.list.splice(above.at + 1, 0, node);
  return true;
}

export function remove(model, node) {
  const place = placeOf(model, node);
  if (!place) return false;
  place.list.splice(place.at, 1);
  return true;
}
