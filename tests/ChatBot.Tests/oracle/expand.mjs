// The official templating engine. In: a JSON list of { name, template, data }. Out: a list of { name, card } or { name, error }.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { Template } = createRequire(import.meta.url)('adaptivecards-templating');

const results = JSON.parse(readFileSync(0, 'utf8')).map(({ name, template, data }) => {
  try {
    return { name, card: new Template(template).expand({ $root: data }) ?? null };
  } catch (wrong) {
    return { name, error: String(wrong?.message ?? wrong) };
  }
});
process.stdout.write(JSON.stringify(results));
