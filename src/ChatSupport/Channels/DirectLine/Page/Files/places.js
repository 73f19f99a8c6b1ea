// The row that is always there: back, home, listen, a person. Each keeps its place, so that a thumb finds it without looking.
import { button, empty, find, icon, make } from "./dom.js";
import { word, worded } from "./words.js";

export function makePlaces(press) {
  const row = find("places");
  let shown = "";
  worded(() => row.setAttribute("aria-label", word("places")));

  return menu => {
    const buttons = (menu && menu.navigation || []).filter(entry => entry.kind !== "leave");
    const now = JSON.stringify(buttons);
    if (now === shown)
      return;
    shown = now;
    const held = row.contains(document.activeElement) && document.activeElement.dataset.kind;
    empty(row);
    row.hidden = buttons.length === 0;
    for (const kind of ["back", "home", "listen", "person"]) {
      const entry = buttons.find(candidate => candidate.kind === kind);
      if (!entry && kind === "listen")
        continue;
      const element = button("", event => entry && press(entry, event.currentTarget), { disabled: !entry, "data-kind": kind });
      element.append(icon(kind), make("span", {}, !entry ? "" : kind === "person" ? word("person") : entry.label));
      if (entry && kind === "person") // short to look at, whole to hear
        element.append(make("span", { class: "hide" }, entry.label));
      row.append(element);
      if (held === kind && entry)
        element.focus({ preventScroll: true });
    }
  };
}
