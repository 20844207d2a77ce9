import type { DomainEvent } from '#kernel/events.ts';
import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { CartsTables } from '../entities/tables.ts';
import { closeCart } from '../use-cases/close-cart.ts';
import { endTransferHold, keepTransferHold } from '../use-cases/hold-for-transfer.ts';
import { notePartnerPrice } from '../use-cases/note-partner-price.ts';

const by = ({ actorId = null, createdAt: at }: DomainEvent): { actorId: string | null; at: Date } => ({ actorId, at });

/** How a cart fares on its way to a partner: priced by him, his, or its buyer's again. */
export const transferMoved: ConsumerDefinition<CartsTables> = {
  name: 'carts.transferMoved',
  aggregateType: 'transfer',
  on: {
    TRANSFER_OFFERED: async (tx, event) => {
      const { cartId, cartPriceHash } = event.payload;
      if (typeof cartId === 'string' && typeof cartPriceHash === 'string') await notePartnerPrice(tx, cartId, cartPriceHash, by(event));
    },
    TRANSFER_SENT: (tx, event) => keepTransferHold(tx, String(event.payload.cartId), event.aggregateId),
    TRANSFER_ACKNOWLEDGED: async (tx, event) => {
      const { cartId, reference } = event.payload;
      if (typeof cartId === 'string') await closeCart(tx, cartId, { command: 'transferred', reference: typeof reference === 'string' ? reference : null }, by(event));
    },
    TRANSFER_FAILED: (tx, event) => endTransferHold(tx, String(event.payload.cartId), event.aggregateId, by(event)),
    TRANSFER_CANCELED: (tx, event) => endTransferHold(tx, String(event.payload.cartId), event.aggregateId, by(event)),
  },
};
