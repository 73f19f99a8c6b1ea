// grammY with its conversations plugin: the talk is one function, whose progress is kept and played again at every update.
import { Bot } from "grammy";
import { conversations, createConversation } from "@grammyjs/conversations";
import { apiUrl, beginKeyboard, serve, store, texts, token, topicKeyboard, topics } from "./serve.mjs";

async function talk(conversation, ctx) {
  await ctx.reply(texts.hello, { reply_markup: beginKeyboard });
  const begin = await conversation.waitForCallbackQuery("begin");
  await begin.editMessageText(texts.which, { reply_markup: topicKeyboard });
  const chosen = await conversation.waitForCallbackQuery(topics);
  await chosen.editMessageText(texts.write);
  for (let notes = ""; ;) {
    const said = await conversation.waitFor("message:text");
    notes += ` ${said.message.text}`;
    await said.reply(texts.noted(chosen.callbackQuery.data, notes));
  }
}

const bot = new Bot(token, { client: { apiRoot: apiUrl } });
bot.use(conversations({ storage: { type: "key", getStorageKey: ctx => ctx.chatId?.toString(), adapter: store } }));
bot.use(createConversation(talk));
bot.command("start", ctx => ctx.conversation.enter("talk"));
await bot.init();
serve(update => bot.handleUpdate(update));
