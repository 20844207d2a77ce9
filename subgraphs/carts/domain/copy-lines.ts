import type { DraftLine } from './change-lines.ts';

export interface Copying {
  readonly copierId: string;
  /** Whether the copier may use agreements on lines. */
  readonly keepsAgreements: boolean;
  readonly newId: () => string;
}

/** What a controlled copy takes over of each line: the product, how it is configured, how much of it, and its agreement where the copier may use one. [CART-47, CART-48] */
export function copyControlled(lines: readonly Pick<DraftLine, 'sku' | 'quantityMicro' | 'uom' | 'agreementId' | 'configuration'>[], { copierId, keepsAgreements, newId }: Copying): DraftLine[] {
  return lines.map(({ sku, quantityMicro, uom, agreementId, configuration }, i) => ({
    id: newId(),
    position: i + 1,
    sku,
    quantityMicro,
    uom,
    configuration,
    addedById: copierId,
    agreementId: keepsAgreements ? (agreementId ?? null) : null,
  }));
}
