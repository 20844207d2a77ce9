import { isBusiness, type Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import type { OrderedLine } from '../domain/ordered-line.ts';
import type { KnownParties, ReturnParties } from '../domain/return-problems.ts';
import { askBook, askDefaultAddresses } from '../peers/accounts.ts';

export type NamedParties = Required<Omit<ReturnParties, 'billToAccountId'>>;

/**
 * Whom a return names to begin with: the viewer's account at its primary addresses; for a business else where the order went and was
 * billed; else at the first address it has. What there is none of stays open, and is a problem. [RET-27]
 */
export async function findDefaultParties({ ask }: ReturnsContext, viewer: Viewer, ordered: readonly OrderedLine[]): Promise<NamedParties> {
  const business = isBusiness(viewer);
  const onOrders = business ? ordered.flatMap(({ shipTo, billTo }) => [shipTo, billTo]).flatMap((address) => address?.id ?? []) : [];
  const [defaults, { addresses, contacts }] = await Promise.all([askDefaultAddresses(ask, viewer.accountId, viewer.id), askBook(ask, viewer.accountId, onOrders, business ? [viewer.id] : [])]);
  const onOrder = (side: 'shipTo' | 'billTo') => (business ? ordered.map((line) => line[side]).find((address) => address != null && addresses.has(address.id)) : undefined);
  const known = contacts.get(viewer.id);
  const contact = known ? { id: known.id, name: known.name, email: known.email, phone: known.phone } : null;
  return {
    shipTo: defaults.shipTo ?? onOrder('shipTo') ?? defaults.first,
    billTo: defaults.billTo ?? onOrder('billTo') ?? defaults.first,
    shipToContact: contact,
    billToContact: contact,
  };
}

/** Whom the address book still knows of those a return and its lines name. [RET-26] */
export async function findKnownParties({ ask }: ReturnsContext, viewer: Viewer, root: ReturnParties, lines: readonly Pick<ReturnParties, 'shipTo' | 'billTo'>[]): Promise<KnownParties> {
  const addressIds = [root, ...lines].flatMap(({ shipTo, billTo }) => [shipTo, billTo]).flatMap((address) => address?.id ?? []);
  const contactIds = [root.shipToContact, root.billToContact].flatMap((contact) => contact?.id ?? []);
  const { addresses, contacts } = await askBook(ask, viewer.accountId, addressIds, contactIds);
  return { addressIds: new Set(addresses.keys()), contactIds: new Set(contacts.keys()), isBusiness: isBusiness(viewer) };
}
