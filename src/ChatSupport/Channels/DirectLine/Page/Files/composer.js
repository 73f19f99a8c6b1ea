// Where she types. Enter sends; nothing she typed is dropped before the server has it.
import { find } from "./dom.js";
import { word, worded } from "./words.js";

const longest = 4096; // letters; the server takes no more at once

export function makeComposer(send) {
  const box = find("words"), button = find("send"), note = find("long");
  const label = document.querySelector("label[for=words]");
  worded(() => {
    label.textContent = box.placeholder = word("write");
    button.textContent = word("send");
    weigh();
  });

  /** She is told before she sends, and nothing of it is cut off. */
  function weigh() {
    const isLong = box.value.trim().length > longest;
    note.textContent = isLong ? word("tooLong") : "";
    box.setAttribute("aria-invalid", String(isLong));
    return isLong;
  }

  const grow = () => {
    box.style.height = "auto";
    box.style.height = box.scrollHeight + 2 + "px";
    weigh();
  };
  const submit = () => {
    const text = box.value.trim();
    if (!text)
      return;
    if (weigh())
      return box.focus();
    box.value = "";
    grow();
    send(text, box.classList.contains("masked"));
    box.focus();
  };

  box.addEventListener("input", grow);
  box.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      submit();
    }
  });
  button.addEventListener("click", submit);

  return {
    /** Gives back what could not be sent, before whatever she typed since. */
    giveBack(text) {
      box.value = box.value ? text + "\n" + box.value : text;
      grow();
    },
    /** Fits the keyboard to what is asked; a PIN is not shown to who looks over her shoulder. */
    fit(asks) {
      box.classList.toggle("masked", asks === "pin");
      if (asks === "number" || asks === "code")
        box.inputMode = "numeric";
      else
        box.removeAttribute("inputmode");
    },
  };
}
