// Draws one card: with the official renderer, or as words where the renderer was not fetched.
const configs = {};

export const hasRenderer = () => Boolean(window.AdaptiveCards);

export async function loadHostConfigs() {
  await Promise.all(["light", "dark"].map(async theme => {
    const answer = await fetch(`/preview/page/host-config.${theme}.json`);
    configs[theme] = answer.ok ? await answer.json() : null;
  }));
}

// onPress gets the action as the wire has it; the renderer has merged the card's inputs into its data.
export function drawCard(json, theme, onPress) {
  return hasRenderer() ? drawn(json, theme, onPress) : inWords(json, onPress);
}

function drawn(json, theme, onPress) {
  const card = new AdaptiveCards.AdaptiveCard();
  const config = configs[theme] ?? configs.light;
  if (config) card.hostConfig = new AdaptiveCards.HostConfig(config);
  card.onExecuteAction = action => {
    if (action instanceof AdaptiveCards.OpenUrlAction) return void window.open(action.url, "_blank", "noopener");
    const type = action.getJsonTypeName();
    if (type === "Action.Execute" || type === "Action.Submit")
      onPress({ type, title: action.title, verb: action.verb, data: action.data });
  };
  try {
    card.parse(json);
    return card.render() ?? inWords(json, onPress);
  } catch (error) {
    console.error("The renderer refuses this card.", error);
    return inWords(json, onPress);
  }
}

function inWords(json, onPress) {
  const box = document.createElement("div");
  box.className = "words";
  const words = document.createElement("p");
  words.textContent = lines(json.body ?? []).join("\n");
  box.append(words);
  for (const action of buttons(json)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.title;
    button.addEventListener("click", () => onPress(action));
    box.append(button);
  }
  return box;
}

function lines(elements) {
  return elements.flatMap(e => {
    if (e.isVisible === false) return [];
    if (e.type === "TextBlock") return [e.text ?? ""];
    if (e.type === "RichTextBlock") return [(e.inlines ?? []).map(i => typeof i === "string" ? i : i.text ?? "").join("")];
    if (e.type === "FactSet") return (e.facts ?? []).map(f => `${f.title} ${f.value}`);
    if (e.type === "ColumnSet") return [(e.columns ?? []).map(c => lines(c.items ?? []).join(" ")).join("  ")];
    return lines(e.items ?? e.fallback?.items ?? []);
  });
}

function buttons(part) {
  if (Array.isArray(part)) return part.flatMap(buttons);
  if (part === null || typeof part !== "object") return [];
  if (part.type === "Action.Execute" || part.type === "Action.Submit") return part.title ? [part] : [];   // a row's tap has no title
  return Object.entries(part).flatMap(([name, value]) => name === "data" ? [] : buttons(value));
}
