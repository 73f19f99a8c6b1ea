// grammY, which knows nothing of this project, talks to the emulator by long polling.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bot, InlineKeyboard, InputFile } from "grammy";
import { apiRoot, newWorker, token } from "./control.mjs";

const bot = new Bot(token, { client: { apiRoot } });
const seen = { updates: [], downloads: [] };

bot.use(async (context, next) => {
  seen.updates.push(context.update);
  await next();
});
bot.command("start", (context) =>
  context.reply("ជម្រើស / choose", { reply_markup: new InlineKeyboard().text("១ ម៉ោង", "hours").text("២ ប្រាក់", "wages") }));
bot.callbackQuery("hours", async (context) => {
  await context.answerCallbackQuery({ text: "បាន" });
  await context.editMessageText("ម៉ោងធ្វើការ", { reply_markup: new InlineKeyboard().text("ថយ", "back") });
});
bot.on("message:voice", async (context) => {
  const file = await context.getFile();
  const response = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  await context.replyWithVoice(new InputFile(bytes, "echo.ogg"), { caption: `${bytes.length} bytes`, protect_content: true });
});
bot.on("message:location", (context) => context.reply(`${context.msg.location.latitude.toFixed(3)} ${context.msg.location.longitude.toFixed(3)}`));
bot.on("edited_message:text", (context) => context.reply(`edited: ${context.editedMessage.text}`));
bot.on("message:text", (context) => context.reply(`heard: ${context.msg.text}`));

before(async () => {
  await new Promise((started, failed) => {
    bot.start({ onStart: started, timeout: 5 }).catch(failed);
  });
});
after(() => bot.stop());

test("a command is answered with buttons, a press edits the message in place and is answered", async () => {
  const worker = await newWorker("km");
  await worker.sends("/start");
  const menu = await worker.waitFor("choose");
  await worker.presses("hours");
  const edited = await worker.waitFor("ម៉ោងធ្វើការ");
  assert.equal(edited.message_id, menu.message_id);
  assert.equal(edited.reply_markup.inline_keyboard[0][0].text, "ថយ");
  assert.ok(edited.edit_date);
  const start = seen.updates.find((update) => update.message?.chat.id === worker.id);
  assert.equal(start.message.from.language_code, "km");
  assert.deepEqual(start.message.entities, [{ offset: 0, length: 6, type: "bot_command" }]);
});

test("a voice message comes down and goes up again unchanged", async () => {
  const worker = await newWorker();
  const sent = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
  await worker.sendsVoice(sent);
  const echo = await worker.waitFor("70000 bytes");
  assert.equal(echo.has_protected_content, true);
  const file = await bot.api.getFile(echo.voice.file_id);
  const response = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
  assert.deepEqual(new Uint8Array(await response.arrayBuffer()), sent);
});

test("a shared place and an edited message arrive", async () => {
  const worker = await newWorker();
  await worker.sharesLocation(11.55, 104.92);
  await worker.waitFor("11.550 104.920");
  const typo = await worker.sends("helo");
  await worker.waitFor("heard: helo");
  await worker.edits(typo, "hello");
  await worker.waitFor("edited: hello");
});

test("update ids rise by one and every chat has its own message ids", async () => {
  const [one, two] = [await newWorker(), await newWorker()];
  const first = await one.sends("a");
  const second = await two.sends("b");
  await one.waitFor("heard: a");
  await two.waitFor("heard: b");
  assert.equal(first.message_id, second.message_id);
  const ids = seen.updates.map((update) => update.update_id);
  assert.deepEqual(ids, ids.map((_, index) => ids[0] + index));
});
