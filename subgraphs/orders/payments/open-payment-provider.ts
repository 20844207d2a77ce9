import type { PaymentProvider } from './ports.ts';
import { stripeProvider } from './stripe-provider.ts';
import { testProvider } from './test-provider.ts';

export interface PaymentSettings {
  readonly paymentProvider: 'none' | 'test' | 'stripe';
  readonly stripeUrl: string;
  readonly stripeSecretKey?: string;
  readonly stripeWebhookSecret?: string;
  readonly paymentTimeoutMs: number;
}

/** The payment service that is set; null where cards are taken down and not charged. */
export function openPaymentProvider({ paymentProvider, stripeUrl: url, stripeSecretKey: secretKey = '', stripeWebhookSecret: webhookSecret = '', paymentTimeoutMs: timeoutMs }: PaymentSettings, dataDir: string): PaymentProvider | null {
  if (paymentProvider === 'none') return null;
  return paymentProvider === 'test' ? testProvider(dataDir) : stripeProvider({ url, secretKey, webhookSecret, timeoutMs });
}
