// node failed-tests.mjs FOLDER: the tests of the folder's CTRF reports that did not pass, each with the first lines of its message.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const MOST_TESTS = 40, MOST_LINES = 6, WIDEST = 300;
const folder = process.argv[2];
const tests = readdirSync(folder).filter(name => name.endsWith(".ctrf"))
  .flatMap(name => JSON.parse(readFileSync(join(folder, name), "utf8")).results.tests)
  .filter(test => test.status !== "passed");

const short = line => line.length > WIDEST ? line.slice(0, WIDEST) + "…" : line;
for (const { name, status, message, trace } of tests.slice(0, MOST_TESTS)) {
  console.log(`${status} ${short(name)}`);
  for (const line of (message ?? "").split("\n").filter(l => l.trim()).slice(0, MOST_LINES)) console.log(`    ${short(line.trimEnd())}`);
  const where = trace?.split("\n").find(line => line.includes(".cs:"));
  if (where) console.log(`    ${short(where.trim())}`);
}
if (tests.length > MOST_TESTS) console.log(`… and ${tests.length - MOST_TESTS} more`);
if (tests.length === 0) console.log("No test is reported to have failed: the run itself did (see above).");
