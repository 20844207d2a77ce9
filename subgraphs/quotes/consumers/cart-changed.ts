import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { noteCart } from '../use-cases/note-cart.ts';

/** Whatever happens to a cart, the quote that mirrors it follows. [CPQ-03] */
export const cartChanged: ConsumerDefinition<QuotesTables> = { name: 'quotes.cartChanged', aggregateType: 'cart', on: noteCart };
