import { readFileSync, writeFileSync } from 'node:fs';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { openIssuer } from '../subgraphs/accounts/issuer.ts';
import { ourSubgraphs } from '../gateway/subgraphs.ts';

/*
 * `npm run schema` writes the SDL of each subgraph and the supergraph they compose to; with `--check` it only compares
 * with what is committed and fails on a difference.
 */
const FIRST_PORT = 4101;
const files = new Map<string, string>();
const services = [];

for (const [i, subgraph] of ourSubgraphs({ issuer: await openIssuer(), demo: false }).entries()) {
  const { sdl } = await subgraph.build();
  files.set(`${subgraph.name}.graphql`, sdl.trimEnd() + '\n');
  services.push({ name: subgraph.name, url: `http://127.0.0.1:${FIRST_PORT + i}/graphql`, typeDefs: parse(sdl) });
}

const composed = composeServices(services);
if (compositionHasErrors(composed)) {
  for (const error of composed.errors) console.error(error.message);
  process.exit(1);
}
files.set('supergraph.graphql', composed.supergraphSdl.trimEnd() + '\n');

let differing = 0;
for (const [name, text] of files) {
  const path = new URL(name, import.meta.url);
  if (text === readIfThere(path)) continue;
  differing++;
  if (process.argv.includes('--check')) console.error(`schema/${name} is not what the code makes; run npm run schema.`);
  else writeFileSync(path, text);
}
if (process.argv.includes('--check') && differing > 0) process.exit(1);
console.log(`${files.size} schema files, ${differing} ${process.argv.includes('--check') ? 'differ' : 'written'}.`);

function readIfThere(path: URL): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // not written yet
  }
}
