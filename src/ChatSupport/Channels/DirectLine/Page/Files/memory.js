// All that is kept on the phone: which conversation, and its token, for this tab, as long as the page stands. Memory alone where storage is blocked.
const name = "n";
const longest = 30000; // milliseconds; a reload is back sooner
let held = null;

/** Only this very page, loaded anew a moment later, goes on. A tab that was closed and reopened, copied, restored after a crash or come
    back to brings along what stood here, and it may be somebody else who looks at it: there nothing is known any more. */
export function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name));
    if (kept && kept.c && kept.t && isReload() && Math.abs(Date.now() - kept.at) < longest) {
      keep(kept.c, kept.t);
      return kept;
    }
  } catch (_) {
    // Blocked, or not ours.
  }
  forget();
  return null;
}

function isReload() {
  const way = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
  return way ? way.type === "reload" : performance.navigation.type === 1;
}

export function keep(conversation, token) {
  held = { c: conversation, t: token };
  stamp();
}

export function forget() {
  held = null;
  try {
    sessionStorage.clear();
  } catch (_) {
    // Nothing was kept there.
  }
}

/** Says that the page still stands: a browser that crashes or is ended says nothing more. */
function stamp() {
  if (!held)
    return;
  try {
    sessionStorage.setItem(name, JSON.stringify({ ...held, at: Date.now() }));
  } catch (_) {
    // Blocked (a frame in a strict browser) or full: the talk lasts as long as the page.
  }
}

setInterval(stamp, 5000);
addEventListener("pagehide", stamp);
