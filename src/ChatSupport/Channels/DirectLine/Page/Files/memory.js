// All that is kept on the phone: which conversation, and its token, until the tab is closed. Memory alone where storage is blocked.
const name = "n";
let fallback = null;

export function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name));
    // A reload is back at once. Later it is somebody who reopens the closed tab: a browser restores what stood here with it.
    if (kept && kept.left && Date.now() - kept.left > 30000) {
      forget();
      return null;
    }
    if (!kept || !kept.c || !kept.t) return fallback;
    keep(kept.c, kept.t);
    return kept;
  } catch (_) {
    return fallback;
  }
}

addEventListener("pagehide", () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name));
    if (kept) sessionStorage.setItem(name, JSON.stringify({ ...kept, left: Date.now() }));
  } catch (_) {
    // Nothing is kept there.
  }
});

export function keep(conversation, token) {
  fallback = { c: conversation, t: token };
  try {
    sessionStorage.setItem(name, JSON.stringify(fallback));
  } catch (_) {
    // Blocked (a frame in a strict browser) or full: the talk lasts as long as the page.
  }
}

export function forget() {
  fallback = null;
  try {
    sessionStorage.clear();
  } catch (_) {
    // Nothing was kept there.
  }
}
