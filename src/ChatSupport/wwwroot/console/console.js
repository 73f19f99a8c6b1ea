// Passkeys and joining, for the pages before the sign-in. Nothing here runs in the live console but the language of passkeys for one's account.

const fromBase64 = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), character => character.charCodeAt(0));
const toBase64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// Some browsers have no toJSON of a credential, or one that fails on what a password manager made.
function written(credential) {
  const { response } = credential;
  const part = name => response[name] ? toBase64(response[name]) : undefined;
  return JSON.stringify({
    id: credential.id, rawId: toBase64(credential.rawId), type: credential.type, authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: part("clientDataJSON"), attestationObject: part("attestationObject"), authenticatorData: part("authenticatorData"),
      signature: part("signature"), userHandle: part("userHandle"), transports: response.getTransports?.(),
    },
  });
}

function readOptions(options, listName) {
  options.challenge = fromBase64(options.challenge);
  for (const known of options[listName] ?? []) known.id = fromBase64(known.id);
  if (options.user) options.user.id = fromBase64(options.user.id);
  return options;
}

async function makePasskey(options) {
  return written(await navigator.credentials.create({ publicKey: readOptions(JSON.parse(options), "excludeCredentials") }));
}

export async function addPasskey() {
  const { options } = await post("/console/account/passkey/options", {});
  await post("/console/account/passkey", { credential: await makePasskey(options) });
}

async function usePasskey(options) {
  return written(await navigator.credentials.get({ publicKey: readOptions(JSON.parse(options), "allowCredentials") }));
}

async function post(path, fields) {
  const body = new FormData();
  body.set("__RequestVerificationToken", document.querySelector("input[name=__RequestVerificationToken]").value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value ?? "");
  const reply = await fetch(path, { method: "POST", body });
  const json = await reply.json().catch(() => ({}));
  if (!reply.ok) throw new Error(json.trouble ?? "The server did not answer as expected. Load the page again.");
  return json;
}

// Not as a form: browsers then leave out where the request comes from, which a passkey is checked against.
for (const part of document.querySelectorAll("[data-passkey]")) {
  part.querySelector("button").addEventListener("click", async () => {
    const trouble = part.querySelector("[data-trouble]");
    trouble.hidden = true;
    try {
      const { options } = await post("/console/sign-in/passkey/options", {});
      await post("/console/sign-in/passkey", { credential: await usePasskey(options) });
      location.href = "/console";
    } catch {
      trouble.hidden = false;
    }
  });
}

async function join(part) {
  const token = location.hash.slice(1) || sessionStorage.getItem("join") || "";
  history.replaceState(null, "", location.pathname); // a shared screen does not show it, the history does not keep it
  sessionStorage.setItem("join", token); // but this tab does until it is used: the page may be loaded again, or in the other language
  const find = selector => part.querySelector(selector);
  const value = name => find(`input[name=${name}]`).value;
  const tell = trouble => {
    find("[data-trouble]").textContent = trouble.message;
    find("[data-trouble]").hidden = false;
  };
  const attempt = act => async () => {
    find("[data-trouble]").hidden = true;
    try {
      await act();
      sessionStorage.removeItem("join");
      location.href = "/console";
    } catch (trouble) {
      tell(trouble);
    }
  };
  let offer;
  try {
    offer = await post("/console/join/open", { token });
  } catch (trouble) {
    sessionStorage.removeItem("join");
    tell(trouble);
    return;
  }
  find("[data-known] strong").textContent = offer.name ?? "";
  find("[data-known]").hidden = !offer.name;
  find("[data-choose]").hidden = Boolean(offer.name);
  find("[data-picture]").src = offer.picture;
  find("[data-key]").textContent = offer.key;
  find("[data-offer]").hidden = false;
  find("[data-with=passkey]").addEventListener("click", attempt(async () => {
    const { options } = await post("/console/join/passkey/options", { token, name: value("name") });
    await post("/console/join/passkey", { token, name: value("name"), credential: await makePasskey(options) });
  }));
  find("[data-with=password]").addEventListener("click", attempt(() => post("/console/join/password",
    { token, name: value("name"), password: value("password"), sealedKey: offer.sealedKey, code: value("code") })));
}

const joining = document.querySelector("[data-join]");
if (joining) join(joining);
