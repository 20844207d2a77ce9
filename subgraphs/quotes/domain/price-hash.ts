import { createHash } from 'node:crypto';

export interface HashedLine {
  readonly id: string;
  readonly sku?: string | null;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly unitMicro?: bigint | null;
  readonly totalMinor?: bigint | null;
}

/** The fingerprint of an offer: what the buyer agrees to pay for what, and until when it stands. */
export function priceHash(currency: string, expiresAt: Date | null | undefined, lines: readonly HashedLine[]): string {
  const hash = createHash('sha256').update(`${currency}|${expiresAt?.toISOString() ?? ''}`);
  for (const line of lines) {
    hash.update(`\n${line.id}|${line.sku ?? ''}|${line.quantityMicro}|${line.uom}|${line.unitMicro ?? ''}|${line.totalMinor ?? ''}`);
  }
  return hash.digest('base64url');
}
