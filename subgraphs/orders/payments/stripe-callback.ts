import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ProviderWord, SignedCallback } from './ports.ts';

const TOLERANCE_MS = 5 * 60_000;
const Event = z.object({
  data: z.object({ object: z.object({ object: z.string(), id: z.string(), payment_intent: z.string().nullish(), metadata: z.record(z.string(), z.string()).nullish() }) }),
});

/** What an event of Stripe is about, if Stripe signed it about now. https://docs.stripe.com/webhooks#verify-manually */
export function readStripeCallback(secret: string, { headers, body }: SignedCallback, now: Date): ProviderWord | null | undefined {
  const signature = headers['stripe-signature'];
  if (typeof signature !== 'string' || !isGenuine(secret, signature, body, now)) return undefined;
  const event = Event.safeParse(asJson(body));
  if (!event.success) return null;
  const { object, id, payment_intent: intent, metadata } = event.data.data.object;
  const isIntent = object === 'payment_intent';
  if (!isIntent && intent == null) return null;
  return { reference: isIntent ? id : (intent ?? null), authoriseKey: isIntent ? (metadata?.key ?? null) : null };
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null; // signed, and yet nothing we know
  }
}

/** One moment, and one signature for each secret that is in use. */
function isGenuine(secret: string, header: string, body: string, now: Date): boolean {
  const parts = header.split(',').map((part) => part.trim().split('='));
  const timestamp = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now.getTime() - Number(timestamp) * 1_000) > TOLERANCE_MS) return false;
  const right = Buffer.from(createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex'));
  return parts.some(([name, given = '']) => name === 'v1' && given.length === right.length && timingSafeEqual(Buffer.from(given), right));
}
