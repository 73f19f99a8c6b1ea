// The page: puts the parts together. Read it from here.
import { makeComposer } from "./composer.js";
import { find } from "./dom.js";
import { fetchFontWhereNeeded } from "./font.js";
import { beforeLeaving, hasLeft, leave, watchForLeaving, watchForQuiet } from "./leave.js";
import { Log } from "./log.js";
import { makePlaces } from "./places.js";
import { makeTools } from "./share.js";
import { makePicture, makePlayer } from "./voice.js";
import { firstLanguage, speak, word, worded } from "./words.js";
import { newId, Wire } from "./wire.js";

watchForLeaving(find("leave"));
fetchFontWhereNeeded();
speak(firstLanguage(document.body.dataset.languages.split(" ")));

const status = find("status"), foot = find("foot");
let listenPressedAt = -Infinity;
let pressed = null;
let state, late;

const log = new Log({ press, player, picture, menuChanged });
const showPlaces = makePlaces(press);
const composer = makeComposer(sendText);
const tools = makeTools({ spot: sendSpot, file: sendFile });
const wire = new Wire(document.documentElement.lang, { activity: take, state: showState, restarted });
beforeLeaving(() => wire.leave());
addEventListener("pageshow", event => {
  if (!event.persisted || hasLeft())
    return;
  wire.stop(); // come back to from elsewhere: the talk is over, and the page begins anew
  location.reload();
});
beforeLeaving(() => tools.stop());
watchForQuiet(() => Boolean(log.menu && log.menu.sensitive));
worded(() => {
  find("leave").textContent = word("leave");
  log.root.setAttribute("aria-label", word("talk"));
  tools.reword();
  showState(state);
});
wire.run();

function take(activity) {
  if (hasLeft())
    return;
  const own = activity.channelData && activity.channelData.chatsupport;
  if (own && own.decoy)
    return leave();
  if (activity.locale && activity.from && activity.from.role === "bot")
    speak(activity.locale);
  if (activity.type === "endOfConversation")
    return end();
  log.take(activity);
}

function menuChanged(menu) {
  pressed = null;
  const asks = menu && menu.asks || null;
  showPlaces(menu);
  composer.fit(asks);
  tools.offer(menu && menu.takes || asks || (menu && menu.lines ? "line" : null));
}

function showState(next) {
  state = next;
  clearTimeout(late);
  if (hasLeft())
    return;
  if (state === "open") {
    foot.hidden = false;
    status.textContent = status.className = "";
    log.keepInSight();
  } else if (state) { // a short break is nobody's worry
    late = setTimeout(() => {
      status.textContent = word(state);
      status.className = "wait";
      log.keepInSight();
    }, status.textContent ? 0 : 1500);
  } else {
    status.textContent = word("opening");
  }
}

const activity = (key, more) => ({ type: "message", from: { id: "me" }, ...more, channelData: { clientActivityID: key, ...(more.channelData || {}) } });

// The same key when it is sent again: what was taken already, though its answer was lost, then takes effect once.
function sendText(text, masked, key = newId()) {
  const item = log.addPending(key, text, masked);
  deliver(item, () => wire.post(activity(key, { text })), refusal => {
    if (refusal.status !== 410)
      return log.failed(item, word("notSent"), () => sendText(text, masked, key));
    log.drop(item);
    return masked || composer.giveBack(text);
  });
}

function sendSpot(spot, key = newId()) {
  const item = log.addPending(key, word("mySpot"));
  deliver(item, () => wire.post(activity(key, { text: "", channelData: { location: spot } })), () => log.failed(item, word("notSent"), () => sendSpot(spot, key)));
}

function sendFile(blob, name, contentType, label, picture, key = newId()) {
  const item = log.addPending(key, word(label), false, picture);
  const file = new File([blob], name, { type: contentType });
  deliver(item, () => wire.post(activity(key, { text: "", attachments: [{ contentType, name }] }), file), refusal =>
    log.failed(item, word(refusal.status === 413 ? "tooLarge" : refusal.passes ? "notNow" : "notSent"),
      refusal.status === 413 ? null : () => sendFile(blob, name, contentType, label, picture, key)));
}

function deliver(item, post, failed) {
  post().then(id => log.committed(item, id), failed);
}

/** One press at a time: a second tap on a slow connection changes nothing. */
function press(choice, element) {
  if (pressed)
    return;
  pressed = element;
  if (choice.kind === "listen")
    listenPressedAt = Date.now();
  const all = Array.from(document.querySelectorAll(".choices button"));
  all.forEach(other => other.setAttribute("aria-disabled", "true"));
  element.classList.add("pressed");
  const release = () => {
    if (pressed !== element)
      return;
    pressed = null;
    element.classList.remove("pressed");
    all.forEach(other => other.removeAttribute("aria-disabled"));
  };
  const key = newId();
  const value = choice.value || "b:" + choice.id;
  wire.post(activity(key, { text: value, value, channelData: { postBack: true } })).then(
    () => setTimeout(release, 3000), // usually the next menu is here long before
    release);
}

function player(address) {
  const playNow = Date.now() - listenPressedAt < 30000;
  listenPressedAt = -Infinity;
  return makePlayer(() => wire.file(address), playNow);
}

function picture(address) {
  return makePicture(() => wire.file(address));
}

function restarted() {
  log.clear();
  log.say(word("closed"));
}

function end() {
  wire.stop();
  log.clear();
  foot.hidden = true;
  log.say(word("ended"), { label: word("begin"), press: () => location.reload() });
}
