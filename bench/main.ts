import { addToCart } from './add-to-cart.bench.ts';
import { csvToCart } from './csv-to-cart.bench.ts';
import { desk } from './desk.bench.ts';
import { ordersList } from './orders-list.bench.ts';
import { placeOrder } from './place-order.bench.ts';
import { nestedQuery } from './nested-query.bench.ts';
import { priceEngine } from './price-engine.bench.ts';
import { priceImport } from './price-import.bench.ts';
import { push } from './push.bench.ts';
import { readCart } from './read-cart.bench.ts';
import { thousandLineQuote } from './thousand-line-quote.bench.ts';
import { thousandLines } from './thousand-lines.bench.ts';
import { year } from './year.bench.ts';
import type { Claim } from './support/claim.ts';
import { printTable } from './support/table.ts';

/* `npm run bench`, or `npm run bench -- push` for some: each figure beside a limit or a peer measured in the same run. */
const CLAIMS: readonly Claim[] = [addToCart, readCart, nestedQuery, push, priceEngine, priceImport, csvToCart, desk, ordersList, placeOrder, thousandLines, thousandLineQuote, year];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CLAIMS.some((claim) => claim.name === name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${CLAIMS.map((claim) => claim.name).join(', ')}.`);
  process.exit(1);
}

for (const claim of CLAIMS) {
  if (wanted.length > 0 ? !wanted.includes(claim.name) : claim.onlyByName) continue;
  console.log(`\n${claim.name}: ${claim.about}`);
  printTable(await claim.run());
}
