// Wipes what was opened: after ten idle minutes, when she says so, and when the page is left. A script cannot overwrite a text; it lets go of every one,
// empties what was shown, and nothing of it is stored anywhere.

const idleFor = 10 * 60 * 1000; // milliseconds
const lookEvery = 5 * 1000;
const signsOfLife = ["pointerdown", "keydown", "wheel", "touchstart"];

export function lockAfterIdle(wipe) {
  const ended = new AbortController();
  let touched = Date.now();
  for (const sign of signsOfLife)
    document.addEventListener(sign, () => { touched = Date.now(); }, { signal: ended.signal, capture: true, passive: true });
  const look = () => Date.now() - touched >= idleFor && wipe(); // by the clock: a machine that slept counts as idle
  const timer = setInterval(look, lookEvery);
  document.addEventListener("visibilitychange", look, { signal: ended.signal });
  window.addEventListener("pagehide", wipe, { signal: ended.signal });
  return () => {
    ended.abort();
    clearInterval(timer);
  };
}
