import fc from 'fast-check';
import { expect, test } from 'vitest';
import { admit, CLOSED, failed, succeeded, type Breaker } from '#kernel/breaker.ts';

const RULES = { failuresToOpen: 3, openMs: 1_000 };
const failing = (times: number, now: number): Breaker => Array.from({ length: times }).reduce<Breaker>((breaker) => failed(breaker, now, RULES), CLOSED);

test('it opens after so many failures in a row, and a success in between begins the row anew', () => {
  expect(failing(2, 0).state).toBe('CLOSED');
  expect(failing(3, 0)).toEqual({ state: 'OPEN', until: 1_000 });
  expect(failed(failed(succeeded(failing(2, 0)), 0, RULES), 0, RULES).state).toBe('CLOSED');
});

test('open, it admits nobody; after the pause it admits one, and the others wait', () => {
  expect(admit(failing(3, 0), 999, RULES).admitted).toBe(false);
  const first = admit(failing(3, 0), 1_000, RULES);
  expect(first).toEqual({ admitted: true, breaker: { state: 'HALF_OPEN', until: 2_000 } });
  expect(admit(first.breaker, 1_001, RULES).admitted).toBe(false);
});

test('the one that tries decides: a success closes it, a failure opens it for another pause; lost, another may try', () => {
  const { breaker } = admit(failing(3, 0), 1_000, RULES);
  expect(succeeded(breaker)).toEqual(CLOSED);
  expect(failed(breaker, 1_500, RULES)).toEqual({ state: 'OPEN', until: 2_500 });
  expect(admit(breaker, 2_000, RULES).admitted).toBe(true);
});

test('calls that began before it opened neither close it nor lengthen the pause', () => {
  const open = failing(3, 0);
  expect(succeeded(open)).toBe(open);
  expect(failed(open, 900, RULES)).toBe(open);
});

test('whatever happens, it is never shut for longer than one pause', () => {
  const happening = fc.record({ after: fc.nat(1_500), well: fc.boolean() });
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 50 }), (happenings) => {
      let [breaker, now]: [Breaker, number] = [CLOSED, 0];
      for (const { after, well } of happenings) {
        now += after;
        const judged = admit(breaker, now, RULES);
        breaker = judged.breaker;
        if (judged.admitted) breaker = well ? succeeded(breaker) : failed(breaker, now, RULES);
      }
      expect(admit(breaker, now + RULES.openMs, RULES).admitted).toBe(true);
    }),
  );
});
