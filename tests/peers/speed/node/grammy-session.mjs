// grammY with its session plugin: where she is stands in the session, the handlers ask for it.
import { Bot, session } from "grammy";
import { apiUrl, beginKeyboard, serve, store, texts, token, topicKeyboard, topics } from "./serve.mjs";

const bot = new Bot(token, { client: { apiRoot: apiUrl } });
bot.use(session({ initial: () => ({ screen: "none", notes: "" }), getSessionKey: ctx => ctx.chatId?.toString(), storage: store }));
bot.command("start", async ctx => {
  ctx.session = { screen: "start", notes: "" };
  await ctx.reply(texts.hello, { reply_markup: beginKeyboard });
});
bot.callbackQuery("begin", async ctx => {
  if (ctx.session.screen !== "start") return;
  ctx.session.screen = "choice";
  await ctx.editMessageText(texts.which, { reply_markup: topicKeyboard });
});
bot.callbackQuery(topics, async ctx => {
  if (ctx.session.screen !== "choice") return;
  ctx.session.screen = "text";
  ctx.session.topic = ctx.callbackQuery.data;
  await ctx.editMessageText(texts.write);
});
bot.on("message:text", async ctx => {
  if (ctx.session.screen !== "text") return;
  ctx.session.notes += ` ${ctx.message.text}`;
  await ctx.reply(texts.noted(ctx.session.topic, ctx.session.notes));
});
await bot.init();
serve(update => bot.handleUpdate(update));
