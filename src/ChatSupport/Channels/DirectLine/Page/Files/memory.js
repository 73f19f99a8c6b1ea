// All that is kept on the phone: which conversation, and its token, until the tab is closed. Memory alone where storage is blocked.
const name = "n";
let fallback = null;

export function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name));
    return kept && kept.c && kept.t ? kept : fallback;
  } catch (_) {
    return fallback;
  }
}

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
