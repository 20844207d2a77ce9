import type { References } from '#kernel/build-subgraph.ts';
import type { ChannelsContext } from '../context.ts';

/** What this subgraph adds fields to; whether somebody may know is judged there. */
export const channelsReferences: References<ChannelsContext> = {
  Order: ({ id }: { id: string }): { id: string } => ({ id }),
  Quote: ({ id }: { id: string }): { id: string } => ({ id }),
};
