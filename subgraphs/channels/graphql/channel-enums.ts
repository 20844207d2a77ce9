import { registerEnumType } from 'type-graphql';
import { OUTSIDE_PROBLEMS, type OutsideProblem } from '../domain/outside-document.ts';
import { HAND_OVER_KINDS, HAND_OVER_STATUSES, type HandOverKind, type HandOverStatus } from '../domain/hand-over-lifecycle.ts';

/** type-graphql wants an object for an enum; the union of literals stays the type. */
export const HandOverKindEnum = Object.fromEntries(HAND_OVER_KINDS.map((kind) => [kind, kind])) as { [K in HandOverKind]: K };
registerEnumType(HandOverKindEnum, {
  name: 'HandOverKind',
  description: 'What is handed over.',
  valuesConfig: { ORDER: { description: 'An order, to the order system.' }, QUOTE: { description: 'A quote, to the quote system.' } },
});

export const HandOverStatusEnum = Object.fromEntries(HAND_OVER_STATUSES.map((status) => [status, status])) as { [S in HandOverStatus]: S };
registerEnumType(HandOverStatusEnum, {
  name: 'HandOverStatus',
  description: 'How far something is that is handed over to a system of the seller.',
  valuesConfig: {
    PENDING: { description: 'It is being handed over, until the system there has taken it.' },
    HANDED_OVER: { description: 'The system there has it, and alone changes it now.' },
    REFUSED: { description: 'The system there refused it for good; the seller has to look at it.' },
    GIVEN_UP: { description: 'The seller gave it up; it goes on here.' },
  },
});

export const OutsideProblemEnum = Object.fromEntries(OUTSIDE_PROBLEMS.map((problem) => [problem, problem])) as { [P in OutsideProblem]: P };
registerEnumType(OutsideProblemEnum, {
  name: 'OutsideProblem',
  description: 'Why what is shown of other channels may not be all.',
  valuesConfig: {
    UNAVAILABLE: { description: 'The system there did not answer: shown is what it told last, if it ever did.' },
    UNTRUSTWORTHY: { description: 'Some of what it told cannot be so, and is left out.' },
    INCOMPLETE: { description: 'There is more than it is asked for; the rest is left out.' },
  },
});
