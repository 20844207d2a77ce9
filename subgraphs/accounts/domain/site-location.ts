import type { PrimaryUsage } from './primary-usage.ts';

export interface Site {
  readonly usage: PrimaryUsage;
  readonly city: string;
  /** Counts within its account. */
  readonly number: number;
}

/** The code by which the seller's books know a site: its number, or what it is for, where it is and its number. [CHK-31] */
export const locationOf = ({ usage, city, number }: Site, autoNumbering: boolean): string => (autoNumbering ? String(number) : `${usage}-${city.toUpperCase().replaceAll(/\s+/g, '-')}-${number}`);
