// What all of these programs share: the webhook, the store and the words. PORT, API_URL, TOKEN and DATABASE are in the environment.
import http from "node:http";
import Database from "better-sqlite3";

export const token = process.env.TOKEN;
export const apiUrl = process.env.API_URL;
export const agent = new http.Agent({ keepAlive: true });

export const texts = {
  hello: "Hello. Here you can ask about rights, health and help.\nDo you agree?",
  which: "Which? What would you like to know? Press a number, or write anything you want to ask.",
  write: "Write. Please write your question.",
  noted: (topic, notes) => `Noted. Thank you. ${topic}:${notes}.`,
};
export const topics = ["rights", "health", "legal"];

const keyboard = (...rows) => ({ inline_keyboard: rows.map(([text, callback_data]) => [{ text, callback_data }]) });
export const beginKeyboard = keyboard(["I agree. Begin", "begin"], ["No, thank you", "decline"]);
export const topicKeyboard = keyboard(["My rights", "rights"], ["My health", "health"], ["Legal help", "legal"]);

// Durable as ours is: on disk before the call returns, so before the webhook is answered.
const database = new Database(process.env.DATABASE);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("CREATE TABLE IF NOT EXISTS entries (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)");
const read = database.prepare("SELECT value FROM entries WHERE key = ?").pluck();
const write = database.prepare("INSERT INTO entries (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
const remove = database.prepare("DELETE FROM entries WHERE key = ?");

export const store = {
  read: key => {
    const value = read.get(String(key));
    return value === undefined ? undefined : JSON.parse(value);
  },
  write: (key, value) => void write.run(String(key), JSON.stringify(value)),
  delete: key => void remove.run(String(key)),
};

/** Takes updates; answers 200 once `take` is done, and a button press within the answer. 500 where it failed, so that the update comes again. */
export function serve(take) {
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on("data", part => parts.push(part));
    request.on("end", async () => {
      try {
        const update = JSON.parse(Buffer.concat(parts).toString("utf8"));
        await take(update);
        const press = update.callback_query?.id;
        response.writeHead(200, { "Content-Type": "application/json" });
        response.end(press ? JSON.stringify({ method: "answerCallbackQuery", callback_query_id: press }) : undefined);
      } catch (error) {
        console.error(error);
        response.writeHead(500).end();
      }
    });
  });
  server.keepAliveTimeout = 600_000; // an idle connection of the caller stays open between the rounds
  server.listen(Number(process.env.PORT), "127.0.0.1");
}
