import type { ShareRole } from '#kernel/share-roles.ts';

/** What people are told about something shared. */
export type NoticeType = 'SHARED' | 'ACCESS_CHANGED' | 'ACCESS_ENDED' | 'COMMENTED' | 'OWNER_INFORMED' | 'WORK_FINISHED' | 'SHARING_STOPPED' | 'ORDERED' | 'DELETED';

/** A notice to one person: ids and facts; what else there is to say is looked up when it is told. */
export interface ShareNotice {
  readonly type: NoticeType;
  /** The membership it goes to, or the user: the owner has no membership. */
  readonly to: { readonly memberId: string } | { readonly userId: string };
  readonly comment?: string | null;
  readonly fromRole?: ShareRole;
  readonly toRole?: ShareRole;
}
