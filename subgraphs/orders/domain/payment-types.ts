import { PAYMENT_TYPES, type PaymentType } from './order-payment.ts';

/** What the site offers, as far as the operating unit that takes the order allows it, in one order. [CHK-43, CHK-44] */
export const offeredPaymentTypes = (site: readonly PaymentType[], unit: readonly PaymentType[]): PaymentType[] => PAYMENT_TYPES.filter((type) => site.includes(type) && unit.includes(type));
