// The conversation with the server: started or taken up again, kept running through lost connections, without loss and without doubling.
import { call, Refusal } from "./call.js";
import { forget, keep, recall } from "./memory.js";
import { delay, pause, wakeAll } from "./wait.js";

const silence = 75000; // the server says something every 30 s

export class Wire {
  /**
   * @param hears what to call: activity(activity), state("opening" | "open" | "offline" | "busy"), restarted()
   */
  constructor(locale, hears) {
    this.locale = locale;
    this.hears = hears;
    this.queue = [];
    this.stopped = false;
    this.end = new AbortController(); // whatever is on its way, a photo too, must not arrive after she left
    this.failures = 0;
    this.unopened = 0;
    this.reset();
    addEventListener("offline", () => this.hang());
  }

  reset() {
    this.token = this.conversation = this.watermark = this.made = null;
    this.started = false;
    this.refreshAt = Infinity;
  }

  async run() {
    const kept = recall();
    if (kept) {
      this.conversation = kept.c;
      this.token = kept.t;
    }
    setInterval(() => this.refresh(), 20000);
    while (!this.stopped) {
      try {
        await this.follow(await this.open());
      } catch (refusal) {
        this.stumble(refusal);
        const asked = (refusal.retryAfter || 0) * 1000;
        if (!this.stopped)
          await pause(Math.max(asked, delay(this.failures++)));
      }
    }
  }

  call(method, path, token, body, patience) {
    return call(method, path, token, body, { patience, until: this.end.signal });
  }

  /** Starts a conversation or takes it up where it was. Answers the address of its stream. */
  async open() {
    if (!this.conversation)
      return this.begin();
    if (this.watermark === null)
      await this.fetchNew();
    const again = await this.call("GET", `/conversations/${encodeURIComponent(this.conversation)}?watermark=${encodeURIComponent(this.watermark || "0")}`, this.token);
    this.adopt(again);
    return again.streamUrl;
  }

  async begin() {
    const made = this.made = this.made || await this.call("POST", "/tokens/generate", null, {}); // one token, however often the start is tried
    const body = { locale: this.locale, channelData: { inPlace: true } };
    const start = await this.call("POST", "/conversations", made.token, body);
    this.adopt({ conversationId: start.conversationId, token: start.token || made.token, expires_in: start.expires_in });
    this.watermark = "0";
    this.made = null;
    return start.streamUrl;
  }

  adopt(answer) {
    if (this.stopped)
      return;
    this.conversation = answer.conversationId || this.conversation;
    this.token = answer.token || this.token;
    if (answer.token)
      this.refreshAt = Date.now() + (answer.expires_in || 1800) * 1000 / 3;
    keep(this.conversation, this.token);
    if (!this.started) {
      this.started = true;
      this.drain();
    }
  }

  /** Listens until the stream ends; asks every few seconds where no stream can be opened. */
  async follow(address) {
    if (this.unopened >= 2 || !address)
      return this.poll();
    const end = await this.listen(address);
    // Another tab took the stream over: both go on, this one by asking.
    this.unopened = end.code === 1000 ? 2 : end.opened ? 0 : this.unopened + 1;
    if (!this.stopped)
      throw new Refusal(0);
  }

  listen(address) {
    return new Promise(done => {
      let opened = false, timer;
      let socket;
      try {
        socket = new WebSocket(location.origin.replace(/^http/, "ws") + pathOf(address));
      } catch (_) {
        return done({ opened: false }); // not allowed here: ask instead
      }
      const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(() => this.hang(), opened ? silence : 20000);
      };
      const end = event => {
        clearTimeout(timer);
        socket.onopen = socket.onmessage = socket.onerror = socket.onclose = null;
        try {
          socket.close();
        } catch (_) {
          // It was never open.
        }
        if (this.hangUp === end)
          this.hangUp = null;
        done({ opened, code: event && event.code });
      };
      this.hangUp = end;
      // Each handler is taken off at the end, so that an old stream can say nothing more.
      socket.onopen = () => {
        opened = true;
        this.arrive();
        watch();
      };
      socket.onmessage = message => {
        watch();
        if (message.data)
          this.take(JSON.parse(message.data));
      };
      socket.onerror = socket.onclose = end;
      return watch();
    });
  }

  async poll() {
    this.arrive();
    while (!this.stopped) {
      await this.fetchNew();
      await pause(3000);
    }
  }

  async fetchNew() {
    const since = this.watermark === null ? "" : `?watermark=${encodeURIComponent(this.watermark)}`;
    this.take(await this.call("GET", `/conversations/${encodeURIComponent(this.conversation)}/activities${since}`, this.token));
    if (this.watermark === null)
      this.watermark = "0";
  }

  take(set) {
    if (this.stopped)
      return;
    for (const activity of set.activities || []) {
      try {
        this.hears.activity(activity);
      } catch (fault) { // one that cannot be drawn must not keep the next from her: it may be the one that hides everything
        setTimeout(() => { throw fault; });
      }
    }
    if (set.watermark !== undefined && set.watermark !== null)
      this.watermark = String(set.watermark);
  }

  arrive() {
    this.failures = 0;
    this.hears.state("open");
    wakeAll();
  }

  stumble(refusal) {
    if (this.stopped)
      return;
    if (!(refusal instanceof Refusal)) // a fault of this page: told to the console, and the talk goes on
      setTimeout(() => { throw refusal; });
    if (refusal.isOver)
      this.made = null;
    if (this.conversation && refusal.isOver)
      this.lose();
    else
      this.hears.state(refusal.status === 429 || refusal.status >= 500 ? "busy" : "offline");
  }

  /** The conversation is no more (an old token, erased): a new one begins, and what was not sent goes back to her. */
  lose() {
    forget();
    this.reset();
    this.failures = 0;
    const waiting = this.queue.splice(0);
    this.hears.restarted();
    waiting.forEach(item => item.failed(new Refusal(410)));
    this.hang();
  }

  async refresh() {
    if (this.stopped || !this.token || Date.now() < this.refreshAt)
      return;
    const conversation = this.conversation;
    try {
      const fresh = await this.call("POST", "/tokens/refresh", this.token);
      if (conversation === this.conversation)
        this.adopt(fresh);
    } catch (refusal) {
      if (conversation === this.conversation && refusal.status && refusal.isOver)
        this.lose();
    }
  }

  /** Posts in order; tries again until it is committed. Answers its id. */
  post(activity, file) {
    return new Promise((done, failed) => {
      this.queue.push({ activity, file, done, failed });
      this.drain();
    });
  }

  async drain() {
    if (this.draining || !this.started)
      return;
    this.draining = true;
    let failures = 0;
    while (this.queue.length && this.started && !this.stopped) {
      const item = this.queue[0];
      try {
        const answer = await this.send(item);
        if (this.queue[0] === item) {
          this.queue.shift();
          item.done(answer.id);
        }
        failures = 0;
      } catch (refusal) {
        if (this.queue[0] !== item)
          continue;
        if (refusal.passes && !(item.file && refusal.retryAfter >= 60)) // a photo that must wait long would keep her words waiting
          await pause(Math.max(refusal.retryAfter * 1000, delay(failures++)));
        else if (refusal.isOver)
          this.lose();
        else
          this.queue.shift().failed(refusal);
      }
    }
    this.draining = false;
  }

  send({ activity, file }) {
    const path = `/conversations/${encodeURIComponent(this.conversation)}`;
    if (!file)
      return this.call("POST", path + "/activities", this.token, activity);
    const form = new FormData();
    form.append("activity", new Blob([JSON.stringify(activity)], { type: "application/vnd.microsoft.activity" }));
    form.append("file", file, file.name);
    return this.call("POST", `${path}/upload?userId=${encodeURIComponent(activity.from.id)}`, this.token, form, 180000);
  }

  /** A file of the conversation, which only its token opens. */
  async file(address) {
    const response = await fetch(pathOf(address), { headers: { Authorization: "Bearer " + this.token }, cache: "no-store", credentials: "omit", signal: this.end.signal });
    if (!response.ok)
      throw new Refusal(response.status);
    return response.blob();
  }

  /** Ends everything at once; tells the server to hide this conversation. Answers when it is told, as far as that can be known. */
  leave() {
    const { token, conversation } = this;
    this.stop();
    if (!token || !conversation)
      return Promise.resolve();
    return call("POST", `/conversations/${encodeURIComponent(conversation)}/leave`, token, null, { keepalive: true }).catch(() => undefined);
  }

  stop() {
    this.stopped = true;
    this.queue.length = 0;
    this.end.abort();
    this.hang();
    forget();
    wakeAll();
  }

  hang() {
    if (this.hangUp)
      this.hangUp();
  }
}

/** Path and query of one of the server's addresses. It may know its own name otherwise than this browser does (a proxy before it). */
function pathOf(address) {
  const url = new URL(address, location.href);
  return url.pathname + url.search;
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
}
