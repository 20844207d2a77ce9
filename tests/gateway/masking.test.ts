import { Writable } from 'node:stream';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { localWorld } from './support/world.ts';

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
