import type { AskPeer } from '#kernel/peers.ts';
import type { Content } from '../domain/content.ts';
import type { Covered } from '../domain/coverage.ts';

const CATEGORIES = /* GraphQL */ `
  query CategoriesToCover($products: [_Any!]!) {
    _entities(representations: $products) { ... on Product { sku categories { path } } }
  }
`;

/** The products with the codes of all categories they stand in, and of those above them. */
export async function askCategories(ask: AskPeer, skus: readonly string[]): Promise<Covered[]> {
  const products = [...new Set(skus)].map((sku) => ({ __typename: 'Product', sku }));
  const { _entities: found } = await ask<{ _entities: ({ sku: string; categories: { path: string }[] } | null)[] }>({ subgraph: 'catalog', query: CATEGORIES, variables: { products } });
  return products.map(({ sku }) => ({ sku, categories: (found.find((product) => product?.sku === sku)?.categories ?? []).flatMap(({ path }) => path.split('/').filter(Boolean)) }));
}

const AVAILABLE = /* GraphQL */ `
  query AvailableToPartner($requests: [AvailabilityRequest!]!) {
    availabilities(requests: $requests) { problem availability { inStock } }
  }
`;

export interface LineAvailability {
  readonly line: string;
  readonly sku: string;
  readonly available: boolean;
  readonly reason: string | null;
}

/** Whether so much of each can be had now; of a product that is in several lines, all of it together. [XFER-06] */
export async function askAvailable(ask: AskPeer, lines: Content['lines'], wanted: ReadonlyMap<string, string>): Promise<LineAvailability[]> {
  const requests = lines.map(({ sku, uom }) => ({ sku, uom, quantity: wanted.get(`${sku} ${uom}`) ?? '0' }));
  const { availabilities } = await ask<{ availabilities: readonly { problem: string | null; availability: { inStock: boolean | null } | null }[] }>({ subgraph: 'catalog', query: AVAILABLE, variables: { requests } });
  return lines.map(({ line, sku }, i) => {
    const { problem = null, availability } = availabilities[i] ?? {};
    const available = problem === null && availability?.inStock === true;
    return { line, sku, available, reason: available ? null : (problem ?? 'INSUFFICIENT_STOCK') };
  });
}

const PRICE = /* GraphQL */ `
  query PriceForPartner($input: PriceDocumentInput!) {
    priceDocument(input: $input) {
      currency
      pricesIncludeTax
      paymentTerm
      lines {
        id
        uom
        problem
        configurationFault { reason optionClass option: sku }
        name
        listPrice
        unitPrice
        total
        discount
        taxes { code rate base amount }
        explanation {
          kind
          source
          sourceVersion
          delta { amount currency }
          unitPriceAfter { amount currency }
          note
          losers { source unitPrice { amount currency } reason }
        }
      }
      freeLines { sku name uom quantity promotionId }
      adjustments { promotionId name code amount }
      shipping { problem }
      taxes { code rate base amount }
      subtotal
      discountTotal
      taxRelief
      taxTotal
      taxProblem
      shippingTotal
      total
      promotionsApplied { id }
      promotionsRefused { code reason }
      agreementsRefused { id lineId reason }
    }
  }
`;

/** What the catalog says of a whole cart: the parts of it we tell, and all of it for the order. */
export interface PricedContent {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly { readonly id: string; readonly problem: string | null; readonly unitPrice: string | null; readonly total: string | null }[];
  readonly subtotal: string;
  readonly discountTotal: string;
  readonly taxTotal: string;
  readonly taxProblem: string | null;
  readonly shippingTotal: string;
  readonly total: string;
}

/** What an account pays for a cart now, outside prices asked for anew. @param lines with the ids they are priced under */
export async function askExactPrice(ask: AskPeer, accountId: string, { currency, country, lines }: Omit<Content, 'lines'> & { readonly lines: readonly (Content['lines'][number] & { readonly id: string })[] }): Promise<PricedContent> {
  const input = {
    accountId,
    guest: false,
    mode: 'QUOTE',
    currency,
    forcePrices: true,
    ...(country !== null && { shipTo: { country } }),
    lines: lines.map(({ id, sku, uom, quantity, configuration }) => ({ id, sku, uom, quantity, configuration })),
  };
  return (await ask<{ priceDocument: PricedContent }>({ subgraph: 'catalog', query: PRICE, variables: { input } })).priceDocument;
}
