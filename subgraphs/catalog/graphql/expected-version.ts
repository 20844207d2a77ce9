import { Int } from 'type-graphql';

const WHAT = 'Refuses with STALE_VERSION, which names the current version, when it is at another; 0 for what is not there yet. Without it the change goes on top of whatever is there.';

/** The argument of every change to rules that counts its versions: `@Arg(...EXPECTED_VERSION)`. */
export const EXPECTED_VERSION = ['expectedVersion', () => Int, { nullable: true, description: WHAT }] as const;
