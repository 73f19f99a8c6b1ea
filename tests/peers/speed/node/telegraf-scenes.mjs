// Telegraf with a wizard scene, its session in the store.
import { Scenes, Telegraf, session } from "telegraf";
import { agent, apiUrl, beginKeyboard, serve, store, texts, token, topicKeyboard, topics } from "./serve.mjs";

const talk = new Scenes.WizardScene(
  "talk",
  async ctx => {
    await ctx.reply(texts.hello, { reply_markup: beginKeyboard });
    ctx.wizard.next();
  },
  async ctx => {
    if (ctx.callbackQuery?.data !== "begin") return;
    await ctx.editMessageText(texts.which, { reply_markup: topicKeyboard });
    ctx.wizard.next();
  },
  async ctx => {
    if (!topics.includes(ctx.callbackQuery?.data)) return;
    ctx.wizard.state.topic = ctx.callbackQuery.data;
    ctx.wizard.state.notes = "";
    await ctx.editMessageText(texts.write);
    ctx.wizard.next();
  },
  async ctx => {
    if (!ctx.message?.text) return;
    ctx.wizard.state.notes += ` ${ctx.message.text}`;
    await ctx.reply(texts.noted(ctx.wizard.state.topic, ctx.wizard.state.notes));
  },
);

const bot = new Telegraf(token, { telegram: { apiRoot: apiUrl, agent, webhookReply: false } });
bot.use(session({
  getSessionKey: ctx => ctx.chat?.id.toString(),
  store: { get: store.read, set: store.write, delete: store.delete },
}));
const stage = new Scenes.Stage([talk]);
stage.command("start", ctx => ctx.scene.enter("talk"));
bot.use(stage.middleware());
bot.command("start", ctx => ctx.scene.enter("talk"));
bot.botInfo = await bot.telegram.getMe();
serve(update => bot.handleUpdate(update));
