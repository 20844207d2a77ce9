import '#kernel/reflect.ts';
import { execute, parse, print } from 'graphql';
import { Arg, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';
import { buildSubgraph } from '#kernel/build-subgraph.ts';
import { connectionType } from '#kernel/connection-type.ts';

@Directive('@key(fields: "id")')
@ObjectType('Box', { simpleResolvers: true, description: 'A box.' })
class BoxType {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Directive('@inaccessible')
  @Field(() => String, { nullable: true, description: 'For peers: what is in it.' })
  content: string | null;
}
const BoxConnectionType = connectionType<BoxType>('Box', BoxType);

@Resolver()
class BoxResolver {
  @Query(() => BoxConnectionType, { description: 'Boxes.' })
  boxes(@Arg('first', () => ID, { nullable: true }) _first: string): InstanceType<typeof BoxConnectionType> {
    const node = { id: '1', content: null };
    return { edges: [{ cursor: 'c', node }], nodes: [node], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'c', endCursor: 'c' } };
  }
}

const asked: string[] = [];
const built = await buildSubgraph<{ owner: string }>({
  resolvers: [BoxResolver],
  references: {
    Box: ({ id }: { id: string }, { owner }) => {
      asked.push(id);
      return owner === 'bea' && id === '1' ? { id, content: 'a mug' } : null;
    },
  },
});

const entities = (owner: string, ...ids: string[]) =>
  execute({
    schema: built.schema,
    document: parse('query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Box { id content } } }'),
    variableValues: { keys: ids.map((id) => ({ __typename: 'Box', id })) },
    contextValue: { owner },
  });

test('directives and descriptions arrive in the SDL, which parses', () => {
  const sdl = print(parse(built.sdl));
  expect(sdl).toContain('type Box @key(fields: "id")');
  expect(sdl).toMatch(/content: String @inaccessible/);
  expect(sdl).toContain('For peers: what is in it.');
});

test('entities are found by key, with the rights of who asks', async () => {
  expect(JSON.parse(JSON.stringify((await entities('bea', '1', '2')).data))).toEqual({ _entities: [{ id: '1', content: 'a mug' }, null] });
  expect(JSON.parse(JSON.stringify((await entities('gus', '1')).data))).toEqual({ _entities: [null] });
  expect(asked).toEqual(['1', '2', '1']);
});

test('a connection shows its page with and without cursors', async () => {
  const result = await execute({ schema: built.schema, document: parse('{ boxes { edges { cursor node { id } } nodes { id } pageInfo { hasNextPage endCursor } } }'), contextValue: {} });
  expect(result.errors).toBeUndefined();
  expect(JSON.parse(JSON.stringify(result.data))).toEqual({ boxes: { edges: [{ cursor: 'c', node: { id: '1' } }], nodes: [{ id: '1' }], pageInfo: { hasNextPage: false, endCursor: 'c' } } });
});
