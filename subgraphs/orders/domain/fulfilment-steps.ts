/**
 * Where a part of an ordered quantity is on its way. What has not begun its way yet has no part: it is awaited for as
 * long as the order is booked. [ORD-31]
 */
export const PART_STEPS = ['BACKORDERED', 'PICKED', 'PACKED', 'SHIPPED'] as const;
export type PartStep = (typeof PART_STEPS)[number];
export type LineStep = 'AWAITING_SHIPPING' | PartStep;

export const LINE_STATUSES = ['ENTERED', 'BOOKED', 'AWAITING_SHIPPING', ...PART_STEPS, 'FULFILLED', 'CLOSED', 'CANCELED'] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];

/** What the warehouse does to a quantity of a line. */
export const FULFILMENT_MOVES = {
  backorder: { from: ['AWAITING_SHIPPING'],                          to: 'BACKORDERED' },
  pick:      { from: ['AWAITING_SHIPPING', 'BACKORDERED'],           to: 'PICKED' },
  unpick:    { from: ['PICKED'],                                     to: 'AWAITING_SHIPPING' },
  pack:      { from: ['PICKED'],                                     to: 'PACKED' },
  unpack:    { from: ['PACKED'],                                     to: 'PICKED' },
  confirm:   { from: ['PACKED'],                                     to: 'SHIPPED' },
  /** All of it in one go, for who does not tell of the steps in between. */
  ship:      { from: ['PICKED', 'AWAITING_SHIPPING', 'BACKORDERED'], to: 'SHIPPED' },
} as const satisfies { readonly [move: string]: { readonly from: readonly LineStep[]; readonly to: LineStep } };
export type FulfilmentMove = keyof typeof FULFILMENT_MOVES;

/** The moves that begin or end in a parcel. */
const IN_PARCELS: ReadonlySet<LineStep> = new Set<LineStep>(['PACKED', 'SHIPPED']);

export interface Part {
  readonly step: PartStep;
  /** The parcel it is in; empty while it is in none. */
  readonly shipmentId: string;
  readonly quantityMicro: bigint;
}

export interface LineOnItsWay {
  readonly quantityMicro: bigint;
  readonly parts: readonly Part[];
}

const quantityAt = (parts: readonly Part[], steps: readonly LineStep[]): bigint => parts.reduce((all, part) => (steps.includes(part.step) ? all + part.quantityMicro : all), 0n);

export const awaitingMicro = ({ quantityMicro, parts }: LineOnItsWay): bigint => quantityMicro - quantityAt(parts, PART_STEPS);
export const pickedMicro = (parts: readonly Part[]): bigint => quantityAt(parts, ['PICKED', 'PACKED', 'SHIPPED']);
export const shippedMicro = (parts: readonly Part[]): bigint => quantityAt(parts, ['SHIPPED']);

/** How much of a line a move could take. What is in another parcel is out of its reach. */
export function movableMicro(line: LineOnItsWay, move: FulfilmentMove, shipmentId = ''): bigint {
  const { from } = FULFILMENT_MOVES[move];
  return from.reduce((all, step) => all + atStep(line, step, shipmentId), 0n);
}

function atStep(line: LineOnItsWay, step: LineStep, shipmentId: string): bigint {
  if (step === 'AWAITING_SHIPPING') return awaitingMicro(line);
  const parcel = IN_PARCELS.has(step) ? shipmentId : '';
  return line.parts.find((part) => part.step === step && part.shipmentId === parcel)?.quantityMicro ?? 0n;
}

/** The parts after a move, which takes from the steps in their order; the caller has looked that there is enough. */
export function moveParts(line: LineOnItsWay, move: FulfilmentMove, quantityMicro: bigint, shipmentId = ''): Part[] {
  const { from, to } = FULFILMENT_MOVES[move];
  const after = new Map(line.parts.map((part) => [keyOf(part.step, part.shipmentId), part]));
  let left = quantityMicro;
  for (const step of from) {
    const available = atStep(line, step, shipmentId);
    const taken = left < available ? left : available;
    left -= taken;
    if (step !== 'AWAITING_SHIPPING') add(after, step, shipmentId, -taken);
  }
  if (to !== 'AWAITING_SHIPPING') add(after, to, shipmentId, quantityMicro);
  return [...after.values()].filter((part) => part.quantityMicro > 0n);
}

const keyOf = (step: PartStep, shipmentId: string): string => `${step} ${shipmentId}`;

function add(parts: Map<string, Part>, step: PartStep, shipmentId: string, quantityMicro: bigint): void {
  const parcel = IN_PARCELS.has(step) ? shipmentId : '';
  const key = keyOf(step, parcel);
  parts.set(key, { step, shipmentId: parcel, quantityMicro: (parts.get(key)?.quantityMicro ?? 0n) + quantityMicro });
}

/** A line is as far as the part of it that is furthest behind. */
export function statusOnItsWay(line: LineOnItsWay): LineStatus {
  if (awaitingMicro(line) > 0n) return 'AWAITING_SHIPPING';
  return PART_STEPS.find((step) => line.parts.some((part) => part.step === step)) ?? 'AWAITING_SHIPPING';
}
