import type { MergeStep } from './domain/merge-steps.ts';
import type { Merge } from './entities/merge.ts';

/**
 * Where a test may stop a merge dead: `AGREED:unsaved` is after the work that leads to AGREED and before the note of it,
 * `AGREED` is after the note.
 */
export type MergePoint = MergeStep | `${MergeStep}:unsaved`;
export type MergeFailpoint = (point: MergePoint, merge: Pick<Merge, 'id' | 'reason'>) => void | Promise<void>;
