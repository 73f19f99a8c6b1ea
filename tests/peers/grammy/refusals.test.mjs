// grammY reads the emulator's refusals as those of the service.
import assert from "node:assert/strict";
import { test } from "node:test";
import { autoRetry } from "@grammyjs/auto-retry";
import { Api, GrammyError, HttpError, InlineKeyboard } from "grammy";
import { apiRoot, control, newWorker, token } from "./control.mjs";

const api = new Api(token, { apiRoot });
const workerWhoWrote = async () => {
  const worker = await newWorker();
  await worker.sends("hello");
  return worker;
};
const refused = (code, description) => (error) =>
  error instanceof GrammyError && error.error_code === code && error.description.startsWith(description);

test("a wrong token is not authorised", async () => {
  await assert.rejects(() => new Api("1:wrong", { apiRoot }).getMe(), refused(401, "Unauthorized"));
});

test("texts and buttons that the service does not take", async () => {
  const { id } = await workerWhoWrote();
  await assert.rejects(() => api.sendMessage(id, "  "), refused(400, "Bad Request: message text is empty"));
  await assert.rejects(() => api.sendMessage(id, "ក".repeat(4097)), refused(400, "Bad Request: message is too long"));
  await assert.rejects(() => api.sendMessage(id, "x", { reply_markup: new InlineKeyboard().text("x", "ក".repeat(22)) }), refused(400, "Bad Request: BUTTON_DATA_INVALID"));
  await api.sendMessage(id, "x", { reply_markup: new InlineKeyboard().text("x", "ក".repeat(21)) });
});

test("edits that change nothing or nothing that is there", async () => {
  const { id } = await workerWhoWrote();
  const sent = await api.sendMessage(id, "same");
  await assert.rejects(() => api.editMessageText(id, sent.message_id, "same"), refused(400, "Bad Request: message is not modified"));
  await assert.rejects(() => api.editMessageText(id, 9999, "other"), refused(400, "Bad Request: message to edit not found"));
  await assert.rejects(() => api.deleteMessage(id, 9999), refused(400, "Bad Request: message to delete not found"));
});

test("people who are not there", async () => {
  await assert.rejects(() => api.sendMessage(42, "x"), refused(400, "Bad Request: chat not found"));
  const worker = await workerWhoWrote();
  await worker.blocks();
  await assert.rejects(() => api.sendMessage(worker.id, "x"), refused(403, "Forbidden: bot was blocked by the user"));
});

test("a group that moved says where to", async () => {
  const worker = await workerWhoWrote();
  const group = await control("groups");
  const moved = await control(`groups/${group.id}/migrates`, { worker: worker.id });
  await assert.rejects(() => api.sendMessage(group.id, "x"), (error) => error.parameters.migrate_to_chat_id === moved.id);
  await api.sendMessage(moved.id, "x");
});

test("429 names its seconds, and the auto-retry plugin gets through once they are over", async () => {
  const { id } = await workerWhoWrote();
  await control("faults", { kind: "too_many", seconds: 7, method: "sendMessage", chat: id });
  await assert.rejects(() => api.sendMessage(id, "x"), (error) => error.error_code === 429 && error.parameters.retry_after === 7);

  const patient = new Api(token, { apiRoot });
  patient.config.use(autoRetry());
  await control("faults", { kind: "too_many", seconds: 1, method: "sendMessage", chat: id });
  await control("faults", { kind: "server_error", method: "sendMessage", chat: id });
  const sent = await patient.sendMessage(id, "got through");
  assert.equal(sent.text, "got through");
});

test("a page of HTML and a cut connection are errors of the way, not of the service", async () => {
  const { id } = await workerWhoWrote();
  await control("faults", { kind: "bad_gateway", chat: id });
  await assert.rejects(() => api.sendMessage(id, "x"), HttpError);
  await control("faults", { kind: "cut_after", chat: id });
  await assert.rejects(() => api.sendMessage(id, "arrived all the same"), HttpError);
});
