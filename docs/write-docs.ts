import { readFileSync, writeFileSync } from 'node:fs';
import { ERROR_CODES } from '#kernel/errors.ts';
import { ACCOUNT_LIFECYCLE } from '../subgraphs/accounts/domain/account-lifecycle.ts';
import { CART_LIFECYCLE } from '../subgraphs/carts/domain/cart-lifecycle.ts';
import { APPROVAL_LIFECYCLE } from '../subgraphs/orders/domain/approval-lifecycle.ts';
import { MEMO_LIFECYCLE } from '../subgraphs/orders/domain/credit-memo-lifecycle.ts';
import { ORDER_LIFECYCLE } from '../subgraphs/orders/domain/order-lifecycle.ts';
import { PAYMENT_LIFECYCLE } from '../subgraphs/orders/domain/payment-lifecycle.ts';
import { TRANSFER_LIFECYCLE } from '../subgraphs/partners/domain/transfer-lifecycle.ts';
import { HAND_OVER_LIFECYCLE as OUTSIDE_LIFECYCLE } from '../subgraphs/channels/domain/hand-over-lifecycle.ts';
import { SESSION_LIFECYCLE } from '../subgraphs/punchout/domain/session-lifecycle.ts';
import { QUOTE_LIFECYCLE } from '../subgraphs/quotes/domain/quote-lifecycle.ts';
import { RETURN_LIFECYCLE } from '../subgraphs/returns/domain/return-lifecycle.ts';

/* `npm run docs` writes what the code knows better than a person: lifecycles and error codes. `--check` only compares. */
interface AnyMove {
  readonly to: string;
  readonly by: readonly unknown[];
  readonly when?: readonly unknown[];
  readonly audit: string;
  readonly announces?: string;
}
type AnyLifecycle = Record<string, Record<string, AnyMove | undefined>>;

const LIFECYCLES: readonly [string, object][] = [
  ['Carts', CART_LIFECYCLE],
  ['Quotes', QUOTE_LIFECYCLE],
  ['Orders', ORDER_LIFECYCLE],
  ['Payments by card', PAYMENT_LIFECYCLE],
  ['Credit memos', MEMO_LIFECYCLE],
  ['Approvals', APPROVAL_LIFECYCLE],
  ['Returns', RETURN_LIFECYCLE],
  ['Transfers', TRANSFER_LIFECYCLE],
  ['Hand-overs to outside systems', OUTSIDE_LIFECYCLE],
  ['Visits from procurement systems', SESSION_LIFECYCLE],
  ['Accounts', ACCOUNT_LIFECYCLE],
];
const WRITTEN = 'Written by `npm run docs` from the code.';

const pages = new Map([
  ['lifecycle.md', `# Lifecycles\n\n${WRITTEN} What is not listed is refused and changes nothing.\n${LIFECYCLES.map(([name, table]) => lifecycleOf(name, table as AnyLifecycle)).join('')}`],
  ['errors.md', `# Error codes\n\n${WRITTEN} A refusal is a GraphQL error with \`extensions.code\` and \`extensions.details\`.\n\n| code | means |\n|---|---|\n${errorRows()}\n`],
]);

let differing = 0;
for (const [name, text] of pages) {
  const path = new URL(name, import.meta.url);
  if (readIfThere(path) === text) continue;
  differing++;
  if (process.argv.includes('--check')) console.error(`docs/${name} is not what the code says; run npm run docs.`);
  else writeFileSync(path, text);
}
if (process.argv.includes('--check') && differing > 0) process.exit(1);

function lifecycleOf(name: string, table: AnyLifecycle): string {
  const rows = Object.entries(table).flatMap(([status, moves]) =>
    Object.entries(moves).flatMap(([command, move]) => (move && move.audit !== 'REFUSED' ? `| ${status} | ${command} | ${move.to} | ${move.by.join(', ')} | ${move.when?.length ?? 0} | ${move.audit} | ${move.announces ?? ''} |` : [])),
  );
  const ends = Object.entries(table).filter(([, moves]) => Object.keys(moves).length === 0);
  const last = ends.length === 0 ? '' : `\nNothing leads out of ${ends.map(([status]) => status).join(', ')}.\n`;
  return `\n## ${name}\n\n| from | command | to | by | conditions | audit | message |\n|---|---|---|---|---|---|---|\n${rows.join('\n')}\n${last}`;
}

function errorRows(): string {
  return Object.entries(ERROR_CODES)
    .map(([code, meaning]) => `| ${code} | ${meaning} |`)
    .join('\n');
}

function readIfThere(path: URL): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // not written yet
  }
}
