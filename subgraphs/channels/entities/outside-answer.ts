import { defineEntity, p } from '@mikro-orm/core';

/** What the system outside told last: a list, or one order or quote. */
export const OutsideAnswerSchema = defineEntity({
  name: 'OutsideAnswer',
  tableName: 'outside_answer',
  properties: {
    /** What was asked. */
    id: p.string().primary(),
    accountId: p.string(),
    /** Within `value`: that there is no such thing is an answer too. */
    content: p.json<{ readonly value: unknown }>(),
    fetchedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'id'] }, { properties: ['fetchedAt'] }],
});
export class OutsideAnswer extends OutsideAnswerSchema.class {}
OutsideAnswerSchema.setClass(OutsideAnswer);
