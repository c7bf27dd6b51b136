// The official typings. In: a JSON list of { name, card }. Out: a list of { name, complaints }.
// The complaint names the line of the card as it is printed with an indent of two, and its text.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Inside this folder, so that the typings are found. The compiler is told of no other file.
const here = import.meta.dirname;
const folder = mkdtempSync(join(here, 'node_modules', '.cards-'));
const cards = JSON.parse(readFileSync(0, 'utf8'));
const results = cards.map(({ name }) => ({ name, complaints: [] }));
try {
  const files = cards.map(({ card }, i) => {
    const file = join(folder, `card${i}.ts`);
    // $schema names the editor's schema; the typings do not know it.
    const { $schema, ...rest } = card;
    writeFileSync(file, `import type { IAdaptiveCard } from '@microsoft/teams.cards';\nexport const card: IAdaptiveCard = ${JSON.stringify(rest, null, 2)};\n`);
    return file;
  });
  let output = '';
  try {
    execFileSync(process.execPath, [join(here, 'node_modules', 'typescript', 'bin', 'tsc'),
      '--noEmit', '--strict', '--skipLibCheck', '--target', 'esnext', '--module', 'nodenext', '--types', '', '--pretty', 'false', ...files],
    { cwd: folder, encoding: 'utf8' });
  } catch (failed) {
    output = `${failed.stdout}${failed.stderr}`;
    if (!/card\d+\.ts\(/.test(output)) throw new Error(`tsc: ${output || failed.message}`);
  }
  for (const line of output.split('\n')) {
    const found = /card(\d+)\.ts\((\d+),\d+\): error \w+: (.*)/.exec(line);
    if (!found) continue;
    const source = readFileSync(files[found[1]], 'utf8').split('\n')[found[2] - 1].trim();
    results[found[1]].complaints.push(`line ${found[2] - 1} \`${source}\`: ${found[3]}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.stdout.write(JSON.stringify(results));
