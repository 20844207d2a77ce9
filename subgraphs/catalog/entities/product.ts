import { defineEntity, p } from '@mikro-orm/core';
import { ITEM_TYPES, MODEL_KINDS, type ItemType, type ModelKind } from '../domain/item-types.ts';
import type { OptionClass } from '../domain/option-classes.ts';
import { TAX_CLASSES, type TaxClass } from '../domain/tax-classes.ts';

/** Something that is sold. The SKU is case-sensitive: 85123A and 85123a are two products. */
export const ProductSchema = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    sku: p.string().primary(),
    name: p.string(),
    description: p.string().nullable(),
    /** UN/ECE Recommendation 20 code; stock is counted in it. */
    primaryUom: p.string(),
    /** Every unit it is sold in, the primary one first. */
    uoms: p.json<string[]>(),
    itemType: p.string().$type<ItemType>(),
    /** Of a model, where that is said. */
    modelKind: p.string().$type<ModelKind>().nullable(),
    taxClass: p.string().$type<TaxClass>(),
    indivisible: p.boolean(),
    returnable: p.boolean(),
    serialControlled: p.boolean(),
    shippable: p.boolean(),
    /** Kilograms of one primary unit. */
    weightMicro: p.bigint('bigint').nullable(),
    /** These three are in the primary unit. */
    minQuantityMicro: p.bigint('bigint').nullable(),
    stepQuantityMicro: p.bigint('bigint').nullable(),
    packSizeMicro: p.bigint('bigint').nullable(),
    /** Of a model: what may be chosen. Kept with its components. */
    optionClasses: p.json<OptionClass[]>().nullable(),
    /** SKU and name in lower case: a search that folds case alike on every database. */
    searchText: p.string(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
  checks: [
    { name: 'product_item_type', expression: `item_type in ('${ITEM_TYPES.join("', '")}')` },
    { name: 'product_model_kind', expression: `model_kind in ('${MODEL_KINDS.join("', '")}')` },
    { name: 'product_tax_class', expression: `tax_class in ('${TAX_CLASSES.join("', '")}')` },
  ],
});
export class Product extends ProductSchema.class {}
ProductSchema.setClass(Product);
