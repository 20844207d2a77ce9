import type { PaymentProvider } from '../../../subgraphs/orders/payments/ports.ts';
import { stripeProvider } from '../../../subgraphs/orders/payments/stripe-provider.ts';
import type { StripeImitation } from '../../support/stripe-imitation.ts';

/** Our side of Stripe, for a shop that pays by an imitation of it. */
export function payingBy({ url }: StripeImitation): AsyncDisposable & { readonly provider: PaymentProvider } {
  const provider = stripeProvider({ url, secretKey: 'sk_test_imitation', webhookSecret: 'whsec_imitation_of_stripe', timeoutMs: 500 });
  return { provider, [Symbol.asyncDispose]: () => provider.close() };
}
