// The page's own words. The bot's words come from the server. Khmer: draft, to be read by a reviewer.
const table = {
  km: {
    leave: "ចាកចេញភ្លាម", opening: "កំពុងបើក…", talk: "ការសន្ទនា", places: "ប៊ូតុងដែលនៅជានិច្ច",
    write: "សរសេរនៅទីនេះ", send: "ផ្ញើ", sending: "កំពុងផ្ញើ…", notSent: "ផ្ញើមិនបានទេ។", again: "ផ្ញើម្តងទៀត", tooLarge: "ធំពេក ផ្ញើមិនបានទេ។",
    tooLong: "សារនេះវែងពេក។ សូមកាត់ឱ្យខ្លី ឬផ្ញើជាពីរដង។ អ្វីដែលអ្នកសរសេរ នៅទីនេះដដែល។",
    notNow: "ឥឡូវនេះ ផ្ញើរូប និងសំឡេងមិនទាន់បានទេ។ អ្នកនៅតែសរសេរមកបាន។",
    offline: "អត់មានអ៊ីនធឺណិត។ យើងកំពុងភ្ជាប់ម្តងទៀត។ គ្មានអ្វីបាត់ទេ។", busy: "សូមរង់ចាំបន្តិច។ យើងកំពុងភ្ជាប់ម្តងទៀត។",
    closed: "ការសន្ទនាមុនបានបិទហើយ។ នេះជាការសន្ទនាថ្មី។", ended: "ការសន្ទនានេះចប់ហើយ។", begin: "ចាប់ផ្តើមថ្មី",
    bot: "ចម្លើយ៖ ", you: "អ្នក៖ ",
    person: "មនុស្ស", spot: "ប្រាប់ម្តុំដែលខ្ញុំនៅ", spotSeeking: "កំពុងរកទីតាំង…", spotFailed: "រកទីតាំងមិនឃើញទេ។ សូមសរសេរឈ្មោះកន្លែងវិញ។",
    mySpot: "ម្តុំដែលខ្ញុំនៅ", map: "មើលលើផែនទី",
    photo: "ជ្រើសរូបថត", look: "មើលរូបថត", photoFailed: "បើករូបថតនេះមិនបានទេ។", myPhoto: "រូបថត",
    record: "ថតសំឡេង", stop: "ឈប់ថត", voiceFailed: "ថតសំឡេងមិនបានទេ។ សូមសរសេរវិញ។", myVoice: "សារសំឡេង",
    listen: "ស្តាប់", playFailed: "ទូរសព្ទនេះចាក់សំឡេងមិនបានទេ។", discard: "បោះបង់",
  },
  en: {
    leave: "Leave quickly", opening: "Opening…", talk: "Conversation", places: "Always there",
    write: "Write here", send: "Send", sending: "Sending…", notSent: "This could not be sent.", again: "Send again", tooLarge: "Too large to send.",
    tooLong: "This is too long to send at once. Please shorten it, or send it in two parts. What you wrote stays here.",
    notNow: "Photos and voice cannot be sent just now. You can still write.",
    offline: "No connection. We keep trying. Nothing is lost.", busy: "Please wait a little. We keep trying.",
    closed: "The earlier talk was closed. This is a new one.", ended: "This talk has ended.", begin: "Begin again",
    bot: "Answer: ", you: "You: ",
    person: "Person", spot: "Tell roughly where I am", spotSeeking: "Looking for the place…", spotFailed: "The place was not found. Please write its name instead.",
    mySpot: "Roughly where I am", map: "Open the map",
    photo: "Choose a photo", look: "See the photo", photoFailed: "This photo cannot be opened.", myPhoto: "Photo",
    record: "Record your voice", stop: "Stop", voiceFailed: "Recording does not work here. Please write instead.", myVoice: "Voice message",
    listen: "Listen", playFailed: "This phone cannot play it.", discard: "Discard",
  },
};

const changed = [];
let language = "km";

/** The page's word in the language of the talk. */
export const word = name => table[language][name];

/** Takes the language of a tag such as km-KH, where the page has words in it. */
export function speak(tag) {
  const next = String(tag || "").toLowerCase().split("-")[0];
  if (!Object.prototype.hasOwnProperty.call(table, next) || next === language)
    return;
  language = next;
  document.documentElement.lang = next;
  changed.forEach(tell => tell());
}

/** Runs now, and again whenever the language changes. */
export function worded(tell) {
  changed.push(tell);
  tell();
}

/** The first of our languages that her browser names; Khmer where it names none of them. */
export function firstLanguage(ours) {
  const wanted = (navigator.languages || [navigator.language]).map(tag => String(tag).toLowerCase().split("-")[0]);
  return ours.find(tag => wanted.includes(tag)) || ours[0] || "km";
}

/** The number of a choice in the digits of the language. */
export const digits = number =>
  language === "km" ? String(number).replace(/\d/g, digit => String.fromCharCode(0x17e0 + Number(digit))) : String(number);

/** The language of a text that is all in one script; null where it is in both or none. */
export function languageOf(text) {
  const khmer = /[\u1780-\u17ff]/.test(text), latin = /[a-z]/i.test(text);
  return khmer === latin ? null : khmer ? "km" : "en";
}
