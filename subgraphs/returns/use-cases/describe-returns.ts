import { requireViewer } from '#kernel/viewer-guard.ts';
import type { ReturnsContext } from '../context.ts';
import type { ReturnSearchField } from '../domain/search-lines.ts';

/** What a storefront needs to know to offer returns. */
export interface ReturnSettings {
  readonly enabled: boolean;
  readonly approval: boolean;
  readonly reasons: string[];
  readonly otherReasons: boolean;
  readonly searchFields: ReturnSearchField[];
}

/** How things are sent back here; told to everybody who has signed in or begun as a guest. [RET-21] */
export function describeReturns(context: ReturnsContext): ReturnSettings {
  requireViewer(context);
  const { enabled, approval, reasons, otherReasons, searchFields } = context.config;
  return { enabled, approval, reasons, otherReasons, searchFields };
}
