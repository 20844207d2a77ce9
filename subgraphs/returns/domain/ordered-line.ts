import type { ReturnAddress } from './return-address.ts';

/** Something that an order line is put together of. */
export interface OrderedComponent {
  readonly orderLineId: string;
  readonly parentLineId: string;
  readonly sku: string;
  /** How much all of the order line took. */
  readonly quantity: string;
}

/** An order line as orders knows it at this moment; amounts and quantities are decimal text. */
export interface OrderedLine {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderStatus: string;
  readonly lineStatus: string;
  readonly isHeld: boolean;
  readonly placedAt: Date;
  readonly shippedAt: Date | null;
  readonly sku: string;
  readonly description: string;
  readonly accountId: string;
  readonly billToAccountId: string;
  readonly currency: string;
  readonly uom: string;
  readonly quantity: string;
  readonly shippedQuantity: string;
  readonly returnedQuantity: string;
  readonly returnableQuantity: string;
  /** Of one unit; null when the line was sold without one. */
  readonly listPrice: string | null;
  /** What was paid for all of it, the discount it was less by, the taxes in it; how much of it was billed so far, and what returns have had already. */
  readonly paid: string;
  readonly discount: string;
  readonly tax: string;
  readonly billed: string;
  readonly refunded: string;
  readonly returnable: boolean;
  readonly serialControlled: boolean;
  /** Of pieces that left and have not come back. */
  readonly serialNumbers: readonly string[];
  readonly parentLineId: string | null;
  readonly components: readonly OrderedComponent[];
  readonly shipTo: ReturnAddress | null;
  readonly billTo: ReturnAddress | null;
}

/** Whether it is a model or a kit, with parts that come back with it. */
export const isPutTogether = ({ components }: Pick<OrderedLine, 'components'>): boolean => components.length > 0;
