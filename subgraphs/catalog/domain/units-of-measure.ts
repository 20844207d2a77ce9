import { ratioOf, type Ratio } from './convert-quantity.ts';

/** Units of one class convert into each other; what is in a box, nobody but the product knows. */
export const UNIT_CLASSES = ['COUNT', 'LENGTH', 'AREA', 'VOLUME', 'MASS', 'TIME', 'PACKAGE'] as const;
export type UnitClass = (typeof UNIT_CLASSES)[number];

export interface Unit {
  /** UN/ECE Recommendation 20, or 21 for packages under the short codes that trade uses. */
  readonly code: string;
  readonly name: string;
  readonly symbol: string | null;
  readonly unitClass: UnitClass;
  /** How many of the base unit of its class it holds; null when no rule says. */
  readonly factor: Ratio | null;
}

const unit = (unitClass: UnitClass, code: string, name: string, symbol: string | null, numerator?: bigint, denominator = 1n): Unit => ({
  code,
  name,
  symbol,
  unitClass,
  factor: numerator === undefined ? null : ratioOf(numerator, denominator),
});

/** The units of everyday trade, from UN/ECE Recommendation 20; other codes are accepted with a factor of the product's own. */
export const UNITS: readonly Unit[] = [
  unit('COUNT',   'C62', 'one',                   '1',   1n),
  unit('COUNT',   'EA',  'each',                  null,  1n),
  unit('COUNT',   'H87', 'piece',                 null,  1n),
  unit('COUNT',   'PR',  'pair',                  null,  2n),
  unit('COUNT',   'DZN', 'dozen',                 'DOZ', 12n),
  unit('COUNT',   'GRO', 'gross',                 'gr',  144n),
  unit('COUNT',   'CEN', 'hundred',               null,  100n),
  unit('COUNT',   'MIL', 'thousand',              null,  1_000n),
  unit('LENGTH',  'MTR', 'metre',                 'm',   1n),
  unit('LENGTH',  'MMT', 'millimetre',            'mm',  1n, 1_000n),
  unit('LENGTH',  'CMT', 'centimetre',            'cm',  1n, 100n),
  unit('LENGTH',  'KMT', 'kilometre',             'km',  1_000n),
  unit('LENGTH',  'INH', 'inch',                  'in',  254n, 10_000n),
  unit('LENGTH',  'FOT', 'foot',                  'ft',  3_048n, 10_000n),
  unit('LENGTH',  'YRD', 'yard',                  'yd',  9_144n, 10_000n),
  unit('AREA',    'MTK', 'square metre',          'm²',  1n),
  unit('AREA',    'CMK', 'square centimetre',     'cm²', 1n, 10_000n),
  unit('VOLUME',  'MTQ', 'cubic metre',           'm³',  1n),
  unit('VOLUME',  'LTR', 'litre',                 'l',   1n, 1_000n),
  unit('VOLUME',  'MLT', 'millilitre',            'ml',  1n, 1_000_000n),
  unit('VOLUME',  'CLT', 'centilitre',            'cl',  1n, 100_000n),
  unit('VOLUME',  'HLT', 'hectolitre',            'hl',  1n, 10n),
  unit('MASS',    'KGM', 'kilogram',              'kg',  1n),
  unit('MASS',    'GRM', 'gram',                  'g',   1n, 1_000n),
  unit('MASS',    'MGM', 'milligram',             'mg',  1n, 1_000_000n),
  unit('MASS',    'TNE', 'tonne (metric ton)',    't',   1_000n),
  unit('MASS',    'LBR', 'pound',                 'lb',  45_359_237n, 100_000_000n),
  unit('MASS',    'ONZ', 'ounce (avoirdupois)',   'oz',  45_359_237n, 1_600_000_000n),
  unit('TIME',    'SEC', 'second [unit of time]', 's',   1n),
  unit('TIME',    'MIN', 'minute [unit of time]', 'min', 60n),
  unit('TIME',    'HUR', 'hour',                  'h',   3_600n),
  unit('TIME',    'DAY', 'day',                   'd',   86_400n),
  unit('PACKAGE', 'BX',  'box',                   null),
  unit('PACKAGE', 'CS',  'case',                  null),
  unit('PACKAGE', 'CT',  'carton',                null),
  unit('PACKAGE', 'PK',  'pack',                  null),
  unit('PACKAGE', 'PF',  'pallet (lift)',         null),
  unit('PACKAGE', 'RO',  'roll',                  null),
  unit('PACKAGE', 'SET', 'set',                   null),
];

const byCode = new Map(UNITS.map((each) => [each.code, each]));

export const unitOf = (code: string): Unit | undefined => byCode.get(code);
