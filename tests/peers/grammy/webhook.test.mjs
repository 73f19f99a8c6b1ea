// grammY behind a webhook: the secret header is checked by grammY, a failed delivery comes again.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { Bot, GrammyError, webhookCallback } from "grammy";
import { apiRoot, control, newWorker, token } from "./control.mjs";

const secret = "only-the_service-knows-1";
const bot = new Bot(token, { client: { apiRoot } });
bot.on("message:text", (context) => context.reply(`heard: ${context.msg.text}`));

const receive = webhookCallback(bot, "http", { secretToken: secret });
const deliveries = [];
let failures = 0;
const server = createServer((request, response) => {
  deliveries.push(request.headers["x-telegram-bot-api-secret-token"]);
  if (failures > 0) {
    failures--;
    request.resume();
    response.writeHead(503).end();
    return;
  }
  receive(request, response);
});

before(async () => {
  await bot.init();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  await bot.api.setWebhook(`http://127.0.0.1:${server.address().port}/hook`, { secret_token: secret, max_connections: 4 });
});
after(async () => {
  await bot.api.deleteWebhook();
  server.closeAllConnections();
  server.close();
});

test("an update is delivered with the secret that was set", async () => {
  const worker = await newWorker();
  await worker.sends("first");
  await worker.waitFor("heard: first");
  assert.ok(deliveries.every((given) => given === secret));
  const info = await bot.api.getWebhookInfo();
  assert.equal(info.max_connections, 4);
});

test("what was not answered 2xx comes again, and what she said after it stays behind it", async () => {
  await control("clock", { speed: 100 }); // the wait before the third try is two seconds of the service
  const worker = await newWorker();
  failures = 2;
  await worker.sends("second");
  await worker.sends("third");
  await worker.waitFor("heard: third");
  const heard = (await worker.screen()).filter((message) => message.from.is_bot).map((message) => message.text);
  assert.deepEqual(heard, ["heard: second", "heard: third"]);
  const info = await bot.api.getWebhookInfo();
  assert.match(info.last_error_message, /503/);
  await control("clock", { speed: 1 });
});

test("polling is refused while a webhook is set", async () => {
  await assert.rejects(() => bot.api.getUpdates(), (error) =>
    error instanceof GrammyError && error.error_code === 409 && /webhook is active/.test(error.description));
});
