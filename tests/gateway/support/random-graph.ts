import type { TestGraph } from './compose.ts';

/*
 * A small world of people, products and reviews. Its fields are dealt out to subgraphs at random; whoever asks through the
 * gateway must be told the same as one who asks a single server that has them all.
 */
export type Random = (below: number) => number;

export function createRandom(seed: number): Random {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Fields = Readonly<Record<string, string>>;
const ENTITIES: Readonly<Record<string, Fields>> = {
  User: { name: 'String', email: 'String', age: 'Int', friends: '[User]', favourite: 'Product', reviews: '[Review!]' },
  Product: { upc: 'String', price: 'Int', tags: '[String]', maker: 'User', similar: '[[Product]]', best: 'Node' },
  Review: { text: 'String', stars: 'Int!', author: 'User', about: 'Hit', product: 'Product' },
};
const ROOT: Fields = { me: 'User', users: '[User]', products: '[Product!]', node: 'Node', search: '[Hit]', reviews: '[Review]' };
const NAMES = Object.keys(ENTITIES);
export const COUNT = 4;

type Ref = { readonly __typename: string; readonly id: string };
type Parent = Partial<Ref>;

/** What a field of an object says; the same in every subgraph, sometimes null, sometimes an error. */
function valueOf(seed: number, type: string, id: string, field: string, kind: string): unknown {
  const random = createRandom(hash(`${seed} ${type} ${id} ${field}`));
  const chance = random(40);
  if (chance === 0) throw new Error(`${type}.${field} is broken`);
  if (chance < 3 && !kind.endsWith('!')) return null;
  return make(kind.replace(/!$/, ''), random);
}

function make(kind: string, random: Random): unknown {
  if (kind.startsWith('[')) {
    const inner = kind.slice(1, -1);
    return Array.from({ length: random(4) }, () => (!inner.endsWith('!') && random(8) === 0 ? null : make(inner.replace(/!$/, ''), random)));
  }
  if (kind === 'String') return `s${random(100)}`;
  if (kind === 'Int') return random(100);
  const type = kind === 'Node' || kind === 'Hit' ? NAMES[random(3)] : kind;
  return { __typename: type, id: String(random(COUNT)) };
}

const hash = (text: string): number => [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7) >>> 0;

const resolversOf = (seed: number, type: string, fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([field, kind]) => [field, (parent: Parent) => valueOf(seed, type, parent?.id ?? '', field, kind)]));

const describe = (fields: Fields, mark = ''): string => Object.entries(fields).map(([field, kind]) => `${field}: ${kind}${mark}`).join(' ');

export const wholeSdl = [
  `type Query { ${describe(ROOT)} } interface Node { id: ID! } union Hit = User | Product | Review`,
  ...NAMES.map((type) => `type ${type} implements Node { id: ID! ${describe(ENTITIES[type] ?? {})} }`),
].join('\n');

export const wholeResolvers = (seed: number): Record<string, unknown> => ({
  Query: resolversOf(seed, 'Query', ROOT),
  ...Object.fromEntries(NAMES.map((type) => [type, resolversOf(seed, type, ENTITIES[type] ?? {})])),
});

/** Deals every field to one subgraph, now and then to two. All know all types and their keys. */
export function dealGraph(seed: number, subgraphs = 3): TestGraph {
  const random = createRandom(seed);
  const graph: Record<string, { sdl: string; resolvers: Record<string, unknown> }> = {};
  const hands = Array.from({ length: subgraphs }, () => new Map<string, Fields>());
  for (const [type, fields] of [['Query', ROOT] as const, ...Object.entries(ENTITIES)]) {
    for (const [field, kind] of Object.entries(fields)) {
      const first = random(subgraphs);
      const owners = random(5) === 0 ? [first, (first + 1) % subgraphs] : [first];
      for (const owner of owners) hands[owner]?.set(type, { ...hands[owner].get(type), [field]: owners.length > 1 ? `${kind} @shareable` : kind });
    }
  }
  hands.forEach((hand, index) => {
    const plain = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).map(([field, kind]) => [field, kind.replace(' @shareable', '')]));
    const query = hand.get('Query') ?? {};
    graph[`s${index}`] = {
      sdl: [
        `type Query { only${index}: Int ${describe(query)} } interface Node { id: ID! } union Hit = User | Product | Review`,
        ...NAMES.map((type) => `type ${type} implements Node @key(fields: "id") { id: ID! ${describe(hand.get(type) ?? {})} }`),
      ].join('\n'),
      resolvers: {
        Query: resolversOf(seed, 'Query', plain(query)),
        ...Object.fromEntries(NAMES.map((type) => [type, { __resolveReference: ({ id }: Ref) => ({ __typename: type, id }), ...resolversOf(seed, type, plain(hand.get(type) ?? {})) }])),
      },
    };
  });
  return graph;
}

/** A random operation over that world: aliases, fragments, conditions, abstract types. */
export function dealQuery(random: Random): string {
  return `query Q($yes: Boolean!, $no: Boolean!) { ${selections('Query', 4, random)} always: node @include(if: $yes) @skip(if: $no) { ...N } } fragment U on User { id name reviews { id stars } } fragment N on Node { __typename id ... on Product { upc maker { ...U } } }`;
}

function selections(type: string, depth: number, random: Random): string {
  if (type === 'Node' || type === 'Hit') return abstractSelections(type, depth, random);
  const fields: Fields = { ...(type === 'Query' ? ROOT : ENTITIES[type]), ...(type === 'Query' ? {} : { id: 'ID' }) };
  const names = Object.keys(fields).filter((name) => depth > 1 || /^(?:String|Int!?|ID|\[String\])$/.test(fields[name] ?? ''));
  const picked = Array.from({ length: 1 + random(4) }, () => names[random(names.length)] ?? '__typename').map((name) => select(name, fields[name] ?? 'ID', depth, random));
  if (type === 'User' && random(6) === 0) picked.push('...U');
  if (random(6) === 0) picked.push('__typename');
  return picked.join(' ');
}

function select(name: string, kind: string, depth: number, random: Random): string {
  const inner = kind.replace(/[[\]!]/g, '');
  const nested = /^(?:String|Int|ID)$/.test(inner) ? '' : ` { ${selections(inner, depth - 1, random)} }`;
  const condition = ['', '', '', '', ' @include(if: $yes)', ' @skip(if: $no)', ' @include(if: $no)', ' @skip(if: $yes)'][random(8)];
  const field = `${name}${condition}${nested}`;
  const alias = `a${hash(field) % 100_000}`; // one alias, one meaning: the document stays valid
  return `${alias}: ${field}`;
}

function abstractSelections(type: string, depth: number, random: Random): string {
  const parts = ['__typename', ...(type === 'Node' && random(2) ? ['id'] : []), ...(random(5) === 0 ? ['...N'] : [])];
  if (depth > 1) for (const name of NAMES) if (random(2)) parts.push(`... on ${name} { ${selections(name, depth - 1, random)} }`);
  return parts.join(' ');
}
