// Where the cursor is in the outline, and how it gets there.

import { $ } from "./dom.js";

export function focused() {
  const area = document.activeElement;
  return area?.dataset?.node
    ? { id: Number(area.dataset.node), field: area.dataset.field, start: area.selectionStart, end: area.selectionEnd }
    : null;
}

export function restore({ id, field: name, start, end }) {
  const area = $(`#parts [data-node="${id}"][data-field="${name}"]`);
  if (!area) return;
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
}

export function focusOn(node, name, at) {
  const wanted = name ? `[data-field="${name}"]` : "";
  const area = $(`#parts [data-node="${node.id}"]${wanted}`) ?? $(`#parts [data-id="${node.id}"] textarea`);
  if (!area) return;
  area.focus();
  area.scrollIntoView({ block: "nearest" });
  const place = at ?? area.value.length;
  area.setSelectionRange(place, place);
}
