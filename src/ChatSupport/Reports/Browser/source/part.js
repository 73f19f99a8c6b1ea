// A part of a page that shows one of its states at a time, and says what went wrong in the page's own words.
import { CannotBeOpened } from "./sealed.js";
import { Trouble } from "./wire.js";

export class Part {
  constructor(root) {
    this.root = root;
    this.ended = new AbortController();
  }

  find(name) {
    return this.root.querySelector(`[data-part=${name}]`);
  }

  // As text alone: what somebody wrote into a report is never taken for a part of the page.
  put(name, text) {
    this.find(name).textContent = text;
  }

  show(state) {
    for (const element of this.root.querySelectorAll("[data-in]")) element.hidden = !element.dataset.in.split(" ").includes(state);
    this.root.dataset.state = state;
  }

  // The name of a sentence of the page, or a sentence of the server.
  tell(trouble) {
    const known = [...this.root.querySelectorAll("[data-say]")].find(sentence => sentence.dataset.say === trouble);
    this.put("trouble", known?.textContent ?? trouble);
    this.find("trouble").hidden = !trouble;
  }

  // Does something at a click, one at a time.
  on(name, act) {
    for (const button of this.root.querySelectorAll(`[data-act=${name}]`)) {
      button.addEventListener("click", async () => {
        if (this.root.dataset.busy) return;
        this.root.dataset.busy = name;
        this.tell("");
        try {
          await act(button);
        } catch (trouble) {
          this.tell(reasonOf(trouble));
        } finally {
          delete this.root.dataset.busy;
        }
      }, { signal: this.ended.signal });
    }
  }

  end() {
    this.ended.abort();
  }
}

function reasonOf(trouble) {
  if (trouble instanceof CannotBeOpened) return "closed";
  if (trouble instanceof Trouble) return trouble.message || "server";
  if (trouble?.name === "NotAllowedError" || trouble?.name === "InvalidStateError") return "passkey";
  return trouble?.message?.startsWith("PRF") ? "prf" : "server";
}
