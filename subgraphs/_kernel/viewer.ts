/** Who is asking. Made by the gateway from a verified token, carried to subgraphs in the internal token, never from a client's argument. */
export interface Viewer {
  readonly id: string;
  readonly kind: ViewerKind;
  /** The buyer account (organisation, individual or guest) or the seller; the isolation boundary and shard key. */
  readonly accountId: string;
  readonly permissions: readonly string[];
  readonly name?: string;
  readonly email?: string;
}

export const VIEWER_KINDS = ['GUEST', 'INDIVIDUAL', 'BUYER', 'SALES_REP', 'ADMINISTRATOR', 'PARTNER'] as const;
export type ViewerKind = (typeof VIEWER_KINDS)[number];

/** Facts of one request that travel with the viewer from the gateway to every subgraph. */
export interface RequestFacts {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  /** W3C traceparent, if the client sent one that is well formed. */
  readonly trace?: string;
}

/** B2C people need no permission; business buyers and sellers need the named one. [cross-cutting S] */
export function may(viewer: Viewer, permission: string): boolean {
  if (viewer.kind === 'INDIVIDUAL' || viewer.kind === 'GUEST') return true;
  return viewer.permissions.includes(permission);
}

/** Who sees what a buyer really pays; all others see list prices, in every document and frame. [CART-29, NOTIF-07] */
export const seesNetPrices = (viewer: Viewer | null): boolean => viewer !== null && (isSeller(viewer) || may(viewer, 'VIEW_NET_PRICE'));

export const isSeller = (viewer: Pick<Viewer, 'kind'>): boolean => viewer.kind === 'SALES_REP' || viewer.kind === 'ADMINISTRATOR';

/** Whether somebody of the seller holds a role: SELLER is everybody there, a kind of user those of that kind, any other word a permission. */
export const holdsRole = (viewer: Pick<Viewer, 'kind' | 'permissions'>, role: string): boolean =>
  isSeller(viewer) && (role === 'SELLER' || role === viewer.kind || viewer.permissions.includes(role));

/** Businesses, partners among them, buy for their organisation: they have customers and contacts. */
export const isBusiness = (viewer: Viewer): boolean => viewer.kind === 'BUYER' || viewer.kind === 'PARTNER';

/** Reads the viewer out of verified token claims; undefined when a claim is missing or of the wrong shape. */
export function viewerFromClaims(claims: Record<string, unknown>): Viewer | undefined {
  const { sub, kind, account, permissions, name, email } = claims;
  if (typeof sub !== 'string' || typeof account !== 'string') return undefined;
  if (!VIEWER_KINDS.includes(kind as ViewerKind)) return undefined;
  if (!Array.isArray(permissions) || !permissions.every((p) => typeof p === 'string')) return undefined;
  return {
    id: sub,
    kind: kind as ViewerKind,
    accountId: account,
    permissions,
    name: typeof name === 'string' ? name : undefined,
    email: typeof email === 'string' ? email : undefined,
  };
}

export function claimsOf(viewer: Viewer): Record<string, unknown> {
  const { id, kind, accountId, permissions, name, email } = viewer;
  return { sub: id, kind, account: accountId, permissions, name, email };
}
