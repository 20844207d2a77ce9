import type { DomainEvent } from '#kernel/events.ts';
import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { OrdersTx } from '../context.ts';
import type { OrdersTables } from '../entities/tables.ts';
import { returnCredit } from '../use-cases/return-credit.ts';
import { cancelPayment, reducePayment, releaseRest } from '../use-cases/cancel-payment.ts';
import { capturePayment } from '../use-cases/capture-payment.ts';
import { payFromMemos } from '../use-cases/pay-from-memos.ts';
import { refundWaiting } from '../use-cases/settle-credit-memo.ts';
import { undoExchange } from '../use-cases/undo-exchange.ts';

/** Money follows what becomes of an order: an invoice is captured, a canceled order is let go of and given back, so is what was taken off an edited one, a closed one needs no more. */
export const paymentFollows: ConsumerDefinition<OrdersTables> = {
  name: 'orders.paymentFollows',
  aggregateType: 'order',
  on: {
    ORDER_INVOICED: async (tx: OrdersTx, { aggregateId: orderId, payload, createdAt: now }: DomainEvent) => {
      const { invoiceId, amountMinor } = payload;
      if (typeof invoiceId === 'string') await capturePayment(tx, { orderId, invoiceId, amountMinor: BigInt(amountMinor as string | number), now });
      await refundWaiting(tx, orderId, now);
      await payFromMemos(tx, orderId, now);
    },
    ORDER_CANCELED: async (tx: OrdersTx, { aggregateId: orderId, createdAt: now, payload }: DomainEvent) => {
      if (payload.lines) return; // a part of it: what is invoiced in the end is what is captured
      await cancelPayment(tx, orderId, now);
      await returnCredit(tx, { orderId, key: `${orderId}:canceled`, amountMinor: null, now });
      await undoExchange(tx, orderId, now);
    },
    ORDER_EDITED: async (tx: OrdersTx, { aggregateId: orderId, createdAt: now, payload }: DomainEvent) => {
      const { editId, takenOffMinor } = payload;
      const amountMinor = BigInt(takenOffMinor as number);
      if (typeof editId !== 'string' || amountMinor <= 0n) return; // where it goes, or when, costs nothing
      await reducePayment(tx, { orderId, editId, amountMinor, now });
      await returnCredit(tx, { orderId, key: `${editId}:taken-off`, amountMinor, now });
    },
    INVOICE_PAID: async (tx: OrdersTx, { id, aggregateId: orderId, createdAt: now, payload }: DomainEvent) => {
      if (payload.isOffAccount) return; // that was taken off before it was billed
      await returnCredit(tx, { orderId, key: `${id}:paid`, amountMinor: BigInt(payload.amountMinor as number), now });
    },
    ORDER_CLOSED: async (tx: OrdersTx, { aggregateId: orderId, createdAt: now }: DomainEvent) => releaseRest(tx, orderId, now),
  },
};
