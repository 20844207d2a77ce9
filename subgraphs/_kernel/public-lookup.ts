import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '#kernel/safe-address.ts';

/** Finds all addresses of a name. */
export type Resolve = (hostname: string, options: LookupAllOptions, callback: (error: Error | null, addresses: LookupAddress[]) => void) => void;

/** A name may lead to one address when it is judged and to another when it is called: so the address that is called is judged. */
export const publicLookup = (resolve: Resolve = lookup): LookupFunction => (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found ?? [];
    const bad = addresses.find(({ address }) => !isPublicAddress(address));
    const fault = error ?? (bad ? new Error('the name leads to an address of a private network') : undefined);
    const [first] = addresses;
    if (fault || !first) return callback(fault ?? new Error('the name leads nowhere'), '', 4);
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};
