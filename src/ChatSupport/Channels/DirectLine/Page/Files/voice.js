// Records her voice, plays and shows what the server sends. All of it lives in memory only.
import { button, make } from "./dom.js";
import { word } from "./words.js";

const longest = 120; // seconds
const kinds = [["audio/ogg;codecs=opus", "ogg"], ["audio/webm;codecs=opus", "webm"], ["audio/mp4", "m4a"]];

export const recorder = {
  works: () => Boolean(window.MediaRecorder && navigator.mediaDevices && navigator.mediaDevices.getUserMedia),

  async start() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const kind = kinds.find(([type]) => MediaRecorder.isTypeSupported(type));
    const machine = new MediaRecorder(stream, kind ? { mimeType: kind[0], audioBitsPerSecond: 24000 } : {});
    const parts = [];
    let tick = () => undefined, seconds = 0, cancelled = false;
    const clock = setInterval(() => {
      tick(++seconds);
      if (seconds >= longest)
        stop();
    }, 1000);
    const stop = () => machine.state !== "inactive" && machine.stop();
    const done = new Promise(finish => {
      machine.ondataavailable = event => event.data.size && parts.push(event.data);
      machine.onstop = () => {
        clearInterval(clock);
        stream.getTracks().forEach(track => track.stop());
        const type = (machine.mimeType || "audio/webm").split(";")[0];
        finish(cancelled || !parts.length ? null : { blob: new Blob(parts, { type }), type, name: "voice." + (kind ? kind[1] : "webm") });
      };
    });
    machine.start();
    return { stop, done, onTick: listener => tick = listener, cancel: () => { cancelled = true; stop(); } };
  },
};

/** A button that fetches a recording on her tap and plays it; at once where she has just asked to listen. */
export function makePlayer(fetchFile, playNow) {
  const element = make("div", {});
  const play = button(word("listen"), async () => {
    play.disabled = true;
    try {
      const address = URL.createObjectURL(await fetchFile());
      const audio = make("audio", { controls: true, src: address, "aria-label": word("listen") });
      audio.addEventListener("error", () => element.replaceChildren(make("p", { class: "state" }, word("playFailed"))));
      play.replaceWith(audio);
      audio.play().catch(() => undefined); // she can press play herself
    } catch (_) {
      play.disabled = false; // no connection: she can try again
    }
  }, { class: "wide" });
  element.append(play);
  if (playNow)
    play.click();
  return element;
}

/** A button that fetches a picture on her tap and shows it: who stands beside her sees nothing before, and it costs nothing unseen. */
export function makePicture(fetchFile) {
  const element = make("figure", {});
  const look = button(word("look"), async () => {
    look.disabled = true;
    try {
      const image = make("img", { src: URL.createObjectURL(await fetchFile()), alt: word("myPhoto") });
      image.addEventListener("error", () => element.replaceChildren(make("p", { class: "state" }, word("photoFailed"))));
      look.replaceWith(image);
    } catch (_) {
      look.disabled = false; // no connection: she can try again
    }
  }, { class: "wide" });
  element.append(look);
  return element;
}
