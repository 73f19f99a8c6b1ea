// Records a screen, or takes a file: of whatever the browser can play it makes plain samples, of which the server makes a voice note.

const largest = 20 * 1024 * 1024; // bytes of a file that is looked into

export function attend(dialog) {
  const { longest, rate } = Object.fromEntries(Object.entries(dialog.dataset).map(([name, value]) => [name, Number(value)]));
  const ended = new AbortController();
  const part = name => dialog.querySelector(`[data-part=${name}]`);
  let turn = 0; // what was begun for an earlier turn ends when it notices
  let address, wave, release = [];

  function show(state) {
    for (const element of dialog.querySelectorAll("[data-in]")) element.hidden = !element.dataset.in.split(" ").includes(state);
    for (const button of dialog.querySelectorAll("[data-act=keep]")) button.disabled = state === "sending";
    dialog.querySelector(`[data-in~=${state}] button.first, #recorder-title`)?.focus();
  }

  // The name of a sentence of the page, or a sentence of the server.
  function tell(trouble) {
    const known = [...dialog.querySelectorAll("[data-say]")].find(sentence => sentence.dataset.say === trouble);
    part("trouble").textContent = known?.textContent ?? trouble;
    part("trouble").hidden = !trouble;
  }

  function letGo() {
    for (const act of release.splice(0)) act();
  }

  function begin(button, to) {
    turn++;
    [address, wave] = [to, undefined];
    part("of").textContent = button.dataset.of;
    part("text").textContent = button.dataset.text;
    part("text").lang = button.dataset.language ?? "";
    tell("");
    show("none");
    dialog.showModal();
    return turn;
  }

  async function record(button) {
    const mine = begin(button, button.dataset.record);
    if (!navigator.mediaDevices?.getUserMedia) return tell("insecure");
    show("asking");
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true, autoGainControl: true } });
    } catch {
      if (mine === turn) fail("microphone");
      return;
    }
    const stopAll = () => stream.getTracks().forEach(track => track.stop());
    if (mine !== turn) return stopAll();
    release.push(stopAll);
    const pieces = [];
    const recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", piece => pieces.push(piece.data));
    recorder.addEventListener("stop", () => {
      if (mine !== turn) return;
      letGo();
      prepare(mine, new Blob(pieces, { type: recorder.mimeType }), true);
    });
    recorder.start();
    show("recording");
    measure(stream, () => recorder.state === "recording" && recorder.stop());
    dialog.querySelector("[data-act=stop]").onclick = () => recorder.state === "recording" && recorder.stop();
  }

  // The clock and the level; ends the recording when its time is over.
  function measure(stream, stop) {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const began = performance.now();
    const look = setInterval(() => {
      const seconds = Math.floor((performance.now() - began) / 1000);
      part("clock").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      analyser.getFloatTimeDomainData(samples);
      part("level").value = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      if (seconds >= longest) stop();
    }, 100);
    release.push(() => {
      clearInterval(look);
      context.close();
    });
  }

  function upload(button) {
    const chooser = document.createElement("input");
    [chooser.type, chooser.accept] = ["file", "audio/*,.ogg,.opus"];
    chooser.addEventListener("change", async () => {
      const [file] = chooser.files;
      const mine = begin(button, button.dataset.upload);
      if (file.size > largest) return fail("large");
      show("preparing");
      if ((await secondsOf(file)) > longest + 1) return mine === turn && fail("long"); // hours of sound are not unpacked
      if (mine === turn) prepare(mine, file, false);
    });
    chooser.click();
  }

  async function prepare(mine, blob, isCut) {
    show("preparing");
    let sound;
    try {
      sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(await blob.arrayBuffer());
    } catch {
      return mine === turn && fail("unreadable");
    }
    if (mine !== turn) return;
    if (!isCut && sound.duration > longest + 0.5) return fail("long");
    wave = waveOf(oneVoice(sound).subarray(0, longest * rate), rate);
    const heard = URL.createObjectURL(wave);
    release.push(() => URL.revokeObjectURL(heard));
    part("heard").src = heard;
    show("ready");
  }

  async function keep() {
    const mine = turn;
    tell("");
    show("sending");
    let trouble = "server";
    try {
      const token = document.querySelector("input[name=__RequestVerificationToken]").value;
      const reply = await fetch(address, { method: "POST", headers: { RequestVerificationToken: token, "Content-Type": "audio/wav" }, body: wave });
      trouble = reply.ok ? "" : (await reply.json()).trouble ?? trouble;
    } catch {
      // It is told below; what was recorded stays.
    }
    if (mine !== turn) return;
    if (!trouble) return dialog.close();
    tell(trouble);
    show("ready");
  }

  function fail(trouble) {
    show("none");
    tell(trouble);
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-record], [data-upload]");
    if (button?.dataset.record) record(button);
    else if (button) upload(button);
  }, { signal: ended.signal });
  dialog.querySelector("[data-act=keep]").addEventListener("click", keep);
  dialog.querySelector("[data-act=away]").addEventListener("click", () => dialog.close());
  dialog.dataset.attended = ""; // from here on its buttons do something
  dialog.addEventListener("close", () => {
    turn++;
    letGo();
    part("heard").removeAttribute("src");
  });
  return {
    end() {
      ended.abort();
      if (dialog.open) dialog.close();
    },
  };
}

function secondsOf(file) {
  return new Promise(resolve => {
    const player = document.createElement("audio");
    const address = URL.createObjectURL(file);
    const answer = seconds => {
      URL.revokeObjectURL(address);
      resolve(Number.isFinite(seconds) ? seconds : 0); // not known: decoding it will tell
    };
    player.addEventListener("loadedmetadata", () => answer(player.duration));
    player.addEventListener("error", () => answer(0));
    player.src = address;
  });
}

function oneVoice(sound) {
  const voice = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++)
    sound.getChannelData(channel).forEach((sample, at) => { voice[at] += sample / sound.numberOfChannels; });
  return voice;
}

function waveOf(voice, rate) {
  const view = new DataView(new ArrayBuffer(44 + voice.length * 2));
  const text = (at, letters) => [...letters].forEach((letter, more) => view.setUint8(at + more, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + voice.length * 2, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, voice.length * 2, true);
  voice.forEach((sample, at) => view.setInt16(44 + at * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32767), true));
  return new Blob([view], { type: "audio/wav" });
}
