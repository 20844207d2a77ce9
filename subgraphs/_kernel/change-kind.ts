import { registerEnumType } from 'type-graphql';
import type { ChangeKind } from '#kernel/feed.ts';

export const ChangeKindEnum: { readonly [K in ChangeKind]: K } = { SNAPSHOT: 'SNAPSHOT', CHANGE: 'CHANGE', RESET: 'RESET' };
registerEnumType(ChangeKindEnum, {
  name: 'ChangeKind',
  description: 'What a frame of a subscription is.',
  valuesConfig: {
    SNAPSHOT: { description: 'The first frame: the state as it is now.' },
    CHANGE: { description: 'What happened over fromVersion..version.' },
    RESET: { description: 'The changes since afterVersion are no longer kept: forget what you had, this is the state now.' },
  },
});
