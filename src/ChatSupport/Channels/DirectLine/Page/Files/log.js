// The talk as it stands: each activity once, in order, changed and removed where the server says so.
import { button, find, make } from "./dom.js";
import { drawBot, drawOwn, menuOf, ownText } from "./message.js";
import { word } from "./words.js";

export class Log {
  /** @param acts press(choice, button), player(address), picture(address), menuChanged(menu) */
  constructor(acts) {
    this.acts = acts;
    this.root = find("log");
    this.entries = new Map();
    this.pending = new Map();
    this.dots = make("p", { class: "line dots", "aria-hidden": "true" }, "•••");
  }

  take(activity) {
    if (activity.type === "typing")
      return this.showTyping();
    if (activity.type === "messageDelete")
      return this.remove(activity.id);
    if ((activity.type !== "message" && activity.type !== "messageUpdate") || !activity.id)
      return undefined;
    const fromBot = !activity.from || activity.from.role === "bot" || activity.from.id === "bot";
    return fromBot ? this.takeBot(activity) : this.takeOwn(activity);
  }

  takeBot(activity) {
    this.dots.remove();
    const known = this.entries.get(activity.id);
    const content = JSON.stringify([activity.text, activity.channelData, activity.attachments, activity.suggestedActions]);
    if (known && known.content === content)
      return;
    const menu = menuOf(activity);
    const element = drawBot(activity, menu, this.acts);
    if (known) {
      const held = known.element.contains(document.activeElement);
      known.element.replaceWith(element);
      if (held)
        element.focus({ preventScroll: true });
    } else {
      this.root.append(element);
    }
    this.entries.set(activity.id, { element, menu, content });
    this.settle();
    this.show(element, menu ? "start" : "nearest");
  }

  takeOwn(activity) {
    const mine = this.pending.get((activity.channelData || {}).clientActivityID);
    if (mine)
      this.committed(mine, activity.id);
    const known = this.entries.get(activity.id);
    const text = ownText(activity);
    if (known) {
      if (activity.type === "messageUpdate" && text)
        known.element.querySelector(".text").textContent = text;
      return;
    }
    if (mine || !text)
      return; // what she wrote on a sensitive screen is gone from here already
    const element = drawOwn(text);
    this.root.append(element);
    this.entries.set(activity.id, { element });
    this.show(element);
  }

  /** Shows her own line at once, as being sent. What she writes on a sensitive screen goes again as soon as the server has it:
      the server deletes it too, perhaps before this page ever hears of it. */
  addPending(key, text, masked, picture) {
    const element = drawOwn(text, masked);
    if (picture)
      element.insertBefore(make("figure", {}, make("img", { src: picture, alt: "" })), element.lastChild);
    const state = make("p", { class: "state" }, word("sending"));
    element.append(state);
    this.root.append(element);
    const item = { key, element, state, passing: Boolean(this.menu && this.menu.sensitive) };
    this.pending.set(key, item);
    this.show(element);
    return item;
  }

  committed(item, id) {
    item.state.remove();
    if (item.passing) {
      item.element.querySelectorAll("img").forEach(image => URL.revokeObjectURL(image.src)); // nor does the tab keep her photo
      item.element.remove();
    } else if (id && item.element.isConnected && !this.entries.has(id))
      this.entries.set(id, { element: item.element });
    setTimeout(() => this.pending.delete(item.key), 60000); // its echo may still come
  }

  failed(item, text, again) {
    item.state.textContent = text + " ";
    if (again)
      item.state.append(button(word("again"), () => { this.drop(item); again(); }));
  }

  drop(item) {
    item.element.remove();
    this.pending.delete(item.key);
  }

  remove(id) {
    const known = this.entries.get(id);
    if (!known)
      return;
    const held = known.element.contains(document.activeElement);
    known.element.remove();
    this.entries.delete(id);
    this.settle();
    if (held)
      this.root.focus({ preventScroll: true });
  }

  showTyping() {
    this.root.append(this.dots);
    this.root.scrollTop = this.root.scrollHeight;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.dots.remove(), 10000);
  }

  /** Only the latest menu can be pressed: what is old would only be in her way. */
  settle() {
    let latest = null;
    for (const entry of this.entries.values())
      if (entry.menu && (!latest || isAfter(entry, latest)))
        latest = entry;
    for (const entry of this.entries.values()) {
      const list = entry.element.querySelector(".choices");
      if (list)
        list.hidden = entry !== latest;
    }
    this.menu = latest && latest.menu;
    // Asked for a code, and then for something more without a menu: that is her PIN or word, which nobody beside her shall read.
    const isAsked = latest && latest.menu.asks === "code" && Array.from(this.entries.values()).some(entry => entry.content && !entry.menu && isAfter(entry, latest));
    this.acts.menuChanged(isAsked ? { ...this.menu, asks: "pin" } : this.menu);
  }

  /** The beginning of what is new, so that it is read from its first line; what only goes with a menu does not push it away. */
  show(element, block = "start") {
    this.latest = element;
    element.scrollIntoView({ block });
  }

  /** Keeps the newest in sight when the room around it changed. */
  keepInSight() {
    if (this.latest && this.latest.isConnected)
      this.latest.scrollIntoView({ block: "nearest" });
  }

  /** A line of the page itself. */
  say(text, action) {
    const line = make("div", { class: "line" }, make("p", {}, text));
    if (action)
      line.append(button(action.label, action.press, { class: "wide primary" }));
    this.root.append(line);
    this.show(line);
  }

  clear() {
    this.entries.clear();
    this.pending.clear();
    this.root.textContent = "";
    this.menu = null;
    this.acts.menuChanged(null);
  }
}

const isAfter = (entry, other) => Boolean(other.element.compareDocumentPosition(entry.element) & Node.DOCUMENT_POSITION_FOLLOWING);
