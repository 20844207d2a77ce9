import { defineEntity, p } from '@mikro-orm/core';
import type { ViewerKind } from '#kernel/viewer.ts';

/** Someone who can hold a token. Guests are users too, without e-mail and password. */
export const UserSchema = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    kind: p.string().$type<ViewerKind>(),
    name: p.string().nullable(),
    email: p.string().nullable(),
    permissions: p.json<string[]>(),
    passwordHash: p.string().nullable(),
    /** Who they are since they were merged with another; signing in is signing in as that one. */
    mergedIntoId: p.string().nullable(),
    createdAt: p.datetime(),
  },
  uniques: [{ properties: ['email'] }],
  indexes: [{ properties: ['accountId', 'id'] }],
});
export class User extends UserSchema.class {}
UserSchema.setClass(User);
