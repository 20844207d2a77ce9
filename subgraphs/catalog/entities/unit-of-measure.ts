import { defineEntity, p } from '@mikro-orm/core';
import { UNIT_CLASSES, type UnitClass } from '../domain/units-of-measure.ts';

/** A unit everybody means the same by; filled from domain/units-of-measure.ts at every start. */
export const UnitOfMeasureSchema = defineEntity({
  name: 'UnitOfMeasure',
  tableName: 'unit_of_measure',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    symbol: p.string().nullable(),
    unitClass: p.string().$type<UnitClass>(),
    /** Of the base unit of its class; null for packages, of which every product has its own. */
    numerator: p.bigint('bigint').nullable(),
    denominator: p.bigint('bigint').nullable(),
  },
  checks: [{ name: 'unit_of_measure_class', expression: `unit_class in ('${UNIT_CLASSES.join("', '")}')` }],
});
export class UnitOfMeasure extends UnitOfMeasureSchema.class {}
UnitOfMeasureSchema.setClass(UnitOfMeasure);
