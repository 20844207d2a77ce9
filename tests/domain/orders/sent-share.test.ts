import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goingAlong } from '../../../subgraphs/orders/domain/component-quantities.ts';
import { returnableMicro } from '../../../subgraphs/orders/domain/returnable-quantity.ts';
import { asSent, billableMicro } from '../../../subgraphs/orders/domain/sent-share.ts';

const ONE = 1_000_000n;
const line = (id: string, parentLineId: string | null, pieces: number, more: object = {}) => ({
  id, parentLineId, depth: parentLineId === null ? 0 : 1, shippable: true, returnable: true, quantityMicro: BigInt(pieces) * ONE, canceledMicro: 0n, pickedMicro: 0n, shippedMicro: 0n, returnedMicro: 0n, ...more,
});
const sent = (pieces: number) => ({ pickedMicro: BigInt(pieces) * ONE, shippedMicro: BigInt(pieces) * ONE });
const unsent = { shippable: false };

test('a whole that is not sent itself has been shipped as often as all in it that is sent; what goes with something else is not counted twice', () => {
  const lines = (modems: number, boxes: number) => [line('dsl', null, 3, unsent), line('modem', 'dsl', 6, sent(modems)), line('slot', 'dsl', 3, unsent), line('box', 'slot', 3, sent(boxes)), line('cable', 'box', 9), line('help', 'dsl', 3, unsent)];
  const shipped = (modems: number, boxes: number): bigint => {
    const all = lines(modems, boxes);
    return billableMicro(all, all[0]!) / ONE;
  };
  expect([shipped(0, 0), shipped(6, 0), shipped(1, 3), shipped(2, 3), shipped(5, 2), shipped(6, 2), shipped(6, 3)]).toEqual([0n, 0n, 0n, 1n, 2n, 2n, 3n]);
});

test('what nothing is sent of is billed at once, and what is sent itself as it is shipped', () => {
  const lines = [line('help', null, 2, unsent), line('talk', 'help', 2, unsent), line('bolt', null, 5, sent(3))];
  expect([billableMicro(lines, lines[0]!), billableMicro(lines, lines[2]!)]).toEqual([2n * ONE, 3n * ONE]);
});

test('of a whole that is not sent itself only complete ones come back, once anything of it was picked', () => {
  const back = (modem: object, shippedOnly: boolean): bigint => {
    const lines = [line('dsl', null, 2, { ...unsent, returnedMicro: 0n }), line('modem', 'dsl', 4, modem)];
    return returnableMicro({ status: 'BOOKED' }, asSent(lines, lines[0]!), shippedOnly) / ONE;
  };
  expect([back({}, false), back({ pickedMicro: ONE }, false), back(sent(3), false), back(sent(4), false)]).toEqual([2n, 0n, 1n, 2n]);
  expect([back({}, true), back(sent(3), true), back(sent(4), true)]).toEqual([0n, 1n, 2n]);
});

test('however many wholes leave, and whatever was taken off before, so many are billed as all that goes along with them left for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 60 }), fc.nat(30), fc.nat(30), (ordered, parts, off, left) => {
      const canceled = off % ordered;
      const wholes = left % (ordered - canceled + 1);
      const whole = line('dsl', null, ordered - canceled, { ...unsent, canceledMicro: BigInt(canceled) * ONE });
      const part = line('modem', 'dsl', parts);
      const quantityMicro = goingAlong(part, whole, whole.quantityMicro);
      const taken = { ...part, quantityMicro, canceledMicro: part.quantityMicro - quantityMicro };
      const shippedMicro = goingAlong(taken, whole, BigInt(wholes) * ONE);
      expect(billableMicro([whole, { ...taken, shippedMicro }], whole)).toBe(BigInt(wholes) * ONE);
    }),
  );
});
