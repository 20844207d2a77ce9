import { refuse } from '#kernel/errors.ts';
import { requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import type { Viewer, ViewerKind } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';

/** Express checkout is there for who has signed in, while it is switched on. [EXP-01, EXP-03] */
export function requireExpress(context: CartsContext): Viewer {
  const viewer = requireViewer(context);
  if (!context.config.expressCheckout) throw refuse('OPERATION_DISABLED', 'This shop has no express checkout.');
  if (viewer.kind === 'GUEST') throw refuse('UNAUTHENTICATED', 'Sign in for express checkout; your cart is kept.');
  return viewer;
}

/** Who may buy by it: private customers, and business buyers who may check out and order. [EXP-01] */
export function requireExpressBuyer(context: CartsContext): Viewer {
  const viewer = requireExpress(context);
  if (!BUYERS.has(viewer.kind)) throw refuse('FORBIDDEN', 'Express checkout is for buyers.');
  requirePermission(viewer, 'CHECKOUT');
  requirePermission(viewer, 'CREATE_ORDER');
  return viewer;
}

const BUYERS: ReadonlySet<ViewerKind> = new Set(['INDIVIDUAL', 'BUYER']);
