// The official schemas of the Teams app. In: a JSON list of { name, json }. Out: a list of { name, complaints }.
// Each json names its schema itself, as https://developer.microsoft.com/json-schemas/teams/vX.Y/….schema.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';

const schemas = join(import.meta.dirname, 'node_modules', '@microsoft', 'app-manifest', 'build', 'json-schemas', 'teams');
const results = JSON.parse(readFileSync(0, 'utf8')).map(({ name, json }) => {
  const [, version, file] = /^https:\/\/developer\.microsoft\.com\/json-schemas\/teams\/(v[\d.]+)\/([\w.]+)$/.exec(json.$schema) ?? [];
  if (!file) return { name, complaints: [`$schema is ${json.$schema}`] };
  // A pattern of theirs is none by the strict rules of the u flag.
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false, unicodeRegExp: false });
  addFormats(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync(join(schemas, version, file), 'utf8')));
  return { name, complaints: valid(json) ? [] : valid.errors.map(e => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`) };
});
process.stdout.write(JSON.stringify(results));
