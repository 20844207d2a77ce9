import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import type { PaymentProvider, ProviderOperation } from '../../../subgraphs/orders/payments/ports.ts';
import { stripeProvider } from '../../../subgraphs/orders/payments/stripe-provider.ts';
import { startStripe, type StripeImitation } from '../../support/stripe-imitation.ts';

let stripe: StripeImitation;
let provider: PaymentProvider;

beforeAll(async () => {
  stripe = await startStripe();
  provider = stripeProvider({ url: stripe.url, secretKey: 'sk_test_imitation', webhookSecret: 'whsec_imitation_of_stripe', timeoutMs: 2_000 });
});
afterAll(async () => {
  await provider.close();
  await stripe[Symbol.asyncDispose]();
});
beforeEach(() => stripe.behave('WELL'));

const operation = (more: Partial<ProviderOperation> = {}): ProviderOperation => {
  const key = newId();
  return { kind: 'AUTHORISE', key, authoriseKey: key, reference: null, token: 'pm_card_visa', amountMinor: 1_200n, currency: 'GBP', isLast: false, ...more };
};
const after = (first: ProviderOperation, kind: ProviderOperation['kind'], reference: string | null, more: Partial<ProviderOperation> = {}): ProviderOperation =>
  ({ ...first, kind, key: newId(), token: null, reference, ...more });
const intentOf = ({ authoriseKey }: ProviderOperation) => [...stripe.intents.values()].filter(({ metadata }) => metadata.key === authoriseKey);

async function authorised(more: Partial<ProviderOperation> = {}): Promise<{ first: ProviderOperation; reference: string }> {
  const first = operation(more);
  const answer = await provider.send(first);
  return { first, reference: answer.reference ?? '' };
}

test('a card is authorised and not charged; asked again, also after an answer was lost, it is one authorisation', async () => {
  const { first, reference } = await authorised();
  expect(await provider.send(first)).toEqual({ outcome: 'DONE', reference });
  const lost = operation();
  stripe.behave('HANG_AFTER', '/confirm');
  await expect(provider.send(lost)).rejects.toThrow();
  stripe.behave('WELL');
  expect(await provider.find(lost)).toMatchObject({ outcome: 'DONE' });
  for (const each of [first, lost]) expect(intentOf(each)).toMatchObject([{ status: 'requires_capture', authorisations: 1, amount: 1_200, amount_received: 0, currency: 'gbp' }]);
});

test.each([
  ['pm_card_chargeDeclined', { outcome: 'DECLINED', reason: 'generic_decline' }],
  ['pm_card_chargeDeclinedProcessingError', { outcome: 'FAILED', reason: 'processing_error' }],
])('%s is told as it is, by the answer and by looking', async (token, answer) => {
  const declined = operation({ token });
  expect(await provider.find(declined)).toBeUndefined();
  expect(await provider.send(declined)).toMatchObject(answer);
  expect(await provider.find(declined)).toMatchObject(answer);
  expect(await provider.send(declined), 'asked again').toMatchObject(answer);
});

test.each(['CUT', 'FAILING'] as const)('a service that is %s is no answer, neither yes nor no', async (mood) => {
  const { first, reference } = await authorised();
  stripe.behave(mood);
  for (const kind of ['AUTHORISE', 'CAPTURE', 'VOID', 'REFUND'] as const) {
    await expect(provider.send(after(first, kind, reference))).rejects.toThrow();
    await expect(provider.find(after(first, kind, reference))).rejects.toThrow();
  }
});

test('what is made void by its key alone stays void: an authorisation on its way is refused on arrival', async () => {
  const unheard = operation();
  stripe.behave('HANG_AFTER', '/v1/payment_intents');
  await expect(provider.send(unheard)).rejects.toThrow();
  stripe.behave('WELL');
  const letGo = after(unheard, 'VOID', null);
  expect(await provider.find(letGo)).toBeUndefined();
  expect(await provider.send(letGo), 'without the card, which is not kept').toMatchObject({ outcome: 'DONE' });
  expect(await provider.find(letGo)).toMatchObject({ outcome: 'DONE' });
  expect(await provider.send(unheard)).toMatchObject({ outcome: 'FAILED', reason: 'voided' });
  expect(intentOf(unheard)).toMatchObject([{ status: 'canceled', authorisations: 0 }]);
});

test('a hold whose confirmation went unheard is let go of by its key alone, and one that the bank is still asked about as soon as it has answered', async () => {
  const unheard = operation();
  stripe.behave('HANG_AFTER', '/confirm');
  await expect(provider.send(unheard)).rejects.toThrow();
  stripe.behave('WELL');
  const [intent] = intentOf(unheard);
  if (!intent) throw new Error('Nothing was authorised.');
  const letGo = after(unheard, 'VOID', null);
  intent.status = 'processing';
  await expect(provider.send(letGo), 'asked again later').rejects.toThrow('not answered');
  await expect(provider.find(letGo)).rejects.toThrow('not answered');
  intent.status = 'requires_capture';
  expect(await provider.send(letGo)).toMatchObject({ outcome: 'DONE' });
  expect(intent.status).toBe('canceled');
});

test('parts are captured once each, and found again; the rest is let go of; what was captured is refunded once a key', async () => {
  const { first, reference } = await authorised();
  const part = after(first, 'CAPTURE', reference, { amountMinor: 500n });
  stripe.behave('HANG_AFTER', '/capture');
  await expect(provider.send(part)).rejects.toThrow();
  stripe.behave('WELL');
  expect(await provider.find(part)).toMatchObject({ outcome: 'DONE' });
  expect(await provider.send(part)).toMatchObject({ outcome: 'DONE' });
  const other = after(first, 'CAPTURE', reference, { amountMinor: 300n });
  expect(await provider.find(other)).toBeUndefined();
  expect(await provider.send(other)).toMatchObject({ outcome: 'DONE' });
  expect(await provider.send(after(first, 'CAPTURE', reference, { amountMinor: 900n }))).toMatchObject({ outcome: 'FAILED', reason: 'amount_too_large' });
  expect(intentOf(first)).toMatchObject([{ amount_received: 800 }]);
  const back = after(first, 'REFUND', reference, { amountMinor: 200n });
  stripe.behave('HANG_AFTER', '/refunds');
  await expect(provider.send(back)).rejects.toThrow();
  stripe.behave('WELL');
  expect(await provider.find(back)).toMatchObject({ outcome: 'DONE' });
  expect(await provider.send(back)).toMatchObject({ outcome: 'DONE' });
  expect([...stripe.refunds.values()].filter((refund) => refund.payment_intent === reference).map(({ amount }) => amount)).toEqual([200]);
  expect(await provider.send(after(first, 'VOID', reference))).toMatchObject({ outcome: 'DONE' });
});

test.each(['succeeded', 'failed'] as const)('a refund that the bank takes its time for is no answer until it has %s', async (outcome) => {
  const { first, reference } = await authorised();
  await provider.send(after(first, 'CAPTURE', reference, { isLast: true }));
  stripe.delayRefunds(true);
  const refund = after(first, 'REFUND', reference, { amountMinor: 500n });
  await expect(provider.send(refund)).rejects.toThrow('under way');
  await expect(provider.find(refund)).rejects.toThrow('under way');
  stripe.delayRefunds(false, outcome);
  expect(await provider.find(refund)).toMatchObject({ outcome: outcome === 'failed' ? 'FAILED' : 'DONE' });
  expect([...stripe.refunds.values()].filter((each) => each.payment_intent === reference)).toHaveLength(1);
});

test('only what Stripe signed about now is heard, whatever secret it is changing to', () => {
  const now = new Date('2026-03-01T10:00:00Z');
  const intent = [...stripe.intents.values()][0];
  if (!intent) throw new Error('Nothing was authorised.');
  const { headers, body } = stripe.callback(intent, 'payment_intent.succeeded', now);
  const hear = (signature: string | undefined, text = body, at = now) => provider.hear({ headers: signature === undefined ? {} : { 'stripe-signature': signature }, body: text }, at);
  const signature = headers['stripe-signature'] ?? '';
  expect(hear(signature)).toEqual({ reference: intent.id, authoriseKey: intent.metadata.key });
  expect(hear(signature.replace('v1=', 'v1=00,v1='))).toEqual({ reference: intent.id, authoriseKey: intent.metadata.key });
  for (const wrong of [undefined, '', 't=1', signature.replace(/.$/, '!'), signature.replace(/t=\d+/, 't=1')]) expect(hear(wrong)).toBeUndefined();
  expect(hear(signature, body.replace(intent.id, 'pi_x'))).toBeUndefined();
  expect(hear(signature, body, new Date(now.getTime() + 5 * 60_000 + 1_000))).toBeUndefined();
});
