import type { CatalogContext } from '../context.ts';
import { UNITS } from '../domain/units-of-measure.ts';

/** Brings the units everybody knows to what this version of the product knows of them. */
export async function seedUnits({ db: { sql } }: CatalogContext): Promise<void> {
  await sql
    .insertInto('UnitOfMeasure')
    .values(UNITS.map(({ factor, ...unit }) => ({ ...unit, numerator: factor?.numerator ?? null, denominator: factor?.denominator ?? null })))
    .onConflict((oc) =>
      oc.column('code').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        symbol: eb.ref('excluded.symbol'),
        unitClass: eb.ref('excluded.unitClass'),
        numerator: eb.ref('excluded.numerator'),
        denominator: eb.ref('excluded.denominator'),
      })),
    )
    .execute();
}
