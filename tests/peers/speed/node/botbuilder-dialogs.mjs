// Microsoft's botbuilder with a waterfall of prompts. It has no channel for Telegram of its own, so a thin adapter turns updates into activities.
import { ActivityTypes, BotAdapter, ConversationState, TurnContext } from "botbuilder";
import { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from "botbuilder-dialogs";
import { agent, apiUrl, beginKeyboard, serve, store, texts, token, topicKeyboard, topics } from "./serve.mjs";
import http from "node:http";

class TelegramAdapter extends BotAdapter {
  async take(update, logic) {
    const press = update.callback_query;
    const message = update.message ?? press?.message;
    if (!message) return;
    const context = new TurnContext(this, {
      type: ActivityTypes.Message,
      id: String(update.update_id),
      channelId: "telegram",
      from: { id: String((update.message ?? press).from.id) },
      recipient: { id: "bot" },
      conversation: { id: String(message.chat.id) },
      text: press ? press.data : message.text,
      channelData: { menu: press ? message.message_id : undefined },
    });
    await this.runMiddleware(context, logic);
  }

  async sendActivities(context, activities) {
    const sent = [];
    for (const activity of activities) {
      const menu = context.activity.channelData.menu;
      const body = { chat_id: Number(activity.conversation.id), text: activity.text, reply_markup: activity.channelData?.keyboard, message_id: menu };
      const answer = await call(menu ? "editMessageText" : "sendMessage", body);
      sent.push({ id: String(answer.result.message_id) });
    }
    return sent;
  }
}

function call(method, body) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const request = http.request(`${apiUrl}/bot${token}/${method}`,
      { method: "POST", agent, headers: { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) } }, response => {
        const parts = [];
        response.on("data", part => parts.push(part));
        response.on("end", () => resolve(JSON.parse(Buffer.concat(parts).toString("utf8"))));
      });
    request.on("error", reject);
    request.end(text);
  });
}

const storage = {
  read: async keys => Object.fromEntries(keys.map(key => [key, store.read(key)]).filter(([, value]) => value !== undefined)),
  write: async changes => Object.entries(changes).forEach(([key, value]) => store.write(key, value)),
  delete: async keys => keys.forEach(key => store.delete(key)),
};

const state = new ConversationState(storage);
const dialogs = new DialogSet(state.createProperty("dialogs"));
const menu = (text, keyboard) => ({ prompt: { type: ActivityTypes.Message, text, channelData: { keyboard } } });
dialogs.add(new TextPrompt("begin", async prompt => prompt.recognized.value === "begin"));
dialogs.add(new TextPrompt("topic", async prompt => topics.includes(prompt.recognized.value)));
dialogs.add(new TextPrompt("note"));
dialogs.add(new WaterfallDialog("talk", [
  step => step.prompt("begin", menu(texts.hello, beginKeyboard)),
  step => step.prompt("topic", menu(texts.which, topicKeyboard)),
  step => {
    step.values.topic = step.result;
    return step.prompt("note", menu(texts.write));
  },
  step => step.replaceDialog("done", { topic: step.values.topic, notes: ` ${step.result}` }),
]));
dialogs.add(new WaterfallDialog("done", [
  step => step.prompt("note", menu(texts.noted(step.options.topic, step.options.notes))),
  step => step.replaceDialog("done", { topic: step.options.topic, notes: `${step.options.notes} ${step.result}` }),
]));

const adapter = new TelegramAdapter();
serve(update => adapter.take(update, async context => {
  const dialog = await dialogs.createContext(context);
  if (context.activity.text === "/start") {
    await dialog.cancelAllDialogs();
    await dialog.beginDialog("talk");
  } else if ((await dialog.continueDialog()).status === DialogTurnStatus.empty) {
    return;
  }
  await state.saveChanges(context);
}));
