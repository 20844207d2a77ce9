import { buildSchema, execute, parse, type ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProcessBus } from '#kernel/bus.ts';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { RunningSubgraph } from '#kernel/subgraph.ts';
import { viewerFromClaims, type Viewer } from '#kernel/viewer.ts';
import { localPeers } from '../../gateway/local-peers.ts';
import { ourSubgraphs } from '../../gateway/subgraphs.ts';
import { openIssuer } from '../../subgraphs/accounts/issuer.ts';
import type { Session } from '../support/session.ts';
import { startWorld, type World } from '../support/world.ts';
import { makeBelongings } from './support/belongings.ts';
import { countStatements } from './support/count-statements.ts';
import { entitiesQuery, keyedTypesIn, type KeyedType } from './support/keys.ts';

/** Types anybody may look up by key: the catalog is the merchant's, people and accounts show only their names. */
const OPEN = new Set(['Product', 'User', 'Account']);
/** However many keys are asked for. */
const STATEMENTS = 8;
/** The live field of each subgraph with an aggregate, and what it is asked with. */
const FOLLOWED_BY: { readonly [name: string]: readonly [field: string, key: string] } = {
  carts: ['cartChanged', 'cartId'],
  quotes: ['quoteChanged', 'quoteId'],
  orders: ['orderChanged', 'orderId'],
  returns: ['returnChanged', 'returnId'],
  partners: ['transferChanged', 'transferId'],
};

const declared = ourSubgraphs({ issuer: await openIssuer(), demo: true, env: {} });
const built = new Map(await Promise.all(declared.map(async (subgraph) => [subgraph.name, await subgraph.build()] as const)));

let world: World;
let belongings: ReadonlyMap<string, string>;
let bea: Viewer;
let gus: Viewer;

beforeAll(async () => {
  world = await startWorld();
  const [buyer, stranger] = [await world.as('bea'), await world.as('gus')];
  [bea, gus] = [viewerOf(buyer), viewerOf(stranger)];
  belongings = await makeBelongings(buyer, await world.as('ann'));
  await world.settle();
});
afterAll(() => world[Symbol.asyncDispose]());

const viewerOf = (session: Session): Viewer => {
  const viewer = viewerFromClaims(JSON.parse(Buffer.from(session.token?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>);
  if (!viewer) throw new Error('The token names nobody.');
  return viewer;
};

function running(name: string): RunningSubgraph {
  const subgraph = world.embedded.subgraphs.get(name);
  if (!subgraph) throw new Error(`${name} does not run.`);
  return subgraph;
}

async function entities(name: string, keyed: KeyedType, keys: readonly string[], viewer: Viewer | null): Promise<{ found: unknown[]; result: ExecutionResult }> {
  const { schema, contextFor } = running(name);
  const representations = keys.map((key) => ({ __typename: keyed.type, [keyed.key]: key }));
  const result = await execute({
    schema,
    document: parse(entitiesQuery(schema, keyed)),
    variableValues: { keys: representations },
    contextValue: contextFor({ viewer, requestId: 'conformance' }),
  });
  return { found: (result.data?._entities ?? []) as unknown[], result };
}

/** A subgraph that only adds fields to a type of another takes the key's word for it. */
const ADDS_TO: { readonly [name: string]: readonly string[] } = { returns: ['Order'], orders: ['Cart', 'Quote', 'Return'], partners: ['Cart'], channels: ['Order', 'Quote'] };
const owns = (name: string, { type }: KeyedType): boolean => !ADDS_TO[name]?.includes(type);

const knownKey = ({ type }: KeyedType): string => ({ Product: 'MUG-RED', User: bea.id, Account: bea.accountId })[type] ?? belongings.get(type) ?? '';
const unknownKeys = (count: number): string[] => Array.from({ length: count }, () => newId());

describe.each([...built])('%s', (name, { sdl }) => {
  const keyedTypes = keyedTypesIn(sdl);
  const owned = keyedTypes.filter((keyed) => owns(name, keyed));

  test('makes SDL that parses and federates', () => {
    expect(() => parse(sdl)).not.toThrow();
    expect(sdl).toContain('https://specs.apollo.dev/federation/v2');
    expect(sdl).toBe(running(name).sdl);
  });

  test('lets its aggregate be followed, from any version on', () => {
    const [field = '', key = ''] = FOLLOWED_BY[name] ?? [];
    const followed = running(name).schema.getSubscriptionType()?.getFields()[field];
    expect(followed?.args.map((argument) => argument.name).sort()).toEqual(name in FOLLOWED_BY ? ['afterVersion', key] : undefined);
  });

  test.each(keyedTypes)('finds a $type again by its key, with every plain field', async (keyed) => {
    const { found, result } = await entities(name, keyed, [knownKey(keyed)], bea);
    expect(result.errors).toBeUndefined();
    expect(found[0]).toMatchObject({ __typename: keyed.type, [keyed.key]: knownKey(keyed) });
  });

  test.each(owned)('answers for each $type in the order asked, null for those unknown', async (keyed) => {
    const keys = [newId(), knownKey(keyed), 'no id at all', knownKey(keyed), ''];
    const { found, result } = await entities(name, keyed, keys, bea);
    expect([result.errors, found.map((each) => each === null)]).toEqual([undefined, [true, false, true, false, true]]);
  });

  test.each(owned)('reads fifty of $type with a bounded number of statements', async (keyed) => {
    const keys = [...unknownKeys(49), knownKey(keyed)];
    const statements = await countStatements(() => entities(name, keyed, keys, bea));
    expect(statements).toBeLessThanOrEqual(STATEMENTS);
    expect(statements).toBeGreaterThan(0); // or nothing was counted
  });

  test.each(owned.filter(({ type }) => !OPEN.has(type)))('shows no $type to strangers or to nobody', async (keyed) => {
    for (const viewer of [gus, null]) {
      const { found } = await entities(name, keyed, [knownKey(keyed)], viewer);
      expect(found).toEqual([null]);
    }
  });
});

test('what orders adds to carts and quotes is refused to strangers', async () => {
  const { schema, contextFor } = running('orders');
  const document = parse('query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Cart { checkout { priceHash } } ... on Quote { checkout { priceHash } } } }');
  const keys = ['Cart', 'Quote'].map((type) => ({ __typename: type, id: belongings.get(type) }));
  for (const viewer of [gus, null]) {
    const { data, errors } = await execute({ schema, document, variableValues: { keys }, contextValue: contextFor({ viewer, requestId: 'conformance' }) });
    expect([data, errors?.length]).toEqual([{ _entities: [{ checkout: null }, { checkout: null }] }, 2]);
  }
});

test('what returns adds to an order is empty for strangers', async () => {
  const { schema, contextFor } = running('returns');
  const document = parse('query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Order { returns { id } } } }');
  const ask = async (viewer: Viewer | null): Promise<unknown> => {
    const variableValues = { keys: [{ __typename: 'Order', id: belongings.get('Order') }] };
    return (await execute({ schema, document, variableValues, contextValue: contextFor({ viewer, requestId: 'conformance' }) })).data;
  };
  expect(await ask(bea)).toEqual({ _entities: [{ returns: [{ id: belongings.get('Return') }] }] });
  for (const viewer of [gus, null]) expect(JSON.stringify(await ask(viewer))).not.toContain(belongings.get('Return'));
});

test('a person of another account shows no address and no e-mail', async () => {
  const { found } = await entities('accounts', { type: 'User', key: 'id' }, [bea.id], gus);
  expect(found[0]).toMatchObject({ email: null });
});

test('the kernel of a subgraph needs no other: the whole set starts and ends in any order, and keeps nothing open', async () => {
  const before = process.getActiveResourcesInfo().filter((resource) => resource !== 'TTYWrap').length;
  const all = new Map<string, RunningSubgraph>();
  const host = { dataDir: ':memory:', bus: inProcessBus(), clock: systemClock, peers: localPeers(all), log: () => undefined };
  for (const subgraph of declared.toReversed()) all.set(subgraph.name, await subgraph.run(host));
  for (const subgraph of all.values()) await subgraph.stop();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(process.getActiveResourcesInfo().filter((resource) => resource !== 'TTYWrap').length).toBeLessThanOrEqual(before);
});

test.each([...built])('%s has a schema that stands on its own', (_name, { sdl }) => {
  expect(() => buildSchema(sdl.replace(/extend schema[^\n]*\n/, ''), { assumeValidSDL: true })).not.toThrow();
});
