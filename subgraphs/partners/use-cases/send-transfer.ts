import type { PartnersContext } from '../context.ts';
import { readRedirect } from '../domain/redirect-url.ts';
import type { Partner } from '../entities/partner.ts';
import type { Transfer } from '../entities/transfer.ts';
import type { Reply } from '../outside/partner-lines.ts';
import { transferAnswer, type TransferAnswer, type WithdrawalMessage } from '../outside/wire.ts';
import { findPartner } from './find-partner.ts';
import { putOff } from './take-lease.ts';
import { findTransfer, moveTransfer } from './write-transfer.ts';

/** What is known once something was said: it is over, in one way or another, or it is not. */
type Known =
  | { readonly outcome: 'ORDERED'; readonly number: string; readonly redirectUrl: string | null }
  | { readonly outcome: 'WITHDRAWN' }
  | { readonly outcome: 'REFUSED'; readonly code: string; readonly message: string }
  /** Nothing of this attempt has been taken. */
  | { readonly outcome: 'NOT_TAKEN'; readonly reason: string; readonly closed: boolean }
  /** It may have been, or has been and is not decided. */
  | { readonly outcome: 'IN_DOUBT'; readonly reason: string };

/**
 * Says once what there is to say to the partner: take this cart, or give it back. That he may have it is written down before; so after
 * a kill, a cut or an answer that cannot be believed we ask on under the same key and version, until he tells. [XFER-08, XFER-09]
 */
export async function sendTransfer(context: PartnersContext, transfer: Transfer): Promise<'wait'> {
  const partner = await findPartner(context.db, transfer.partnerId);
  if (transfer.recalled && !transfer.inDoubt) return over(context, transfer, 'cancel');
  const { numUpdatedRows } = await context.db.sql.updateTable('Transfer').set({ inDoubt: true }).where('id', '=', transfer.id).where('version', '=', transfer.version).where('status', '=', 'SENT').executeTakeFirst();
  if (numUpdatedRows !== 1n) return 'wait'; // recalled or decided in between
  return conclude(context, transfer, known(context, transfer, partner, await say(context, transfer, partner)));
}

function say({ lines, config, clock }: PartnersContext, transfer: Transfer, partner: Partner): Promise<Reply> {
  const { id, cartId: key, messageVersion, message } = transfer;
  if (!transfer.recalled) return lines.say(partner, { name: 'transfers', id: `t_${id}`, body: message ?? '', timeoutMs: config.transferTimeoutMs });
  const header = { message: `w_${id}`, sentAt: clock.now().toISOString(), from: config.code ?? '', to: partner.code, key, version: messageVersion ?? 1 };
  return lines.say(partner, { name: 'withdrawals', id: `w_${id}`, body: JSON.stringify({ header } satisfies WithdrawalMessage), timeoutMs: config.transferTimeoutMs });
}

function known({ log }: PartnersContext, transfer: Transfer, partner: Partner, reply: Reply): Known {
  if (reply.kind === 'REFUSED') return { outcome: 'REFUSED', code: reply.code, message: reply.message };
  if (reply.kind === 'CLOSED' || reply.kind === 'NOT_REACHED') return { outcome: 'NOT_TAKEN', reason: reply.reason, closed: reply.kind === 'CLOSED' };
  if (reply.kind === 'UNKNOWN') return { outcome: 'IN_DOUBT', reason: reply.reason };
  const answer = transferAnswer.safeParse(reply.body);
  const fault = answer.success ? faultOf(answer.data, transfer) : 'the answer cannot be read';
  if (!answer.success || fault !== undefined) {
    log('what a partner says of a cart he was handed is not to be believed', { subgraph: 'partners', partner: partner.code, transferId: transfer.id, fault });
    return { outcome: 'IN_DOUBT', reason: fault ?? 'the answer cannot be read' };
  }
  if (answer.data.status === 'PROCESSING') return { outcome: 'IN_DOUBT', reason: 'the partner has it, and has not decided yet' };
  if (answer.data.status === 'WITHDRAWN') return { outcome: 'WITHDRAWN' };
  return { outcome: 'ORDERED', number: answer.data.order.number, redirectUrl: readRedirect(answer.data.redirectUrl, partner.url) };
}

/** An order of something else, or at another price, is none that anybody confirmed. */
function faultOf(answer: TransferAnswer, { id, cartId, messageVersion, recalled, priceHash, offer }: Transfer): string | undefined {
  if (answer.inReplyTo !== `${recalled ? 'w' : 't'}_${id}`) return 'it answers something else';
  if (answer.status === 'PROCESSING') return undefined;
  if (answer.key !== cartId || answer.version !== messageVersion) return 'it is about another cart';
  if (answer.status === 'WITHDRAWN') return undefined;
  if (answer.priceHash !== priceHash || answer.total !== offer.total || answer.currency !== offer.currency) return 'the order is at another price';
  return undefined;
}

async function conclude(context: PartnersContext, transfer: Transfer, answer: Known): Promise<'wait'> {
  switch (answer.outcome) {
    case 'ORDERED':
      return over(context, transfer, 'acknowledge', { reference: answer.number, redirectUrl: answer.redirectUrl });
    case 'WITHDRAWN':
      return transfer.recalled ? over(context, transfer, 'cancel') : over(context, transfer, 'fail', { failureCode: 'WITHDRAWN', failureMessage: 'It had been taken back.' });
    case 'REFUSED':
      return over(context, transfer, transfer.recalled ? 'cancel' : 'fail', { failureCode: answer.code, failureMessage: answer.message });
    case 'IN_DOUBT':
      return putOff(context, transfer, answer.reason);
    case 'NOT_TAKEN':
      return notTaken(context, transfer, answer);
  }
}

/** What was in doubt before still is: an earlier attempt may have arrived. What never was is given up at the door, or when patience ends. */
async function notTaken(context: PartnersContext, transfer: Transfer, { reason, closed }: { reason: string; closed: boolean }): Promise<'wait'> {
  const { inDoubt, sentAt } = transfer;
  const waited = context.clock.now().getTime() - (sentAt ?? context.clock.now()).getTime();
  const isOver = !inDoubt && (closed || transfer.recalled || waited >= context.config.patienceMinutes * 60_000);
  if (!isOver) return putOff(context, transfer, reason, { inDoubt });
  if (transfer.recalled) return over(context, transfer, 'cancel', { inDoubt });
  return over(context, transfer, 'fail', { inDoubt, failureCode: closed ? 'NOT_AUTHORISED' : 'NO_ANSWER', failureMessage: closed ? 'The partner does not take carts from this shop.' : 'The partner could not be reached.' });
}

/** What the partner has said holds also for who recalled it while he was asked. Over already: there is nothing left to say. */
async function over({ db, clock }: PartnersContext, { id }: Transfer, command: 'acknowledge' | 'fail' | 'cancel', set: Partial<Transfer> = {}): Promise<'wait'> {
  await db.transact(async (tx) => {
    const transfer = await findTransfer(tx, id);
    if (transfer?.status === 'SENT') await moveTransfer(tx, transfer, command, { role: 'worker', actorId: null, now: clock.now(), set: { inDoubt: false, trouble: null, ...set } });
  });
  return 'wait';
}
