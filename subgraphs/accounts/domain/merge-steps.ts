export const MERGE_KINDS = ['PARTY', 'ACCOUNT'] as const;
export type MergeKind = (typeof MERGE_KINDS)[number];

/** Under way; done; come to nothing, with everything as before; or of something into itself. */
export const MERGE_STATUSES = ['OPEN', 'MERGED', 'REFUSED', 'UNCHANGED'] as const;
export type MergeStatus = (typeof MERGE_STATUSES)[number];

/** The other subgraphs with data of accounts, in the order in which they stop writing: those first that begin what others take part in. */
export const PARTICIPANTS = ['orders', 'quotes', 'partners', 'carts', 'returns', 'catalog', 'timeline', 'notifications', 'channels', 'punchout'] as const;
export type Participant = (typeof PARTICIPANTS)[number];

/** In the order in which they hand over: terms before the carts that are priced by them, and carts before what asks about them. */
const MOVERS = ['catalog', 'carts', 'quotes', 'orders', 'returns', 'partners', 'timeline', 'notifications', 'channels', 'punchout'] as const satisfies readonly Participant[];

type Suspended = `SUSPENDED_${Uppercase<Participant>}`;
type Moved = `MOVED_${Uppercase<Participant> | 'ACCOUNTS'}`;
export type OpenMergeStep = 'STARTED' | Suspended | 'AGREED' | Moved;
export type MergeStep = OpenMergeStep | 'MERGED' | 'REFUSED' | 'UNCHANGED';

/** `suspend`: the giving side stops; `agree`: nothing stood in the way; `move`: it hands over; `sweep`: whatever came in meanwhile is handed over too. */
export type MergeWork = { readonly does: 'suspend' | 'move'; readonly subgraph: Participant } | { readonly does: 'agree' | 'moveAccounts' | 'sweep' };
type Stage = MergeWork & { readonly to: MergeStep };

const upper = <Name extends string>(name: Name): Uppercase<Name> => name.toUpperCase() as Uppercase<Name>;

/** The way from a wish to a merge; AGREED is the point of no return. */
const STAGES: readonly Stage[] = [
  ...PARTICIPANTS.map((subgraph): Stage => ({ does: 'suspend', subgraph, to: `SUSPENDED_${upper(subgraph)}` })),
  { does: 'agree', to: 'AGREED' },
  ...MOVERS.map((subgraph): Stage => ({ does: 'move', subgraph, to: `MOVED_${upper(subgraph)}` })),
  { does: 'moveAccounts', to: 'MOVED_ACCOUNTS' },
  { does: 'sweep', to: 'MERGED' },
];

const WAY: readonly MergeStep[] = ['STARTED', ...STAGES.map(({ to }) => to)];
export const MERGE_STEPS: readonly MergeStep[] = [...WAY, 'REFUSED', 'UNCHANGED'];

/** What is to be done at a step, and where it leads; nothing once it is over. */
export const stageAt = (step: MergeStep): Stage | undefined => STAGES[WAY.indexOf(step)];

/** Until then a merge may come to nothing; afterwards it always ends merged. */
export const mayBeRefused = (step: MergeStep): boolean => WAY.indexOf(step) < WAY.indexOf('AGREED');

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** How long to wait after a subgraph did not answer for the n-th time. */
export const waitBeforeMerging = (attempts: number): number => Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);

/** After so many times without an answer a merge that may come to nothing does: its people are not kept waiting. */
export const MAX_MERGE_ATTEMPTS = 5;
