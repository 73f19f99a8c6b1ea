// Draws one activity.
import { withNumbers } from "./dial.js";
import { button, make } from "./dom.js";
import { digits, languageOf, word } from "./words.js";

/** What a menu holds: from our own server whole, from any other server as far as Direct Line says it. */
export function menuOf(activity) {
  const own = activity.channelData && activity.channelData.chatsupport;
  if (own)
    return { choices: [], navigation: [], ...own };
  const actions = activity.suggestedActions && activity.suggestedActions.actions;
  return actions && actions.length
    ? { body: activity.text, choices: actions.map(action => ({ value: action.value, label: action.title })), navigation: [] }
    : null;
}

export function drawBot(activity, menu, acts) {
  const element = make("article", { class: "bot", lang: activity.locale || languageOf(activity.text || ""), tabindex: -1 }, make("span", { class: "hide" }, word("bot")));
  if (menu && menu.notice)
    element.append(make("p", { class: "notice" }, menu.notice));
  const text = menu && typeof menu.body === "string" ? menu.body : activity.text;
  if (text && !isSpot(activity))
    element.append(make("p", { class: "text" }, ...withNumbers(text)));
  for (const attachment of activity.attachments || [])
    element.append(...drawAttachment(activity, attachment, acts));
  if (menu && menu.choices.length)
    element.append(drawChoices(menu.choices, acts));
  return element;
}

function drawChoices(choices, acts) {
  const list = make("ul", { class: "choices", role: "list" });
  choices.forEach((choice, index) => list.append(make("li", {}, button("", event => acts.press(choice, event.currentTarget), {}))));
  Array.from(list.querySelectorAll("button")).forEach((element, index) => element.append(
    make("span", { class: "number" }, digits(index + 1)),
    make("span", { lang: languageOf(choices[index].label) }, choices[index].label)));
  return list;
}

const isSpot = activity => Boolean(activity.channelData && activity.channelData.location);

function drawAttachment(activity, attachment, acts) {
  const type = String(attachment.contentType || "");
  if (isSpot(activity))
    return [drawSpot(activity.channelData.location)];
  if (type.startsWith("audio/"))
    return [acts.player(attachment.contentUrl)];
  if (type.startsWith("image/"))
    return [acts.picture(attachment.contentUrl)];
  if (type === "application/vnd.microsoft.card.hero") {
    const card = attachment.content || {};
    return [card.title, card.subtitle, card.text].filter(Boolean).map(line => make("p", { class: "text" }, ...withNumbers(String(line))));
  }
  return [];
}

function drawSpot(spot) {
  const place = [Number(spot.latitude), Number(spot.longitude)];
  const element = make("div", { class: "spot" });
  if (spot.name)
    element.append(make("p", { class: "text" }, spot.name));
  if (spot.address)
    element.append(make("p", { class: "text state" }, spot.address));
  if (place.every(Number.isFinite)) {
    // The phone's own map, whichever she has; iPhones do not know geo: addresses.
    const at = place.join(",");
    const address = /iPhone|iPad|iPod/.test(navigator.userAgent) ? `maps:?q=${at}` : `geo:${at}?q=${at}`;
    element.append(make("a", { class: "wide map", href: address, rel: "noreferrer" }, word("map")));
  }
  return element;
}

/** Her own words, or a word for what else she sent. */
export function drawOwn(text, masked) {
  return make("article", { class: "own", tabindex: -1 },
    make("span", { class: "hide" }, word("you")),
    make("p", { class: masked ? "text masked" : "text", lang: languageOf(text) }, text));
}

export function ownText(activity) {
  const data = activity.channelData || {};
  const attachment = (activity.attachments || [])[0];
  if (data.location)
    return word("mySpot");
  if (attachment)
    return word(String(attachment.contentType || "").startsWith("audio/") ? "myVoice" : "myPhoto");
  return data.postBack || activity.value !== undefined ? "" : activity.text || "";
}
