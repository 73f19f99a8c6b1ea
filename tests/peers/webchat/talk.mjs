// A whole talk through Microsoft's client library, as a page of a partner would have it: node talk.mjs stream|poll
// Environment: CHAT_URL (where the program serves), CHAT_SECRET (of the partner's site), CHAT_ORIGIN (of its page).
import { strict as assert } from "node:assert";
import { JSDOM } from "jsdom";

const { CHAT_URL, CHAT_SECRET, CHAT_ORIGIN } = process.env;
const streams = process.argv[2] === "stream";
const domain = `${CHAT_URL}/v3/directline`;
const patience = 60_000;

// The library expects a browser: jsdom brings one whose calls carry the page's origin and obey what we allow it.
const { window } = new JSDOM("", { url: `${CHAT_ORIGIN}/`, pretendToBeVisual: true });
const sockets = [];
class Socket extends window.WebSocket {
  constructor(...given) {
    super(...given);
    sockets.push(this);
  }
}
Object.assign(globalThis, { window, document: window.document, XMLHttpRequest: window.XMLHttpRequest, WebSocket: Socket, FormData: window.FormData, Blob: window.Blob });
const { DirectLine, ConnectionStatus } = (await import("botframework-directlinejs")).default;

const made = await (await fetch(`${domain}/tokens/generate`, {
  method: "POST",
  headers: { authorization: `Bearer ${CHAT_SECRET}`, "content-type": "application/json" },
  body: JSON.stringify({ user: { id: "dl_peer" } }),
})).json();

const client = new DirectLine({ token: made.token, domain, webSocket: streams, pollingInterval: 300, conversationStartProperties: { locale: "km-KH" } });
const seen = [];
const waiting = new Set();
client.activity$.subscribe(activity => {
  if (activity.type === "typing")
    return; // only where the machine is slow
  seen.push(activity);
  console.log(`${activity.from?.role === "user" ? "she" : "bot"}: ${activity.type} ${JSON.stringify(activity.text ?? activity.name ?? activity.attachments?.[0]?.contentType ?? "")}`);
  waiting.forEach(look => look());
});
const states = [];
client.connectionStatus$.subscribe(state => {
  states.push(ConnectionStatus[state]);
  waiting.forEach(look => look());
});

function until(what, isSo) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = isSo();
      if (!found)
        return;
      waiting.delete(look);
      clearTimeout(late);
      resolve(found);
    };
    const late = setTimeout(() => reject(new Error(`It did not happen: ${what}. States ${states}.`)), patience);
    waiting.add(look);
    look();
  });
}

let read = 0;
async function bot(text) {
  const found = await until(`the bot says '${text}'`, () => seen.slice(read).find(a => a.from.role === "bot" && (a.text ?? "").includes(text)));
  read = seen.indexOf(found) + 1;
  return found;
}

function post(activity) {
  return new Promise((resolve, reject) => client.postActivity({ from: { id: "dl_peer" }, type: "message", ...activity })
    .subscribe(id => id === "retry" ? reject(new Error("The library was told to try again.")) : resolve(id), reject));
}

const types = text => post({ text });
const presses = (menu, title) => {
  const action = menu.suggestedActions.actions.find(one => one.title === title);
  assert(action, `There is no button '${title}', only ${menu.suggestedActions.actions.map(one => one.title)}`);
  assert.equal(action.type, "postBack");
  return post({ text: action.value, channelData: { postBack: true } });
};

// She agrees, walks by button, by digit and by a sentence.
await presses(await bot("តើអ្នកយល់ព្រមទេ?"), "យល់ព្រម ចាប់ផ្តើម");
const home = await bot("តើអ្នកចង់ដឹងអំពីអ្វី?");
assert.equal(home.locale, "km");
await presses(home, "សិទ្ធិរបស់ខ្ញុំ");
await bot("១.");
await types("ខ្ញុំចង់សួរអំពីថែមម៉ោង");
const overtime = await bot("ថែមម៉ោង");
assert.match(overtime.channelData.chatsupport.screen, /^rights\//);

// A picture goes up and comes back as it was.
const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4, 5, 6, 7, 8]);
const posted = await post({ attachments: [{ contentType: "image/png", contentUrl: `data:image/png;base64,${Buffer.from(picture).toString("base64")}`, name: "photo.png" }] });
const echo = await until("the picture comes back", () => seen.find(a => a.id === posted));
assert.equal(echo.attachments[0].contentType, "image/png");
assert.deepEqual(new Uint8Array(await (await fetch(echo.attachments[0].contentUrl)).arrayBuffer()), picture);
await bot("");

// The connection is cut. What is said meanwhile, from elsewhere, is there afterwards, once.
if (streams) {
  const [cut] = sockets.slice(-1);
  const opened = sockets.length;
  cut.close();
  await fetch(`${domain}/conversations/${made.conversationId}/activities`, {
    method: "POST",
    headers: { authorization: `Bearer ${made.token}`, "content-type": "application/json" },
    body: JSON.stringify({ type: "message", text: "ម៉ឺនុយ", from: { id: "dl_peer" } }),
  });
  await bot("តើអ្នកចង់ដឹងអំពីអ្វី?");
  assert(sockets.length > opened, "The library opened no further stream.");
} else {
  assert.equal(sockets.length, 0);
  await types("ម៉ឺនុយ");
  await bot("តើអ្នកចង់ដឹងអំពីអ្វី?");
}

// She leaves quickly: this client cannot take messages back, so it is told that the chat is over, and shown the decoy.
await post({ type: "event", name: "leave" }).catch(() => undefined);
await until("the chat is over", () => seen.some(a => a.type === "endOfConversation"));
assert.equal((await bot("សុភាសិត")).channelData.chatsupport.decoy, true);

const ids = seen.map(a => a.id);
assert.equal(new Set(ids).size, ids.length, "An activity came twice.");
assert(!seen.some(a => a.type === "messageUpdate" || a.type === "messageDelete"), "A client that did not ask for changes was told of one.");
console.log(`done: ${seen.length} activities, states ${states}`);
client.end();
window.close();
process.exit(0);
