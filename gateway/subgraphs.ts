import type { Subgraph } from '#kernel/subgraph.ts';
import { accountsSubgraph } from '../subgraphs/accounts/subgraph.ts';
import type { Issuer } from '../subgraphs/accounts/issuer.ts';
import { cartsSubgraph } from '../subgraphs/carts/subgraph.ts';
import type { CatalogConfig } from '../subgraphs/catalog/config.ts';
import { catalogSubgraph } from '../subgraphs/catalog/subgraph.ts';
import { ordersSubgraph } from '../subgraphs/orders/subgraph.ts';
import { quotesSubgraph } from '../subgraphs/quotes/subgraph.ts';
import { returnsSubgraph } from '../subgraphs/returns/subgraph.ts';

/** The six subgraphs of the product. With embedded.ts the only place beside the gateway that sees them. */
export const ourSubgraphs = (options: { issuer: Issuer; demo: boolean; catalog?: CatalogConfig }): Subgraph[] => [
  accountsSubgraph(options),
  catalogSubgraph(options),
  cartsSubgraph(),
  quotesSubgraph({}),
  ordersSubgraph({}),
  returnsSubgraph({}),
];
