// The official parser and its own validation, without a page. In: a JSON list of { name, card }. Out: a list of { name, complaints }.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AC = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const results = JSON.parse(readFileSync(0, 'utf8')).map(({ name, card }) => {
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const parsed = new AC.AdaptiveCard();
  const complaints = [];
  // Its expression for "lang" is global and remembers where it stopped: without this every other card is refused.
  AC.AdaptiveCard.langProperty.regEx.lastIndex = 0;
  try {
    parsed.parse(card, context);
    for (let i = 0; i < context.eventCount; i++) complaints.push(context.getEventAt(i).message);
    // Our own profile limits what is shown; the parser counts what stands behind "…" too, and its default is five.
    parsed.hostConfig.actions.maxActions = 12;
    complaints.push(...parsed.validateProperties().validationEvents.map(event => event.message));
  } catch (wrong) {
    complaints.push(`cannot be parsed: ${wrong?.message ?? wrong}`);
  }
  return { name, complaints };
});
process.stdout.write(JSON.stringify(results));
