import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { DomainError, ERROR_CODES, isRefusal, refuse } from '#kernel/errors.ts';
import { peersFor } from '#kernel/peers.ts';
import { BEA } from './support/facts.ts';

const FACTS = { viewer: BEA, requestId: 'r' };
const QUESTION = { subgraph: 'catalog', query: '{ offers { sku } }' };
const answering = (error: GraphQLError) => peersFor(async () => ({ errors: [error] }), FACTS)(QUESTION);

test('a peer is asked on behalf of the viewer, and its data is the answer', async () => {
  const asked: unknown[] = [];
  const ask = peersFor(async (question, facts) => {
    asked.push(question, facts);
    return { data: { offers: [] } };
  }, FACTS);
  expect(await ask(QUESTION)).toEqual({ offers: [] });
  expect(asked).toEqual([QUESTION, FACTS]);
});

test("a peer's refusal comes out as our own, code, sentence and facts", async () => {
  const error = new GraphQLError('Less is there.', { extensions: { code: 'INSUFFICIENT_STOCK', details: { sku: 'MUG' } } });
  await expect(answering(error)).rejects.toMatchObject({ name: 'DomainError', code: 'INSUFFICIENT_STOCK', message: 'Less is there.', details: { sku: 'MUG' } });
});

test('an answer with data and a refusal is a refusal', async () => {
  const error = new GraphQLError('No.', { extensions: { code: 'NOT_FOUND' } });
  await expect(peersFor(async () => ({ data: { cart: null }, errors: [error] }), FACTS)(QUESTION)).rejects.toMatchObject({ code: 'NOT_FOUND', details: {} });
});

test.each(['INTERNAL_SERVER_ERROR', 'toString', undefined, 7])('an error of a peer with the code %s is no refusal of ours', async (code) => {
  const failure = await answering(new GraphQLError('secret detail', { extensions: { code } })).catch((error: unknown) => error);
  expect(isRefusal(failure)).toBe(false);
});

test('a peer that is late is unavailable', async () => {
  await expect(answering(new GraphQLError('Late.', { extensions: { code: 'DEADLINE_EXCEEDED' } }))).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
});

test('a refusal carries its code and facts to the response', () => {
  const refusal = refuse('NOT_FOUND', 'There is no such cart.', { cartId: 'c' });
  expect(refusal).toBeInstanceOf(DomainError);
  expect(refusal.extensions).toEqual({ code: 'NOT_FOUND', details: { cartId: 'c' } });
  expect([isRefusal(refusal), isRefusal(refusal, 'NOT_FOUND'), isRefusal(refusal, 'CONFLICT'), isRefusal(new Error('no'))]).toEqual([true, true, false, false]);
});

test('every code is explained in a sentence', () => {
  for (const [code, meaning] of Object.entries(ERROR_CODES)) {
    expect(code).toMatch(/^[A-Z][A-Z_]+$/);
    expect(meaning).toMatch(/^[A-Z`e].*\.$/);
  }
});
