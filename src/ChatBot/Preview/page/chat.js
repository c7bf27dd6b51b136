// Draws the messages of one chat.
import { drawCard } from "./card.js";
import { press, say, verdict } from "./api.js";

export function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function face(name, square) {
  const initials = /^[\u4e00-\u9fff]/.test(name) ? name.slice(-2) : name.split(" ").map(w => w[0]).join("").slice(0, 2);
  return make("span", square ? "face square" : "face", initials);
}

// Puts a message where it belongs: a new one at the end of its thread, an edited one in its old place.
export function place(list, message, chat, theme) {
  const old = list.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
  const drawn = draw(message, theme, old?.querySelector(".card > *"));
  if (old) return replace(old, drawn);
  list.querySelector(".empty")?.remove();
  if (chat.kind !== "Channel") return list.append(drawn);
  let thread = list.querySelector(`[data-thread="${CSS.escape(message.thread)}"]`);
  if (!thread) {
    thread = make("section", "thread");
    thread.dataset.thread = message.thread;
    thread.append(replyBox(chat, message.thread));
    list.append(thread);
  }
  thread.insertBefore(drawn, thread.lastElementChild);
}

// Whoever is in the middle of the old one with the keyboard is in the same place of the new one.
function replace(old, drawn) {
  const reachable = row => [...row.querySelectorAll("button, input, select, textarea, [tabindex='0']")];
  const at = reachable(old).indexOf(document.activeElement);
  const { selectionStart, selectionEnd } = document.activeElement;
  old.replaceWith(drawn);
  const same = at < 0 ? null : reachable(drawn)[at];
  same?.focus({ preventScroll: true });
  if (same && selectionStart != null) same.setSelectionRange?.(selectionStart, selectionEnd);
}

function draw(message, theme, before) {
  const row = make("article", `message ${message.fromBot ? "bot" : "mine"}${message.card ? " with-card" : ""}`);
  row.dataset.id = message.id;
  const body = make("div", "body");
  const time = new Date(message.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  body.append(make("p", "who", `${message.from} ${time}${message.edits ? " · edited" : ""}`));
  if (message.text) body.append(make("div", "bubble", message.text));
  if (message.card) body.append(cardOf(message, theme, body, before));
  if (message.fromBot) row.append(face(message.from, true));
  row.append(body);
  return row;
}

function cardOf(message, theme, body, before) {
  const card = make("div", "card");
  card.title = message.summary ?? "";
  card.append(drawCard(message.card, theme, async action => {
    body.querySelector(".banner")?.remove();
    card.classList.add("busy");
    let told;
    try {
      told = verdict(await press(message.id, action));
    } catch (error) {
      told = { text: error.message, error: true };
    }
    card.classList.remove("busy");
    if (!told) return;
    const banner = make("p", told.error ? "banner error" : "banner", told.text);
    banner.setAttribute("role", told.error ? "alert" : "status");
    body.append(banner);
  }, before));
  return card;
}

function replyBox(chat, thread) {
  const form = make("form", "reply");
  const text = make("textarea");
  text.rows = 1;
  text.placeholder = "Reply";
  text.setAttribute("aria-label", "Reply in this thread");
  const send = () => {
    const words = text.value.trim();
    if (!words) return;
    text.value = "";
    say(chat.id, words, thread, true);
  };
  onEnter(text, send);
  form.addEventListener("submit", event => { event.preventDefault(); send(); });
  form.append(text);
  return form;
}

// Enter sends and Shift+Enter breaks the line; the Enter that picks a Chinese word does neither.
export function onEnter(text, send) {
  text.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
}
