import { isRefusal, type DomainError } from '#kernel/errors.ts';
import { find } from '#kernel/statement.ts';
import type { OrdersContext, OrdersTx } from '../context.ts';
import { APPROVAL_KEY } from '../domain/place-order-input.ts';
import type { Approval } from '../entities/approval.ts';
import { changeApproval } from './change-approval.ts';
import { placeOrder } from './place-order.ts';

const BATCH = 20;
const EVERY_MS = 2_000;
const WAIT_MS = 30_000;

/** Places what was approved on behalf of who asked for it, on the way of every order, and closes what waited too long. */
export async function placeApprovedOrders(context: OrdersContext): Promise<void> {
  const now = context.clock.now();
  const late = await find(context.db.sql, selectLate, { expiresAt: now });
  for (const { id } of late) await context.db.transact((tx) => closeOpen(tx, id, 'expire', now));
  for (const approval of await find(context.db.sql, selectApproved, { nextAt: now })) await placeApproved(context, approval);
}

type OrdersSql = OrdersContext['db']['sql'];
const selectLate = (sql: OrdersSql, { expiresAt }: { expiresAt: Date }) => sql.selectFrom('Approval').select('id').where('status', 'in', ['PENDING', 'APPROVED']).where('expiresAt', '<=', expiresAt).limit(BATCH);
const selectApproved = (sql: OrdersSql, { nextAt }: { nextAt: Date }) => sql.selectFrom('Approval').selectAll().where('status', '=', 'APPROVED').where('nextAt', '<=', nextAt).orderBy('nextAt').limit(BATCH);

/** The key is the approval: a round that repeats another's, or goes on after a kill, finds the same checkout. */
async function placeApproved(context: OrdersContext, { id, facts, input }: Approval): Promise<void> {
  const asRequester = { ...context, ...facts, ask: context.askAs(facts) };
  try {
    await placeOrder(asRequester, { ...input, idempotencyKey: `${APPROVAL_KEY}${id}`, approvalId: id });
  } catch (error) {
    const now = context.clock.now();
    context.log('an approved order could not be placed', { subgraph: 'orders', approvalId: id, code: isRefusal(error) ? error.code : undefined, error: String(error) });
    if (isFinal(error)) await context.db.transact((tx) => closeOpen(tx, id, 'void', now, error));
    else await context.db.sql.updateTable('Approval').set({ nextAt: new Date(now.getTime() + WAIT_MS) }).where('id', '=', id).execute();
  }
}

async function closeOpen(tx: OrdersTx, id: string, command: 'void' | 'expire', now: Date, refusal?: DomainError): Promise<void> {
  const approval = await tx.sql.selectFrom('Approval').selectAll().where('id', '=', id).where('status', 'in', ['PENDING', 'APPROVED']).executeTakeFirst();
  if (!approval) return; // withdrawn, answered or ordered at the same moment
  const trouble = refusal ? { code: refusal.code, message: refusal.message, details: refusal.details } : null;
  await changeApproval(tx, approval, { command, roles: ['system'], actorId: null, now, trouble });
}

/** Whether it will be no different later. INVALID_STATE is what another checkout of the same cart looks like. */
const isFinal = (error: unknown): error is DomainError => isRefusal(error) && !PASSING.has(error.code);
const PASSING: ReadonlySet<string> = new Set(['ACCOUNT_SUSPENDED', 'UNAUTHENTICATED', 'SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'CONFLICT', 'INVALID_STATE', 'PRICE_UNAVAILABLE', 'TAX_UNAVAILABLE', 'AVAILABILITY_UNKNOWN', 'PAYMENT_FAILED']);

/** Looks for such orders every two seconds, and at once when an approval is granted. @returns what ends it, after the round under way */
export function startPlacingApproved(context: OrdersContext): () => Promise<void> {
  let round: Promise<void> | undefined;
  let ended = false;
  const start = (): void => {
    round ??= placeApprovedOrders(context)
      .catch((error: unknown) => context.log('approved orders could not be looked for', { subgraph: 'orders', error: String(error) })) // there still, for the next round
      .finally(() => (round = undefined));
  };
  const timer = setInterval(start, EVERY_MS).unref();
  context.bus.consume(['approval'], async ({ type }) => void (type === 'APPROVAL_GRANTED' && !ended && start())); // no inbox: the rounds find it anyway
  return async () => {
    ended = true;
    clearInterval(timer);
    await round;
  };
}
