import { registerEnumType } from 'type-graphql';
import { ACTOR_KINDS, type ActorKind } from '../domain/actor-kinds.ts';
import { TIMELINE_KINDS, type TimelineKind } from '../domain/timeline-kinds.ts';

export const TimelineKindEnum = Object.fromEntries(TIMELINE_KINDS.map((kind) => [kind, kind])) as { [K in TimelineKind]: K };
registerEnumType(TimelineKindEnum, {
  name: 'TimelineKind',
  description: 'What an entry of a timeline is about.',
  valuesConfig: {
    CART: { description: 'A cart.' },
    QUOTE: { description: 'A quote.' },
    APPROVAL: { description: 'A request for approval.' },
    ORDER: { description: 'An order.' },
    SHIPMENT: { description: 'A parcel of an order.' },
    INVOICE: { description: 'An invoice of an order, or what was paid towards it.' },
    PAYMENT: { description: 'A payment by card for an order.' },
    RETURN: { description: 'A return.' },
  },
});

export const TimelineActorKindEnum = Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, kind])) as { [K in ActorKind]: K };
registerEnumType(TimelineActorKindEnum, {
  name: 'TimelineActorKind',
  description: 'Who did something.',
  valuesConfig: {
    BUYER: { description: 'Somebody who buys: of an organisation, a private person or a guest.' },
    REP: { description: 'Somebody of the seller.' },
    PERSON: { description: 'Somebody the shop knows only by the token of another issuer.' },
    JOB: { description: 'The shop itself: a schedule, new prices, what follows from something else.' },
    OUTSIDE_SYSTEM: { description: 'A system outside: the payment service, or the CPQ of the seller.' },
  },
});
