import { readFileSync, writeFileSync } from 'node:fs';
import { composeSchema } from './compose-schema.ts';

/*
 * `npm run schema` writes the SDL of each subgraph and the supergraph they compose to; with `--check` it only compares
 * with what is committed and fails on a difference.
 */
const onlyCheck = process.argv.includes('--check');
const files = await composeSchema().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

let differing = 0;
for (const [name, text] of files) {
  const path = new URL(name, import.meta.url);
  if (text === readIfThere(path)) continue;
  differing++;
  if (onlyCheck) console.error(`schema/${name} is not what the code makes; run npm run schema.`);
  else writeFileSync(path, text);
}
if (onlyCheck && differing > 0) process.exit(1);
console.log(`${files.size} schema files, ${differing} ${onlyCheck ? 'differ' : 'written'}.`);

function readIfThere(path: URL): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // not written yet
  }
}
