import type { CustomerUsage } from './advanced-search.ts';
import type { Confirmation } from './confirmation.ts';
import type { OrderCustomer, OrderParties } from './order-parties.ts';

interface NamedAs {
  readonly usage: CustomerUsage;
  readonly customer: OrderCustomer;
}

/** Everybody whom an order or a line of it names, each once as each. [ORD-22] */
export function namedCustomers({ parties, lines }: Pick<Confirmation, 'parties' | 'lines'>): NamedAs[] {
  const named = [parties, ...lines.map((line) => line.parties)].flatMap((each) => (each ? namedAs(each) : []));
  return [...new Map(named.map((each) => [`${each.usage} ${each.customer.id}`, each])).values()];
}

function namedAs({ shipTo, billTo, endCustomer }: OrderParties): NamedAs[] {
  const as = (usage: CustomerUsage, customer: OrderCustomer | null | undefined): NamedAs[] => (customer ? [{ usage, customer }] : []);
  return [...as('SHIP_TO', shipTo?.customer), ...as('BILL_TO', billTo?.customer), ...as('END_CUSTOMER', endCustomer?.customer)];
}
