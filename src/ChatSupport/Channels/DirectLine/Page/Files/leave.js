// "Leave quickly": nothing is left to see, here or behind the back button.
import { empty } from "./dom.js";

const before = [];
let left = false;

/** What else must be told or stopped. Runs after the page is empty; a promise is waited for only where the browser would drop the request. */
export const beforeLeaving = step => before.push(step);

export const hasLeft = () => left;

export function leave() {
  if (left)
    return;
  left = true;
  const { leave: to, view } = document.body.dataset;
  document.title = "";
  document.body.classList.add("left");
  empty(document.body);
  const told = Promise.all(before.map(step => {
    try {
      return step();
    } catch (fault) { // whatever else went wrong, the page goes
      return setTimeout(() => { throw fault; });
    }
  }));
  const go = () => view === "embed" && parent !== window ? parent.postMessage({ leave: to }, "*") : location.replace(to);
  if ("keepalive" in Request.prototype || view === "embed")
    go();
  else // an older Firefox drops the request with the page: give it a moment, the page is empty already
    Promise.race([told, new Promise(done => setTimeout(done, 400))]).then(go);
}

/** The link, and Escape twice within two seconds, which hands that shake can do. What the browser may keep of a page that it goes away from is empty too. */
export function watchForLeaving(link) {
  let lastEscape = -Infinity;
  link.addEventListener("click", event => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.repeat)
      return;
    if (event.timeStamp - lastEscape < 2000) {
      event.preventDefault(); // a browser takes Escape for "stop loading", which must not stop this
      leave();
    }
    lastEscape = event.timeStamp;
  }, true);
  addEventListener("message", event => { // a partner's page passes on its own Escape
    if (event.source === parent && parent !== window && event.data && event.data.leave === true)
      leave();
  });
  addEventListener("pagehide", () => document.body.classList.add("left"));
  addEventListener("pageshow", event => {
    if (event.persisted && left)
      location.replace(document.body.dataset.leave);
    else if (!event.persisted)
      document.body.classList.remove("left");
  });
}

/** A sensitive screen that nobody touched for a while hides itself, even without a connection. */
export function watchForQuiet(isSensitive) {
  const limit = Number(document.body.dataset.quiet) * 1000;
  let touchedAt = Date.now();
  const look = () => {
    if (isSensitive() && Date.now() - touchedAt >= limit)
      leave();
  };
  const touch = () => {
    look();
    touchedAt = Date.now();
  };
  ["pointerdown", "keydown", "scroll"].forEach(name => document.addEventListener(name, touch, { capture: true, passive: true }));
  document.addEventListener("visibilitychange", look);
  setInterval(look, 15000);
}
