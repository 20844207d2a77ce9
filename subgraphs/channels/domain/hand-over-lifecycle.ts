import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

/** What is handed over. */
export const HAND_OVER_KINDS = ['ORDER', 'QUOTE'] as const;
export type HandOverKind = (typeof HAND_OVER_KINDS)[number];

export const HAND_OVER_STATUSES = ['PENDING', 'HANDED_OVER', 'REFUSED', 'GIVEN_UP'] as const;
export type HandOverStatus = (typeof HAND_OVER_STATUSES)[number];

export type HandOverCommand = 'acknowledge' | 'refuse' | 'retry' | 'giveUp';
/** `receiver`: the system outside, by its answer. */
export type HandOverRole = 'receiver' | 'administrator';

export interface HandOverFacts {
  /** Whether it was sent and no answer came: it may be there all the same. */
  readonly maybeThere: boolean;
  /** Whether whoever gives it up has seen to that. */
  readonly seenTo: boolean;
}

/** What may have been taken over there and goes on here would be done twice. */
const surelyNotThere: Guard<HandOverFacts> = ({ maybeThere, seenTo }) =>
  maybeThere && !seenTo ? { code: 'INVALID_STATE', reason: 'It was sent, and no answer came: it may have been taken over. Find out first, and say so.' } : undefined;

const refused = { to: 'REFUSED', by: ['receiver'], audit: 'HAND_OVER_REFUSED' } as const;
const retried = { to: 'PENDING', by: ['administrator'], audit: 'HAND_OVER_RETRIED' } as const;
const givenUp = { to: 'GIVEN_UP', by: ['administrator'], audit: 'HAND_OVER_GIVEN_UP' } as const;

/** The only place that knows what becomes of a hand-over. What was taken over stays so; what was given up is ours again. [EXT-14] */
export const HAND_OVER_LIFECYCLE: Lifecycle<HandOverStatus, HandOverCommand, HandOverRole, HandOverFacts> = {
  PENDING: {
    acknowledge: { to: 'HANDED_OVER', by: ['receiver'], audit: 'HAND_OVER_ACKNOWLEDGED' },
    refuse: refused,
    retry: retried,
    giveUp: { ...givenUp, when: [surelyNotThere] },
  },
  REFUSED: {
    retry: retried,
    giveUp: givenUp,
  },
  HANDED_OVER: {},
  GIVEN_UP: {},
};
