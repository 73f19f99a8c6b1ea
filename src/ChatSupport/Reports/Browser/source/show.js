// Shows what was opened: as text alone, in the order in which it came, each kind in its own list.

const lists = { answer: "story", identity: "who", attachment: "story", note: "notes", message: "thread" };
const shown = { "image/jpeg": "img", "image/png": "img", "image/webp": "img", "audio/ogg": "audio", "audio/webm": "audio", "audio/mp4": "audio" }; // the rest is saved, never run

export class Show {
  constructor(part) {
    this.part = part;
    this.addresses = [];
  }

  text(item, text) {
    this.line(item).append(element("p", text));
  }

  closed(item) {
    const say = this.part.root.querySelector("[data-say=closed]").textContent;
    this.line(item).append(element("p", say, "finding Error"));
  }

  // A picture, voice or document: opened only when she asks for it.
  file(item, contentOf) {
    const line = this.line(item);
    if (item.text) line.append(element("p", item.text));
    const button = element("button", this.part.find("see").textContent);
    button.type = "button";
    line.append(button);
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const content = await contentOf();
        button.replaceWith(this.player(item, content));
        content.fill(0);
      } catch {
        button.disabled = false;
        this.part.tell("closed");
      }
    }, { once: false });
  }

  player(item, content) {
    const kind = shown[item.type];
    const address = URL.createObjectURL(new Blob([content], { type: kind ? item.type : "application/octet-stream" }));
    this.addresses.push(address);
    if (kind === "audio") return Object.assign(element("audio", ""), { controls: true, src: address });
    if (kind === "img") return Object.assign(element("img", ""), { alt: item.title, src: address });
    const isDocument = item.type === "application/pdf"; // never shown here: what is in it could act
    const say = this.part.find(isDocument ? "save-document" : "save").textContent;
    return Object.assign(element("a", say), { href: address, download: isDocument ? "document.pdf" : "attachment" });
  }

  line(item) {
    const line = element("article", "", item.isOurs ? "ours" : "hers");
    line.append(element("h4", [item.title, item.by, item.at].filter(Boolean).join(" · "), "path"));
    this.part.find(lists[item.purpose]).append(line);
    return line;
  }

  empty(name) {
    this.part.find(name).replaceChildren();
  }

  clear() {
    for (const name of new Set(Object.values(lists))) this.part.find(name).replaceChildren();
    for (const address of this.addresses.splice(0)) URL.revokeObjectURL(address);
  }
}

function element(name, text, type = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (type) made.className = type;
  return made;
}
