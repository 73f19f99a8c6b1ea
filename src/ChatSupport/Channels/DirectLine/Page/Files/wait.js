// Waiting that ends early when there is a reason to try at once.
const sleepers = new Set();

/** Waits, or until the network comes back or the page is looked at again. */
export function pause(milliseconds) {
  return new Promise(done => {
    const wake = () => {
      clearTimeout(timer);
      sleepers.delete(wake);
      done();
    };
    const timer = setTimeout(wake, milliseconds);
    sleepers.add(wake);
  });
}

export const wakeAll = () => Array.from(sleepers).forEach(wake => wake());

/** Longer with each failure, at most 15 s, never in step with other phones. */
export const delay = failures => Math.min(15000, 500 * Math.pow(2, failures)) * (0.75 + Math.random() / 2);

addEventListener("online", wakeAll);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wakeAll());
