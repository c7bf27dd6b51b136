// A card as words, where the official renderer is not there: its texts, simple fields, and its buttons.
export function inWords(json, onPress) {
  const box = document.createElement("div");
  box.className = "words";
  const words = document.createElement("p");
  words.textContent = lines(json.body ?? []).join("\n");
  box.append(words);
  const fields = all(json, part => part.type?.startsWith("Input.") && part.id).map(field);
  box.append(...fields.map(f => f.label));
  box.typed = () => Object.fromEntries(fields.map(f => [f.id, f.value()]));
  for (const action of all(json, part => isPress(part) && part.title)) {   // a row's tap has no title
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.title;
    button.addEventListener("click", () => onPress({ ...action, data: { ...action.data, ...box.typed() } }));
    box.append(button);
  }
  return box;
}

const isPress = part => part.type === "Action.Execute" || part.type === "Action.Submit";

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

// Every part of the card that fits, in reading order; what buttons carry is not part of it.
export function all(part, fits) {
  if (Array.isArray(part)) return part.flatMap(p => all(p, fits));
  if (part === null || typeof part !== "object") return [];
  const inside = Object.entries(part).flatMap(([name, value]) => name === "data" ? [] : all(value, fits));
  return fits(part) ? [part, ...inside] : inside;
}

// The values have the forms the renderer sends: texts, also for numbers; several choices with commas between.
function field(input) {
  const label = document.createElement("label");
  label.textContent = `${input.label ?? input.title ?? input.placeholder ?? input.id} `;
  if (input.type === "Input.ChoiceSet") {
    const select = document.createElement("select");
    select.multiple = Boolean(input.isMultiSelect);
    const chosen = (input.value ?? "").split(",");
    select.append(...(input.choices ?? []).map(c => new Option(c.title, c.value, false, chosen.includes(c.value))));
    label.append(select);
    return { id: input.id, label, value: () => [...select.selectedOptions].map(o => o.value).join(",") };
  }

  const box = document.createElement(input.isMultiline ? "textarea" : "input");
  label.append(box);
  if (input.type === "Input.Toggle") {
    const [on, off] = [input.valueOn ?? "true", input.valueOff ?? "false"];
    box.type = "checkbox";
    box.checked = input.value === on;
    return { id: input.id, label, value: () => box.checked ? on : off };
  }

  if (!input.isMultiline) box.type = { "Input.Number": "number", "Input.Date": "date", "Input.Time": "time" }[input.type] ?? "text";
  box.value = input.value ?? "";
  return { id: input.id, label, value: () => box.value };
}
