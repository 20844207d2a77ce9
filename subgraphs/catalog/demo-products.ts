import type { ProductRecord } from './domain/complete-products.ts';

export interface DemoProduct extends ProductRecord {
  /** Unit price from 1, 10 and 100 on, GBP; empty means that no list has it. */
  readonly prices: readonly string[];
  /** Absent: not tracked. */
  readonly onHand?: string;
}

const sold = (sku: string, name: string, prices: string, onHand?: string, more: Partial<ProductRecord> = {}): DemoProduct => ({
  sku,
  name,
  prices: prices.split(' ').filter((price) => price !== ''),
  onHand,
  ...more,
});

/** Made up for the demo. The README says which of them shows what. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  sold('MUG-RED', 'Stoneware mug, red', '6.95 6.25 5.40', '1200'),
  sold('MUG-BLUE', 'Stoneware mug, blue', '6.95 6.25 5.40', '1150'),
  sold('MUG-WHITE', 'Stoneware mug, white', '6.50 5.85 4.95', '2400'),
  sold('TEAPOT-1L', 'Stoneware teapot, 1 litre', '24.50 22.00 19.75', '180'),
  sold('PLATE-27', 'Dinner plate, 27 cm', '8.20 7.40 6.60', '960'),
  sold('BOWL-16', 'Cereal bowl, 16 cm', '5.75 5.20 4.60', '840'),
  sold('CANDLE-VAN', 'Scented candle, vanilla', '9.95 8.95 7.50', '600'),
  sold('CANDLE-PINE', 'Scented candle, pine', '9.95 8.95 7.50', '575'),
  sold('TLIGHT-24', 'Tea lights, pack of 24', '3.60 3.20 2.75', '3000'),
  sold('LANTERN-S', 'Garden lantern, small', '14.00 12.60 11.20', '220'),
  sold('LANTERN-L', 'Garden lantern, large', '26.00 23.50 20.90', '3'),
  sold('FRAME-A4', 'Oak picture frame, A4', '12.40 11.20 9.90', '410'),
  sold('FRAME-A3', 'Oak picture frame, A3', '17.90 16.10 14.30', '260'),
  sold('CARD-BDAY', 'Birthday card, blank inside', '1.85 1.60 1.25'),
  sold('WRAP-STAR', 'Gift wrap, stars, sheet', '0.95 0.80 0.625'),
  sold('RIBBON-SAT', 'Satin ribbon, 25 mm', '0.80 0.70 0.55', '5000', { primaryUom: 'MTR' }),
  sold('BAG-JUTE', 'Jute shopping bag', '4.20 3.80 3.30', '900'),
  sold('HAMPER-XL', 'Christmas hamper, packed to order', '89.00 84.00 79.00', undefined, { indivisible: true, returnable: false, description: 'Packed on the day of the order; cannot be sent back.' }),
  sold('SOAP-LAV', 'Lavender soap bar', '3.95 3.50 2.95', '1500'),
  sold('TOWEL-TEA', 'Linen tea towel', '7.50 6.75 5.95', '700'),
  sold('CABLE-2.5', 'Installation cable 3 x 2.5 mm²', '1.35 1.22 0.985', '12000', { primaryUom: 'MTR', description: 'Cut to length.' }),
  sold('CABLE-4.0', 'Installation cable 3 x 4.0 mm²', '2.10 1.95 1.64', '8000', { primaryUom: 'MTR' }),
  sold('HOSE-13', 'Reinforced hose, 13 mm', '2.40 2.15 1.85', '2500', { primaryUom: 'MTR' }),
  sold('CHAIN-6', 'Welded steel chain, 6 mm', '5.60 5.05 4.45', '640.5', { primaryUom: 'MTR' }),
  sold('SAND-FINE', 'Kiln-dried sand', '0.42 0.36 0.295', '25000', { primaryUom: 'KGM' }),
  sold('GREASE-MP', 'Multi-purpose grease', '6.80 6.10 5.35', '320.25', { primaryUom: 'KGM' }),
  sold('SCREW-M4', 'Machine screw M4 x 20, zinc', '0.08 0.0625 0.0485', undefined, { units: [{ uom: 'BX', factor: '200' }], indivisible: true, description: 'A box holds 200.' }),
  sold('NUT-M4', 'Hexagon nut M4, zinc', '0.05 0.042 0.0315', undefined, { indivisible: true }),
  sold('WASHER-M4', 'Washer M4, zinc', '0.03 0.0255 0.0195', undefined, { indivisible: true }),
  sold('BOLT-M8', 'Hexagon bolt M8 x 40, grade 8.8', '0.38 0.33 0.275', '18000', { indivisible: true }),
  sold('GLOVE-L', 'Work gloves, nitrile, size L', '4.95 4.40 3.70', '1300'),
  sold('GOGGLES', 'Safety goggles, clear', '7.25 6.50 5.60', '450'),
  sold('HELMET-W', 'Safety helmet, white', '13.80 12.40 10.90', '380', { indivisible: true }),
  sold('DRILL-18V', 'Cordless drill, 18 V', '149.00 141.00 129.00', '45', { indivisible: true, serialControlled: true, description: 'Each drill has a serial number.' }),
  sold('BATT-18V', 'Battery pack, 18 V, 4 Ah', '64.00 59.50 54.00', '120', { indivisible: true }),
  sold('BIT-SET', 'Drill bit set, 19 pieces', '28.50 25.90 22.75', '210'),
  sold('TAPE-5M', 'Tape measure, 5 m', '8.90 7.95 6.80', '520'),
  sold('LADDER-3', 'Step ladder, 3 steps', '46.00 42.50 38.00', '64', { indivisible: true }),
  sold('LABEL-ROLL', 'Thermal labels, roll of 500', '11.20 10.10 8.75', '700'),
  sold('SAMPLE-SW', 'Colour swatch, free sample', '0 0 0'),
  sold('VASE-NEW', 'Glass vase, next season', '', '90', { description: 'Not yet priced.' }),
  sold('CUSTOM', 'Custom item', '', undefined, { returnable: false, description: 'Stands in orders for what a quote names in words. It is in no price list.' }),
];

/** The one product sold in two units: the price of a whole box. */
export const DEMO_BOX_PRICE = { sku: 'SCREW-M4', uom: 'BX', unitPrice: '8.90' };

/** What a sales rep may think of when something is not to be had. */
export const DEMO_SUBSTITUTES: readonly (readonly [string, readonly string[]])[] = [
  ['MUG-RED', ['MUG-BLUE', 'MUG-WHITE']],
  ['LANTERN-L', ['LANTERN-S']],
];
