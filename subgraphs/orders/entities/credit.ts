import { defineEntity, p } from '@mikro-orm/core';

/** What an account owes for orders on account, in one currency, and how much it may. */
export const CreditAccountSchema = defineEntity({
  name: 'CreditAccount',
  tableName: 'credit_account',
  properties: {
    accountId: p.string().primary(),
    currency: p.string().primary(),
    /** Null: nobody said how much. */
    limitMinor: p.bigint('bigint').nullable(),
    owedMinor: p.bigint('bigint'),
    /** Counts the changes of the limit; each is an event. */
    version: p.integer(),
    updatedAt: p.datetime(),
  },
  checks: [{ name: 'credit_account_owed', expression: 'owed_minor >= 0' }],
});
export class CreditAccount extends CreditAccountSchema.class {}
CreditAccountSchema.setClass(CreditAccount);

/** What one order on account still owes. */
export const CreditHoldSchema = defineEntity({
  name: 'CreditHold',
  tableName: 'credit_hold',
  properties: { orderId: p.string().primary(), accountId: p.string(), currency: p.string(), openMinor: p.bigint('bigint') },
  indexes: [{ properties: ['accountId', 'orderId'] }],
  checks: [{ name: 'credit_hold_open', expression: 'open_minor >= 0' }],
});
export class CreditHold extends CreditHoldSchema.class {}
CreditHoldSchema.setClass(CreditHold);

/** A change of what an order owes that follows from something: the same again changes nothing. */
export const CreditReturnSchema = defineEntity({
  name: 'CreditReturn',
  tableName: 'credit_return',
  properties: { key: p.string().primary(), orderId: p.string(), accountId: p.string(), amountMinor: p.bigint('bigint'), createdAt: p.datetime() },
  indexes: [{ properties: ['accountId', 'orderId'] }],
});
export class CreditReturn extends CreditReturnSchema.class {}
CreditReturnSchema.setClass(CreditReturn);
