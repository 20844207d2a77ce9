import { registerEnumType } from 'type-graphql';
import type { ShareRole } from '#kernel/share-roles.ts';

export const ShareRoleEnum: { readonly [R in ShareRole]: R } = { ADMINISTRATOR: 'ADMINISTRATOR', PARTICIPANT: 'PARTICIPANT', VIEWER: 'VIEWER' };
registerEnumType(ShareRoleEnum, { name: 'ShareRole', description: 'What a member may do with what is shared; each role includes the ones below it.' });
