import { registerEnumType } from 'type-graphql';

export type QuoteFulfilment = 'SHIP' | 'TO_BE_DETERMINED';
export const QuoteFulfilmentEnum: { readonly [F in QuoteFulfilment]: F } = { SHIP: 'SHIP', TO_BE_DETERMINED: 'TO_BE_DETERMINED' };
registerEnumType(QuoteFulfilmentEnum, {
  name: 'QuoteFulfilment',
  description: 'How a line of a quote gets to the buyer.',
  valuesConfig: {
    SHIP: { description: 'It is shipped with the order.' },
    TO_BE_DETERMINED: { description: 'It is a custom item, of which that is not decided.' },
  },
});
