// The emulator's control surface, for tests that run in a process of their own.
export const apiRoot = required("BOT_API_URL");
export const token = required("BOT_API_TOKEN");

export async function control(path, body = {}) {
  const response = await fetch(`${apiRoot}/control/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const json = await response.json();
  if (!response.ok) throw new Error(`POST /control/${path}: ${response.status} ${json.error}`);
  return json;
}

/** A new person with the acts that a test needs. */
export async function newWorker(languageCode = "km") {
  const { id } = await control("workers", { language_code: languageCode });
  return {
    id,
    sends: (text) => control(`workers/${id}/sends`, { text }),
    edits: (message, text) => control(`workers/${id}/edits`, { message_id: message.message_id, text }),
    presses: (button) => control(`workers/${id}/presses`, { button }),
    sendsVoice: (bytes) => control(`workers/${id}/voice`, { base64: Buffer.from(bytes).toString("base64") }),
    sharesLocation: (latitude, longitude) => control(`workers/${id}/location`, { latitude, longitude }),
    blocks: () => control(`workers/${id}/blocks`),
    waitFor: (text) => control(`workers/${id}/wait`, { text }),
    screen: () => control(`workers/${id}/screen`),
  };
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing: start the emulator with its control surface and give its address.`);
  return value;
}
