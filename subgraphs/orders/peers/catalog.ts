import type { OptionChoice } from '#kernel/option-choice.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { Composition, ConfirmedLine, ProductFacts } from '../domain/confirmation.ts';
import type { OrderToPrepare } from '../domain/order-to-prepare.ts';

const RESERVE = /* GraphQL */ `
  mutation ReserveStock($reservationId: ID!, $lines: [StockLineInput!]!, $expiresAt: DateTime!, $order: OrderToPrepareInput) {
    reserveStock(reservationId: $reservationId, lines: $lines, expiresAt: $expiresAt, order: $order)
  }
`;

const RELEASE = /* GraphQL */ `
  mutation ReleaseStock($reservationId: ID!) {
    releaseStock(reservationId: $reservationId)
  }
`;

const REDEEM = /* GraphQL */ `
  mutation RedeemPromotions($checkoutId: ID!, $accountId: ID!, $promotionIds: [ID!]!) {
    redeemPromotions(checkoutId: $checkoutId, accountId: $accountId, promotionIds: $promotionIds)
  }
`;

const GIVE_BACK = /* GraphQL */ `
  mutation ReleasePromotions($checkoutId: ID!) {
    releasePromotions(checkoutId: $checkoutId)
  }
`;

const DESCRIBE = /* GraphQL */ `
  query DescribeOrdered($requests: [OfferRequest!]!, $products: [_Any!]!, $lines: [StockLineInput!]!) {
    offers(requests: $requests, factsOnly: true) { sku name returnable }
    _entities(representations: $products) { ... on Product { sku shippable serialControlled } }
    compositions(lines: $lines) { itemType modelKind components { sku name itemType uom ratio quantity depth shippable serialControlled } }
  }
`;

interface Described {
  readonly compositions?: readonly Composition[];
  readonly offers: readonly (Pick<ProductFacts, 'name' | 'returnable'> & { readonly sku: string })[];
  readonly _entities: readonly ((Pick<ProductFacts, 'shippable' | 'serialControlled'> & { readonly sku: string }) | null)[];
}

export interface DescribedProducts {
  readonly products: ReadonlyMap<string, ProductFacts>;
  readonly compositions: ReadonlyMap<ConfirmedLine, Composition>;
}

/** What the catalog says of the products of lines, and of what they are put together of. */
export async function describeProducts(ask: AskPeer, lines: readonly ConfirmedLine[]): Promise<DescribedProducts> {
  const requests = lines.map(({ sku, quantity, uom }) => ({ sku, quantity, uom }));
  const products = [...new Set(lines.map(({ sku }) => sku))].map((sku) => ({ __typename: 'Product', sku }));
  const asked = lines.map(({ sku, quantity, uom, configuration }) => ({ sku, quantity, uom, configuration }));
  const { offers, _entities: known, compositions = [] } = await ask<Described>({ subgraph: 'catalog', query: DESCRIBE, variables: { requests, products, lines: asked } });
  const bySku = new Map(known.map((product) => [product?.sku, product]));
  return {
    products: new Map(offers.map(({ sku, name, returnable }) => [sku, { name, returnable, shippable: bySku.get(sku)?.shippable ?? true, serialControlled: bySku.get(sku)?.serialControlled ?? false }])),
    compositions: new Map(lines.flatMap((line, i) => (compositions[i] ? [[line, compositions[i]]] : []))),
  };
}

const SHIPPABLE = /* GraphQL */ `
  query ShippableProducts($products: [_Any!]!) {
    _entities(representations: $products) { ... on Product { sku shippable } }
  }
`;

/** Those of the products that are sent. */
export async function askShippable(ask: AskPeer, skus: readonly string[]): Promise<ReadonlySet<string>> {
  const products = [...new Set(skus)].map((sku) => ({ __typename: 'Product', sku }));
  const { _entities: found } = await ask<{ _entities: ({ sku: string; shippable: boolean } | null)[] }>({ subgraph: 'catalog', query: SHIPPABLE, variables: { products } });
  return new Set(found.flatMap((product) => (product?.shippable ? [product.sku] : [])));
}

const CATEGORIES = /* GraphQL */ `
  query CategoriesOfProducts($products: [_Any!]!) {
    _entities(representations: $products) { ... on Product { categories { path } } }
  }
`;

/** The codes of all categories the products stand in, and of those above them. */
export async function askCategories(ask: AskPeer, skus: readonly string[]): Promise<ReadonlySet<string>> {
  const products = skus.map((sku) => ({ __typename: 'Product', sku }));
  const { _entities: found } = await ask<{ _entities: ({ categories: { path: string }[] } | null)[] }>({ subgraph: 'catalog', query: CATEGORIES, variables: { products } });
  return new Set(found.flatMap((product) => product?.categories ?? []).flatMap(({ path }) => path.split('/').filter(Boolean)));
}

export interface StockLine {
  readonly sku: string;
  readonly quantity: string;
  readonly uom: string;
  readonly configuration?: readonly OptionChoice[] | null;
}

/** Puts stock aside until a moment: all lines or none; outside systems that have a word in the order have it then. The same reservation may be asked for again. */
export async function reserveStock(ask: AskPeer, reservationId: string, lines: readonly StockLine[], expiresAt: Date, order: OrderToPrepare): Promise<void> {
  await ask({ subgraph: 'catalog', query: RESERVE, variables: { reservationId, lines, expiresAt: expiresAt.toISOString(), order } });
}

/** Gives the stock back; nothing happens when there is no such reservation. */
export async function releaseStock(ask: AskPeer, reservationId: string): Promise<void> {
  await ask({ subgraph: 'catalog', query: RELEASE, variables: { reservationId } });
}

/** Counts a use of each promotion, of all or of none. The same checkout may ask again. */
export async function redeemPromotions(ask: AskPeer, checkoutId: string, accountId: string, promotionIds: readonly string[]): Promise<void> {
  await ask({ subgraph: 'catalog', query: REDEEM, variables: { checkoutId, accountId, promotionIds } });
}

/** Gives the uses back; nothing happens when there were none. */
export async function releasePromotions(ask: AskPeer, checkoutId: string): Promise<void> {
  await ask({ subgraph: 'catalog', query: GIVE_BACK, variables: { checkoutId } });
}
