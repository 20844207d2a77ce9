import type { AuthenticationAsked, ProviderAnswer } from '../domain/payment-lifecycle.ts';
import type { Payment, PaymentOperation } from '../entities/payment.ts';
import type { PaymentProvider } from '../payments/ports.ts';
import { authoriseKey } from './authorise-payment.ts';

/** Asks once what was never asked; what was, is looked for first, for it may have been done without our hearing of it. */
export async function askProvider(provider: PaymentProvider, { checkoutId, reference, currency, authorisedMinor, capturedMinor }: Payment, { kind, key, amountMinor, tries }: PaymentOperation, token: string | null = null): Promise<ProviderAnswer | AuthenticationAsked> {
  const amount = amountMinor ?? 0n;
  const isLast = capturedMinor + amount >= authorisedMinor;
  const operation = { kind, key, authoriseKey: authoriseKey(checkoutId), reference: reference ?? null, token, amountMinor: amount, currency, isLast };
  return (tries > 1 ? await provider.find(operation) : undefined) ?? provider.send(operation);
}
