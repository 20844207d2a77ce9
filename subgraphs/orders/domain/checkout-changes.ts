import type { Action } from '#kernel/lifecycle.ts';
import { permissionToChange, type PartyUsage } from '#kernel/party-usage.ts';
import { may, type Viewer } from '#kernel/viewer.ts';

interface Change {
  /** The action of updateCart, or what of it somebody may choose. */
  readonly name: string;
  readonly needs?: string;
  /** Only where it is asked for whom goods are in the end. */
  readonly ofEndCustomer?: true;
}

const party = (name: string, usage: PartyUsage): Change[] => [
  { name: `${name}Customer`, needs: permissionToChange(usage, 'CUSTOMER') },
  { name: `${name}Contact`, needs: permissionToChange(usage, 'CONTACT') },
];

/** What the pages and the review let somebody change, and the right it takes; addresses are for all. [CHK-22..24, CHK-50] */
const CHANGES: readonly Change[] = [
  { name: 'setShipTo' },
  ...party('shipTo', 'SHIP_TO'),
  { name: 'setShippingMethod' },
  { name: 'setBillTo' },
  ...party('billTo', 'BILL_TO'),
  { name: 'setPayment' },
  ...[{ name: 'setEndCustomer' }, ...party('endCustomer', 'END_CUSTOMER')].map((change): Change => ({ ...change, ofEndCustomer: true })),
];

/** What takes no changes is only looked at. */
export function changesFor(viewer: Viewer, { actions, asksEndCustomer }: { readonly actions: readonly Action[]; readonly asksEndCustomer: boolean }): Action[] {
  const edit = actions.find(({ name }) => name === 'setShippingMethod');
  return CHANGES.filter(({ ofEndCustomer }) => !ofEndCustomer || asksEndCustomer).map(({ name, needs }) => {
    if (!edit?.allowed) return { name, allowed: false, reason: edit?.reason ?? 'What was offered stays as it is; say what is missing when placing the order.' };
    const lacks = needs !== undefined && !may(viewer, needs);
    return { name, allowed: !lacks, reason: lacks ? `This needs the permission ${needs}.` : null };
  });
}
