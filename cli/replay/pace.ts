/** How much was done in a tenth of the sales, and how long it took. */
export interface Tenth {
  readonly orders: number;
  readonly lines: number;
  readonly seconds: number;
}

export interface Pace {
  note(lines: number): void;
  tenths(): readonly Tenth[];
}

/** Cuts the work into tenths of its sales as they are done. @param now in seconds */
export function createPace(sales: number, now: () => number): Pace {
  const tenths: Tenth[] = [];
  let [done, orders, lines, began] = [0, 0, 0, now()];
  return {
    note(more) {
      done += 1;
      orders += 1;
      lines += more;
      if (done < Math.round((sales * (tenths.length + 1)) / 10)) return;
      const ended = now();
      tenths.push({ orders, lines, seconds: ended - began });
      [orders, lines, began] = [0, 0, ended];
    },
    tenths: () => tenths,
  };
}
