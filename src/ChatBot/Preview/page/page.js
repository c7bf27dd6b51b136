// The page: which chat is open, what it looks like, and what happens while one looks.
import * as api from "./api.js";
import { face, make, onEnter, place } from "./chat.js";
import { hasRenderer, loadHostConfigs } from "./card.js";

// Looked up before there are cards: what stands in a card has ids of its own, "mention" among them.
const parts = Object.fromEntries([...document.querySelectorAll("[id]")].map(part => [part.id, part]));
const $ = id => parts[id];
const suggestions = ["help", "who is resting on skill 3", "who is waiting for rest", "alert when waiting above 2", "alerts", "status", "技能3谁在休息", "等待休息超过2人时提醒我"];

let state = { chats: [], messages: [] };
let chat = null;
let theme = "light";
let early = null; // What happens while the state is being fetched.

function setTheme(next) {
  theme = next;
  document.documentElement.dataset.theme = next;
  $("theme").setAttribute("aria-pressed", String(next === "dark"));
  localStorage.setItem("theme", next);
  show();
}

function setPhone(on) {
  document.documentElement.classList.toggle("phone", on);
  $("phone").setAttribute("aria-pressed", String(on));
}

function listChats() {
  const heads = { Personal: "Chats", Channel: `Team: ${state.team}` };
  let head = "";
  $("chats").replaceChildren(...state.chats.flatMap(c => {
    const title = heads[c.kind] ?? heads.Personal;
    const button = make("button", "");
    button.type = "button";
    button.dataset.chat = c.id;
    button.append(face(c.name, c.kind !== "GroupChat"), make("span", "", c.name));
    button.addEventListener("click", () => open(c));
    const parts = title === head ? [button] : [make("h3", "", title), button];
    head = title;
    return parts;
  }));
}

async function open(next) {
  chat = next;
  for (const button of $("chats").querySelectorAll("button")) {
    button.setAttribute("aria-current", String(button.dataset.chat === chat.id));
    if (button.dataset.chat !== chat.id) continue;
    button.classList.remove("new");
    delete button.dataset.new;
  }
  $("title").textContent = chat.name;
  $("mention").hidden = chat.kind === "Personal";
  $("text").placeholder = chat.kind === "Channel" ? "Start a new post" : "Ask the bot";
  $("typing").textContent = "";
  show();
  $("text").focus();
  await api.open(chat.id);
}

function show() {
  if (!chat) return;
  const list = $("messages");
  list.replaceChildren(make("p", "empty", "Nothing here yet. Ask something, in English or Chinese."));
  for (const message of state.messages.filter(m => m.chat === chat.id)) place(list, message, chat, theme);
  list.scrollTop = list.scrollHeight;
}

function happened(happening) {
  if (early) return void early.push(happening);
  const { kind, message } = happening;
  if (kind === "Typing") {
    if (message.chat === chat?.id) $("typing").textContent = `${message.from} is typing…`;
    return;
  }
  const at = state.messages.findIndex(m => m.id === message.id);
  if (at < 0) state.messages.push(message);
  else state.messages[at] = message;
  if (message.chat !== chat?.id) {
    // A card that only changes is nothing new.
    if (kind === "Posted") mark(message.chat);
    return;
  }
  if (message.fromBot) $("typing").textContent = "";
  const list = $("messages");
  const steady = holdStill(list);
  place(list, message, chat, theme);
  const asked = !message.fromBot || message.replyToId;
  if (kind === "Posted" && asked) list.querySelector(`[data-id="${CSS.escape(message.id)}"]`)?.scrollIntoView({ block: "nearest" });
  else steady();
}

function mark(id) {
  const button = $("chats").querySelector(`[data-chat="${CSS.escape(id)}"]`);
  if (!button) return;
  button.classList.add("new");
  button.dataset.new = Number(button.dataset.new ?? 0) + 1;
}

// Whatever is posted or edited above or below, who reads keeps their place; who is at the end stays at the end.
function holdStill(list) {
  if (list.scrollHeight - list.scrollTop - list.clientHeight < 40) return () => { list.scrollTop = list.scrollHeight; };
  const top = list.getBoundingClientRect().top;
  const anchor = [...list.querySelectorAll(".message")].find(row => row.getBoundingClientRect().bottom > top);
  const [id, before] = [anchor?.dataset.id, anchor?.getBoundingClientRect().top];
  return () => {
    const now = id && list.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (now) list.scrollTop += now.getBoundingClientRect().top - before;
  };
}

async function send(words) {
  const text = words.trim();
  if (!text) return;
  const mention = chat.kind === "Personal" || $("mention").querySelector("input").checked;
  const { status, body } = await api.say(chat.id, text, undefined, mention);
  if (status >= 400) $("typing").textContent = body?.error?.message ?? `The bot answered HTTP ${status}`;
}

function sendTyped() {
  const words = $("text").value;
  $("text").value = "";
  send(words);
}

async function live(connected) {
  $("live").textContent = connected ? "live" : "not connected";
  $("live").classList.toggle("on", connected);
  if (!connected) return;
  // After a gap, or a restart of the bot, what is known may be old.
  early = [];
  state = await api.state();
  const late = early;
  early = null;
  late.forEach(happened);
  if ($("chats").childElementCount === 0) listChats();
  const known = state.chats.find(c => c.id === chat?.id);
  if (known) show();
  else await open(state.chats[0]);
}

$("theme").addEventListener("click", () => setTheme(theme === "dark" ? "light" : "dark"));
$("phone").addEventListener("click", () => setPhone(!document.documentElement.classList.contains("phone")));
$("composer").addEventListener("submit", event => { event.preventDefault(); sendTyped(); });
onEnter($("text"), sendTyped);
$("chips").append(...suggestions.map(words => {
  const chip = make("button", "", words);
  chip.type = "button";
  chip.addEventListener("click", () => send(words));
  return chip;
}));
if (!hasRenderer()) {
  $("note").hidden = false;
  $("note").textContent = "The card renderer is not here (it comes from npm when Node.js is there at build time), so cards are shown as words.";
}
await loadHostConfigs();
setTheme(localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
api.live(happened, live);

// On a phone it is a phone, without the frame around it.
const narrow = matchMedia("(max-width: 600px)");
narrow.addEventListener("change", () => setPhone(narrow.matches));
if (narrow.matches) setPhone(true);
