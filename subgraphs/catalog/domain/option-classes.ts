import { refuse } from '#kernel/errors.ts';
import type { Part } from './expand-kits.ts';

/** A choice within a model. Its options are the components that name it. */
export interface OptionClass {
  /** What components name it by; the SKU of its OPTION_CLASS product, if it has one. */
  readonly sku: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
}

export interface OptionClassRecord {
  readonly sku: string;
  readonly name?: string | null;
  readonly min?: number | null;
  readonly max?: number | null;
}

/** The rules for the classes that components name, in their order. One nobody wrote a rule for takes its default, or one, or none. */
export function completeOptionClasses(records: readonly OptionClassRecord[], parts: readonly Pick<Part, 'optionClass'>[]): OptionClass[] {
  const named = [...new Set(parts.flatMap(({ optionClass }) => optionClass ?? []))];
  const stranger = records.find(({ sku }, i) => !named.includes(sku) || records.findIndex((other) => other.sku === sku) !== i);
  if (stranger) throw refuse('BAD_USER_INPUT', `${stranger.sku} stands there twice, or no component names it as its class.`, { optionClass: stranger.sku });
  return named.map((sku) => {
    const { name, min, max } = records.find((record) => record.sku === sku) ?? { sku };
    const options = parts.filter(({ optionClass }) => optionClass === sku).length;
    const rule = { sku, name: name ?? sku, min: min ?? 0, max: max ?? Math.max(1, min ?? 0) };
    if (rule.min < 0 || rule.max < 1 || rule.min > rule.max || rule.min > options) {
      throw refuse('BAD_USER_INPUT', `Of the ${options} options of ${sku} at least ${rule.min} and at most ${rule.max} cannot be chosen.`, { optionClass: sku });
    }
    return rule;
  });
}
