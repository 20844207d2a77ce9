import { buildSchema, execute, parse, validate, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createDeadline } from '../../gateway/deadline.ts';
import { createEngine } from '../../gateway/engine.ts';
import { inProcess } from '../../gateway/transports/in-process.ts';
import { compose, schemaOf } from './support/compose.ts';
import { createRandom, dealGraph, dealQuery, wholeResolvers, wholeSdl } from './support/random-graph.ts';

const GRAPHS = 25;
const QUERIES = 20;
const variables = { yes: true, no: false };

function wholeServer(seed: number): GraphQLSchema {
  const schema = buildSchema(wholeSdl);
  for (const [type, fields] of Object.entries(wholeResolvers(seed))) {
    const known = schema.getType(type);
    if (!known || !('getFields' in known)) continue;
    for (const [name, resolve] of Object.entries(fields as Record<string, never>)) Object.assign(known.getFields()[name] ?? {}, { resolve });
  }
  return schema;
}

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: readonly (string | number)[] }[];
}

/** Where the errors left a null. Below it a server may report one error or several: the language leaves that open. */
function holes({ data, errors = [] }: Told): string[] {
  return [...new Set(errors.map(({ path = ['nowhere'] }) => {
    let value = data;
    const down = path.findIndex((step) => (value = (value as Record<string | number, unknown> | null | undefined)?.[step]) === null);
    return path.slice(0, down + 1 || undefined).join('.');
  }))].sort();
}

describe('A graph dealt out at random answers as one server would', () => {
  test.each(Array.from({ length: GRAPHS }, (_, seed) => seed))('seed %i', async (seed) => {
    const graph = dealGraph(seed);
    const whole = wholeServer(seed);
    const locals = Object.fromEntries(Object.entries(graph).map(([name, subgraph]) => [name, { schema: schemaOf(subgraph), contextFor: () => ({}) }]));
    const engine = createEngine({ supergraphSdl: compose(graph), transport: inProcess(locals) });
    const random = createRandom(seed + 1_000);
    for (let n = 0; n < QUERIES; n++) {
      const query = dealQuery(random);
      const document = parse(query);
      if (validate(whole, document).length > 0) continue;
      const prepared = engine.prepare({ query, variables });
      if ('errors' in prepared) throw new Error(`${prepared.errors[0]?.message}\n${query}`);
      const expected = await execute({ schema: whole, document, variableValues: variables });
      const answer = await engine.execute(prepared, { viewer: null, requestId: 'r', forwarded: {}, deadline: createDeadline(), cacheKey: {} });
      expect({ data: answer.data, query }).toEqual({ data: JSON.parse(JSON.stringify(expected.data)), query });
      expect({ holes: holes(answer), query }).toEqual({ holes: holes(expected), query });
      expect(JSON.stringify(answer.data)).toBe(JSON.stringify(expected.data)); // the order of keys too
    }
  });
});
