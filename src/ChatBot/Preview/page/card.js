// Draws one card: with the official renderer, or as words where the renderer was not fetched.
import { all, inWords } from "./words.js";

const configs = {};

export const hasRenderer = () => Boolean(window.AdaptiveCards);

export async function loadHostConfigs() {
  await Promise.all(["light", "dark"].map(async theme => {
    const answer = await fetch(`/preview/page/host-config.${theme}.json`);
    configs[theme] = answer.ok ? await answer.json() : null;
  }));
}

// onPress gets the action as the wire has it, with the values of the card's fields in its data. What stands in the fields of the
// card before, if there is one, is kept: an edit must not take away what somebody types.
export function drawCard(json, theme, onPress, before) {
  const kept = keep(json, before?.typed?.() ?? {});
  return hasRenderer() ? drawn(kept, theme, onPress) : inWords(kept, onPress);
}

function keep(json, typed) {
  if (Object.keys(typed).length === 0) return json;
  const card = structuredClone(json);
  for (const input of all(card, part => part.type?.startsWith("Input.") && part.id in typed)) {
    const value = typed[input.id];
    input.value = input.type === "Input.Number" && value !== "" ? Number(value) : value;
  }
  return card;
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
    const element = card.render();
    if (!element) return inWords(json, onPress);
    element.typed = () => Object.fromEntries(card.getAllInputs().filter(i => i.id && i.isDirty()).map(i => [i.id, `${i.value ?? ""}`]));
    return element;
  } catch (error) {
    console.error("The renderer refuses this card.", error);
    return inWords(json, onPress);
  }
}
