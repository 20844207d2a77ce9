import type { Lifecycle } from '#kernel/lifecycle.ts';

export const SHIPMENT_STATUSES = ['OPEN', 'SHIPPED', 'CANCELED'] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];
export type ShipmentCommand = 'pack' | 'assignTrip' | 'confirm' | 'cancel' | 'track';

/** A parcel is filled, put on a trip and confirmed; what left stays as it is, but for the number it is tracked by. [ORD-31] */
export const SHIPMENT_LIFECYCLE: Lifecycle<ShipmentStatus, ShipmentCommand, 'administrator', null> = {
  OPEN: {
    pack:       { to: 'OPEN',     by: ['administrator'], audit: 'PACK_LINES' },
    assignTrip: { to: 'OPEN',     by: ['administrator'], audit: 'ASSIGN_TRIP' },
    track:      { to: 'OPEN',     by: ['administrator'], audit: 'TRACK_SHIPMENT' },
    confirm:    { to: 'SHIPPED',  by: ['administrator'], audit: 'CONFIRM_SHIPMENT' },
    cancel:     { to: 'CANCELED', by: ['administrator'], audit: 'CANCEL_SHIPMENT' },
  },
  SHIPPED: {
    track:      { to: 'SHIPPED',  by: ['administrator'], audit: 'TRACK_SHIPMENT' },
  },
  CANCELED: {},
};
