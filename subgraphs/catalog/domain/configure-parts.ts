import type { OptionChoice } from '#kernel/option-choice.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import { isTaken, type Part } from './expand-kits.ts';
import type { OptionClass } from './option-classes.ts';

export type ConfigurationFaultReason = 'NOT_CONFIGURABLE' | 'UNKNOWN_CLASS' | 'UNKNOWN_OPTION' | 'CHOSEN_TWICE' | 'TOO_FEW' | 'TOO_MANY';

export interface ConfigurationFault {
  readonly reason: ConfigurationFaultReason;
  readonly optionClass: string;
  /** The option, where it is about one. */
  readonly sku: string | null;
}

/** A part that goes into one of the model, in the quantity that was chosen. */
export interface ConfiguredPart extends Part {
  /** As the model stands: its price, if it has one of its own, covers so much of it. */
  readonly includedMicro: bigint;
}

export interface Configurable {
  readonly parts?: readonly Part[];
  readonly optionClasses?: readonly OptionClass[];
}

const MICRO = 1_000_000n;

/**
 * What one of a model is made of after somebody chose: what it always takes, and of each class what was chosen, or its
 * default where nothing was said. Every class has to end up with as many options as it asks for.
 */
export function configureParts({ parts = [], optionClasses = [] }: Configurable, choices: readonly OptionChoice[]): readonly ConfiguredPart[] | ConfigurationFault {
  const byOption = new Map<string, bigint>();
  for (const { optionClass, sku, quantity } of choices) {
    if (optionClasses.length === 0) return { reason: 'NOT_CONFIGURABLE', optionClass, sku };
    if (!optionClasses.some((known) => known.sku === optionClass)) return { reason: 'UNKNOWN_CLASS', optionClass, sku: null };
    if (!parts.some((part) => part.optionClass === optionClass && part.componentSku === sku)) return { reason: 'UNKNOWN_OPTION', optionClass, sku };
    if (byOption.has(sku)) return { reason: 'CHOSEN_TWICE', optionClass, sku };
    byOption.set(sku, toMicro(readQuantity(quantity ?? '1')));
  }
  const named = new Set(choices.map(({ optionClass }) => optionClass));
  const configured = parts.flatMap((part): ConfiguredPart[] => {
    const isChosen = part.optionClass != null && named.has(part.optionClass);
    const timesMicro = isChosen ? (byOption.get(part.componentSku) ?? 0n) : isTaken(part) ? MICRO : 0n;
    if (timesMicro === 0n) return [];
    const ratioMicro = (part.ratioMicro * timesMicro + MICRO - 1n) / MICRO;
    return [{ ...part, ratioMicro, isDefault: true, includedMicro: isTaken(part) ? part.ratioMicro : 0n }];
  });
  for (const { sku, min, max } of optionClasses) {
    const count = configured.filter(({ optionClass }) => optionClass === sku).length;
    if (count < min) return { reason: 'TOO_FEW', optionClass: sku, sku: null };
    if (count > max) return { reason: 'TOO_MANY', optionClass: sku, sku: null };
  }
  return configured;
}

export const isConfigured = (answer: readonly ConfiguredPart[] | ConfigurationFault): answer is readonly ConfiguredPart[] => Array.isArray(answer);

/** The same choices in the same words, so that the same configuration is the same text. */
export const completeChoices = (choices: readonly OptionChoice[]): Required<OptionChoice>[] =>
  choices
    .map(({ optionClass, sku, quantity }) => ({ optionClass, sku, quantity: fromMicro(toMicro(readQuantity(quantity ?? '1'))) }))
    .sort((a, b) => (`${a.optionClass} ${a.sku}` < `${b.optionClass} ${b.sku}` ? -1 : 1));
