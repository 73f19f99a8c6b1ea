// What else she can give when she is asked for it: roughly where she is, a photo, her voice. Nothing is taken before her tap.
import { button, empty, find, make } from "./dom.js";
import { recorder } from "./voice.js";
import { word } from "./words.js";

/** @param give spot({ latitude, longitude }), file(blob, name, contentType, word, picture) */
export function makeTools(give) {
  const row = find("tools");
  let stopNow = () => undefined;
  let asked = null;

  // In a chat with a person she may give each at any time; to a question of a report her voice, and mostly a photo.
  const offers = { place: offerSpot, photo: () => offerPhoto(row), voice: () => offerVoice(row), files: offerFiles, line: offerAll };
  const takes = kind => asked === kind || asked === "line" || (asked === "files" && kind === "voice");
  const reset = () => {
    stopNow();
    stopNow = () => undefined;
    clear(false);
    if (offers[asked])
      offers[asked]();
  };
  /** While she records or looks at a photo, that alone can be sent. */
  function clear(giving) {
    empty(row);
    find("composer").hidden = giving;
  }
  const say = text => row.append(make("p", { class: "state", role: "status" }, text));

  function offerSpot() {
    if (!navigator.geolocation || !isSecureContext)
      return;
    const ask = button(word("spot"), () => {
      ask.disabled = true;
      ask.textContent = word("spotSeeking");
      navigator.geolocation.getCurrentPosition(
        position => {
          // Three decimals: about a hundred metres. More never leaves the phone.
          const rough = value => Math.round(value * 1000) / 1000;
          if (takes("place"))
            give.spot({ latitude: rough(position.coords.latitude), longitude: rough(position.coords.longitude) });
          reset();
        },
        () => {
          reset();
          say(word("spotFailed"));
        },
        { enableHighAccuracy: false, timeout: 20000, maximumAge: 300000 });
    }, { class: "wide" });
    row.append(ask);
  }

  function offerFiles() {
    const pair = make("div", { class: "pair" });
    row.append(pair);
    offerVoice(pair);
    offerPhoto(pair);
  }

  function offerAll() {
    offerFiles();
    offerSpot();
  }

  function offerPhoto(into) {
    const input = make("input", {
      type: "file", accept: "image/*", hidden: true, "aria-label": word("photo"),
      onchange: async () => {
        const file = input.files[0];
        if (!file)
          return;
        try {
          confirm(await redraw(file), "photo.jpg", "image/jpeg", "myPhoto");
        } catch (_) {
          reset();
          say(word("photoFailed"));
        }
      },
    });
    into.append(input, button(word("photo"), () => input.click(), { class: "wide" }));
  }

  function offerVoice(into) {
    if (!recorder.works())
      return;
    const start = button(word("record"), async () => {
      start.disabled = true;
      let taping;
      try {
        taping = await recorder.start();
      } catch (_) {
        reset();
        return say(word("voiceFailed"));
      }
      const time = make("p", { class: "state" }, "0:00");
      const stop = button(word("stop"), () => taping.stop(), { class: "wide primary" });
      stopNow = taping.cancel;
      clear(true);
      row.append(stop, time);
      stop.focus();
      taping.onTick(seconds => time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
      const tape = await taping.done;
      stopNow = () => undefined;
      if (tape && takes("voice"))
        confirm(tape.blob, tape.name, tape.type, "myVoice");
      return undefined;
    }, { class: "wide" });
    into.append(start);
  }

  /** She sees or hears it once more before it goes. */
  function confirm(blob, name, type, label) {
    const address = URL.createObjectURL(blob);
    const isPicture = type.startsWith("image/");
    const finish = send => {
      if (!send || !isPicture)
        URL.revokeObjectURL(address);
      if (send)
        give.file(blob, name, type, label, isPicture ? address : null);
      reset();
    };
    clear(true);
    const sendIt = button(word("send"), () => finish(true), { class: "wide primary" });
    row.append(
      isPicture ? make("img", { src: address, alt: word("myPhoto") }) : make("audio", { src: address, controls: true, "aria-label": word("myVoice") }),
      make("div", { class: "pair" }, button(word("discard"), () => finish(false), { class: "wide" }), sendIt));
    sendIt.focus();
  }

  return {
    offer(asks) {
      if (asks === asked)
        return;
      asked = asks;
      reset();
    },
    reword: reset,
    stop: () => stopNow(),
  };
}

/** Drawn anew: smaller, and without what the camera writes into a file (place, time, device). */
async function redraw(file) {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    await new Promise((done, failed) => {
      picture.onload = done;
      picture.onerror = failed;
      picture.src = address;
    });
    const scale = Math.min(1, 1600 / Math.max(picture.naturalWidth, picture.naturalHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => canvas.toBlob(blob => blob ? done(blob) : failed(new Error("no picture")), "image/jpeg", 0.82));
  } finally {
    URL.revokeObjectURL(address);
  }
}
