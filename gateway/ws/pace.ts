export interface Pace {
  allows(): boolean;
}

/** A bucket of permissions: so many at once, refilled at so many a second. */
export function createPace(atOnce: number, perSecond: number, now: () => number = Date.now): Pace {
  let left = atOnce;
  let at = now();
  return {
    allows() {
      const time = now();
      left = Math.min(atOnce, left + ((time - at) / 1_000) * perSecond);
      at = time;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
