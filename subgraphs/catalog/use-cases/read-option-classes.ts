import { fromMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import type { OptionClass } from '../domain/option-classes.ts';
import type { Product } from '../entities/product.ts';

export interface ClassWithOptions extends OptionClass {
  readonly required: boolean;
  readonly options: { readonly product: Product; readonly ratio: string; readonly default: boolean }[];
}

/** What may be chosen of a model: its classes with their options. */
export async function readOptionClasses({ loaders }: CatalogContext, { sku, optionClasses }: Product): Promise<ClassWithOptions[]> {
  if (!optionClasses?.length) return [];
  const options = ((await loaders.componentsBySku.load(sku)) ?? []).filter(({ optionClass }) => optionClass != null);
  const products = await Promise.all(options.map(({ componentSku }) => loaders.productBySku.load(componentSku)));
  return optionClasses.map((rule) => ({
    ...rule,
    required: rule.min > 0,
    options: options.flatMap(({ optionClass, ratioMicro, isDefault }, i) => {
      const product = products[i];
      return product && optionClass === rule.sku ? [{ product, ratio: fromMicro(ratioMicro), default: isDefault }] : [];
    }),
  }));
}
