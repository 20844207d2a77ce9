import { registerEnumType } from 'type-graphql';
import { CART_STATUSES, type CartStatus } from '../domain/cart-lifecycle.ts';
import type { GuestCartMode } from '../use-cases/claim-guest-cart.ts';

export const CartStatusEnum = Object.fromEntries(CART_STATUSES.map((status) => [status, status])) as { [S in CartStatus]: S };
registerEnumType(CartStatusEnum, {
  name: 'CartStatus',
  description: 'Where a cart stands in its life.',
  valuesConfig: {
    ACTIVE: { description: 'Takes what its owner adds.' },
    SAVED: { description: 'Put aside; activate it to change it.' },
    QUOTED: { description: 'A quote was made of it.' },
    TRANSFERRED: { description: 'Handed to a partner.' },
    ORDERED: { description: 'An order was placed from it.' },
    EXPRESS: { description: 'Queued for express checkout.' },
    EXPIRED: { description: 'Its time is over.' },
    DELETED: { description: 'Thrown away by its owner.' },
  },
});

export const GuestCartModeEnum: { readonly [M in GuestCartMode]: M } = { MERGE: 'MERGE', KEEP: 'KEEP', REMOVE: 'REMOVE' };
registerEnumType(GuestCartModeEnum, {
  name: 'GuestCartMode',
  description: "What becomes of a guest's cart at sign-in.",
  valuesConfig: {
    MERGE: { description: "Its lines are appended to the account's active cart." },
    KEEP: { description: "It becomes the active cart; the account's own is saved." },
    REMOVE: { description: "It is thrown away; the account's own stays." },
  },
});

export type ShareRole = 'ADMINISTRATOR' | 'PARTICIPANT' | 'VIEWER';
export const ShareRoleEnum: { readonly [R in ShareRole]: R } = { ADMINISTRATOR: 'ADMINISTRATOR', PARTICIPANT: 'PARTICIPANT', VIEWER: 'VIEWER' };
registerEnumType(ShareRoleEnum, { name: 'ShareRole', description: 'What a member may do with a shared cart; each role includes the ones below it.' });
