import { registerEnumType } from 'type-graphql';
import { LINE_STATUSES, PART_STEPS, type LineStatus, type LineStep } from '../domain/fulfilment-steps.ts';
import { SHIPMENT_STATUSES, type ShipmentStatus } from '../domain/shipment-lifecycle.ts';

/** type-graphql wants objects for enums; the unions of literals stay the types. */
export const LineStatusEnum = Object.fromEntries(LINE_STATUSES.map((status) => [status, status])) as { [S in LineStatus]: S };
registerEnumType(LineStatusEnum, {
  name: 'OrderLineStatus',
  description: 'How far an order line is: as far as the part of it that is furthest behind.',
  valuesConfig: {
    ENTERED: { description: 'The order is not booked yet.' },
    BOOKED: { description: 'It is not sent, and not billed yet.' },
    AWAITING_SHIPPING: { description: 'Nobody has taken all of it off the shelf yet.' },
    BACKORDERED: { description: 'There is not enough of it; it waits for more.' },
    PICKED: { description: 'It was taken off the shelf, and lies ready.' },
    PACKED: { description: 'It is in a parcel that has not left.' },
    SHIPPED: { description: 'It has left.' },
    FULFILLED: { description: 'It is not sent, and has been billed.' },
    CLOSED: { description: 'The order is over.' },
    CANCELED: { description: 'It was called off.' },
  },
});

export const LineStepEnum = Object.fromEntries(['AWAITING_SHIPPING', ...PART_STEPS].map((step) => [step, step])) as { [S in LineStep]: S };
registerEnumType(LineStepEnum, { name: 'FulfilmentStep', description: 'Where a part of an ordered quantity is on its way.' });

export const ShipmentStatusEnum = Object.fromEntries(SHIPMENT_STATUSES.map((status) => [status, status])) as { [S in ShipmentStatus]: S };
registerEnumType(ShipmentStatusEnum, {
  name: 'ShipmentStatus',
  description: 'How far a parcel is.',
  valuesConfig: { OPEN: { description: 'It is being packed.' }, SHIPPED: { description: 'It has left.' }, CANCELED: { description: 'It was unpacked again.' } },
});
