// The page's requests. Each says in words what went wrong.
async function post(path, body) {
  const answer = await fetch(`/preview/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The preview refuses: HTTP ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

const locale = navigator.language;

export const state = async () => (await fetch("/preview/api/state")).json();
export const open = chat => post("open", { chat, locale });
export const say = (chat, text, thread, mention) => post("say", { chat, text, thread, mention, locale });
export const press = (message, action) => post("press", { message, action });

// What to show under the card for the bot's answer to a press; null when the new card says it all.
export function verdict({ status, body }) {
  if (body?.type === "application/vnd.microsoft.card.adaptive") return null;
  if (body?.type === "application/vnd.microsoft.activity.message") return { text: body.value };
  if (body?.type === "application/vnd.microsoft.error") return { text: body.value?.message ?? "Something went wrong", error: true };
  if (status >= 200 && status < 300) return { text: "Sent" };
  return { text: body?.error?.message ?? `The bot answered HTTP ${status}`, error: true };
}

export function live(onHappening, onState) {
  const source = new EventSource("/preview/api/live");
  source.addEventListener("ready", () => onState(true));
  source.addEventListener("happening", event => onHappening(JSON.parse(event.data)));
  source.onerror = () => onState(false);
}
