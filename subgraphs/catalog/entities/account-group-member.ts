import { defineEntity, p } from '@mikro-orm/core';

/** An account in a group that price lists are opened to. */
export const AccountGroupMemberSchema = defineEntity({
  name: 'AccountGroupMember',
  tableName: 'account_group_member',
  properties: { accountId: p.string().primary(), accountGroup: p.string().primary() },
});
export class AccountGroupMember extends AccountGroupMemberSchema.class {}
AccountGroupMemberSchema.setClass(AccountGroupMember);
