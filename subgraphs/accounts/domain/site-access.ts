/** Only those on it may use a site, or those on it may not. */
export const ACCESS_LISTS = ['ALLOW', 'DENY'] as const;
export type AccessList = (typeof ACCESS_LISTS)[number];

export interface AccessPreference {
  readonly isOn: boolean;
  readonly organisationIds: readonly string[];
}

export interface HeldAccess extends AccessPreference {
  /** The party that keeps the list; empty for the seller. */
  readonly holderId: string;
  readonly list: AccessList;
}

/** Whether the people of an organisation may use a site: every list that is on agrees. Whoever keeps a list is not kept out by it. */
export function mayUseSite(lists: readonly HeldAccess[], partyId: string): boolean {
  return lists.every(({ isOn, holderId, list, organisationIds }) => !isOn || holderId === partyId || organisationIds.includes(partyId) === (list === 'ALLOW'));
}

/** After a merge of parties: what the receiving one says stays, and where both lists are on, the organisations of the other's are added. [MERGE-06..08] */
export function mergeAccess(from: AccessPreference, to: AccessPreference | undefined): AccessPreference {
  if (!to) return { isOn: false, organisationIds: [] };
  return from.isOn && to.isOn ? { ...to, organisationIds: [...new Set([...to.organisationIds, ...from.organisationIds])] } : to;
}
