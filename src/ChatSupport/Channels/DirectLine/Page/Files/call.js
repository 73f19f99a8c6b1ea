/** An answer that is not what was hoped for. Status 0: there was no answer. */
export class Refusal extends Error {
  constructor(status, code, retryAfter) {
    super(code || String(status));
    this.status = status;
    this.retryAfter = retryAfter || 0;
  }

  /** The same request may go through later. */
  get passes() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** The token or the conversation is no more. */
  get isOver() {
    return this.status === 401 || this.status === 403 || this.status === 404 || this.status === 410;
  }
}

/** One request of Direct Line 3.0. Answers the body as an object. It ends with the signal, wherever it is. */
export async function call(method, path, token, body, settings) {
  const { keepalive = false, patience = 30000, until } = settings || {};
  const stop = new AbortController();
  const end = () => stop.abort();
  const timer = setTimeout(end, patience);
  if (until)
    until.addEventListener("abort", end);
  const headers = {};
  if (token)
    headers.Authorization = "Bearer " + token;
  if (body && !(body instanceof FormData))
    headers["Content-Type"] = "application/json";
  let response, text;
  try {
    response = await fetch("/v3/directline" + path, {
      method, headers, keepalive, signal: stop.signal, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer",
      body: body && !(body instanceof FormData) ? JSON.stringify(body) : body,
    });
    text = await response.text();
  } catch (_) {
    throw new Refusal(0);
  } finally {
    clearTimeout(timer);
    if (until)
      until.removeEventListener("abort", end);
  }
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch (_) {
    if (response.ok)
      throw new Refusal(502); // something between us answered in its own words
  }
  if (!response.ok)
    throw new Refusal(response.status, answer.error && answer.error.code, Number(response.headers.get("Retry-After")));
  return answer;
}
