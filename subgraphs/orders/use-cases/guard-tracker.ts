import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';

/** Lists of orders are there for who signed in; a guest has the order that was placed. [ORD-09] */
export function requireRegistered(context: OrdersContext): Viewer {
  const viewer = requireViewer(context);
  if (viewer.kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in to see your orders.');
  return viewer;
}
