import { createHash } from 'node:crypto';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';

/** One line of what a partner is to fulfil. `line` is its id where it comes from. */
export interface ContentLine {
  readonly line: string;
  readonly sku: string;
  readonly uom: string;
  /** Decimal text. */
  readonly quantity: string;
  readonly configuration?: readonly OptionChoice[] | null;
}

/** What is asked about: where it goes decides about taxes. */
export interface Content {
  readonly currency: string;
  /** ISO 3166-1 alpha-2; null: nobody has said. */
  readonly country: string | null;
  readonly lines: readonly ContentLine[];
}

/** The fingerprint of what is in a cart, the same on both sides of the wire; docs/protocols/partner-transfer.md has it in words. */
export function contentHash({ currency, country, lines }: Content): string {
  const rows = lines.map(({ line, sku, uom, quantity, configuration }) => [line, sku, uom, fromMicro(toMicro(quantity)), ...(configuration ?? []).map(({ optionClass, sku: option, quantity: times }) => `${optionClass}=${option}*${times ?? '1'}`)].join('|'));
  return createHash('sha256').update([currency, country ?? '', ...rows].join('\n')).digest('base64url');
}
