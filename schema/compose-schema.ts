import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { openIssuer } from '../subgraphs/accounts/issuer.ts';
import { ourSubgraphs } from '../gateway/subgraphs.ts';

const FIRST_PORT = 4101;

/** What the code makes: file name -> SDL, one of each subgraph and the supergraph they compose to. @throws what does not compose */
export async function composeSchema(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const services = [];
  for (const [i, subgraph] of ourSubgraphs({ issuer: await openIssuer(), demo: false, env: {} }).entries()) {
    const { sdl } = await subgraph.build();
    files.set(`${subgraph.name}.graphql`, sdl.trimEnd() + '\n');
    services.push({ name: subgraph.name, url: `http://127.0.0.1:${FIRST_PORT + i}/graphql`, typeDefs: parse(sdl) });
  }
  const composed = composeServices(services);
  if (compositionHasErrors(composed)) throw new Error(composed.errors.map((error) => error.message).join('\n'));
  return files.set('supergraph.graphql', composed.supergraphSdl.trimEnd() + '\n');
}
