export interface Sessions<Guest> {
  /** How many ask at the same time, each waiting for its answer before it asks again. */
  readonly sessions: number;
  readonly seconds: number;
  readonly guests: readonly Guest[];
  /** So many questions of one guest in a row, then the next guest's turn. */
  readonly perGuest: number;
  /** Guests come round again; otherwise the load ends with the last of them. */
  readonly again: boolean;
}

/** Closed-loop load. @returns how many questions were answered */
export async function drive<Guest>({ sessions, seconds, guests, perGuest, again }: Sessions<Guest>, ask: (guest: Guest, session: number) => Promise<void>): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let next = 0;
  let answered = 0;

  async function session(index: number): Promise<void> {
    while (performance.now() < end) {
      const guest = guests[again ? next++ % guests.length : next++];
      if (guest === undefined) return;
      for (let i = 0; i < perGuest && performance.now() < end; i++) {
        await ask(guest, index);
        answered++;
      }
    }
  }

  await Promise.all(Array.from({ length: sessions }, (_, index) => session(index)));
  return answered;
}
