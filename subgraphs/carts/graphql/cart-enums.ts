import { registerEnumType } from 'type-graphql';
import { CART_AREA_SECTIONS, type CartAreaSection } from '../domain/cart-area.ts';
import { CART_SOURCES, CART_STATUSES, type CartSource, type CartStatus } from '../domain/cart-lifecycle.ts';
import { CART_NAME_KEYS, type CartNameKey } from '../domain/cart-names.ts';
import { CART_GROUPS, type CartGroup } from '../use-cases/list-carts.ts';
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

export const CartGroupEnum = Object.fromEntries(CART_GROUPS.map((group) => [group, group])) as { [G in CartGroup]: G };
registerEnumType(CartGroupEnum, {
  name: 'CartGroup',
  description: 'A section of the page of carts.',
  valuesConfig: {
    OWN_SAVED: { description: "The viewer's own saved carts that are shared with nobody." },
    SHARED_BY_ME: { description: "The viewer's own saved carts that are shared with somebody, or to which somebody is invited." },
    SHARED: { description: 'Open carts that others share with the viewer.' },
  },
});

export const CartAreaSectionEnum = Object.fromEntries(CART_AREA_SECTIONS.map((section) => [section, section])) as { [S in CartAreaSection]: S };
registerEnumType(CartAreaSectionEnum, { name: 'CartAreaSection', description: 'A page of the area of carts.' });

export const CartNameKeyEnum = Object.fromEntries(CART_NAME_KEYS.map((key) => [key, key])) as { [K in CartNameKey]: K };
registerEnumType(CartNameKeyEnum, {
  name: 'CartNameKey',
  description: 'The names the site has for carts their owners have not named.',
  valuesConfig: { DEFAULT: { description: 'Of a cart nobody has named.' }, SYSTEM_SAVED: { description: 'Of a cart that was put aside without a name.' } },
});

export const CartSourceEnum = Object.fromEntries(CART_SOURCES.map((source) => [source, source])) as { [S in CartSource]: S };
registerEnumType(CartSourceEnum, {
  name: 'CartSource',
  description: 'Where a cart came from.',
  valuesConfig: {
    STOREFRONT: { description: "The shop's own pages." },
    GUEST: { description: 'Somebody who has not signed in.' },
    EXPRESS: { description: 'Express checkout.' },
    INSTALLED_BASE: { description: 'The reconfiguration of something bought before.' },
    PUNCHOUT: { description: "The buyer's own procurement system." },
  },
});

/** How the prices of a cart may be looked up while it is activated. */
export const RepriceEnum = { NEW: 'NEW', FRESH: 'FRESH' } as const;
registerEnumType(RepriceEnum, {
  name: 'Reprice',
  description: 'How prices, taxes and freight of a cart are looked up again; they are one question, so that they belong together.',
  valuesConfig: { NEW: { description: 'As on every change.' }, FRESH: { description: 'Past everything remembered of outside systems, as before an order.' } },
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
