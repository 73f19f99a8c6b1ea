// The page on which a case worker makes her key. It is made once; its public half is read to who signs the list of readers.
import * as own from "./ownkey.js";
import { newWords, readWords } from "./words.js";
import { Part } from "./part.js";
import { fromBase64, post } from "./wire.js";

export function attendKey(root) {
  const part = new Part(root);
  let made; // her identity, while it is being made
  let words;

  async function keep(form) {
    const { question } = await post("/console/reports/key/prove", { recipient: made.recipient });
    const proof = await own.answer(fromBase64(question), made.identity);
    await post("/console/reports/key/keep", { recipient: made.recipient, proof, kind: form.kind, hint: form.hint, blob: form.blob });
    part.put("recipient", made.recipient);
    forget();
    part.show("kept");
  }

  function forget() {
    made = words = undefined;
    part.put("words", "");
    part.find("typed").value = "";
  }

  part.on("passkey", async () => {
    made = await own.makeKey();
    await keep(await own.byNewPasskey(made.identity, root.dataset.name));
  });
  part.on("words", async () => {
    made = await own.makeKey();
    words = newWords();
    part.put("words", words);
    part.show("paper");
    part.find("written").focus();
  });
  part.on("written", () => {
    part.put("words", "");
    part.show("typing");
    part.find("typed").focus();
  });
  part.on("back", () => {
    part.put("words", words);
    part.show("paper");
  });
  part.on("typed", async () => {
    if (readWords(part.find("typed").value) !== words) return part.tell("slip");
    await keep(await own.byWords(made.identity, words));
  });
  part.on("away", () => {
    forget();
    part.show("none");
  });
  window.addEventListener("pagehide", forget, { signal: part.ended.signal });
  part.show("none");
  return {
    end() {
      forget();
      part.end();
    },
  };
}
