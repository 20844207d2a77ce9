import type { Guard, Lifecycle } from '#kernel/lifecycle.ts';

export const PROTOCOLS = ['CXML', 'OCI'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

export const OPERATIONS = ['CREATE', 'EDIT', 'INSPECT'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** INVITED: its start page waits to be opened. */
export const SESSION_STATUSES = ['INVITED', 'OPEN', 'RETURNED', 'ORDERED'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export type SessionCommand = 'start' | 'return' | 'order';
export type SessionRole = 'visitor' | 'partner';

export interface SessionFacts {
  readonly pastStart: boolean;
  readonly pastEnd: boolean;
  readonly pastOrder: boolean;
  readonly operation: Operation;
}

type SessionGuard = Guard<SessionFacts>;

const inTime: SessionGuard = ({ pastStart }) => (pastStart ? { code: 'INVALID_STATE', reason: 'The start page was not opened in time. Punch out again.' } : undefined);
const notOver: SessionGuard = ({ pastEnd }) => (pastEnd ? { code: 'INVALID_STATE', reason: 'The session is over. Punch out again.' } : undefined);
const changes: SessionGuard = ({ operation }) => (operation === 'INSPECT' ? { code: 'INVALID_STATE', reason: 'This session is to look at a cart, not to return one.' } : undefined);
const holds: SessionGuard = ({ pastOrder }) => (pastOrder ? { code: 'INVALID_STATE', reason: 'The cart was returned too long ago. Punch out again.' } : undefined);

const returning = { to: 'RETURNED', by: ['visitor'], when: [notOver, changes], audit: 'PUNCHOUT_RETURNED' } as const;

/** What may become of a session. A cart may be returned again: who presses the button twice, or comes back, returns what is in it now. And an order may come again: orders knows whether it is the same. */
export const SESSION_LIFECYCLE: Lifecycle<SessionStatus, SessionCommand, SessionRole, SessionFacts> = {
  INVITED: { start: { to: 'OPEN', by: ['visitor'], when: [inTime], audit: 'PUNCHOUT_STARTED' } },
  OPEN: { return: returning },
  RETURNED: { return: returning, order: { to: 'ORDERED', by: ['partner'], when: [holds], audit: 'PUNCHOUT_ORDERED' } },
  ORDERED: { order: { to: 'ORDERED', by: ['partner'], audit: 'PUNCHOUT_ORDERED' } },
};
