import { registerEnumType } from 'type-graphql';
import type { PartyUsage } from '#kernel/party-usage.ts';

export const PartyUsageEnum: { readonly [U in PartyUsage]: U } = { SHIP_TO: 'SHIP_TO', BILL_TO: 'BILL_TO', END_CUSTOMER: 'END_CUSTOMER' };
registerEnumType(PartyUsageEnum, { name: 'PartyUsage', description: 'For what a customer, contact or address is named: goods go there, the invoice goes there, or the goods are for them in the end.' });
