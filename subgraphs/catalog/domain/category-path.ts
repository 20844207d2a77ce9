import { refuse } from '#kernel/errors.ts';

export interface CategoryRecord {
  readonly code: string;
  readonly name: string;
  readonly parent?: string | null;
}

const CODE = /^[A-Za-z0-9_-]{1,60}$/;

export function refuseBadCategory({ code, name }: CategoryRecord): void {
  if (!CODE.test(code)) throw refuse('BAD_USER_INPUT', `A category code has 1 to 60 letters, digits, - and _; "${code}" has not.`, { code });
  if (name.trim() === '') throw refuse('BAD_USER_INPUT', `The name of category ${code} is empty.`, { code });
}

/** From the root down, such as "/house/kitchen/": a subtree is a range of paths, which every database finds by an index. */
export const pathUnder = (parentPath: string | undefined, code: string): string => `${parentPath ?? '/'}${code}/`;

/** The first path behind a subtree: "0" follows "/". */
export const endOfSubtree = (path: string): string => `${path.slice(0, -1)}0`;
