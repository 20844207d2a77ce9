import { registerEnumType } from 'type-graphql';
import { ITEM_TYPES, MODEL_KINDS, type ItemType, type ModelKind } from '../domain/item-types.ts';
import { PRICE_LOAD_STATES, type PriceLoadState } from '../domain/price-load-lifecycle.ts';
import { TAX_CLASSES, type TaxClass } from '../domain/tax-classes.ts';
import { UNIT_CLASSES, type UnitClass } from '../domain/units-of-measure.ts';

export const ItemTypeEnum = Object.fromEntries(ITEM_TYPES.map((each) => [each, each])) as { [K in ItemType]: K };
registerEnumType(ItemTypeEnum, {
  name: 'ItemType',
  description: 'What sort of thing a product is.',
  valuesConfig: {
    STANDARD: { description: 'A thing.' },
    SERVICEABLE: { description: 'A thing that a service can be sold for.' },
    SERVICE: { description: 'Work or a promise; nothing is sent.' },
    KIT: { description: 'Several things under one number; they leave the stock one by one.' },
    MODEL: { description: 'A thing put together from what is chosen.' },
    OPTION_CLASS: { description: 'A choice within a model; not sold by itself.' },
  },
});

export const ModelKindEnum = Object.fromEntries(MODEL_KINDS.map((each) => [each, each])) as { [K in ModelKind]: K };
registerEnumType(ModelKindEnum, {
  name: 'ModelKind',
  description: 'How a model comes about.',
  valuesConfig: {
    ASSEMBLE_TO_ORDER: { description: 'It is put together before it leaves.' },
    PICK_TO_ORDER: { description: 'Its components leave the stock one by one.' },
    TELECOM_SERVICE: { description: 'A service with what belongs to it: orders show all of it, line by line.' },
  },
});

export const TaxClassEnum = Object.fromEntries(TAX_CLASSES.map((each) => [each, each])) as { [K in TaxClass]: K };
registerEnumType(TaxClassEnum, {
  name: 'TaxClass',
  description: 'Which rates goods are taxed at. A territory without a rate for a class takes that of the next: SUPER_REDUCED, REDUCED, STANDARD.',
  valuesConfig: {
    STANDARD: { description: 'At the standard rate.' },
    REDUCED: { description: 'At the reduced rate.' },
    SUPER_REDUCED: { description: 'At a rate below the reduced one.' },
    ZERO: { description: 'At nothing, which documents name as a rate.' },
    EXEMPT: { description: 'Not taxed at all.' },
  },
});

export const UnitClassEnum = Object.fromEntries(UNIT_CLASSES.map((each) => [each, each])) as { [K in UnitClass]: K };
registerEnumType(UnitClassEnum, { name: 'UnitClass', description: 'What a unit measures. Units of one class convert into each other, packages only by what a product says.' });

export const PriceLoadStateEnum = Object.fromEntries(PRICE_LOAD_STATES.map((each) => [each, each])) as { [K in PriceLoadState]: K };
registerEnumType(PriceLoadStateEnum, {
  name: 'PriceListLoadState',
  description: 'Where a load of a whole price list stands.',
  valuesConfig: {
    OPEN: { description: 'Takes rows; nobody sees them yet.' },
    PUBLISHED: { description: 'These are the prices of the list.' },
    SUPERSEDED: { description: 'A later load is published; the rows go away.' },
    ABANDONED: { description: 'Given up, by someone or because nobody went on with it for a day; the rows go away.' },
    REMOVED: { description: 'No row is left.' },
  },
});
