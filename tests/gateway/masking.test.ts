import { Writable } from 'node:stream';
import { GraphQLError, GraphQLScalarType } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { httpWorld, localWorld } from './support/world.ts';

const graph = {
  a: {
    sdl: 'type Query { broken: Int refused: Int internal: Int }',
    resolvers: {
      Query: {
        broken: () => { throw new Error('select * from secrets'); },
        refused: () => { throw new GraphQLError('Not now.', { extensions: { code: 'TOO_EARLY', details: { at: 5 }, stacktrace: ['x'], internals: 'y' } }); },
        internal: () => { throw new GraphQLError('oops: /etc/passwd', { extensions: { code: 'INTERNAL_SERVER_ERROR' } }); },
      },
    },
  },
};

test('a refusal passes, a fault becomes a request id, the log knows more', async () => {
  const lines: string[] = [];
  const logger = pino(new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) }));
  await using world = await localWorld(graph, { mask: true, logger });
  const answer = await world.ask('{ broken refused internal }', undefined, { 'x-request-id': 'req-7' });
  expect(answer.errors).toEqual([
    { message: 'Something went wrong on our side.', path: ['broken'], extensions: { code: 'INTERNAL', requestId: 'req-7' } },
    { message: 'Not now.', path: ['refused'], extensions: { code: 'TOO_EARLY', details: { at: 5 } } },
    { message: 'Something went wrong on our side.', path: ['internal'], extensions: { code: 'INTERNAL', requestId: 'req-7' } },
  ]);
  expect(lines.join()).toContain('select * from secrets');
  expect(lines.join()).toContain('req-7');
});

test('without masking messages pass, stacks never', async () => {
  await using world = await localWorld(graph);
  const answer = await world.ask('{ broken refused }');
  expect(answer.errors?.map((error) => error.message)).toEqual(['select * from secrets', 'Not now.']);
  expect(JSON.stringify(answer)).not.toContain('stack');
});

const noLiteral = (): never => {
  throw new GraphQLError('An Amount is text.', { extensions: { code: 'BAD_USER_INPUT' } });
};

test.each([['over HTTP', httpWorld], ['in process', localWorld]] as const)('a literal that a scalar of a subgraph does not take is the mistake of the client, not a fault: %s', async (_, start) => {
  const Amount = new GraphQLScalarType({ name: 'Amount', parseValue: noLiteral, parseLiteral: noLiteral });
  await using world = await start({ a: { sdl: 'scalar Amount type Query { pay(amount: Amount): Int }', resolvers: { Amount, Query: { pay: () => 1 } } } }, { mask: true });
  const { data, errors } = await world.ask('{ pay(amount: 1.5) }');
  expect(data).toEqual({ pay: null });
  expect(errors).toMatchObject([{ message: 'An Amount is text.', path: ['pay'], extensions: { code: expect.stringMatching(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/) } }]);
});
